"""What can be chosen in the cells of a model's workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, inspect
from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from desktop.exchange.model_books import sheets
from desktop.exchange.model_books.cell_values import is_number, is_truth, words_of
from desktop.exchange.model_books.sheets import TableSheet, columns_of
from desktop.model.maturity.rulebook import PartKind
from desktop.model.maturity.rulebook.measures import ITEMS
from desktop.model.maturity.rulebook.rulebook import PARTS

LISTS = "Lists"
"""Title of the hidden sheet that holds what can be chosen."""

SPARE_ROWS = 500
"""Rows beneath the last that have drop-downs, too."""

YES_NO = ("yes", "no")
TRUTH_WORDS = ("true", "false")
_MOST_TYPED = 250
"""Characters of a list that stands in the drop-down itself; Excel takes 255."""


class Offer(Struct, frozen=True):
    """What can be chosen in a column.

    Attributes:
        words: these.
        sheet: or the ids on this sheet.
        number: or a number from this to that.
        open: whether something else can be typed, such as several of them.
    """

    words: tuple[str, ...] = ()
    sheet: str = ""
    number: tuple[float, float | None] | None = None
    open: bool = False


class DropDowns:
    """Puts drop-downs into sheets; lists that do not fit in one stand on a hidden sheet."""

    def __init__(self, workbook: Workbook, last_rows: Mapping[str, int]) -> None:
        """Begin with none.

        Args:
            workbook: in the making.
            last_rows: how many rows each sheet has, by title.
        """
        self._workbook = workbook
        self._last_rows = last_rows
        self._lists: dict[tuple[str, ...], str] = {}

    def put(self, sheet: Worksheet, column: int, offer: Offer, first: int, last: int) -> None:
        """Offer a choice in a column, from one row to another, counted from 0."""
        rule: dict[str, Any] = {"ignore_blank": True, "show_error": not offer.open}
        if offer.number is not None:
            least, most = offer.number
            rule |= {"validate": "decimal", "criteria": ">=", "value": least}
            if most is not None:
                rule |= {"validate": "integer", "criteria": "between", "minimum": least, "maximum": most}
        else:
            rule |= {"validate": "list", "source": self._source(offer)}
        sheet.data_validation(first, column, last, column, rule)

    def _source(self, offer: Offer) -> str | list[str]:
        if offer.sheet:
            last = self._last_rows[offer.sheet] + SPARE_ROWS + 1
            column = xl_col_to_name(sheets.id_column(offer.sheet))
            return f"={quote_sheetname(offer.sheet)}!${column}$2:${column}${last}"
        if len(",".join(offer.words)) <= _MOST_TYPED and not any("," in word for word in offer.words):
            return list(offer.words)
        if offer.words not in self._lists:
            column = xl_col_to_name(len(self._lists))
            self._lists[offer.words] = f"={LISTS}!${column}$1:${column}${len(offer.words)}"
        return self._lists[offer.words]

    def close(self) -> None:
        """Write the hidden sheet, if it is needed. It comes last."""
        if not self._lists:
            return
        hidden = self._workbook.add_worksheet(LISTS)
        hidden.hide()
        for column, words in enumerate(self._lists):
            hidden.write_column(0, column, words)


def table_offers(table: TableSheet, plain: Mapping[str, Any]) -> dict[str, Offer]:
    """What can be chosen beneath the headings of a table."""
    offers = {heading: Offer(sheet=table.refers[heading]) for heading in table.above if heading in table.refers}
    for heading, kind in columns_of(table.struct).items():
        several = isinstance(kind, inspect.VarTupleType)
        if heading in table.refers:
            offers[heading] = _referring(table.refers[heading], plain, may_differ=several or heading == "kind")
        elif several:
            continue
        elif offer := _by_kind(kind):
            offers[heading] = offer
    return offers


def _referring(title: str, plain: Mapping[str, Any], *, may_differ: bool) -> Offer:
    """Ids on another sheet; those of scales and kinds stand there in several rows."""
    if title in (sheets.SCALES, sheets.KINDS) and "parts" in plain:
        return Offer(words=tuple(each["id"] for each in plain[title.lower()]), open=True)
    return Offer(sheet=title, open=may_differ)


def _by_kind(kind: inspect.Type) -> Offer | None:
    if is_truth(kind):
        return Offer(words=YES_NO)
    if words := words_of(kind):
        return Offer(words=words)
    if isinstance(kind, inspect.IntType) and is_number(kind):
        return Offer(number=(kind.ge or 0, kind.le))
    return Offer(number=(0, None)) if is_number(kind) else None


def scale_offers() -> dict[str, Offer]:
    """What can be chosen on the sheet Scales."""
    return {
        "several": Offer(words=YES_NO),
        "box": Offer(words=YES_NO),
        "answers": Offer(words=("choices", "grades")),
    }


def kind_offers(plain: Mapping[str, Any]) -> dict[str, Offer]:
    """What can be chosen on the sheet Kinds."""
    return {
        "kind": Offer(words=tuple(kind["id"] for kind in plain["kinds"]), open=True),
        "key": Offer(words=sheets.KIND_KEYS),
    }


def value_offers(plain: Mapping[str, Any]) -> dict[str, Offer]:
    """What can be chosen as the value of a key of a kind."""
    kinds = tuple(kind["id"] for kind in plain["kinds"])
    offers = {
        "over": Offer(words=(PARTS, ITEMS, *kinds), open=True),
        "scale": Offer(words=tuple(scale["id"] for scale in plain["scales"]), open=True),
    }
    for key, kind in columns_of(PartKind).items():
        if words := words_of(kind) or (TRUTH_WORDS if is_truth(kind) else ()):
            offers[key] = Offer(words=words)
    return offers


def example_offers(plain: Mapping[str, Any]) -> dict[str, Offer]:
    """What can be chosen on the sheet Examples."""
    what = {"what": Offer(words=(*sheets.EXAMPLE_MAPS, sheets.OUT_OF_SCOPE))}
    return what | ({"part": Offer(sheet=sheets.PARTS)} if "parts" in plain else {})


def offers_of(title: str, table: TableSheet | None, plain: Mapping[str, Any]) -> Mapping[str, Offer]:
    """What can be chosen beneath the headings of a sheet."""
    if table is not None:
        return table_offers(table, plain)
    match title:
        case sheets.SCALES:
            return scale_offers()
        case sheets.KINDS:
            return kind_offers(plain)
        case sheets.EXAMPLES:
            return example_offers(plain)
    return {}


def row_offers(title: str, plain: Mapping[str, Any], form: sheets.PackSheets) -> Mapping[str, Offer]:
    """What can be chosen in the column `value` of a row, by what stands in its column `key`."""
    if title == sheets.KINDS:
        return value_offers(plain)
    if title != sheets.MODEL:
        return {}
    columns = form.model_columns
    return {key: Offer(words=words) for key, kind in columns.items() if (words := words_of(kind))}
