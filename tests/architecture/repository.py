"""The files of the repository, for the tests of its rules."""

from __future__ import annotations

import ast
import gc
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def tracked() -> tuple[Path, ...]:
    """Every file under version control; in a copy without it, every file that is not made."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, timeout=60
        ).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        made = {".venv", "build", "dist", "demo", "__pycache__"}
        found = (path for path in ROOT.rglob("*") if path.is_file())
        return tuple(path for path in found if not made & set(path.relative_to(ROOT).parts))
    return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())


def modules(folder: str) -> list[Path]:
    """The Python files below a folder, sorted."""
    return sorted((ROOT / folder).rglob("*.py"))


def relative(path: Path) -> str:
    """A path as people write it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """A module, parsed once for all tests; its nodes stay, and are not looked over for garbage again and again."""
    collects = gc.isenabled()
    gc.disable()
    try:
        return ast.parse(path.read_text(encoding="utf-8"), str(path))
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module that are values, with their lines; docstrings are left out."""
    documentation = {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value
