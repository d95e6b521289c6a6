"""A workbook in the making: its sheets, their names, and the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path

from msgspec import Struct
from xlsxwriter import Workbook

from desktop import characters
from desktop.exchange.cells import LONGEST_TITLE, allowed_in_title, sheet_title, shortened, units
from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.heights import FONT, FONT_SIZE
from desktop.exchange.print_setup import Orientation
from desktop.exchange.tables.table import AnyTable
from desktop.exchange.workbook import check_sheet
from desktop.exchange.workbook.guide import Guide, Look
from desktop.exchange.workbook.live import formulas
from desktop.exchange.workbook.live.ties import Around, Tie
from desktop.exchange.workbook.look import CellFormats
from desktop.exchange.workbook.page import FIRST_HEADING, Page, Place

PROGRAM = "Maturity Workbench"
_TELLING = 10
"""So many characters of a model's name say enough to break off between words."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class TableSetUp(Struct, frozen=True):
    """How a sheet that is one table stands on screen and paper.

    Attributes:
        frozen: so many columns stay in sight.
        filtered: whether its headings have filters.
        orientation: of the paper.
    """

    frozen: int
    filtered: bool = True
    orientation: Orientation = "landscape"


class Book:
    """A workbook to which sheets are added from the first to the last.

    Attributes:
        workbook: as far as it is made.
        guides: what the sheets mean, in their order.
        ties: its formulas.
    """

    def __init__(self, deliverable: Deliverable, title: str) -> None:
        """Begin without sheets.

        Args:
            deliverable: what may be shown.
            title: what the workbook is, for footers and properties.
        """
        self._stream = BytesIO()
        font = {"font_name": FONT, "font_size": FONT_SIZE}
        self.workbook = Workbook(self._stream, {"in_memory": True, "default_format_properties": font})
        self.guides: list[Guide] = []
        self.ties: list[Tie] = []
        self._deliverable = deliverable
        self._title = title
        self._footer = " · ".join(each for each in (title, deliverable.subject.organisation) if each)
        self._taken: set[str] = set()
        self._formats = CellFormats(self.workbook)

    def fill(
        self, sheets: Sequence[Callable[[], None]], progress: Progress | None, cancelled: Cancelled | None
    ) -> bool:
        """Write sheets; False when it was cancelled before the last.

        Args:
            sheets: each writes one or several.
            progress: told how many of them are written, of how many.
            cancelled: asked before each.
        """
        for done, write in enumerate(sheets):
            if cancelled is not None and cancelled():
                return False
            if progress is not None:
                progress(done, len(sheets))
            write()
        if progress is not None:
            progress(len(sheets), len(sheets))
        return True

    def save(self, path: Path) -> None:
        """Write the file, over whatever is there. Equal deliverables give equal files."""
        organisation = self._deliverable.subject.organisation
        title = characters.one_line(f"{organisation}: {self._title}" if organisation else self._title)
        made = dt.datetime.combine(self._deliverable.day, dt.time(), tzinfo=None)
        self.workbook.set_properties({"title": title, "author": PROGRAM, "created": made})
        self.workbook.close()
        path.write_bytes(self._stream.getvalue())

    def page(
        self,
        guide: Guide,
        name: str,
        widths: Sequence[float],
        *,
        orientation: Orientation = "portrait",
    ) -> Page:
        """Add a sheet to write as one likes.

        Args:
            guide: what it means.
            name: what it is called, as closely as sheets can be.
            widths: of its columns.
            orientation: of the paper.
        """
        page = self._add(guide, name, widths, orientation)
        page.set_up(self._footer)
        return page

    def table(self, table: AnyTable, name: str, how: TableSetUp, model: ModelPart | None = None) -> Place:
        """Add a sheet that is one table.

        Args:
            table: the table.
            name: what the sheet is called.
            how: for screen and paper.
            model: whose it is; none where it is about all.
        """
        columns = table.columns
        hidden = [number for number, column in enumerate(columns, start=1) if column.hidden]
        page = self._add(Guide.of(table, model), name, [column.width for column in columns], how.orientation, hidden)
        page.set_up(self._footer, heading=FIRST_HEADING, frozen=how.frozen)
        page.line(table.name if model is None else f"{table.name} · {model.pack.name}", Look.TITLE)
        page.line(table.about, Look.ABOUT)
        page.skip()
        place = page.table(table)
        if how.filtered:
            page.sheet.autofilter(place.heading - 1, 0, max(place.span.last, place.heading) - 1, len(columns) - 1)
        return place

    def tie(self, places: Iterable[Place], model: ModelPart | None = None) -> Around:
        """Turn into formulas what follows from other cells of tables that belong together.

        Args:
            places: where they stand.
            model: whose they are; none where they are about all.
        """
        around = Around({place.table.key: place for place in places if place.table.key}, self._deliverable.day, model)
        self.ties += formulas.tie(around)
        return around

    def check(self) -> None:
        """Add the sheet that lists the formulas, if there are any."""
        if self.ties:
            guide = check_sheet.guide()
            check_sheet.write(self.page(guide, guide.name, check_sheet.WIDTHS, orientation="landscape"), self.ties)

    def _add(
        self, guide: Guide, name: str, widths: Sequence[float], orientation: Orientation, hidden: Sequence[int] = ()
    ) -> Page:
        title = sheet_title(fitting(name, LONGEST_TITLE), self._taken)
        self._taken.add(title.lower())
        if not any(known.says(guide) for known in self.guides):
            self.guides.append(guide)
        return Page(self.workbook, title, widths, self._formats, orientation, hidden)


def fitting(name: str, most: int) -> str:
    """As much of a name as there is room for, in whole words where those say enough.

    Args:
        name: e.g. of a model.
        most: characters as Excel counts them.
    """
    name = allowed_in_title(name)
    if units(name) <= most:
        return name
    kept = shortened(name, most)
    if name[len(kept)] in " -":
        return kept.strip(" -")
    words = max(kept.rfind(" "), kept.rfind("-"))
    return (kept[:words] if words >= _TELLING else kept).strip(" -")


def prefixes(models: Sequence[str], most: int) -> list[str]:
    """What sheets of several models begin with: their names in few characters, each unlike the others.

    Args:
        models: their names.
        most: characters as Excel counts them.
    """
    taken: set[str] = set()
    found = []
    for model in models:
        prefix, number = fitting(model, most), 1
        while prefix.lower() in taken:
            number += 1
            prefix = f"{fitting(model, most - len(f' {number}'))} {number}"
        taken.add(prefix.lower())
        found.append(prefix)
    return found
