"""The table of key process areas."""

from __future__ import annotations

from operator import attrgetter

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.shared_columns import agreement, answered, blanks, mean, rating
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.results import AreaResult
from desktop.wording.missing_words import settled_although


def areas(part: ScoredModel) -> Table[AreaResult]:
    """A row for each area, in the model's order."""
    categories = {category.id: category.name for category in part.pack.categories}
    return Table(
        _("Areas"),
        _("Each key process area with its rating, what its rating rests on, and what the questionnaire says of it."),
        (
            Column("id", _("Id"), 8, _("The area's short name in the model.")),
            Column("name", _("Area"), 34, _("The key process area."), Kind.NAME),
            Column("level", _("Level"), 8, _("The maturity level that asks for it."), Kind.LEVEL),
            Column(
                "categories",
                _("Categories"),
                15,
                _("Its process categories. They group and filter; nothing is computed from them."),
                read=lambda area: tuple(categories[category] for category in area.categories),
            ),
            rating(),
            Column(
                "satisfied_goals",
                _("Goals satisfied"),
                7,
                _("How many of its goals are satisfied."),
                Kind.COUNT,
                turned=True,
            ),
            Column(
                "goals",
                _("Goals"),
                7,
                _("How many goals it has."),
                Kind.COUNT,
                lambda area: len(area.goals),
                turned=True,
            ),
            Column(
                "in_place_percent",
                _("Practices in place"),
                9,
                _(
                    "Share of its practices that count as in place. Empty when the area does not apply, is out of "
                    "scope, or none of its practices has been characterised."
                ),
                Kind.PERCENT,
                turned=True,
            ),
            answered(),
            *blanks(),
            mean(),
            *agreement(),
            Column(
                "settled",
                _("Settled"),
                7,
                _("Yes when the team has settled the rating."),
                read=lambda area: area.id in part.settled,
                turned=True,
            ),
            Column(
                "note",
                _("Note"),
                28,
                _(
                    "Why the area does not apply or is out of scope, or why its rating is settled although coverage or "
                    "agreement is missing, in the team's words."
                ),
                read=lambda area: part.reasons.get(area.id) or settled_although(part.in_spite.get(area.id, "")),
            ),
        ),
        part.result.areas,
        lambda area: Ref(part.pack.id, area.id),
        attrgetter("trace"),
        key="areas",
    )
