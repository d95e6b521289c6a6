"""Every string a user reads goes through gettext, at use time, and as one whole."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.repository import ROOT as TOP
from tests.architecture.repository import tree as parsed

ROOT = TOP / "desktop"
SPEAKING = {
    "Card", "Column", "DateField", "Elided", "Label", "LineField", "QAction", "QCheckBox", "QGroupBox", "QLabel",
    "QPushButton", "QRadioButton", "QToolButton", "Radar", "Staircase", "Table", "Tag", "TextField", "addAction",
    "addItem", "addMenu", "addRow", "addTab", "add_button", "plain_tip", "refused", "say", "setAccessibleDescription",
    "setAccessibleName", "setPlaceholderText", "setText", "setTitle", "setToolTip", "setWindowTitle", "tell",
    "tell_of_step", "unmarked",
}  # fmt: skip
STYLES = {"Elided", "Label", "Tag", "say", "tell"}
MARKS = {"_", "N_", "NC_", "NN_", "ngettext", "pgettext"}
OUR_NAME = "Maturity Workbench"


def modules() -> list[Path]:
    return sorted(path for folder in ("ui", "wording", "exchange", "cli") for path in (ROOT / folder).rglob("*.py"))


def name_of(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        of_a_class = isinstance(call.func.value, ast.Name) and call.func.value.id.startswith("Q")
        return "" if of_a_class else call.func.attr
    return getattr(call.func, "id", "")


def untranslated(tree: ast.AST) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or name_of(node) not in SPEAKING:
            continue
        spoken = node.args[:1] if name_of(node) in STYLES else node.args[:2]
        spoken = [*spoken, *(k.value for k in node.keywords if k.arg in {"tip", "text", "note", "heading"})]
        for argument in spoken:
            literal = argument.value if isinstance(argument, ast.Constant) else None
            if isinstance(literal, str) and OUR_NAME not in literal and sum(c.isalpha() for c in literal) > 1:
                found.append((node.lineno, literal))
    return found


def broken(tree: ast.AST) -> list[int]:
    """Lines where gettext is given something it cannot extract."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and name_of(node) in MARKS and node.args
        and any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in node.args[:2])
    ]  # fmt: skip


def early(tree: ast.Module) -> list[int]:
    """Lines where a string is translated while the module is imported."""
    return [
        node.lineno
        for statement in tree.body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and name_of(node) in {"_", "counted", "ngettext", "pgettext"}
    ]


def faults(path: Path) -> list[tuple[str, object]]:
    tree = parsed(path)
    found: list[tuple[str, object]] = [("broken", broken(tree)), ("early", early(tree))]
    if path.is_relative_to(ROOT / "ui"):
        found.append(("untranslated", untranslated(tree)))
    return [(kind, lines) for kind, lines in found if lines]


def test_strings_can_be_translated():
    paths = modules()
    assert len(paths) > 500
    wrong = {path.relative_to(ROOT).as_posix(): found for path in paths if (found := faults(path))}
    assert wrong == {}


def test_the_check_finds_what_it_looks_for():
    tree = ast.parse('Label("Hello")\nx = _("early")\n_(f"a {b}")\nbutton.setText(_("fine"))\nLabel(_("x"), "mute")')
    assert untranslated(tree) == [(1, "Hello")]
    assert early(tree) == [2, 3, 4, 5]
    assert broken(tree) == [3]
