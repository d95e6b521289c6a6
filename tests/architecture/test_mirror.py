"""Every module has its test, in the same place under tests/."""

from __future__ import annotations

from tests.architecture.repository import ROOT, modules, relative

ELSEWHERE = {
    "desktop/model/errors.py": "a value; every refusal's test uses it",
}
"""Modules without a test of their own and why. Only ever take lines away."""

MODULES = [path for path in modules("desktop") if path.name != "__init__.py" and "ui" not in path.parts]


def test_a_module_has_its_test_or_a_reason():
    assert {relative(path) for path in MODULES if not _twin(path).exists()} == ELSEWHERE.keys()


def _twin(path):
    place = path.relative_to(ROOT / "desktop")
    return ROOT / "tests" / place.parent / f"test_{place.name}"
