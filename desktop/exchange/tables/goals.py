"""The table of goals."""

from __future__ import annotations

from operator import attrgetter

from msgspec.structs import replace

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.shared_columns import rating
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.results import GoalResult


def goals(part: ScoredModel) -> Table[GoalResult]:
    """A row for each goal, in the model's order."""
    known, areas = part.pack.goal_by_id, {area.id: area for area in part.result.areas}
    return Table(
        _("Goals"),
        _("Each goal of each area with its rating and the practices that decide it."),
        (
            Column("area", _("Area"), 8, _("The area's short name; its full name stands on the sheet Areas.")),
            Column(
                "level",
                _("Level"),
                8,
                _("The maturity level that asks for the area."),
                Kind.LEVEL,
                lambda goal: areas[goal.area].level,
            ),
            Column("id", _("Id"), 11, _("The goal's short name in the model.")),
            Column(
                "name", _("Goal"), 25, _("The goal in a few words."), Kind.NAME, lambda goal: known[goal.id][1].name
            ),
            Column(
                "text",
                _("State to reach"),
                44,
                _("The goal as a full sentence."),
                read=lambda goal: known[goal.id][1].text,
            ),
            Column(
                "rating",
                _("Rating"),
                15,
                _(
                    "Not rated when a practice is open. Satisfied when all its practices are in place and the "
                    "weaknesses together do no serious harm. Unsatisfied otherwise."
                ),
                Kind.STATE,
            ),
            Column("in_place", _("In place"), 9, _("How many of these practices are in place."), Kind.COUNT),
            Column("practices", _("Practices"), 11, _("How many of the practices that serve it apply."), Kind.COUNT),
            Column(
                "weak",
                _("Weak practices"),
                24,
                _("Practices characterised partially or not in place."),
            ),
            Column(
                "open",
                _("Open practices"),
                24,
                _("Practices that keep it from being rated."),
            ),
            Column(
                "weakness",
                _("Weakness"),
                28,
                _("For an unsatisfied goal: what keeps it from being met, in the team's words."),
                read=lambda goal: _("still to be described") if goal.weakness_missing else part.weaknesses.get(goal.id),
            ),
        ),
        [goal for area in part.result.areas for goal in area.goals],
        lambda goal: Ref(part.pack.id, goal.id),
        attrgetter("trace"),
        (
            Column("area_name", _("Area"), 34, _("The key process area."), read=lambda goal: areas[goal.area].name),
            replace(
                rating(), key="area_rating", heading=_("Rating of the area"), read=lambda goal: areas[goal.area].rating
            ),
        ),
        key="goals",
    )
