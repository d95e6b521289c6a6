"""How the program's files are written."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.repository import modules, relative, tree

LONGEST = 400


def test_a_file_says_one_thing():
    lengths = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules("desktop")}
    assert not {path: length for path, length in lengths.items() if length > LONGEST}


def test_no_connection_keeps_its_window_alive():
    assert not [(relative(path), line) for path in modules("desktop/ui") for line in _leaks(tree(path))]


@pytest.mark.parametrize(
    ("slot", "leaks"),
    [
        ("lambda: self.go()", True),
        ("partial(self.go, 3)", True),
        ("nested", True),
        ("self.go", False),
        ("lambda: print()", False),
        ("partial(print, 3)", False),
    ],
)
def test_what_keeps_a_window_alive(slot, leaks):
    source = f"""
class Window:
    def __init__(self):
        def nested():
            self.go()
        self.button.clicked.connect({slot})
"""
    assert bool(list(_leaks(ast.parse(source)))) is leaks


def _leaks(module):
    """Lines of connections to a lambda, a partial or an inner function that holds on to `self`: Qt never lets it go."""
    for function in ast.walk(module):
        if not isinstance(function, ast.FunctionDef):
            continue
        inner = {node.name: node for node in ast.walk(function) if isinstance(node, ast.FunctionDef)}
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "connect":
                yield from (call.lineno for slot in call.args if _holds_self(slot, inner))


def _holds_self(slot, inner):
    if isinstance(slot, ast.Name) and slot.id in inner:
        slot = inner[slot.id]
    elif not (isinstance(slot, ast.Lambda) or (isinstance(slot, ast.Call) and "partial" in ast.unparse(slot.func))):
        return False
    return any(isinstance(node, ast.Name) and node.id == "self" for node in ast.walk(slot))
