"""A workbook in which somebody has results: what each column is taken for, and what then stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop.exchange.foreign_models.separated_tables import is_workbook, separated_table
from desktop.exchange.foreign_models.sheet_grids import grids
from desktop.exchange.forms.sheet_cells import SheetCells
from desktop.exchange.model_books.reading import sheets_of_model
from desktop.exchange.past_results.result_subjects import subjects_of
from desktop.exchange.past_results.result_tables import ResultRow, ResultTable, RowNotice, ToldRow, result_table
from desktop.exchange.past_results.subject_index import SubjectIndex
from desktop.model import bounds
from desktop.model.assessment.past_results import PastResult, PastUse
from desktop.model.errors import RefusalError
from desktop.model.maturity.asked import Asked
from desktop.model.maturity.pack import Pack

_SAMPLES = 3
_HEADED, _BARE = 0.5, 0.8
"""Of what stands in a column, the share that must be values of a use: where its heading says so, and where not."""

_TARGET = re.compile(r"\b(targets?|to[- ]be|goals?|desired|wanted|planned|soll|ziel|aim(ed)?|future)\b", re.IGNORECASE)
_NOTE = re.compile(
    r"\b(notes?|comments?|remarks?|evidence|findings?|justifications?|rationales?|observations?|reasons?|"
    r"bemerkung(en)?|kommentare?)\b",
    re.IGNORECASE,
)
_RATING = re.compile(
    r"\b(scores?|ratings?|rated|current|maturity|as[- ]is|actual|levels?|results?|today|status|assessed)\b",
    re.IGNORECASE,
)
_NOTHING = {"", "-", "–", "—", "?", "tbd", "tbc", "n.a", "n.a."}


class ColumnUse(StrEnum):
    """What a column is taken for; `LEFT` for nothing."""

    RATING = PastUse.RATING.value
    NOTE = PastUse.NOTE.value
    TARGET = PastUse.TARGET.value
    ANSWER = PastUse.ANSWER.value
    LEFT = "left"


class ResultColumn(Struct, frozen=True):
    """A column beside the parts.

    Attributes:
        name: its heading, or its letters; of answers, who gave them.
        proposed: what it seems to be.
        samples: a few of the texts in it.
    """

    name: str
    proposed: ColumnUse
    samples: tuple[str, ...]


class Unreadable(StrEnum):
    """Why what stands in a cell is not taken.

    Attributes:
        NO_VALUE: it is none of the values that there are.
        NOT_KEPT: the model has no such thing of this part.
        SEVERAL: several parts are called so.
    """

    NO_VALUE = "no_value"
    NOT_KEPT = "not_kept"
    SEVERAL = "several"


class UnclearResult(Struct, frozen=True):
    """A cell that is not taken.

    Attributes:
        part: what its row is about.
        said: what stands in it.
        offered: the values there are.
    """

    sheet: str
    row: int
    column: str
    part: str
    said: str
    why: Unreadable
    offered: tuple[str, ...] = ()


class SaidResults(Struct, frozen=True):
    """What columns say once each is taken for something."""

    results: tuple[PastResult, ...]
    unclear: tuple[UnclearResult, ...]


class PastWorkbook:
    """A workbook, read once.

    Attributes:
        path: where it is.
        columns: of all its tables; those of one name are one.
        told: what is to be known about rows.
        parts: how many different parts its rows are about.
    """

    def __init__(self, path: Path, tables: Sequence[ResultTable], told: tuple[ToldRow, ...] = ()) -> None:
        """Keep what was read; `open_results` reads."""
        self.path = path
        self._rows = tuple(row for table in tables for row in table.rows)
        by_name: dict[str, list[ResultRow]] = {name: [] for table in tables for name in table.columns}
        for row in self._rows:
            for name in row.cells:
                by_name[name].append(row)
        self.columns = _proposed(by_name)
        self.told: tuple[ToldRow, ...] = (*told, *(each for table in tables for each in table.told))
        self.parts = len({row.subjects[0].part for row in self._rows})

    def uses(self, chosen: Mapping[str, str]) -> dict[str, ColumnUse]:
        """What each column is taken for: as somebody chose, else as proposed.

        One column has the ratings of the team, and one the targets.

        Raises:
            RefusalError: ``past.column_unknown`` with ``column`` and ``known``; ``past.use_unknown`` with ``use`` and
                ``known``; ``past.rated_twice`` with ``columns``: several were chosen for what one has.
        """
        found = {column.name: column.proposed for column in self.columns}
        for name, use in chosen.items():
            if name not in found:
                raise RefusalError("past.column_unknown", column=name, known=tuple(found))
            if use not in [*ColumnUse]:
                raise RefusalError("past.use_unknown", use=use, known=tuple(each.value for each in ColumnUse))
        decided = {name: ColumnUse(use) for name, use in chosen.items()}
        for use in (ColumnUse.RATING, ColumnUse.TARGET):
            named = tuple(name for name, each in decided.items() if each is use)
            if len(named) > 1:
                raise RefusalError("past.rated_twice", columns=named)
            if named:
                found |= {name: ColumnUse.LEFT for name, each in found.items() if each is use}
        return found | decided

    def said(self, uses: Mapping[str, ColumnUse]) -> SaidResults:
        """What stands in the columns, each taken for what `uses` says."""
        results: dict[tuple[str, ...], PastResult] = {}
        notes: dict[str, dict[str, None]] = {}
        unclear: list[UnclearResult] = []
        for row in self._rows:
            for name, text in row.cells.items():
                use = uses.get(name, ColumnUse.LEFT)
                if use is ColumnUse.LEFT or text.strip().casefold() in _NOTHING:
                    continue
                found = _read(row, name, text, PastUse(use.value))
                if isinstance(found, UnclearResult):
                    unclear.append(found)
                    continue
                results[found.use, found.part, found.respondent] = found
                if found.use is PastUse.NOTE:
                    notes.setdefault(found.part, {})[found.said] = None
        taken = (_with_all(each, notes.get(each.part, ())) for each in results.values())
        return SaidResults(tuple(taken), tuple(unclear))


def open_results(path: Path, pack: Pack, questions: Mapping[str, Asked]) -> PastWorkbook:
    """Read a workbook, in a process of its own, or a text with a table, and find what in it is about a model.

    Args:
        path: the workbook.
        pack: the model.
        questions: those that respondents can be asked, by id.

    Raises:
        RefusalError: ``past.no_table`` with ``path`` and ``model``; ``past.columns_many`` with ``path`` and ``limit``;
            ``model.no_workbook``, and what the system causes.
    """
    if is_workbook(path):
        return workbook_of_results(path, sheets_of_model(path), pack, questions)
    table = separated_table(path)
    if table is None:
        raise RefusalError("model.no_workbook", path=path)
    told = (ToldRow(path.name, 1, RowNotice.OLD_LETTERS, ""),) if table.old_letters else ()
    return workbook_of_results(path, (table.cells,), pack, questions, told)


def workbook_of_results(
    path: Path,
    sheets: Sequence[SheetCells],
    pack: Pack,
    questions: Mapping[str, Asked],
    told: tuple[ToldRow, ...] = (),
) -> PastWorkbook:
    """What sheets say about a model; see `open_results`. What is known of the reading is told before the rows."""
    index = SubjectIndex(subjects_of(pack, questions))
    tables = [table for grid in grids(sheets) if (table := result_table(grid, index)) and table.columns]
    if not tables:
        raise RefusalError("past.no_table", path=path, model=pack.name)
    if len({name for table in tables for name in table.columns}) > bounds.RESULT_COLUMNS:
        raise RefusalError("past.columns_many", path=path, limit=bounds.RESULT_COLUMNS)
    return PastWorkbook(path, tables, told)


def _read(row: ResultRow, column: str, text: str, use: PastUse) -> PastResult | UnclearResult:
    taking = [subject for subject in row.subjects if subject.takes(use)]
    if len(taking) != 1:
        why = Unreadable.SEVERAL if taking else Unreadable.NOT_KEPT
        return UnclearResult(row.sheet, row.row, column, row.subjects[0].part, text, why)
    subject = taking[0]
    if use is PastUse.NOTE:
        return PastResult(use, subject.part, text)
    value = subject.readers[use].read(text)
    if value is None:
        offered = subject.readers[use].offered
        return UnclearResult(row.sheet, row.row, column, subject.part, text, Unreadable.NO_VALUE, offered)
    return PastResult(use, subject.part, value, column if use is PastUse.ANSWER else "")


def _with_all(found: PastResult, notes: Iterable[str]) -> PastResult:
    """Of all notes on one part each is kept; of values the last one."""
    return PastResult(found.use, found.part, "\n".join(notes)) if found.use is PastUse.NOTE else found


def _proposed(columns: Mapping[str, Sequence[ResultRow]]) -> tuple[ResultColumn, ...]:
    """What each column seems to be. The ratings stand in one of them, and so do the targets."""
    shares = {name: _shares(name, rows) for name, rows in columns.items()}
    noted = [name for name in columns if _NOTE.search(name)]
    free = [name for name in columns if name not in noted]
    target = next((name for name in free if _TARGET.search(name) and shares[name][PastUse.TARGET] >= _HEADED), None)
    free = [name for name in free if name != target]
    headed = [name for name in free if _RATING.search(name) and shares[name][PastUse.RATING] >= _HEADED]
    rated = headed or [name for name in free if shares[name][PastUse.RATING] >= _BARE]
    newest = max(headed, key=lambda name: (shares[name][PastUse.RATING], headed.index(name)), default=None)
    rating = newest or (rated[0] if len(rated) == 1 else None)
    answers = [name for name in free if name not in (*headed, rating) and shares[name][PastUse.ANSWER] >= _BARE]
    uses = dict.fromkeys(columns, ColumnUse.LEFT) | dict.fromkeys(noted, ColumnUse.NOTE)
    uses |= dict.fromkeys(answers, ColumnUse.ANSWER)
    uses |= {name: use for name, use in ((target, ColumnUse.TARGET), (rating, ColumnUse.RATING)) if name is not None}
    return tuple(
        ResultColumn(name, uses[name], tuple(dict.fromkeys(row.cells[name] for row in rows))[:_SAMPLES])
        for name, rows in columns.items()
    )


def _shares(name: str, rows: Sequence[ResultRow]) -> dict[PastUse, float]:
    """Of what stands in a column, the share that can be each use."""
    texts = [(row, text) for row in rows if (text := row.cells[name]).strip().casefold() not in _NOTHING]
    return {
        use: sum(isinstance(_read(row, name, text, use), PastResult) for row, text in texts) / max(1, len(texts))
        for use in (PastUse.RATING, PastUse.TARGET, PastUse.ANSWER)
    }
