"""What no file of the repository may hold."""

from __future__ import annotations

import re

import pytest

from tests.architecture.repository import relative, tracked

_ADDRESSES = ("index" + "-url", "pypi." + "org", "pythonhosted." + "org")
_FOLDERS = ("work", "root", "home", "Users", "tmp/pack")
FORBIDDEN = re.compile(
    "|".join(
        ["--" + _ADDRESSES[0], *map(re.escape, _ADDRESSES[1:]), rf"(?<![\w.*])/(?:{'|'.join(_FOLDERS)})/"]
    ).encode()
)


def test_no_file_names_a_package_index_or_a_folder_of_one_machine():
    found = {relative(path): match[0] for path in tracked() if (match := FORBIDDEN.search(path.read_bytes()))}
    assert not found


@pytest.mark.parametrize(
    ("text", "forbidden"),
    [
        (b"open('/" + b"work/main/x')", True),
        (b"https://" + b"pypi." + b"org/simple", True),
        (b"--extra-" + b"index-url https://example.org", False),
        (b"pip install --" + b"index-url https://example.org", True),
        (b"docs/work/plan.md", False),
    ],
)
def test_what_is_forbidden(text, forbidden):
    assert bool(FORBIDDEN.search(text)) is forbidden


def test_text_files_end_their_lines_alike():
    found = [
        relative(path)
        for path in tracked()
        if path.suffix in {".py", ".md", ".yaml", ".toml", ".sh", ".json", ".txt", ".po"} and b"\r" in path.read_bytes()
    ]
    assert not found


def test_no_file_holds_both_sides_of_a_conflict():
    marks = (b"\n" + b"<" * 7 + b" ", b"\n" + b">" * 7 + b" ")
    assert not [relative(path) for path in tracked() if any(mark in b"\n" + path.read_bytes() for mark in marks)]
