"""Headings that name levels: numbered, with or without a name, or by the names alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice

from msgspec import Struct

from desktop.exchange.foreign_models.sheet_grids import SheetGrid

HIGHEST = 20
_FEWEST = 2
_LONGEST_NAME = 60
_LOOKED_AT = 6
"""Rows beneath a heading that tell whether it is one."""

_NUMBERED = re.compile(
    r"(?:(?:maturity|capability|process)\s+)?(?:level|stage|step|score|ml|mil|cl|lvl|l|stufe|reifegrad|niveau|nivel)?"
    r"\s*[-–—:.#]?\s*(\d{1,2})(?:\.0)?\s*(?:$|[-–—:.,()/=\n]|\s)\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_NAMED_FIRST = re.compile(r"(.{2,50}?)\s*[(\[]\s*(?:level|l)?\s*(\d{1,2})\s*[)\]]", re.IGNORECASE)

_NAMES = (
    "absent none nothing nonexistent incomplete initial initiated starting beginner beginning novice "
    "adhoc chaotic reactive unaware aware awareness emerging basic foundation foundational performed "
    "low poor weak repeatable developing development informal partial partially planned managed "
    "medium moderate intermediate practised practiced defined documented standardised standardized "
    "formal established integrated consistent implemented proactive competent capable measured "
    "measurable quantitative quantitativelymanaged controlled predictable good high advanced strong "
    "mature leading optimising optimizing optimised optimized innovating innovative adaptive "
    "excellent expert best worldclass bestpractice continuousimprovement fully full"
)
_WORDS = frozenset(_NAMES.split())


class LevelColumn(Struct, frozen=True):
    """A column whose cells say how things stand at a level.

    Attributes:
        column: counted from 1.
        number: of the level.
        name: of the level; empty where the heading has only the number.
    """

    column: int
    number: int
    name: str


class LevelHeadings(Struct, frozen=True):
    """A row of headings that name levels.

    Attributes:
        row: of the headings.
        last: of the last row that belongs to them, where names stand beneath numbers.
        columns: the levels, from left to right.
        numbered: whether the headings number them; else they are counted from 1.
    """

    row: int
    last: int
    columns: tuple[LevelColumn, ...]
    numbered: bool

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the levels, from left to right."""
        return tuple(level.number for level in self.columns)


def headings_in(grid: SheetGrid) -> list[LevelHeadings]:
    """Every row that heads a table of levels, from the top; two tables may stand side by side."""
    found: list[LevelHeadings] = []
    for row in grid.rows:
        if found and row <= found[-1].last:
            continue
        texts = grid.own(row)
        here = [_with_names(grid, row, run) for run in _runs(texts, _is_numbered) if _heads(grid, row, run)]
        here = here or [_named(row, run) for run in _runs(texts, _is_word) if _has_texts(grid, row, run)]
        found += here
    return found


def _heads(grid: SheetGrid, row: int, run: Mapping[int, str]) -> bool:
    """Whether numbers in a row head columns: bare ones do where they follow each other and texts stand beneath."""
    numbers = [number for number, _name in filter(None, map(parsed, run.values()))]
    if all(text.strip().isdecimal() for text in run.values()):
        close = len(numbers) > _FEWEST and max(numbers) - min(numbers) <= len(numbers)
        return close and _has_texts(grid, row, run)
    return len(set(numbers)) > 1


def _has_texts(grid: SheetGrid, row: int, run: Mapping[int, str]) -> bool:
    """Whether what stands beneath is no row of numbers."""
    below = [texts[column] for _row, texts in islice(grid.below(row), _LOOKED_AT) for column in run if column in texts]
    return sum(not text.replace(".", "").isdecimal() for text in below) * 2 >= len(below)


def _runs(texts: Mapping[int, str], fits: Callable[[str], bool]) -> list[dict[int, str]]:
    """Neighbouring cells that all are of a kind, where there are enough of them."""
    runs: list[dict[int, str]] = []
    current: dict[int, str] = {}
    before = 0
    for column, text in sorted(texts.items()):
        if not fits(text):
            continue
        if current and column > before + 1 and _between(texts, before, column):
            runs.append(current)
            current = {}
        current[column] = text
        before = column
    runs.append(current)
    return [run for run in runs if len(run) >= _FEWEST]


def _between(texts: Mapping[int, str], first: int, last: int) -> bool:
    """Whether another heading stands between two columns; a blank one does no harm."""
    return any(first < column < last for column in texts)


def parsed(text: str) -> tuple[int, str] | None:
    """Number and name of the level that a heading names by its number."""
    if len(text) > _LONGEST_NAME * 3:
        return None
    if found := _NUMBERED.fullmatch(text.strip()):
        number, name = int(found[1]), found[2].strip(" -–—:.()\n")
    elif found := _NAMED_FIRST.fullmatch(text.strip()):
        number, name = int(found[2]), found[1].strip(" -–—:.\n")
    else:
        return None
    first = name.split("\n")[0].strip()
    return (number, first[:_LONGEST_NAME]) if number <= HIGHEST else None


def _is_numbered(text: str) -> bool:
    return parsed(text) is not None


def _is_word(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and re.sub(r"[^a-z]", "", text.lower()) in _WORDS


def _with_names(grid: SheetGrid, row: int, run: Mapping[int, str]) -> LevelHeadings:
    levels = {column: parsed(text) or (0, "") for column, text in run.items()}
    names, last = {column: name for column, (_number, name) in levels.items()}, row
    if not any(names.values()):
        for beside in (row + 1, row - 1):
            if found := _names_in(grid, beside, run):
                names, last = found, max(row, beside)
                break
    columns = tuple(LevelColumn(column, number, names.get(column, "")) for column, (number, _) in levels.items())
    return LevelHeadings(row, last, columns, numbered=True)


def _names_in(grid: SheetGrid, row: int, run: Mapping[int, str]) -> dict[int, str]:
    """Names of levels in the row beneath or above their numbers."""
    texts = grid.own(row)
    names = {column: texts[column] for column in run if column in texts}
    left = [column for column in texts if column < min(run)]
    short = all(len(name) <= _LONGEST_NAME // 2 and not _is_numbered(name) for name in names.values())
    fits = len(names) == len(run) and short and len(set(names.values())) == len(names)
    return names if fits and (not left or all(map(_is_word, names.values()))) else {}


def _named(row: int, run: Mapping[int, str]) -> LevelHeadings:
    columns = tuple(LevelColumn(column, at, text) for at, (column, text) in enumerate(run.items(), 1))
    return LevelHeadings(row, row, columns, numbered=False)
