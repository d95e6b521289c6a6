"""The texts by which a part of a model that notes speak of is found."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desktop.model.maturity.pack import Pack, Track
from desktop.model.maturity.part_places import PartPlace
from desktop.model.maturity.parts_pack import PartsPack, part_name
from desktop.model.maturity.staged import Area
from desktop.model.maturity.streams import Cell, Stream


class PartTexts(Struct, frozen=True):
    """A practice, a stream's practice, a statement or another part that is judged, and what the model says of it.

    Attributes:
        place: id of its area, stream or track; of a model with rules of its own the part itself.
        text: what is so where it is in place.
        detail: what to look for.
        asked: the questions that inform it.
        goals: what it is for.
        about: what its place is about.
    """

    part: str
    place: str
    text: str
    detail: str = ""
    asked: str = ""
    goals: str = ""
    about: str = ""


def part_texts(pack: Pack) -> Iterator[PartTexts]:
    """The texts of all parts of a model, in the pack's order, whatever its scheme."""
    for area in pack.areas:
        yield from _of_area(pack, area)
    for stream in pack.streams:
        for cell in stream.cells:
            yield from _of_cell(stream, cell)
    for track in pack.tracks:
        for statement in track.statements:
            about = f"{track.name} {track.summary}"
            yield PartTexts(statement.id, track.id, statement.text, statement.detail, about=about)
    if isinstance(pack, PartsPack):
        for part in pack.rules.parts:
            yield PartTexts(part.id, part.id, f"{part_name(part)} {part.text}")


def place_by_part(pack: Pack) -> dict[str, str]:
    """In which area, stream or track each of these parts stands, by id."""
    return {each.part: each.place for each in part_texts(pack)}


def parts_of(pack: Pack, place: str) -> tuple[str, ...]:
    """The ids of these parts in an area, stream or track, in the pack's order."""
    found = pack.place_by_id[place]
    match found:
        case Area():
            return tuple(practice.id for practice in found.practices)
        case Stream():
            return tuple(practice.id for cell in found.cells for practice in cell.practices)
        case Track():
            return tuple(statement.id for statement in found.statements)
        case PartPlace():
            return (place,)


def _of_area(pack: Pack, area: Area) -> Iterator[PartTexts]:
    about = f"{area.name} {area.purpose} {area.introduction}"
    for practice in area.practices:
        yield PartTexts(
            practice.id,
            area.id,
            practice.text,
            practice.detail,
            asked=" ".join(f"{question.text} {question.help}" for question in pack.informants[practice.id]),
            goals=" ".join(f"{goal.name} {goal.text}" for goal in area.goals if goal.id in practice.goals),
            about=about,
        )


def _of_cell(stream: Stream, cell: Cell) -> Iterator[PartTexts]:
    about = f"{stream.name} {stream.summary} {stream.question.text}"
    follows = (*(outcome.text for outcome in cell.outcomes), *(f"{each.name} {each.how}" for each in cell.metrics))
    for practice in cell.practices:
        yield PartTexts(practice.id, stream.id, practice.text, cell.text, asked=" ".join(follows), about=about)
