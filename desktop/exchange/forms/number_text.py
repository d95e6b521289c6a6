"""Numbers in cells as somebody would write them: whole numbers without a point, dates as dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cached_property
from xml.etree.ElementTree import Element

from desktop.exchange.forms.markup import inside, value_of
from desktop.model import bounds

_NUMBER = re.compile(r"[+-]?\d{1,40}(\.\d{0,40})?([eE][+-]?\d{1,3})?|[+-]?\.\d{1,40}", re.ASCII)
_LARGEST = 1e15
_NO_DATE_BELOW = 1_000
_DIGITS_OF_NO_DATE = 4
_LAST_DAY = 2_958_465
_EPOCH, _EPOCH_1904 = dt.datetime(1899, 12, 30, tzinfo=dt.UTC), dt.datetime(1904, 1, 1, tzinfo=dt.UTC)
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)))
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_DATE_CODE = re.compile(r"[dmyhs]", re.IGNORECASE)
_UTC = "+00:00"


class NumberFormats:
    """Which of a workbook's cell styles show a number as a date."""

    def __init__(self, styles: Callable[[], Element | None], *, since_1904: bool = False) -> None:
        """Take what reads the styles, once and only if a number may be a date; without styles nothing is."""
        self._styles = styles
        self._epoch = _EPOCH_1904 if since_1904 else _EPOCH

    @cached_property
    def _dates(self) -> frozenset[str]:
        root = self._styles()
        if root is None:
            return frozenset()
        codes = {value_of(each, "numFmtId"): value_of(each, "formatCode") for each in inside(root, "numFmts", "numFmt")}
        used = [value_of(each, "numFmtId") for each in inside(root, "cellXfs", "xf")]
        return frozenset(str(place) for place, number in enumerate(used) if _is_date(number, codes.get(number)))

    def text(self, stored: str, style: str) -> str:
        """What a number says, given as the file stores it, with the place of its style."""
        if len(stored) < _DIGITS_OF_NO_DATE and stored.isdecimal() and stored.isascii():
            return str(int(stored))
        if not _NUMBER.fullmatch(stored):
            return stored
        number = float(stored)
        if _NO_DATE_BELOW <= number <= _LAST_DAY and style in self._dates:
            moment = self._epoch + dt.timedelta(seconds=round(number * 86_400))
            return moment.date().isoformat() if moment.time() == dt.time() else str(moment).removesuffix(_UTC)
        if abs(number) < _LARGEST and number.is_integer():
            return str(int(number))
        return f"{number:.15g}"


def _is_date(number: str, code: str | None) -> bool:
    if code is not None:
        return bool(_DATE_CODE.search(_NOT_CODE.sub("", code)))
    return bounds.whole_number(number, 1_000) in _BUILT_IN_DATES
