"""The rows of the matrix: a stream with its cells, each with the marks on it."""

from __future__ import annotations

from msgspec import Struct

from desktop.language import _, ngettext
from desktop.model.maturity.pack import Cell, Stream
from desktop.model.maturity.questionnaire import level_choice
from desktop.ui.pages.ratings.streams import words
from desktop.ui.pages.ratings.streams.snapshot import Place, Snapshot


class CellEntry(Struct, frozen=True):
    """A cell as the matrix shows it.

    Attributes:
        held: whether the stream, as rated, stands at this level or above.
        mark: why the stream stands here: that the team chose it or that ticks lead here; empty elsewhere.
        target: whether this level is wanted.
        answers: how many respondents chose its text; `share` of all answers, 0 to 1.
        middle: whether the middle answer is here.
        done: how many of its practices are ticked, of `practices`.
    """

    place: Place
    text: str
    held: bool
    mark: str
    target: bool
    answers: int
    share: float
    middle: bool
    done: int
    practices: int

    def marks(self) -> list[str]:
        """All marks in words."""
        told = [self.mark] if self.mark else []
        if self.target:
            told.append(_("Target"))
        if self.answers:
            told.append(ngettext("{count} answer", "{count} answers", self.answers).format(count=self.answers))
        if self.middle:
            told.append(_("middle answer"))
        if self.done:
            told.append(_("practices ticked: {done} of {practices}").format(done=self.done, practices=self.practices))
        return told


class RowEntry(Struct, frozen=True):
    """A stream as the matrix shows it."""

    id: str
    name: str
    beneath: str
    cells: tuple[CellEntry, ...]


def row_entries(snapshot: Snapshot, here: str = "") -> list[RowEntry]:
    """The streams in scope in the pack's order, each with its cells from the lowest level, and the one `here`."""
    return [
        RowEntry(
            id=stream.id,
            name=stream.name,
            beneath=words.beneath(snapshot, stream.id),
            cells=tuple(_cell(snapshot, stream, cell) for cell in sorted(stream.cells, key=_level)),
        )
        for stream in snapshot.pack.streams
        if stream.id == here or stream.id not in snapshot.outside
    ]


def _level(cell: Cell) -> int:
    return cell.level


def _cell(snapshot: Snapshot, stream: Stream, cell: Cell) -> CellEntry:
    result = snapshot.streams[stream.id]
    answers = result.answers.counts.get(level_choice(cell.level), 0)
    here = result.rated and result.level == cell.level
    return CellEntry(
        place=Place(stream.id, cell.level),
        text=cell.text,
        held=result.rated and result.level >= cell.level,
        mark=(_("Team") if result.chosen else _("Ticks")) if here else "",
        target=result.target == cell.level,
        answers=answers,
        share=answers / result.answers.n if result.answers.n else 0.0,
        middle=result.suggestion is not None and result.suggestion.level == cell.level,
        done=sum(item.id in snapshot.ticks for item in cell.practices),
        practices=len(cell.practices),
    )
