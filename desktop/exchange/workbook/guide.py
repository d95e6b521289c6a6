"""What a sheet and its columns mean, for the sheet Read me, and how the cells of each kind of value look."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import Any

from msgspec import Struct

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.tables.table import AnyTable, Column, Kind
from desktop.language import _
from desktop.wording.model_words import words_of


class Look(Enum):
    """How a cell looks."""

    __hash__ = object.__hash__  # each is only itself, and is asked for with every cell

    TEXT = auto()
    STRONG = auto()
    MUTE = auto()
    CENTRE = auto()
    NUMBER = auto()
    PERCENT = auto()
    INDEX = auto()
    DATE = auto()
    DECIMAL = auto()
    GOOD = auto()
    WARN = auto()
    BAD = auto()
    QUIET = auto()
    HEADING = auto()
    CENTRE_HEADING = auto()
    NUMBER_HEADING = auto()
    TURNED_HEADING = auto()
    TITLE = auto()
    MASTHEAD = auto()
    SUBTITLE = auto()
    ABOUT = auto()
    LEAD = auto()
    SECTION = auto()
    PROSE = auto()
    INDENT_1 = auto()
    INDENT_2 = auto()
    INDENT_3 = auto()
    INDENT_4 = auto()


HEADING_LOOKS = {
    Kind.LEVEL: Look.CENTRE_HEADING,
    **dict.fromkeys(
        (Kind.COUNT, Kind.PERCENT, Kind.INDEX, Kind.CONSENSUS, Kind.DECIMAL, Kind.DAY), Look.NUMBER_HEADING
    ),
}
"""Looks of headings that are aligned otherwise than at the left, like what stands below."""

LOOKS = {
    Kind.TEXT: Look.TEXT,
    Kind.NAME: Look.STRONG,
    Kind.STATE: Look.TEXT,
    Kind.LEVEL: Look.CENTRE,
    Kind.COUNT: Look.NUMBER,
    Kind.PERCENT: Look.PERCENT,
    Kind.INDEX: Look.INDEX,
    Kind.CONSENSUS: Look.INDEX,
    Kind.DECIMAL: Look.DECIMAL,
    Kind.DAY: Look.DATE,
}
"""How the cells of a column look, where the value itself does not say otherwise."""


def heading_look(column: Column[Any]) -> Look:
    """How the heading of a column looks."""
    return Look.TURNED_HEADING if column.turned else HEADING_LOOKS.get(column.kind, Look.HEADING)


class Guide(Struct, frozen=True):
    """A sheet.

    Attributes:
        name: what the sheet is called.
        about: what it holds, in a sentence or two.
        columns: headings with their meanings, from the left, each once.
        kind: of the models that have such a sheet, as their words call it; empty where it is about all.
    """

    name: str
    about: str
    columns: tuple[tuple[str, str], ...]
    kind: str = ""

    @classmethod
    def of(cls, table: AnyTable, model: ModelPart | None = None) -> Guide:
        """That of a sheet which is one table, of a model or about all."""
        kind = "" if model is None else words_of(model.pack).kind
        return cls(table.name, table.about, told(table.columns), kind)

    def says(self, other: Guide) -> bool:
        """Whether it tells all that another does, whatever the models."""
        return (self.name, self.about, self.columns) == (other.name, other.about, other.columns)


def told(columns: Iterable[Column[Any]]) -> tuple[tuple[str, str], ...]:
    """Headings with their meanings, each once."""
    return tuple(
        {
            _("{heading} (hidden)").format(heading=each.heading) if each.hidden else each.heading: each.meaning
            for each in columns
        }.items()
    )
