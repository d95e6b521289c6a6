"""The sheet of key process areas."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.workbook.answers import agreement, blanks
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.language import _
from desktop.model.scoring.results import AreaResult

ID, IN_PLACE, MEAN = 1, 8, 13
"""Numbers of the columns that charts show."""


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Areas"),
        _("Each key process area with its rating, what its rating rests on, and what the questionnaire says of it."),
        (
            Column(_("Id"), 8, _("The area's short name in the model.")),
            Column(_("Area"), 34, _("The key process area."), Look.STRONG),
            Column(_("Level"), 8, _("The maturity level that asks for it."), Look.CENTRE),
            Column(
                _("Categories"), 15, _("Its process categories. They group and filter; nothing is computed from them.")
            ),
            Column(
                _("Rating"),
                15,
                _(
                    "Satisfied when all its goals are. Unsatisfied when one is. Not rated when none is unsatisfied "
                    "but some cannot be rated yet. Not applicable or out of scope as declared."
                ),
            ),
            Column(_("Goals satisfied"), 12, _("How many of its goals are satisfied."), Look.NUMBER),
            Column(_("Goals"), 9, _("How many goals it has."), Look.NUMBER),
            Column(
                _("Practices in place"),
                12,
                _(
                    "Share of its practices that count as in place. Empty when the area does not apply, is out of "
                    "scope, or none of its practices has been characterised."
                ),
                Look.PERCENT,
            ),
            Column(_("Answers"), 11, _("Answers to its questions, blanks left out."), Look.NUMBER),
            Column(_("Unanswered"), 14, _("Questions left without any choice."), Look.NUMBER),
            Column(_("Does not apply"), 10, _("How often that was chosen. It counts in no mean."), Look.NUMBER),
            Column(_("Don't know"), 9, _("How often that was chosen. It counts in no mean."), Look.NUMBER),
            Column(
                _("Mean of answers"),
                11,
                _("Mean of the answers' percentages. Empty without answers, or where it would show a small group."),
                Look.PERCENT,
            ),
            Column(
                _("Consensus"),
                13,
                _(
                    "Mean over its questions of how far answers agree: 1 when all are equal, "
                    "0 when half stand at either end."
                ),
                Look.INDEX,
            ),
            Column(
                _("Agreement"), 16, _("The consensus read with the size of the group; small groups agree by chance.")
            ),
            Column(_("Settled"), 8, _("Yes when the whole team stands behind the rating.")),
            Column(_("Note"), 28, _("Why the area does not apply or is out of scope, in the team's words.")),
        ),
    )


def rows(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    """A row for each area, in the model's order."""
    categories = {category.id: category.name for category in part.pack.categories}
    for area in part.result.areas:
        yield (
            area.id,
            area.name,
            area.level,
            ", ".join(categories[category] for category in area.categories),
            area.rating,
            area.satisfied_goals,
            len(area.goals),
            area.in_place_percent,
            *_answers(area),
            _("yes") if area.id in part.settled else _("no"),
            part.reasons.get(area.id),
        )


def _answers(area: AreaResult) -> tuple[Value, ...]:
    answers = area.answers
    return (answers.n, *blanks(answers), answers.mean_percent, answers.consensus, agreement(answers))
