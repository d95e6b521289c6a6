"""A further rating scheme is a line in each place that chooses by it; nobody else asks a model for its scheme."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.repository import modules, relative, tree

CHOOSING = {
    "desktop/model/maturity/pack.py": "what a pack holds",
    "desktop/model/maturity/scheme_settings.py": "what a pack can set",
    "desktop/model/maturity/checking.py": "what makes it sound",
    "desktop/model/maturity/questionnaire.py": "what is asked",
    "desktop/model/maturity/short_forms/expanding.py": "its rules",
    "desktop/model/scoring/engine.py": "its result",
    "desktop/wording/model_words/__init__.py": "its words",
    "desktop/exchange/tables/model_tables.py": "its tables",
    "desktop/exchange/workbook/results_book.py": "its sheet for the sponsor",
    "desktop/exchange/figures/kinds.py": "its figures",
    "desktop/exchange/figures/compared_radar.py": "its radar of two times",
    "desktop/exchange/model_books/sheets.py": "the sheets of its pack as a workbook",
    "desktop/ui/pages/model/outline.py": "its outline",
    "desktop/ui/pages/ratings/page.py": "where it is rated",
    "desktop/ui/pages/overview/page.py": "its cards",
}
"""Modules that choose by scheme, each one thing and once."""

NAMING = {
    "desktop/model/maturity/vocabulary.py": "names the schemes",
    "desktop/model/maturity/by_scheme.py": "chooses for all others",
    "desktop/model/maturity/parts_pack.py": "makes a pack of the scheme that no pack names",
    "desktop/model/maturity/shelf.py": "sums a pack up",
    "desktop/model/maturity/freezing.py": "tells the two forms of packs apart",
    "desktop/model/maturity/checking_settings.py": "says under which scheme a setting means nothing",
    "desktop/model/assessment/adoptions.py": "lets no version of another scheme take a place",
    "desktop/cli/scores.py": "tells it to programs",
}
"""Modules that name a scheme, or what a pack says of its own, and why."""


def test_who_chooses_by_scheme_is_known() -> None:
    found = {relative(path): times for path in _speaking() if (times := _chooses(tree(path)))}
    assert found == dict.fromkeys(CHOOSING, 1), "let one of these choose, or ask the content or the result what it is"


def test_nobody_else_names_one() -> None:
    found = {relative(path) for path in _speaking() if _names(tree(path))}
    assert found == NAMING.keys(), "choose with `ByScheme` where its layer does, or ask what the model holds"


@pytest.mark.parametrize("source", ["pack.scheme is own", "match it.scheme:\n    case x: pass", "Scheme.STAGED"])
def test_ways_of_asking_are_noticed(source: str) -> None:
    assert _names(ast.parse(source))


def test_ways_of_choosing_are_noticed() -> None:
    assert _chooses(ast.parse("_X = ByScheme(staged=1)\n_Y = ByScheme[int](staged=1)")) == 2
    assert not _chooses(ast.parse("class ByScheme(Struct): pass"))


def _speaking() -> list[Path]:
    """The modules that speak of schemes at all; the others need not be parsed."""
    return [path for path in modules("desktop") if "cheme" in path.read_text(encoding="utf-8")]


def _names(module: ast.Module) -> bool:
    """Whether it names a member of `Scheme`, or reads which one something is of."""
    return any(
        isinstance(node, ast.Attribute)
        and (node.attr == "scheme" or (isinstance(node.value, ast.Name) and node.value.id == "Scheme"))
        for node in ast.walk(module)
    )


def _chooses(module: ast.Module) -> int:
    """How often it says something for each scheme."""
    calls = (node.func for node in ast.walk(module) if isinstance(node, ast.Call))
    plain = (func.value if isinstance(func, ast.Subscript) else func for func in calls)
    return sum(isinstance(func, ast.Name) and func.id == "ByScheme" for func in plain)
