"""Who may import whom, and that nothing reaches for the network."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.architecture.repository import ROOT, modules, relative, tree

NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib",
    "urllib.request", "urllib3", "webbrowser", "xmlrpc", "PySide6.QtNetwork",
}  # fmt: skip


def test_imports_run_one_way():
    """In a process of its own: the linter silences every log that there is."""
    look = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    ran = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_an_assessment_is_shown_without_sqlalchemy():
    """Whoever needs a type of the store that writes imports it under TYPE_CHECKING; see "SQLAlchemy writes"."""
    look = (
        "import desktop.model.assessment.opened, desktop.ui.pages.overview.page, sys; "
        "raise SystemExit('sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", look], cwd=ROOT, check=False).returncode == 0


def test_the_program_stays_offline():
    reaching = [
        (relative(path), name)
        for path in modules("desktop")
        for name in _imported(path)
        if any(name == it or name.startswith(f"{it}.") for it in NETWORK)
    ]
    assert not reaching


@pytest.mark.parametrize("folder", ["packaging", "tests"])
def test_folders_of_scripts_are_no_packages(folder):
    """A package called packaging would hide the library of that name; test modules may share a name."""
    assert not list((ROOT / folder).rglob("__init__.py"))


def _imported(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
