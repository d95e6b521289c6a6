"""What a sheet and each of its columns mean, said once: sheets are made from it, and so is the sheet Read me."""

from __future__ import annotations

import datetime as dt
from enum import Enum, auto

from msgspec import Struct

from desktop.model.maturity import Scheme
from desktop.model.records import ActionStatus, Priority
from desktop.model.scoring.vocabulary import Agreement, Characterisation, Fulfilment, Rating

Word = Rating | Characterisation | Fulfilment | Agreement | ActionStatus | Priority
Value = str | int | float | dt.date | Word | None


class Look(Enum):
    """How a cell looks."""

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


class Column(Struct, frozen=True):
    """A column.

    Attributes:
        heading: what stands above it.
        width: in the units of workbooks.
        meaning: a sentence or two for Read me.
        look: of its cells, where the value itself does not say otherwise.
        hidden: whether it is for the program only.
    """

    heading: str
    width: float
    meaning: str
    look: Look = Look.TEXT
    hidden: bool = False

    @property
    def heading_look(self) -> Look:
        """How its heading looks: aligned like what stands below."""
        if self.look is Look.CENTRE:
            return Look.CENTRE_HEADING
        numbers = (Look.NUMBER, Look.PERCENT, Look.INDEX, Look.DATE, Look.DECIMAL)
        return Look.NUMBER_HEADING if self.look in numbers else Look.HEADING


class Guide(Struct, frozen=True):
    """A sheet.

    Attributes:
        name: what the sheet is called.
        about: what it holds, in a sentence or two.
        columns: from the left.
        scheme: of the models that have such a sheet; None for all.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    scheme: Scheme | None = None
