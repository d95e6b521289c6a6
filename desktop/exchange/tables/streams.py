"""The table of streams."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from operator import attrgetter

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.named_parts import listed
from desktop.exchange.tables.shared_columns import agreement, answered, blanks, wanted
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.results import StreamResult
from desktop.wording import outcome


def streams(part: ScoredModel) -> Table[StreamResult]:
    """A row for each stream, in the model's order."""
    return Table(
        _("Streams"),
        _("Each stream with its level, what the questionnaire says of it, its target, and what is missing."),
        (
            Column("id", _("Id"), 8, _("The stream's short name in the model.")),
            Column("name", _("Stream"), 22, _("The stream."), Kind.NAME),
            Column(
                "level",
                _("Level now"),
                9,
                _("The level it stands at, a whole number. Empty while nothing is said."),
                Kind.LEVEL,
                lambda stream: stream.level if _stands(stream) else None,
            ),
            Column(
                "read_from",
                _("Read from"),
                15,
                _("The text that the team chose as the best fit, or the practices it ticked up to the level."),
                read=_read_from,
            ),
            Column(
                "index",
                _("Index, not a level"),
                8,
                _("The level and the share of the next level's practices that are ticked. An index of movement."),
                Kind.INDEX,
                turned=True,
            ),
            answered(),
            *blanks(),
            Column(
                "suggestion.level",
                _("Middle level"),
                6,
                _("The level of the middle answer, the lower of two."),
                Kind.LEVEL,
                turned=True,
            ),
            Column(
                "suggestion.mean_level",
                _("Mean level of answers"),
                8,
                _("Mean of the levels chosen. Empty without answers, or where it would show a small group."),
                Kind.INDEX,
                turned=True,
            ),
            *agreement(),
            *wanted(),
            Column(
                "missing",
                _("Missing practices"),
                48,
                _("Practices not ticked that block the next level."),
                read=lambda stream: listed(part.pack, stream.missing),
            ),
        ),
        part.result.streams,
        lambda stream: Ref(part.pack.id, stream.id),
        attrgetter("trace"),
        (
            Column(
                "stands",
                _("Level now"),
                12,
                _("The level it stands at, a whole number; or why it has none."),
                Kind.LEVEL,
                lambda stream: stream.level if _stands(stream) else outcome.stands(stream),
            ),
            Column(
                "to_do",
                _("To do for the next level"),
                60,
                _("Practices still to be taken up."),
                read=partial(_to_do, part),
            ),
            Column(
                "last",
                _("Level before its latest change"),
                12,
                _("Where it stood before the team last changed its level."),
                Kind.LEVEL,
                lambda stream: part.last.get(stream.id),
            ),
            *_ticked(part),
        ),
        key="streams",
    )


def _stands(stream: StreamResult) -> bool:
    return stream.rated and stream.excluded is None


def _read_from(stream: StreamResult) -> str:
    if not _stands(stream):
        return outcome.stands(stream)
    return _("chosen text") if stream.chosen else _("ticked practices")


def _to_do(part: ScoredModel, stream: StreamResult) -> str:
    """What is to be done in words; or why nothing is: it is not rated, takes no part, or there is nothing left."""
    if not _stands(stream):
        return outcome.stands(stream)
    return "\n".join(part.pack.text_by_id[practice] for practice in stream.missing)


def _ticked(part: ScoredModel) -> Iterator[Column[StreamResult]]:
    """How many practices of each level are ticked; empty where a stream has no such level."""

    def ticked(level: int, stream: StreamResult) -> str:
        return ", ".join(
            _("{ticked} of {practices}").format(ticked=cell.ticked, practices=cell.practices)
            for cell in stream.cells
            if cell.level == level
        )

    for level in part.pack.levels:
        heading = _("Ticked at level {level}").format(level=level.number)
        meaning = _("How many of its practices at that level are ticked.")
        yield Column(ticked_at(level.number), heading, 10, meaning, read=partial(ticked, level.number))


def ticked_at(level: int) -> str:
    """The key of the column that tells how many practices of a level are ticked."""
    return f"ticked_{level}"
