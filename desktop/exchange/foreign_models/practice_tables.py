"""Tables of practices, each tagged with the level that asks for it, as capability models publish them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from desktop.exchange.foreign_models.foreign_model import (
    AnswerSheet,
    ForeignForm,
    ForeignModel,
    ModelNotice,
    Notice,
    Topic,
)
from desktop.exchange.foreign_models.pack_heads import head_of
from desktop.exchange.foreign_models.sheet_grids import SheetGrid
from desktop.exchange.foreign_models.tree_values import LONGEST_TEXT, PartIds, entries_at, fitting, list_of
from desktop.exchange.model_books.places import SourcePlaces
from desktop.language import _
from desktop.model import bounds
from desktop.model.maturity.faults import Fault, FaultCode
from desktop.model.maturity.nodes import Entries

FOUR, YES_NO = "four_grades", "yes_no"
LARGELY, FULLY_BELOW = "largely", "fully_below"

_FIRST_ROWS = 30
_LEVEL = re.compile(
    r"^(mil|ml|maturity|level|maturity (indicator )?level|capability( level)?|process capability level|cmmi level)$",
    re.IGNORECASE,
)
_PRACTICE = re.compile(
    r"^((base |management |key )?practices?|activity|activities|"
    r"(practice|activity|control) (text|description|statement)|"
    r"practice/activity|requirements?|statements?|text|description)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^((practice|activity|control|requirement) )?(id|ids|no\.?|nr\.?|#|ref\.?|reference|code|number)$", re.IGNORECASE
)
_GROUP = re.compile(
    r"^((focus|process|capability|governance|management|governance/management) )?"
    r"(domains?|objectives?|areas?|process(es)?|category|categories|functions?|goals?|groups?|practices?|purposes?)"
    r"( (names?|titles?))?$",
    re.IGNORECASE,
)
_HELP = re.compile(r"\b(help|guidance|notes?|explanation|example|rationale|detail)", re.IGNORECASE)
_LEVEL_TEXT = re.compile(r"(?:mil|ml|cl|level|l)?[\s-]*(\d{1,2})(?:\.0)?", re.IGNORECASE)
_HIGHEST = 20
_GRADES = ("NI", "PI", "LI", "FI")
_SHOWN = 60


class PracticeRow(Struct, frozen=True):
    """A practice as it is listed.

    Attributes:
        row: of the sheet.
        number: as the model numbers it.
        text: of the practice.
        level: as it is written.
        groups: what it stands under, from the outermost.
        detail: what else is said of it.
    """

    row: int
    number: str
    text: str
    level: str
    groups: tuple[str, ...]
    detail: str


class PracticeTable(Struct, frozen=True):
    """A table of practices.

    Attributes:
        sheet: title of its sheet.
        heading: row of its headings.
        level: what the column of levels is called.
        title: what stands above it.
        rows: the practices.
        left: rows that say nothing of a practice, and columns that are left out.
    """

    sheet: str
    heading: int
    level: str
    title: str
    rows: tuple[PracticeRow, ...]
    left: tuple[ModelNotice, ...]


def practice_table(grids: Sequence[SheetGrid], places: SourcePlaces) -> PracticeTable | None:
    """The first table of practices in a workbook, with what stands under the same headings on other sheets."""
    for grid in grids:
        for row in list(grid.rows)[:_FIRST_ROWS]:
            texts = {column: " ".join(text.split()) for column, text in grid.own(row).items()}
            level = next((column for column, text in texts.items() if _LEVEL.fullmatch(text)), None)
            practice = [column for column, text in texts.items() if _PRACTICE.fullmatch(text)]
            if level is not None and practice:
                found = _table(grid, row, texts, (level, practice[-1]), places)
                if found.rows:
                    return found
    return None


def _table(
    grid: SheetGrid, heading: int, texts: Mapping[int, str], found: tuple[int, int], places: SourcePlaces
) -> PracticeTable:
    level, practice = found
    number = [column for column, text in texts.items() if _NUMBER.fullmatch(text)]
    helped = [column for column, text in texts.items() if _HELP.search(text) and column not in (*found, *number)]
    groups = [
        column
        for column, text in texts.items()
        if _GROUP.fullmatch(text) and column not in (*found, *number) and column < practice
    ]
    notices = [
        ModelNotice(places.line(grid.title, heading), Notice.COLUMN_LEFT, {"name": text[:_SHOWN]})
        for column, text in texts.items()
        if column not in {*found, *number, *helped, *groups}
    ]
    rows, above = [], dict.fromkeys(groups, "")
    for row, _texts in grid.below(heading):
        for at, column in enumerate(groups):
            if text := grid.text(row, column):
                if text != above[column]:
                    above |= dict.fromkeys(groups[at + 1 :], "")
                above[column] = text
        text = grid.text(row, practice)
        if not text or not grid.text(row, level):
            first = next(iter(grid.rows[row].values()))
            notices.append(ModelNotice(places.line(grid.title, row), Notice.ROW_LEFT, {"text": first[:_SHOWN]}))
            continue
        numbers = next(filter(None, (grid.text(row, column) for column in number)), "")
        detail = "\n".join(filter(None, (grid.text(row, column) for column in helped)))
        under = tuple(filter(None, above.values()))
        rows.append(PracticeRow(row, numbers, text, grid.text(row, level), under, detail))
    if any(row.groups for row in rows):
        rows = [replace(row, groups=row.groups or (_("Further practices"),)) for row in rows]
    title = next((text for row, each in grid.rows.items() if row < heading for text in each.values()), "")
    return PracticeTable(grid.title, heading, texts[level], title, tuple(rows), tuple(notices))


def practice_model(path: Path, table: PracticeTable, places: SourcePlaces, sheet: AnswerSheet) -> ForeignModel:
    """The model that a table of practices is: the highest level of which, and of all below, the practices are done."""
    notices = list(table.left)
    builder = _Practices(table, places, sheet, notices)
    root = builder.root(path)
    sheet.refuse_unasked()
    return ForeignModel(
        ForeignForm.PRACTICE_TABLE,
        path,
        places,
        tuple(sheet.questions),
        tuple(sheet.missing),
        tuple(notices[: bounds.PACK_FAULTS]),
        tuple(builder.faults[: bounds.PACK_FAULTS]),
        None if sheet.missing else root,
    )


class _Practices:
    """Makes the tree of a pack."""

    def __init__(
        self, table: PracticeTable, places: SourcePlaces, sheet: AnswerSheet, notices: list[ModelNotice]
    ) -> None:
        self._table = table
        self._places = places
        self._sheet = sheet
        self._notices = notices
        self.faults: list[Fault] = []
        guess = FULLY_BELOW if "capab" in table.level.lower() else LARGELY
        self._answers = sheet.ask(Topic.ANSWERS, (FOUR, YES_NO), default=FOUR)
        self._rule = LARGELY
        if self._answers == FOUR:
            self._rule = sheet.ask(Topic.LEVEL, (LARGELY, FULLY_BELOW), default=guess)
        self._levels = sorted({level for row in table.rows if (level := self._level(row)) is not None})

    def root(self, path: Path) -> Entries:
        """The whole pack."""
        head = head_of(self._sheet, path, self._table.title, self._line(self._table.heading))
        groups: dict[tuple[str, ...], str] = {}
        deep: Counter[int] = Counter()
        ids, parts = PartIds("ALL"), list[Entries]()
        for row in self._table.rows:
            for depth in range(1, len(row.groups) + 1):
                under = row.groups[:depth]
                if under not in groups:
                    deep[depth] += 1
                    groups[under] = ids.of(_numbered(under[-1]), f"{'GHIJ'[min(depth, 4) - 1]}{deep[depth]}")
                    parts.append(self._group(row, under, groups))
            parts.append(self._practice(row, ids, groups))
        if ids.changed:
            self._notices.append(ModelNotice(0, Notice.IDS_CHANGED, {"count": ids.changed}))
        root = {"id": "ALL", "kind": "model" if groups else "group", "name": self._table.title[:_SHOWN] or None}
        body = {
            "scales": [self._scale()],
            "kinds": list(self._kinds(grouped=bool(groups))),
            "parts": list_of([entries_at(self._line(self._table.heading), root), *parts]),
        }
        return Entries(0, {**head, **entries_at(self._line(self._table.heading), body).by_key})

    def _line(self, row: int) -> int:
        return self._places.line(self._table.sheet, row)

    def _group(self, row: PracticeRow, under: tuple[str, ...], groups: Mapping[tuple[str, ...], str]) -> Entries:
        parent = groups.get(under[:-1], "ALL")
        name = under[-1].removeprefix(groups[under]).strip(" :.–—-") or under[-1]
        found = {"id": groups[under], "kind": "group", "parent": parent, "name": name[:120]}
        return entries_at(self._line(row.row), found)

    def _practice(self, row: PracticeRow, ids: PartIds, groups: Mapping[tuple[str, ...], str]) -> Entries:
        level = self._level(row)
        if level is None:
            line = self._line(row.row)
            self.faults.append(
                Fault(line, FaultCode.LEVEL_UNCLEAR, {"text": row.level[:_SHOWN], "column": self._table.level})
            )
        if len(row.text) > LONGEST_TEXT:
            self._notices.append(ModelNotice(self._line(row.row), Notice.TEXTS_CUT, {"count": 1}))
        return entries_at(
            self._line(row.row),
            {
                "id": ids.of(row.number, f"P{row.row}"),
                "kind": "practice",
                "parent": groups.get(row.groups, "ALL"),
                "level": level,
                "text": fitting(row.text),
                "detail": fitting(row.detail) or None,
            },
        )

    @staticmethod
    def _level(row: PracticeRow) -> int | None:
        found = _LEVEL_TEXT.fullmatch(row.level.strip())
        return int(found[1]) if found and int(found[1]) <= _HIGHEST else None

    def _scale(self) -> Mapping[str, object]:
        if self._answers == YES_NO:
            return {"id": "done", "grades": ["not_done", "done"]}
        names = (_("Not in place"), _("Partially in place"), _("Largely in place"), _("Fully in place"))
        return {"id": "done", "choices": [{"id": id_, "name": name} for id_, name in zip(_GRADES, names, strict=True)]}

    def _kinds(self, *, grouped: bool) -> Iterator[Mapping[str, object]]:
        if grouped:
            yield {"id": "model", "combine": "min"}
        open_ = {"unanswered": "lowest", "dont_know": "lowest"}
        yield {"id": "group", "over": "practice", "ladder": self._ladder(), "blanks": open_}
        yield {"id": "practice", "scale": "done", "asked": True}

    def _ladder(self) -> Mapping[str, object]:
        reached = {"at_least": "done" if self._answers == YES_NO else "LI"}
        below = {"at_least": "FI"} if self._rule == FULLY_BELOW else reached
        levels = self._levels or [1]
        floor = min(levels) - 1 if min(levels) else 0
        if levels == list(range(floor + 1, max(levels) + 1)):
            return {"floor": floor, "top": max(levels), "here": reached, "below": below}
        steps = [
            {"level": level, "needs": [{"level": [level], **reached}, *self._below(levels, level, below)]}
            for level in levels
            if level > floor
        ]
        return {"floor": floor, "top": max(levels), "levels": steps}

    @staticmethod
    def _below(levels: Sequence[int], level: int, below: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
        if lower := [each for each in levels if each < level]:
            yield {"level": lower, **below}


def _numbered(text: str) -> str:
    """The number in front of a heading, such as ``EDM01`` of “EDM01 Set the frame” or ``ASSET-1``."""
    first = text.partition(" ")[0].strip(" :.–—-")
    return first if len(first) <= 14 and first.upper() == first and any(map(str.isalnum, first)) else ""
