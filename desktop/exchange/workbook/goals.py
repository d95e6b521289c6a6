"""The sheet of goals."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.language import _


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Goals"),
        _("Each goal of each area with its rating and the practices that decide it."),
        (
            Column(_("Area"), 8, _("The area's short name; its full name stands on the sheet Areas.")),
            Column(_("Level"), 8, _("The maturity level that asks for the area."), Look.CENTRE),
            Column(_("Id"), 11, _("The goal's short name in the model.")),
            Column(_("Goal"), 25, _("The goal in a few words."), Look.STRONG),
            Column(_("State to reach"), 44, _("The goal as a full sentence.")),
            Column(
                _("Rating"),
                15,
                _(
                    "Not rated when a practice is open. Satisfied when all its practices are in place and the "
                    "weaknesses together do no serious harm. Unsatisfied otherwise."
                ),
            ),
            Column(_("In place"), 9, _("How many of these practices are in place."), Look.NUMBER),
            Column(_("Practices"), 11, _("How many of the practices that serve it apply."), Look.NUMBER),
            Column(_("Weak practices"), 24, _("Practices characterised partially or not in place.")),
            Column(_("Open practices"), 24, _("Practices that keep it from being rated.")),
            Column(_("Weakness"), 28, _("For an unsatisfied goal: what keeps it from being met, in the team's words.")),
        ),
    )


def rows(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    """A row for each goal, in the model's order."""
    for area in part.result.areas:
        for goal in area.goals:
            known = part.pack.goal_by_id[goal.id][1]
            yield (
                area.id,
                area.level,
                goal.id,
                known.name,
                known.text,
                goal.rating,
                goal.in_place,
                goal.practices,
                ", ".join(goal.weak) or None,
                ", ".join(goal.open) or None,
                _("still to be described") if goal.weakness_missing else part.weaknesses.get(goal.id),
            )
