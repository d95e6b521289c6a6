"""The rows of a checklist: the statements of a track in the order of the levels."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from desktop.language import _
from desktop.model.maturity.pack import Statement
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.ui.pages.ratings.criteria import words
from desktop.ui.pages.ratings.criteria.snapshot import Snapshot


class StatementEntry(Struct, frozen=True):
    """A statement as the checklist shows it.

    Attributes:
        heading: the level, on the first statement of each.
        survey: what respondents say; empty without an answer.
        stops: whether it stands before the track's next level.
        note: what the team has noted.
    """

    id: str
    level: int
    text: str
    heading: str
    value: Fulfilment | None
    survey: str
    stops: bool
    note: str

    def spoken(self) -> str:
        """All of it, for a screen reader."""
        told = [self.heading, self.id, self.text, words.value_name(self.value)]
        if self.stops:
            told.append(_("blocks the next level"))
        return ". ".join(part for part in (*told, self.survey, self.note) if part)


def statement_entries(snapshot: Snapshot, track_id: str) -> list[StatementEntry]:
    """The statements of a track, level by level from the lowest."""
    track, result = snapshot.pack.track_by_id[track_id], snapshot.tracks[track_id]
    counts = {found.level: found for found in result.levels}
    entries = []
    for level in sorted(snapshot.pack.levels, key=lambda each: each.number):
        heading = words.level_heading(level, counts[level.number])
        for statement in track.at(level.number):
            entries.append(_entry(snapshot, statement, heading, stops=statement.id in result.stopping))
            heading = ""
    return entries


def following(entries: Iterable[StatementEntry], statement: str) -> str:
    """The statement after another one; the last has none but itself."""
    ids = [entry.id for entry in entries]
    return ids[min(ids.index(statement) + 1, len(ids) - 1)]


def _entry(snapshot: Snapshot, statement: Statement, heading: str, *, stops: bool) -> StatementEntry:
    result = snapshot.statements[statement.id]
    return StatementEntry(
        id=statement.id,
        level=statement.level,
        text=statement.text,
        heading=heading,
        value=result.value,
        survey=words.survey(result),
        stops=stops,
        note=snapshot.rating(statement.id).note,
    )
