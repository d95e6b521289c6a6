"""What two versions of a model are compared by: all that a record can name, each with its text and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import cell_id
from desktop.model.maturity.parts_pack import PartsPack, part_name
from desktop.model.maturity.staged import Area
from desktop.model.maturity.streams import Stream


class PartSort(StrEnum):
    """What a part of a model is; only parts of one sort can correspond."""

    AREA = "area"
    GOAL = "goal"
    PRACTICE = "practice"
    QUESTION = "question"
    STREAM = "stream"
    CELL = "cell"
    ITEM = "item"
    OUTCOME = "outcome"
    METRIC = "metric"
    TRACK = "track"
    STATEMENT = "statement"
    PART = "part"
    """Of a model with rules of its own."""


class ComparedPart(Struct, frozen=True):
    """A part of one version.

    Attributes:
        parent: id of the part it stands under; empty where it stands under none.
        text: what it says.
        title: the name by which it stays the same whatever it says; empty where only the text counts.
        bearing: what else decides how a judgement of it counts, such as the goals that a practice serves.
    """

    id: str
    sort: PartSort
    parent: str
    text: str
    title: str = ""
    bearing: tuple[str, ...] = ()


def compared_parts(pack: Pack) -> tuple[ComparedPart, ...]:
    """All parts of a pack, each after the one it stands under."""
    return tuple(_parts(pack))


def _parts(pack: Pack) -> Iterator[ComparedPart]:
    for area in pack.areas:
        yield ComparedPart(area.id, PartSort.AREA, "", f"{area.name}. {area.purpose}", area.name)
        yield from _of_area(area)
    for stream in pack.streams:
        yield ComparedPart(stream.id, PartSort.STREAM, "", f"{stream.name}. {stream.summary}", stream.name)
        yield from _of_stream(stream)
    for track in pack.tracks:
        yield ComparedPart(track.id, PartSort.TRACK, "", f"{track.name}. {track.summary}", track.name)
        for statement in track.statements:
            yield ComparedPart(statement.id, PartSort.STATEMENT, track.id, statement.text)
    if isinstance(pack, PartsPack):
        yield from _of_rules(pack)


def _of_area(area: Area) -> Iterator[ComparedPart]:
    for goal in area.goals:
        yield ComparedPart(goal.id, PartSort.GOAL, area.id, goal.text)
    for practice in area.practices:
        bearing = area.goals_of(practice)
        yield ComparedPart(practice.id, PartSort.PRACTICE, area.id, practice.text, bearing=bearing)
    for question in area.questions:
        yield ComparedPart(question.id, PartSort.QUESTION, area.id, question.text, bearing=question.informs)


def _of_stream(stream: Stream) -> Iterator[ComparedPart]:
    yield ComparedPart(stream.question.id, PartSort.QUESTION, stream.id, stream.question.text)
    for cell in stream.cells:
        above = cell_id(stream.id, cell.level)
        yield ComparedPart(above, PartSort.CELL, stream.id, cell.text)
        for sort, items in ((PartSort.ITEM, cell.practices), (PartSort.OUTCOME, cell.outcomes)):
            for item in items:
                yield ComparedPart(item.id, sort, above, item.text)
        for metric in cell.metrics:
            yield ComparedPart(metric.id, PartSort.METRIC, above, f"{metric.name}. {metric.how}", metric.name)


def _of_rules(pack: PartsPack) -> Iterator[ComparedPart]:
    """Parts that are answered are known by what they say, those that are not by their name."""
    book = pack.rules
    for part in book.parts:
        answered = book.scale_of(part) is not None
        said = part.question if answered and not part.text else part.text
        text = ". ".join(dict.fromkeys(filter(None, (part.name, said)))) or part_name(part)
        title = part.name if not answered or not said else ""
        yield ComparedPart(part.id, PartSort.PART, part.parent or "", text, title, part.above)
