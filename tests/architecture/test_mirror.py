"""Every module has its test, in the same place under tests/."""

from __future__ import annotations

from tests.architecture.repository import ROOT, modules, relative

AS_A_WHOLE = {
    "desktop/exchange/figures": "tests/exchange/figures/test_figures.py",
    "desktop/exchange/foreign_models": "tests/exchange/foreign_models/test_foreign_models.py",
    "desktop/exchange/follow_ups": "tests/exchange/follow_ups/test_note_files.py",
    "desktop/exchange/forms": "tests/exchange/forms/test_writer.py",
    "desktop/exchange/model_books": "tests/exchange/model_books/test_model_books.py",
    "desktop/exchange/past_results": "tests/exchange/past_results/test_past_workbooks.py",
    "desktop/exchange/portable": "tests/exchange/portable/test_portable.py",
    "desktop/exchange/reports": "tests/exchange/reports/test_word.py",
    "desktop/exchange/schedules": "tests/exchange/schedules/test_schedule_files.py",
    "desktop/exchange/slides": "tests/exchange/slides/test_slides.py",
    "desktop/exchange/tables": "tests/exchange/tables/test_tables.py",
    "desktop/exchange/trackers": "tests/exchange/trackers/test_reading.py",
    "desktop/exchange/travelling": "tests/exchange/travelling/test_travelling.py",
    "desktop/exchange/workbook": "tests/exchange/workbook/test_books.py",
    "desktop/exchange/workbook/live": "tests/exchange/workbook/test_live.py",
    "desktop/wording/model_words": "tests/wording/model_words/test_model_words.py",
    "desktop/model/planning/budgeted": "tests/model/planning/budgeted/test_best_plan.py",
    "desktop/model/evaluation": "tests/model/evaluation/test_evaluate.py",
    "desktop/model/vetting": "tests/model/vetting/test_vetting.py",
}
"""Folders whose modules are parts of one document, engine, search or check: their test looks at the whole."""

ELSEWHERE = {
    "desktop/model/errors.py": "a value; the test of every refusal uses it",
    "desktop/model/maturity/faults.py": "values; tests/wording/test_pack_faults.py knows them all",
    "desktop/model/maturity/nodes.py": "tests/model/maturity/test_yaml_tree.py",
    "desktop/model/maturity/vocabulary.py": "words",
    "desktop/model/scoring/distribution.py": "tests/model/scoring/test_indexes.py",
    "desktop/model/scoring/inputs.py": "values",
    "desktop/model/scoring/results.py": "values",
    "desktop/model/scoring/vocabulary.py": "words",
    "desktop/wording/exports.py": "tests/exchange/test_export.py",
    "desktop/wording/form_instructions.py": "tests/exchange/forms/test_writer.py",
}
"""Modules without a test of their own: what they are, or where they are tested. Only ever take lines away."""

MODULES = [path for path in modules("desktop") if path.name != "__init__.py" and "ui" not in path.parts]


def test_a_module_has_its_test_or_a_reason():
    alone = {relative(path) for path in MODULES if not _twin(path).exists() and not _is_part(path)}
    assert alone == ELSEWHERE.keys()


def test_tests_that_are_named_are_there():
    named = {test for test in (*AS_A_WHOLE.values(), *ELSEWHERE.values()) if test.startswith("tests/")}
    assert not [test for test in named if not (ROOT / test.split()[0]).exists()]


def _twin(path):
    place = path.relative_to(ROOT / "desktop")
    return ROOT / "tests" / place.parent / f"test_{place.name}"


def _is_part(path):
    return relative(path.parent) in AS_A_WHOLE
