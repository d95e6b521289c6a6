"""A rubric as a pack: each subject is answered by the text that fits best, and results follow as its author says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from desktop.exchange.foreign_models.foreign_model import (
    AnswerSheet,
    ForeignForm,
    ForeignModel,
    ModelNotice,
    Notice,
    Topic,
)
from desktop.exchange.foreign_models.pack_heads import head_of
from desktop.exchange.foreign_models.rubric_tables import RubricSubject, RubricTable
from desktop.exchange.foreign_models.tree_values import GradeWords, PartIds, as_number, entries_at, fitting, list_of
from desktop.exchange.model_books.places import SourcePlaces
from desktop.model import bounds
from desktop.model.maturity.faults import Fault, FaultCode
from desktop.model.maturity.nodes import Entries

AVERAGE, WEAKEST, SUM = "average", "weakest", "sum"
COMBINED = {AVERAGE: "mean", WEAKEST: "min", SUM: "sum"}
YES, NO = "yes", "no"
LEFT_OUT, LOWEST = "left_out", "lowest"
EXACT, DOWN, NEAREST = "exact", "down", "nearest"
ALL_TABLES = "all"
_ROUNDED = {DOWN: {"how": "down"}, NEAREST: {"how": "half_up"}}
_LONGEST_NAME = 120


def rubric_model(path: Path, tables: Sequence[RubricTable], places: SourcePlaces, sheet: AnswerSheet) -> ForeignModel:
    """The model that one of the rubrics of a workbook is, or all of them together."""
    chosen = _chosen(tables, sheet)
    notices = [notice for table in chosen for notice in table.notices]
    faults = [fault for table in chosen for fault in _faults(table, places)]
    root = _Rubric(chosen, places, sheet, notices).root(path) if chosen else None
    sheet.refuse_unasked()
    return ForeignModel(
        ForeignForm.RUBRIC,
        path,
        places,
        tuple(sheet.questions),
        tuple(sheet.missing),
        tuple(notices[: bounds.PACK_FAULTS]),
        tuple(faults[: bounds.PACK_FAULTS]),
        None if sheet.missing else root,
    )


def _chosen(tables: Sequence[RubricTable], sheet: AnswerSheet) -> list[RubricTable]:
    if len(tables) == 1:
        return list(tables)
    alike = len({table.headings.numbers for table in tables}) == 1
    choices = [str(number) for number in range(1, len(tables) + 1)] + [ALL_TABLES] * alike
    told = tuple(f"{table.sheet}, {table.headings.row}: {table.title}".rstrip(": ") for table in tables)
    said = sheet.ask(Topic.TABLE, choices, tables=told)
    if said == ALL_TABLES:
        return list(tables)
    return [tables[int(said) - 1]] if said else []


def _faults(table: RubricTable, places: SourcePlaces) -> Iterator[Fault]:
    for row in table.unclear:
        yield Fault(places.line(table.sheet, row), FaultCode.CELL_UNCLEAR, {})
    for row, first, name in table.twice:
        yield Fault(places.line(table.sheet, row), FaultCode.SUBJECT_TWICE, {"name": name, "first": first})
    numbers = table.headings.numbers
    for number in sorted({number for number in numbers if numbers.count(number) > 1}):
        yield Fault(places.line(table.sheet, table.headings.row), FaultCode.LEVEL_TWICE, {"number": number})


class _Rubric:
    """Makes the tree of a pack."""

    def __init__(
        self,
        tables: Sequence[RubricTable],
        places: SourcePlaces,
        sheet: AnswerSheet,
        notices: list[ModelNotice],
    ) -> None:
        self._tables = tables
        self._places = places
        self._notices = notices
        self._subjects = 0
        self._line = places.line(tables[0].sheet, tables[0].headings.row)
        self._grouped = {self._group(table, subject) for table in tables for subject in table.subjects} != {""}
        self._sheet = sheet
        self._result = sheet.ask(Topic.RESULT, tuple(COMBINED))
        self._within = (
            sheet.ask(Topic.GROUPS, tuple(COMBINED), default=self._result or AVERAGE) if self._grouped else ""
        )
        self._weighted = self._weighs()
        self._first = self._lowest()
        self._open = sheet.ask(Topic.OPEN, (LEFT_OUT, LOWEST), default=LEFT_OUT)
        self._rounding = EXACT
        if AVERAGE in (self._result, self._within):
            self._rounding = sheet.ask(Topic.ROUNDING, (EXACT, DOWN, NEAREST), default=EXACT)
        self._shared = not any(subject.texts for table in tables for subject in table.subjects)
        self._tell_levels()

    def root(self, path: Path) -> Entries:
        """The whole pack."""
        title = self._tables[0].title if len(self._tables) == 1 else ""
        scales: list[Entries] = []
        parts: list[Entries] = []
        ids, groups = PartIds("ALL"), dict[str, str]()
        for table in self._tables:
            for subject in table.subjects:
                line = self._places.line(table.sheet, subject.row)
                group = self._group(table, subject)
                if group and group not in groups:
                    groups[group] = ids.of("", f"G{len(groups) + 1}")
                    parts.append(
                        entries_at(line, {"id": groups[group], "kind": "group", "parent": "ALL", **_named(group)})
                    )
                scale = "level" if self._shared else f"s{len(scales) + 1}"
                if not (self._shared and scales):
                    scales.append(self._scale(table, subject, scale, line))
                parts.append(self._part(subject, line, ids, groups.get(group, "ALL"), scale))
        head = head_of(self._sheet, path, title, self._line)
        root_part = entries_at(self._line, {"id": "ALL", "kind": "model", "name": title[:_LONGEST_NAME] or None})
        return Entries(
            0,
            {
                **head,
                **entries_at(
                    self._line,
                    {"scales": list_of(scales), "kinds": list(self._kinds()), "parts": list_of([root_part, *parts])},
                ).by_key,
            },
        )

    def _group(self, table: RubricTable, subject: RubricSubject) -> str:
        if subject.group or len(self._tables) == 1:
            return subject.group
        return table.title or table.sheet

    def _part(self, subject: RubricSubject, line: int, ids: PartIds, parent: str, scale: str) -> Entries:
        weight = as_number(subject.weight.rstrip("% ")) if self._weighted and subject.weight else None
        self._subjects += 1
        found = ids.of(subject.number, f"S{self._subjects}")
        return entries_at(
            line,
            {
                "id": found,
                "kind": "subject",
                "parent": parent,
                "weight": weight,
                "scale": None if self._shared else scale,
                "label": subject.number if subject.number not in ("", found) else None,
                **_named(subject.name),
                "text": fitting(subject.detail or subject.name),
                "question": fitting(subject.question) or None,
            },
        )

    def _scale(self, table: RubricTable, subject: RubricSubject, scale: str, line: int) -> Entries:
        words = GradeWords()
        choices = []
        for level in sorted(table.headings.columns, key=lambda level: level.number):
            number = level.number + self._first
            choice = {
                "id": words.of(level.name or f"level {number}"),
                "value": number,
                "name": f"{number} {level.name}".strip(),
                "meaning": fitting(subject.texts.get(level.number, "")) or None,
            }
            choices.append(entries_at(line, choice))
        return entries_at(line, {"id": scale, "choices": list_of(choices)})

    def _kinds(self) -> Iterator[Mapping[str, object]]:
        yield {"id": "model", **self._rule(self._result, weighted=self._weighted and not self._grouped)}
        if self._grouped:
            yield {"id": "group", **self._rule(self._within, weighted=self._weighted)}
        yield {"id": "subject", "asked": True, "scale": "level" if self._shared else None}

    def _rule(self, said: str, *, weighted: bool) -> dict[str, object]:
        rule: dict[str, object] = {"combine": COMBINED.get(said, "mean")}
        if weighted:
            rule["weights"] = "given"
        if said == AVERAGE and self._rounding in _ROUNDED:
            rule["round"] = _ROUNDED[self._rounding]
        if self._open == LOWEST:
            rule["blanks"] = {"unanswered": "lowest", "dont_know": "lowest"}
        return rule

    def _weighs(self) -> bool:
        """Whether the weights count; where they cannot, that is told."""
        by_group: dict[str, list[object]] = {}
        for table in self._tables:
            for subject in table.subjects:
                weight = as_number(subject.weight.rstrip("% ")) if subject.weight else 1
                by_group.setdefault(self._group(table, subject) if self._grouped else "", []).append(weight)
        if not any(subject.weight for table in self._tables for subject in table.subjects):
            return False
        rule = self._within if self._grouped else self._result
        differ = any(len(set(weights)) > 1 for weights in by_group.values())
        if (rule and rule == WEAKEST) or not differ:
            self._notices.append(ModelNotice(self._line, Notice.WEIGHTS_LEFT, {"alike": not differ}))
            return False
        return self._sheet.ask(Topic.WEIGHTS, (YES, NO), default=YES) == YES

    def _lowest(self) -> int:
        """What is added to the numbers of levels that are only named, and counted from 1."""
        if all(table.headings.numbered for table in self._tables):
            return 0
        name = self._tables[0].headings.columns[0].name
        return int(self._sheet.ask(Topic.FIRST, ("0", "1"), default="1", name=name)) - 1

    def _tell_levels(self) -> None:
        for table in self._tables:
            numbers, line = list(table.headings.numbers), self._places.line(table.sheet, table.headings.row)
            if numbers != sorted(numbers):
                self._notices.append(ModelNotice(line, Notice.LEVELS_TURNED))
            missing = sorted(set(range(min(numbers), max(numbers))) - set(numbers))
            if missing:
                facts = {"levels": tuple(map(str, missing))}
                self._notices.append(ModelNotice(line, Notice.LEVEL_MISSING, facts))


def _named(name: str) -> dict[str, object]:
    return {"name": name[:_LONGEST_NAME]}
