"""Writing a pack as a workbook in which it can be edited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import chain
from typing import Any

import msgspec
from msgspec import Struct, inspect
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from desktop.exchange.heights import FONT, FONT_SIZE, row_height, wrapped_lines
from desktop.exchange.model_books import sheets
from desktop.exchange.model_books.cell_values import cell_value, is_prose
from desktop.exchange.model_books.drop_downs import SPARE_ROWS, DropDowns, offers_of, row_offers
from desktop.exchange.model_books.sheets import CHOICE_KEYS, EXAMPLE_MAPS, OUT_OF_SCOPE, SCALE_KEYS, TableSheet
from desktop.exchange.model_books.table_rows import Row, rows_of
from desktop.exchange.print_setup import A4, MARGINS, footer_command
from desktop.exchange.workbook.book import PROGRAM
from desktop.exchange.workbook.guide import Look
from desktop.exchange.workbook.look import properties
from desktop.language import _
from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.vetting.pack_text import flow_text
from desktop.wording import pack_columns

_WIDTHS = {
    "text": 60,
    "value": 60,
    "note": 80,
    "detail": 40,
    "meaning": 40,
    "question": 40,
    "help": 40,
    "purpose": 50,
    "introduction": 50,
    "good": 60,
    "evidence": 60,
    "summary": 60,
    "how": 50,
    "why": 60,
    "reason": 50,
    "name": 30,
    "kind": 20,
    "key": 20,
    "example": 34,
    "counts_in": 20,
    "informs": 24,
    "to": 20,
    "about": 20,
    "source": 24,
}
_NARROW = 14.0
_STANDING = {sheets.MODEL: 1, sheets.KINDS: 3, sheets.EXAMPLES: 3}
"""Columns that stay in sight; elsewhere those before the texts."""
_NOTE_WIDTH, _NOTE_LINE, _NOTE_LETTERS = 320, 18, 46
"""Of the notes on headings: width and height of a line in pixels, and letters that one holds."""


class _Sheet(Struct, frozen=True):
    """A sheet before it is written."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    table: TableSheet | None = None


def model_book(pack: VocabularyPack | Pack) -> bytes:
    """The workbook of a pack; reading it gives an equal one.

    Raises:
        RefusalError: ``model.cell_long`` with ``sheet``, ``row`` and ``heading``: a value is longer than a cell can be.
    """
    form = sheets.SHEETS.of(pack) if isinstance(pack, Pack) else sheets.SHEETS.parts
    if isinstance(pack, PartsPack):
        pack = pack.rules
    plain: dict[str, Any] = msgspec.to_builtins(pack)
    found = tuple(_sheets(plain, form))
    stream = BytesIO()
    font = {"font_name": FONT, "font_size": FONT_SIZE}
    with Workbook(stream, {"in_memory": True, "default_format_properties": font}) as book:
        book.set_properties({"title": f"{pack.name} {pack.version}", "author": PROGRAM})
        _ModelWriter(book, plain, form, found).write(f"{pack.name} {pack.version}")
    return stream.getvalue()


class _ModelWriter:
    """Writes the sheets of one workbook."""

    def __init__(
        self, book: Workbook, plain: Mapping[str, Any], form: sheets.PackSheets, found: Sequence[_Sheet]
    ) -> None:
        self._book = book
        self._plain = plain
        self._form = form
        self._found = found
        self._drops = DropDowns(book, {sheet.title: len(sheet.rows) for sheet in found})
        self._text = book.add_format({**properties(Look.TEXT), "num_format": "@", "valign": "top", "indent": 0})
        self._number = book.add_format({**properties(Look.DECIMAL), "align": "left", "valign": "top", "indent": 0})
        self._heading = book.add_format({**properties(Look.HEADING), "indent": 0})

    def write(self, title: str) -> None:
        """All sheets, Read me first."""
        self._read_me(title)
        for sheet in self._found:
            self._sheet(sheet, title)
        self._drops.close()
        self._book.worksheets()[1].activate()

    def _sheet(self, sheet: _Sheet, footer: str) -> None:
        page = self._book.add_worksheet(sheet.title)
        widths = [_width(heading) for heading in sheet.headings]
        self._set_up(page, footer, _STANDING.get(sheet.title) or _standing(sheet.headings))
        for column, heading in enumerate(sheet.headings):
            page.set_column(column, column, widths[column], self._text)
            page.write_string(0, column, heading, self._heading)
            _note(page, column, _meaning(sheet, heading))
        for line, row in enumerate(sheet.rows, 1):
            page.set_row(line, _height(row, sheet.headings, widths))
            for column, heading in enumerate(sheet.headings):
                self._cell(page, sheet.title, line, column, row.get(heading), heading)
        self._offer(page, sheet)
        if len(sheet.rows) > 1:
            page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)

    def _cell(self, page: Worksheet, title: str, line: int, column: int, value: object, heading: str) -> None:
        if isinstance(value, (int, float)):
            page.write_number(line, column, value, self._number)
        elif value is not None:
            if len(str(value)) > bounds.TEXT_LENGTH:
                raise RefusalError("model.cell_long", sheet=title, row=line + 1, heading=heading)
            page.write_string(line, column, str(value), self._text)

    def _offer(self, page: Worksheet, sheet: _Sheet) -> None:
        last = len(sheet.rows) + SPARE_ROWS
        for heading, offer in offers_of(sheet.title, sheet.table, self._plain).items():
            self._drops.put(page, sheet.headings.index(heading), offer, 1, last)
        by_key = row_offers(sheet.title, self._plain, self._form)
        for line, row in enumerate(sheet.rows, 1):
            if by_key and (found := by_key.get(str(row.get("key")))):
                self._drops.put(page, sheet.headings.index("value"), found, line, line)

    def _read_me(self, title: str) -> None:
        """What each sheet and each column means, and how a pack is made of the workbook."""
        page = self._book.add_worksheet(_("Read me"))
        self._set_up(page, title, 0, frozen=False)
        plain = self._book.add_format({**properties(Look.PROSE)})
        widths = (16.0, 22.0, 90.0)
        for column, width in enumerate(widths):
            page.set_column(column, column, width, plain)
        page.write_string(0, 0, title, self._book.add_format(properties(Look.TITLE)))
        page.set_row(0, 26)
        line = 1
        for told in pack_columns.introduction():
            page.merge_range(line, 0, line, 2, told, plain)
            page.set_row(line, row_height((wrapped_lines(told, sum(widths), FONT_SIZE), FONT_SIZE)))
            line += 1
        for column, heading in enumerate((_("Sheet"), _("Column or key"), _("Meaning"))):
            page.write_string(line + 1, column, heading, self._heading)
        line += 2
        body = self._book.add_format({**properties(Look.TEXT), "valign": "top", "indent": 0})
        for sheet in self._found:
            for where, told in _meanings(sheet, self._form):
                for column, text in enumerate((sheet.title, where, told)):
                    page.write_string(line, column, text, body)
                page.set_row(line, row_height((wrapped_lines(told, widths[2], FONT_SIZE), FONT_SIZE)))
                line += 1

    @staticmethod
    def _set_up(page: Worksheet, footer: str, standing: int, *, frozen: bool = True) -> None:
        if frozen:
            page.freeze_panes(1, standing)
            page.repeat_rows(0)
        page.hide_gridlines(2)
        page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        page.set_margins(MARGINS.side, MARGINS.side, MARGINS.top, MARGINS.bottom)
        page.set_footer(footer_command(footer), {"margin": MARGINS.footer})


def _meanings(sheet: _Sheet, form: sheets.PackSheets) -> Iterator[tuple[str, str]]:
    title = "ScalesOfScheme" if sheet.title == sheets.SCALES and not form.ruled else sheet.title
    yield "", pack_columns.about(title)
    for heading in sheet.headings:
        yield heading, _meaning(sheet, heading)
    for owner, key in sheets.keys_in(sheet.title, form):
        yield key, pack_columns.meaning(owner, key)


def _meaning(sheet: _Sheet, heading: str) -> str:
    """What a column means, and how several things are written into one of its cells."""
    told = pack_columns.meaning(*sheets.owner_of(sheet.title, heading, sheet.table))
    kind = None if sheet.table is None else sheets.columns_of(sheet.table.struct).get(heading)
    if not isinstance(kind, inspect.VarTupleType):
        return told
    several = pack_columns.several_texts() if is_prose(kind) else pack_columns.several_ids()
    return f"{told}\n{several}"


def _note(page: Worksheet, column: int, text: str) -> None:
    lines = sum(len(part) // _NOTE_LETTERS + 1 for part in text.split("\n"))
    page.write_comment(
        0,
        column,
        text,
        {"x_scale": 1, "width": _NOTE_WIDTH, "height": (lines + 1) * _NOTE_LINE, "author": PROGRAM, "font_name": FONT},
    )


def _width(heading: str) -> float:
    return _WIDTHS.get(heading.rpartition(" ")[2], _NARROW)


def _standing(headings: Sequence[str]) -> int:
    """Columns before the first wide one, at most three."""
    narrow = next((at for at, heading in enumerate(headings) if _width(heading) > _NARROW), len(headings))
    return min(narrow, 3)


def _height(row: Row, headings: Sequence[str], widths: Sequence[float]) -> float:
    texts = ((str(row[heading]), width) for heading, width in zip(headings, widths, strict=True) if heading in row)
    lines = max((wrapped_lines(text, width, FONT_SIZE) for text, width in texts), default=1)
    return row_height((lines, FONT_SIZE))


def _sheets(plain: Mapping[str, Any], form: sheets.PackSheets) -> Iterator[_Sheet]:
    columns = form.model_columns
    rows = []
    for key, kind in columns.items():
        group, blank, inner = key.partition(" ")
        value = plain.get(group, {}).get(inner) if blank else plain.get(key)
        if value is not None:
            rows.append({"key": key, "value": cell_value(kind, value)})
    yield _Sheet(sheets.MODEL, sheets.MODEL_HEADINGS, tuple(rows))
    by_title = {
        table.title: _Sheet(table.title, table.headings, tuple(rows_of(table, plain)), table) for table in form.tables
    }
    if form.ruled:
        by_title[sheets.SCALES] = _Sheet(sheets.SCALES, sheets.SCALE_HEADINGS, _chained(_scale, plain["scales"]))
        by_title[sheets.KINDS] = _Sheet(sheets.KINDS, sheets.KIND_HEADINGS, _chained(_kind, plain["kinds"]))
    examples = _chained(_example, plain.get("examples", ()))
    by_title[sheets.EXAMPLES] = _Sheet(sheets.EXAMPLES, sheets.EXAMPLE_HEADINGS, examples)
    for title in form.titles[1:]:
        yield by_title[title]


def _chained(
    rows: Callable[[Mapping[str, Any]], Iterator[Row]], entries: Sequence[Mapping[str, Any]]
) -> tuple[Row, ...]:
    return tuple(chain.from_iterable(map(rows, entries)))


def _scale(scale: Mapping[str, Any]) -> Iterator[Row]:
    head: Row = {"scale": scale["id"]}
    head |= {key: cell_value(sheets.scale_column(key), scale[key]) for key in SCALE_KEYS if key in scale}
    answers: list[Row] = [
        {"answers": "choices", **{f"choice {key}": choice[key] for key in CHOICE_KEYS if key in choice}}
        for choice in scale.get("choices", ())
    ]
    answers += [{"answers": "grades", "choice id": grade} for grade in scale.get("grades", ())]
    for row in answers or [{}]:
        yield {**head, **row}
        head = {"scale": scale["id"]}


def _kind(kind: Mapping[str, Any]) -> Iterator[Row]:
    yield {"kind": kind["id"]}
    for key, value in kind.items():
        if key not in ("id", "also"):
            yield {"kind": kind["id"], "key": key, "value": _ruled(key, value)}
    for measure in kind.get("also", ()):
        yield {"kind": kind["id"], "measure": measure["id"]}
        for key, value in measure.items():
            if key != "id":
                yield {"kind": kind["id"], "measure": measure["id"], "key": key, "value": _ruled(key, value)}


def _ruled(key: str, value: object) -> object:
    """A rule as authors write it; a name is text and stays as it is."""
    return value if key == "name" else flow_text(value)


def _example(example: Mapping[str, Any]) -> Iterator[Row]:
    name = example["name"]
    yield {"example": name}
    for what in EXAMPLE_MAPS:
        for part, value in example.get(what, {}).items():
            yield {"example": name, "what": what, "part": part, "value": flow_text(value)}
    for part in example.get(OUT_OF_SCOPE, ()):
        yield {"example": name, "what": OUT_OF_SCOPE, "part": part}
