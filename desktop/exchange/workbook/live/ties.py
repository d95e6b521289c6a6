"""Which cells of a workbook are formulas, and what the engine says each comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import Struct

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.tables.table import Value
from desktop.exchange.tables.words import for_cell
from desktop.exchange.workbook.guide import LOOKS
from desktop.exchange.workbook.page import Place

Number = int | float


class Row(NamedTuple):
    """A row of a table on its sheet.

    Attributes:
        item: what the row is about.
        place: where its table stands.
        number: the row's, from 1.
        value: what the engine says stands in the cell that becomes a formula.
    """

    item: Any
    place: Place
    number: int
    value: Number

    def __call__(self, key: str) -> str:
        """The cell of a column in this row, e.g. ``$D5``."""
        return f"${self.place.letters[key]}{self.number}"

    def shown(self, key: str) -> Value:
        """What stands in that cell."""
        return for_cell(self.place.table.columns[self.place.number(key) - 1].value(self.item))

    @property
    def places(self) -> int:
        """So many decimals the engine's value has, one at least: near a limit it tells more of them."""
        return max(1, len(repr(self.value).partition(".")[2]))


class Around(NamedTuple):
    """What a formula can speak of.

    Attributes:
        places: where the tables stand that belong together, by their key.
        day: that of the export.
        part: the model that they are of; None where they are about all.
    """

    places: Mapping[str, Place]
    day: dt.date
    part: ModelPart | None = None

    def cells(self, table: str, column: str) -> str:
        """A column of one of the tables as a formula names it."""
        return self.places[table].cells(column)


Formula = Callable[[Row], str | None]


class Live(NamedTuple):
    """A column whose cells follow from others.

    Attributes:
        key: of the column.
        needs: by key of a table the columns that must be there, ``""`` for its own.
        of: makes the formula of a row, once it is known where everything stands.
    """

    key: str
    needs: Mapping[str, tuple[str, ...]]
    of: Callable[[Around], Formula]


class Tie(Struct, frozen=True):
    """A cell that is a formula.

    Attributes:
        what: the heading above it.
        about: what its row is about.
        sheet: the title of its sheet.
        cell: on that, e.g. ``D5``.
        cell_name: both, as a formula names it.
        value: what the engine says it comes to.
    """

    what: str
    about: str
    sheet: str
    cell: str
    cell_name: str
    value: Number


def tie_table(place: Place, lives: Iterable[Live], around: Around) -> Iterator[Tie]:
    """Turn cells of a table that was written into formulas, as far as what they rest on stands in the workbook.

    A cell that shows nothing stays empty: there is nothing to follow from.
    """
    for live in lives:
        if all(
            (table := around.places.get(key) if key else place) is not None and table.has(*keys)
            for key, keys in live.needs.items()
        ) and place.has(live.key):
            yield from _tie_column(place, live.key, live.of(around))


def tie_cell(place: Place, key: str, row: int, formula: str, value: Number) -> Tie:
    """Turn one cell into a formula.

    Args:
        place: its table.
        key: of its column.
        row: its row, from 1.
        formula: what it is from now on.
        value: what the engine says it comes to.
    """
    number = place.number(key)
    column, cell = place.table.columns[number - 1], f"{place.letters[key]}{row}"
    page = place.page
    page.sheet.put_formula(row - 1, number - 1, formula, page.formats.of(LOOKS[column.kind]), value)
    return Tie(
        what=column.heading,
        about=_about(place, place.table.rows[row - place.span.first]),
        sheet=page.title,
        cell=cell,
        cell_name=f"{place.sheet}!{cell}",
        value=value,
    )


def _tie_column(place: Place, key: str, formula: Formula) -> Iterator[Tie]:
    column = place.table.columns[place.number(key) - 1]
    for number, item in enumerate(place.table.rows, start=place.span.first):
        value = for_cell(column.value(item))
        if isinstance(value, bool) or not isinstance(value, int | float):
            continue
        found = formula(Row(item, place, number, value))
        if found is not None:
            yield tie_cell(place, key, number, found, value)


def _about(place: Place, item: object) -> str:
    """What a row is called: its first text."""
    found: Iterator[Value] = (for_cell(column.value(item)) for column in place.table.columns)
    return next((value for value in found if isinstance(value, str)), "")


def text(word: str) -> str:
    """A word as formulas hold it."""
    doubled = word.replace('"', '""')
    return f'"{doubled}"'
