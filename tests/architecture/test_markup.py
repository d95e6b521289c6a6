"""No string from a file is ever markup: widgets show plain text, and one place decides about tooltips."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.repository import modules, relative, tree

MARKUP = {
    "QLabel": {"desktop/ui/widgets/text.py"},
    "QTextBrowser": {"desktop/ui/widgets/reading_text.py", "desktop/ui/printed_page.py"},
    "QTextEdit": set(),
    "QMessageBox": set(),
    "QErrorMessage": set(),
    "QWhatsThis": set(),
    "setHtml": {"desktop/ui/pages/model/reading.py", "desktop/ui/copying.py", "desktop/ui/printed_page.py"},
    "insertHtml": set(),
    "appendHtml": set(),
    "setTextFormat": {"desktop/ui/widgets/text.py"},
    "setWhatsThis": set(),
}
"""What can show markup, with the modules that may use it."""


def test_what_can_show_markup_stands_where_it_is_watched():
    found = [
        (relative(path), line, name)
        for path in modules("desktop/ui")
        for line, name in _uses(tree(path))
        if relative(path) not in MARKUP[name]
    ]
    assert not found, "use desktop.ui.widgets.text.Label"


def test_every_tooltip_is_made_plain():
    found = [(relative(path), line) for path in modules("desktop/ui") for line in _bare_tips(tree(path))]
    assert not found, "wrap the text in desktop.ui.widgets.tips.plain_tip"


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        ("button.setToolTip(name)", True),
        ("item.setToolTip(0, name)", True),
        ("button.setToolTip(plain_tip(name))", False),
        ("item.setToolTip(0, plain_tip(name))", False),
        ("QToolTip.showText(place, name)", True),
        ("QToolTip.showText(place, plain_tip(name), view)", False),
        ("def data(self, role):\n    if role == Qt.ItemDataRole.ToolTipRole:\n        return self.name", True),
        (
            "def data(self, role):\n    if role == Qt.ItemDataRole.ToolTipRole:\n        return plain_tip(self.name)",
            False,
        ),
    ],
)
def test_what_a_bare_tooltip_is(source: str, bare: bool):
    assert bool(list(_bare_tips(ast.parse(source)))) is bare


def _uses(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Where something that can show markup is made, called or inherited from."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in MARKUP:
                yield node.lineno, name
        elif isinstance(node, ast.ClassDef):
            for base in node.bases:
                if isinstance(base, ast.Name) and base.id in MARKUP:
                    yield node.lineno, base.id


def _bare_tips(module: ast.Module) -> Iterator[int]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if (
                node.func.attr in ("setToolTip", "showText")
                and _is_tip(node.func)
                and not any(map(_is_plain, node.args))
            ):
                yield node.lineno
        elif isinstance(node, ast.FunctionDef):
            below = list(ast.walk(node))
            offers = any(isinstance(each, ast.Attribute) and each.attr == "ToolTipRole" for each in below)
            reads = any(isinstance(each, ast.Call) and getattr(each.func, "attr", "") == "data" for each in below)
            if offers and not reads and not any(map(_is_plain, below)):
                yield node.lineno


def _is_tip(called: ast.Attribute) -> bool:
    """Whether a tooltip is set or shown; a toast has a method of the same name."""
    shows = called.attr == "showText" and getattr(called.value, "id", "") == "QToolTip"
    return shows or called.attr == "setToolTip"


def _is_plain(node: ast.AST) -> bool:
    """Whether a value was made plain: in place, or by a delegate's `told`."""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in ("plain_tip", "joined", "told")
