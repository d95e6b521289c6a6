"""Rubrics as people make them: a row a subject, a column a level, wherever on a sheet they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.exchange.foreign_models.foreign_model import ModelNotice, Notice
from desktop.exchange.foreign_models.level_headings import LevelHeadings, headings_in
from desktop.exchange.foreign_models.sheet_grids import SheetGrid
from desktop.exchange.foreign_models.tree_values import LONGEST_TEXT, as_number
from desktop.exchange.model_books.places import SourcePlaces

_MOST_TABLES = 50
_SHORT = 14
_LONG = 120
_SHOWN = 60


class ColumnRole(StrEnum):
    """What stands in a column beside the levels."""

    NUMBER = "number"
    GROUP = "group"
    SUBJECT = "subject"
    WEIGHT = "weight"
    QUESTION = "question"
    DETAIL = "detail"
    LEFT = "left"


_HEADINGS = {
    ColumnRole.WEIGHT: r"\b(weights?|weighting|wt\.?|gewicht(ung)?|poids|peso|importance|factor)\b|^%$",
    ColumnRole.NUMBER: r"^(id|ids|no\.?|nr\.?|#|ref\.?|ref id|reference|code|number|num\.?)$",
    ColumnRole.QUESTION: r"\bquestions?\b|\bfrage\b",
    ColumnRole.GROUP: (
        r"^((main|process|knowledge|focus|key|subject) )?"
        r"(areas?|domains?|category|categories|dimensions?|themes?|groups?|pillars?|sections?|perspectives?|chapters?)$"
    ),
    ColumnRole.DETAIL: r"\b(descriptions?|details?|definitions?|explanations?|guidance|what to look for)\b",
    ColumnRole.SUBJECT: (
        r"\b(subjects?|topics?|process(es)?|criteri(a|on)|capabilit(y|ies)|practices?|aspects?|items?|elements?|"
        r"attributes?|names?|indicators?|activity|activities|thema|sub-?(area|domain|category|dimension))\b"
    ),
}
_TOTALS = re.compile(
    r"((sub|grand)[- ]?)?(total|sum|average|mean|overall|result|score|maximum|gesamt|summe|mittelwert)s?"
    r"( (score|result|level|points|maturity))?\s*:?\s*[\d.,%]*",
    re.IGNORECASE,
)
"""What heads a row that adds up the others."""


class RubricSubject(Struct, frozen=True):
    """A subject of a rubric.

    Attributes:
        row: of the sheet.
        name: of the subject.
        number: as the rubric numbers it.
        group: what it stands under; empty where nothing groups the subjects.
        weight: as it is written.
        question: how it is asked.
        detail: what else is said of it.
        texts: how things stand at each level, by its number.
    """

    row: int
    name: str
    number: str
    group: str
    weight: str
    question: str
    detail: str
    texts: Mapping[int, str]


class RubricTable(Struct, frozen=True):
    """A rubric.

    Attributes:
        sheet: title of its sheet.
        title: what stands above it.
        headings: of its levels.
        subjects: in their order.
        notices: what was left out.
        twice: rows of subjects that stand there already, with the first row and the name.
        unclear: rows with cells that cannot be read.
    """

    sheet: str
    title: str
    headings: LevelHeadings
    subjects: tuple[RubricSubject, ...]
    notices: tuple[ModelNotice, ...]
    twice: tuple[tuple[int, int, str], ...]
    unclear: tuple[int, ...]


def rubrics(grids: Sequence[SheetGrid], places: SourcePlaces) -> list[RubricTable]:
    """All rubrics of a workbook that have a subject."""
    found: list[RubricTable] = []
    for grid in grids:
        headings = headings_in(grid)[:_MOST_TABLES]
        for each in headings:
            end = min((other.row for other in headings if other.row > each.last), default=max(grid.rows) + 1)
            table = _Reader(grid, each, end, _beside(headings, each), places).table()
            if table.subjects and len(found) < _MOST_TABLES:
                found.append(table)
    return found


def _beside(headings: Sequence[LevelHeadings], own: LevelHeadings) -> tuple[int, int]:
    """The first and the last column that can belong to a table, for another may stand beside it."""
    first = own.columns[0].column
    left = [each.columns[-1].column for each in headings if each.row == own.row and each.columns[-1].column < first]
    right = [each.columns[0].column for each in headings if each.row == own.row and each.columns[0].column > first]
    return max(left, default=0) + 1, (min(right) - 2 if right else 1 << 14)


class _Reader:
    """Reads one table."""

    def __init__(
        self, grid: SheetGrid, headings: LevelHeadings, end: int, reach: tuple[int, int], places: SourcePlaces
    ) -> None:
        self._grid = grid
        self._headings = headings
        self._levels = {level.column: level.number for level in headings.columns}
        self._places = places
        self._notices: list[ModelNotice] = []
        self._rows = [row for row in grid.rows if headings.last < row < end]
        first, last = reach
        self._columns = sorted(
            column
            for column in {column for row in self._rows for column in grid.rows[row]} - set(self._levels)
            if first <= column <= last
        )
        wanted = set(self._columns)
        self._texts_in: dict[int, list[str]] = {column: [] for column in self._columns}
        for row in self._rows:
            for column, text in grid.rows[row].items():
                if column in wanted:
                    self._texts_in[column].append(text)
        self._roles = self._assigned()
        self._columns_of: dict[ColumnRole, list[int]] = {role: [] for role in ColumnRole}
        for column, role in self._roles.items():
            self._columns_of[role].append(column)
        self._has_texts = any(self._texts(row) for row in self._rows)

    def table(self) -> RubricTable:
        """The table with all that was noticed."""
        subjects: list[RubricSubject] = []
        seen: dict[tuple[str, str], int] = {}
        twice, group, opened = [], "", 0
        for row in self._rows:
            name, texts = self._of(ColumnRole.SUBJECT, row), self._texts(row)
            group = self._of(ColumnRole.GROUP, row) or group
            if self._has_texts and not texts:
                if section := self._section(row):
                    if opened and subjects and subjects[-1].row < opened:
                        self._notice(opened, Notice.SECTION_EMPTY, name=group[:_SHOWN])
                    group, opened = section, row
                continue
            if subjects and texts and (not name or self._continues(row)):
                subjects[-1] = _joined(subjects[-1], texts)
                if not name:
                    self._notice(row, Notice.ROW_JOINED, name=subjects[-1].name[:_SHOWN])
                continue
            if not name or (_TOTALS.fullmatch(name) and all(map(_is_number, texts.values()))):
                self._notice(row, Notice.ROW_LEFT, text=next(iter(self._grid.rows[row].values()))[:_SHOWN])
                continue
            key = (group.casefold(), name.casefold())
            if key in seen:
                twice.append((row, seen[key], name[:_SHOWN]))
            seen.setdefault(key, row)
            subjects.append(self._subject(row, name, group, texts))
        unclear = tuple(row for row in self._rows if row in self._grid.unclear)
        return RubricTable(
            self._grid.title,
            self._title(),
            self._headings,
            tuple(subjects),
            tuple(self._notices),
            tuple(twice),
            unclear,
        )

    def _subject(self, row: int, name: str, group: str, texts: Mapping[int, str]) -> RubricSubject:
        return RubricSubject(
            row,
            name,
            self._of(ColumnRole.NUMBER, row),
            group,
            self._of(ColumnRole.WEIGHT, row),
            self._of(ColumnRole.QUESTION, row),
            self._of(ColumnRole.DETAIL, row),
            texts,
        )

    def _texts(self, row: int) -> dict[int, str]:
        """What a row says of the levels; one text across all of them is a heading and says nothing."""
        texts = {number: text for column, number in self._levels.items() if (text := self._grid.text(row, column))}
        return {} if self._is_across(row) else texts

    def _is_across(self, row: int) -> bool:
        """Whether one text is merged across the levels."""
        first, last = (self._headings.columns[at].column for at in (0, -1))
        return not any(first < column <= last for column in self._grid.own(row)) and bool(self._grid.text(row, last))

    def _of(self, role: ColumnRole, row: int) -> str:
        texts = self._grid.rows[row]
        return next((texts[column] for column in self._columns_of[role] if column in texts), "")

    def _continues(self, row: int) -> bool:
        return any(self._grid.continues(row, column) for column in self._columns_of[ColumnRole.SUBJECT])

    def _section(self, row: int) -> str:
        """The heading of the subjects beneath, if a row is one."""
        texts = list(dict.fromkeys(self._grid.own(row).values()))
        grouped = bool(self._columns_of[ColumnRole.GROUP])
        if _TOTALS.fullmatch(texts[0]) or grouped or len(texts) > 2 - (len(texts[0]) > _SHORT):
            self._notice(row, Notice.ROW_LEFT, text=texts[0][:_SHOWN])
            return ""
        return " ".join(texts)

    def _notice(self, row: int, notice: Notice, **facts: str) -> None:
        self._notices.append(ModelNotice(self._places.line(self._grid.title, row), notice, facts))

    def _title(self) -> str:
        """What stands alone in a row above the headings."""
        for row in sorted((row for row in self._grid.rows if row < self._headings.row), reverse=True):
            texts = [text for column, text in self._grid.own(row).items() if column <= max(self._levels)]
            if len(set(texts)) == 1 and len(texts[0]) <= _LONG:
                return texts[0].split("\n")[0]
        return ""

    def _heading(self, column: int) -> str:
        """What stands above a column, beside the levels or in the row above them."""
        rows = (self._headings.row, self._headings.last, self._headings.row - 1)
        return next(filter(None, (self._grid.text(row, column) for row in rows)), "")

    def _assigned(self) -> dict[int, ColumnRole]:
        """What stands in each column beside the levels."""
        first = min(self._levels)
        roles = {column: _role_of(self._heading(column)) for column in self._columns}
        left = [column for column in self._columns if column < first]
        self._find_number(left, roles)
        subjects = [column for column in left if roles[column] is ColumnRole.SUBJECT]
        open_ = [column for column in left if roles[column] in (None, ColumnRole.SUBJECT)]
        subject = self._subject_column(subjects or open_ or [c for c in left if roles[c] is ColumnRole.GROUP])
        for column in left:
            if column == subject:
                roles[column] = ColumnRole.SUBJECT
            elif roles[column] in (None, ColumnRole.SUBJECT):
                roles[column] = self._beside_subject(column, subject)
        for column in self._columns:
            if roles[column] is None or (column > first and roles[column] in (ColumnRole.SUBJECT, ColumnRole.GROUP)):
                roles[column] = ColumnRole.LEFT
            if roles[column] is ColumnRole.LEFT:
                heading = self._heading(column) or self._texts_in[column][0]
                self._notice(self._headings.row, Notice.COLUMN_LEFT, name=heading[:_SHOWN])
        return {column: role for column, role in roles.items() if role is not None}

    def _find_number(self, left: Sequence[int], roles: dict[int, ColumnRole | None]) -> None:
        for column in left:
            texts = self._texts_in[column]
            numbered = sum(any(map(str.isdigit, text)) and len(text) <= _SHORT for text in texts)
            if roles[column] is None and len(left) > 1 and numbered == len(texts) and len(set(texts)) == len(texts):
                roles[column] = ColumnRole.NUMBER

    def _subject_column(self, columns: Sequence[int]) -> int:
        """The column that names the subjects: that with the most different texts, the rightmost where several have."""
        counts = Counter({column: len(set(self._texts_in[column])) for column in columns})
        most = max(counts.values(), default=0)
        short = [column for column in columns if counts[column] == most and self._mean_length(column) <= _LONG]
        return max(short or [column for column in columns if counts[column] == most], default=0)

    def _mean_length(self, column: int) -> float:
        texts = self._texts_in[column]
        return sum(map(len, texts)) / max(1, len(texts))

    def _beside_subject(self, column: int, subject: int) -> ColumnRole:
        texts = self._texts_in[column]
        groups = len(set(texts)) < len(self._texts_in[subject])
        if column < subject and groups and self._mean_length(column) <= _LONG:
            return ColumnRole.GROUP
        return ColumnRole.DETAIL if self._mean_length(column) > _SHORT else ColumnRole.LEFT


def _is_number(text: str) -> bool:
    return not isinstance(as_number(text.rstrip("% ")), str)


def _role_of(heading: str) -> ColumnRole | None:
    words = " ".join(heading.lower().split())
    return next((role for role, pattern in _HEADINGS.items() if re.search(pattern, words)), None)


def _joined(subject: RubricSubject, texts: Mapping[int, str]) -> RubricSubject:
    """A subject with the texts of a further row; what is merged from above stands there once."""
    both = dict(subject.texts)
    for number, text in texts.items():
        before = both.get(number, "")
        if len(before) <= LONGEST_TEXT and text not in before.split("\n"):
            both[number] = f"{before}\n{text}".strip()
    return RubricSubject(
        subject.row,
        subject.name,
        subject.number,
        subject.group,
        subject.weight,
        subject.question,
        subject.detail,
        both,
    )
