"""Workbooks in which people keep results of their own."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from desktop.exchange.forms.form_worker import sheets_in
from desktop.exchange.past_results.past_workbooks import ColumnUse, workbook_of_results
from desktop.exchange.past_results.result_subjects import subjects_of
from desktop.exchange.past_results.told_results import told_lines
from desktop.model.assessment import Assessment
from desktop.model.assessment.past_results import PastUse
from desktop.model.errors import RefusalError
from desktop.model.maturity.asked import Asked
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.questionnaire import asked_by_id, scales
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.foreign_models.books import book
from tests.own_rules import own_rules

_HEADINGS = {PastUse.RATING: "Rating", PastUse.TARGET: "Target", PastUse.ANSWER: "P-01"}


@cache
def models() -> tuple[Pack, ...]:
    """One of every scheme, and one with rules of its own."""
    return tiny_pack(), tiny_streams(), tiny_criteria(), own_rules("numbers-with-targets")


def questions(pack: Pack) -> dict[str, Asked]:
    """Those of a model that respondents can be asked."""
    return asked_by_id(pack, scales(pack)[0].id)


@cache
def seeds() -> list[bytes]:
    """For each model a workbook with what can be said of each of its parts."""
    with tempfile.TemporaryDirectory() as folder:
        return [book(Path(folder, "a.xlsx"), {"A": _rows(pack)}).read_bytes() for pack in models()]


def _rows(pack: Pack) -> list[list[object]]:
    rows: list[list[object]] = [["ID", "Name", "Notes", *_HEADINGS.values()]]
    for part in subjects_of(pack, questions(pack)):
        said = [next(iter(part.readers[use].offered), "") if part.takes(use) else None for use in _HEADINGS]
        rows.append([part.part, next(iter(part.texts), ""), "seen", *said])
    return rows


def take(path: Path) -> None:
    """As `results --take` does, in this process; what was taken is sound, also with a column taken otherwise.

    Raises:
        RefusalError: it speaks of none of the models, or what it says cannot be taken.
    """
    sheets = sheets_in(path)
    for pack in models():
        try:
            found = workbook_of_results(path, sheets, pack, questions(pack))
        except RefusalError:
            if pack is models()[-1]:
                raise
            continue
        with (
            tempfile.TemporaryDirectory(dir=path.parent) as folder,
            Assessment.create(Path(folder, "a.maturity"), [pack], author="Ada") as assessment,
        ):
            for use in (None, *ColumnUse):
                said = found.said(found.uses({} if use is None else {found.columns[-1].name: use}))
                list(told_lines(found, said))
                assessment.past.effects(pack.id, said.results, {})
                assessment.past.take(pack.id, said.results, {}, replaces=True)
            assert assessment.check() == ()
        return
