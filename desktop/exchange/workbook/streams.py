"""The sheet of streams."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.workbook.answers import agreement, blanks
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.parts import listed
from desktop.language import _
from desktop.model.maturity import Scheme
from desktop.model.scoring.results import StreamResult
from desktop.wording import outcome

NAME, LEVEL, MEAN, TARGET = 2, 3, 11, 14
"""Numbers of the columns that charts show."""


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Streams"),
        _("Each stream with its level, what the questionnaire says of it, its target, and what is missing."),
        (
            Column(_("Id"), 8, _("The stream's short name in the model.")),
            Column(_("Stream"), 26, _("The stream."), Look.STRONG),
            Column(
                _("Level now"),
                9,
                _("The level it stands at, a whole number. Empty while nothing is said."),
                Look.CENTRE,
            ),
            Column(
                _("Read from"),
                15,
                _("The text that the team chose as the best fit, or the practices it ticked up to the level."),
            ),
            Column(
                _("Index, not a level"),
                10,
                _("The level and the share of the next level's practices that are ticked. An index of movement."),
                Look.INDEX,
            ),
            Column(_("Answers"), 11, _("How many chose a level for it, blanks left out."), Look.NUMBER),
            Column(_("Unanswered"), 14, _("How many made no choice."), Look.NUMBER),
            Column(_("Does not apply"), 10, _("How many chose that. It counts in no mean."), Look.NUMBER),
            Column(_("Don't know"), 9, _("How many chose that. It counts in no mean."), Look.NUMBER),
            Column(_("Middle level"), 11, _("The level of the middle answer, the lower of two."), Look.CENTRE),
            Column(
                _("Mean level of answers"),
                11,
                _("Mean of the levels chosen. Empty without answers, or where it would show a small group."),
                Look.INDEX,
            ),
            Column(_("Consensus"), 13, _("How far answers agree: 1 when all are equal."), Look.INDEX),
            Column(_("Agreement"), 16, _("The consensus read with the size of the group.")),
            Column(_("Target"), 10, _("The target, its own or that of the whole model."), Look.CENTRE),
            Column(_("Importance"), 14, _("From 1, little, to 5, most, as the team sees it."), Look.CENTRE),
            Column(_("Gap"), 8, _("Levels from now up to the target; 0 where it is reached."), Look.NUMBER),
            Column(
                _("Weighted gap"),
                12,
                _("The gap times the importance, which counts 1 where none is given."),
                Look.NUMBER,
            ),
            Column(_("Missing practices"), 60, _("Practices not ticked that block the next level.")),
        ),
        Scheme.STREAMS,
    )


def rows(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    """A row for each stream, in the model's order."""
    for stream in part.result.streams:
        survey = stream.suggestion
        yield (
            stream.id,
            stream.name,
            stream.level if stream.rated else None,
            read_from(stream),
            stream.index,
            stream.answers.n,
            *blanks(stream.answers),
            survey.level if survey else None,
            survey.mean_level if survey else None,
            stream.answers.consensus,
            agreement(stream.answers),
            stream.target,
            stream.importance,
            stream.gap,
            stream.weighted_gap,
            listed(part.pack, stream.missing),
        )


def read_from(stream: StreamResult) -> str:
    """What gives a stream its level, in words."""
    if stream.excluded is not None or not stream.rated:
        return outcome.stands(stream)
    return _("chosen text") if stream.chosen else _("ticked practices")
