"""What people type into cells of trackers, as it is compared; what is not one thing for certain is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from desktop import characters
from desktop.exchange.forms.typed_text import folded
from desktop.exchange.typed_days import DayTrouble, UnclearDayError, read_day
from desktop.model import bounds
from desktop.model.assessment.decimals import decimal_text
from desktop.model.assessment.tracked import DAYS, Tracked, Trouble, plain, plain_number
from desktop.model.errors import RefusalError

_DAY_TROUBLES = {
    DayTrouble.UNREADABLE: Trouble.NO_DAY,
    DayTrouble.NO_SUCH_DAY: Trouble.NO_SUCH_DAY,
    DayTrouble.TWO_DAYS: Trouble.TWO_DAYS,
    DayTrouble.NO_SUCH_YEAR: Trouble.NO_SUCH_YEAR,
}
_ALL = 100
_BETWEEN = re.compile(r"[,;\s]+")


class UnclearCellError(ValueError):
    """A cell that is not taken.

    Attributes:
        why: why.
        among: what could stand there, or what it could mean.
        mark: of the column in which it stands, where it is not known from elsewhere.
    """

    def __init__(self, why: Trouble, among: tuple[str, ...] = (), mark: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.among = among
        self.mark = mark


class TypedCells:
    """Reads the cells of actions.

    Args:
        words: by cell, the words that can be chosen and their codes.
        ids: of the actions, by number.
    """

    def __init__(self, words: Mapping[Tracked, Mapping[str, str]], ids: Mapping[str, str]) -> None:
        self._ids = ids
        self._words = {
            cell: {folded(word): code for shown, code in known.items() for word in (code, shown)}
            for cell, known in words.items()
        }
        self._offered = {cell: tuple(known) for cell, known in words.items()}
        self.text = lru_cache(maxsize=4096)(self._text)

    def _text(self, cell: Tracked, typed: str) -> str:
        """A cell as text; see `Tracked`.

        Raises:
            UnclearCellError: it is not one thing for certain.
        """
        if cell in DAYS:
            return day_text(typed)
        match cell:
            case Tracked.TITLE | Tracked.OWNER:
                return plain(characters.one_line(typed))
            case Tracked.PRIORITY | Tracked.STATUS:
                return self._code(cell, typed)
            case Tracked.PERCENT:
                return _percent(typed)
            case Tracked.NEEDS:
                return self._needs(typed)
            case _:
                return plain(typed)

    def _code(self, cell: Tracked, typed: str) -> str:
        if not typed:
            raise UnclearCellError(Trouble.EMPTY)
        found = self._words.get(cell, {}).get(folded(typed))
        if found is None:
            raise UnclearCellError(Trouble.UNKNOWN_WORD, self._offered.get(cell, ()))
        return found

    def _needs(self, typed: str) -> str:
        numbers = [each.strip("#.") for each in _BETWEEN.split(typed) if each.strip("#.")]
        if not {*numbers} <= self._ids.keys():
            raise UnclearCellError(Trouble.UNKNOWN_NUMBER)
        return " ".join(sorted({self._ids[number] for number in numbers}))


def day_text(typed: str) -> str:
    """A day; empty where nothing is typed.

    Raises:
        UnclearCellError: it is no day, or could be two.
    """
    try:
        day = read_day(typed)
    except UnclearDayError as error:
        raise UnclearCellError(_DAY_TROUBLES[error.trouble], tuple(each.isoformat() for each in error.days)) from error
    return day.isoformat() if day else ""


def value_text(typed: str, unit: str) -> str:
    """A value that was read, with its unit behind it or without.

    Raises:
        UnclearCellError: it is no plain number.
    """
    bare = typed.removesuffix(unit).strip() if unit else typed
    try:
        return plain_number(decimal_text(bare))
    except RefusalError as refusal:
        raise UnclearCellError(Trouble.NO_NUMBER) from refusal


def _percent(typed: str) -> str:
    """How much is done; a cell that was left empty says nothing is."""
    bare = typed.removesuffix("%").strip()
    number = bounds.whole_number(bare, _ALL) if bare else 0
    if number is None:
        raise UnclearCellError(Trouble.NO_PERCENT)
    return str(number)
