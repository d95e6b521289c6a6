"""Actions as lists that other programs take in: Jira, Azure DevOps, GitHub and Microsoft Planner.

Each list has the columns that the program's import knows, and our key in one that it keeps and exports again: a label,
a tag, or the end of the description. Owners are roles, which none of them takes as a person, so they stand in the text.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop import characters
from desktop.exchange.cells import FORMULA_STARTS
from desktop.exchange.file_names import file_name
from desktop.exchange.trackers.content import TrackedAction, TrackerContent
from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import Piece, write_set
from desktop.model.records import ActionStatus, Priority
from desktop.wording import names
from desktop.wording.exports import unfinished

KEY = re.compile(r"\bmw-([2-9a-hj-km-np-z]{16})\b")
"""How an action is named in the lists of others."""

_MOST_AT_ONCE = 1_000
"""Work items that Azure DevOps takes from one file."""

_LONGEST_TITLE = 255
"""Characters that Jira and Azure DevOps take as a title."""

_RISKY = (*FORMULA_STARTS, "\r", "\n")


class Program(StrEnum):
    """A program that keeps a list of work."""

    JIRA = "jira"
    AZURE = "azure"
    GITHUB = "github"
    PLANNER = "planner"


NAMES = {
    Program.JIRA: "Jira",
    Program.AZURE: "Azure DevOps",
    Program.GITHUB: "GitHub",
    Program.PLANNER: "Microsoft Planner",
}


class _Columns(Struct, frozen=True):
    """The columns of a list, and how an action becomes a row of it."""

    headings: tuple[str, ...]
    row: Callable[[TrackedAction], tuple[str, ...]]
    at_once: int = 1_000_000


def key_of(action: str) -> str:
    """How an action is named in the lists of others."""
    return f"mw-{action}"


def lists_of(content: TrackerContent, program: Program) -> list[bytes]:
    """The actions that are still to be done, as CSV; several files where the program takes no more at once.

    Raises:
        RefusalError: ``tracker.nothing_open``.
    """
    columns = _COLUMNS[program]
    actions = [each for each in content.actions if each.record.status.is_open]
    if not actions:
        raise RefusalError("tracker.nothing_open")
    return [
        _csv([columns.headings, *map(columns.row, actions[start : start + columns.at_once])])
        for start in range(0, len(actions), columns.at_once)
    ]


def write_lists(content: TrackerContent, program: Program, folder: Path) -> list[Path]:
    """Write the list for a program into a folder, over an earlier one; returns the files.

    Raises:
        RefusalError: ``tracker.nothing_open``; those of `write_set`.
    """
    lists = lists_of(content, program)
    pieces = []
    for number, data in enumerate(lists, start=1):
        part = _("{program} {number}").format(program=NAMES[program], number=number)
        named = NAMES[program] if len(lists) == 1 else part
        name = file_name(content.organisation, _("actions for {program}").format(program=named), ending=".csv")
        pieces.append(Piece(name, _Write(data)))
    return write_set(folder, pieces, unfinished())


class _Write:
    """Writes one list."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __call__(self, path: Path) -> None:
        path.write_bytes(self._data)


def _csv(rows: Sequence[tuple[str, ...]]) -> bytes:
    """Rows with commas between. What a spreadsheet would take for a formula has an apostrophe before it."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([[_harmless(cell) for cell in row] for row in rows])
    return stream.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    plain = characters.text(text)
    return f"'{plain}" if plain.startswith(_RISKY) else plain


def _title(action: TrackedAction) -> str:
    return characters.one_line(action.record.title)[:_LONGEST_TITLE]


def _day(action: TrackedAction) -> str:
    return names.day(action.record.due)


def _text(action: TrackedAction, *, due: bool = False) -> str:
    """Everything about an action that has no column of its own."""
    record = action.record
    told = [
        record.description,
        _("Owner: {owner}").format(owner=record.owner) if record.owner else "",
        _("Due: {day}").format(day=names.day(record.due)) if due and record.due else "",
        _("To improve: {place}").format(place=action.place) if action.place else "",
        _("Key: {key}").format(key=key_of(record.id)),
    ]
    return "\n".join(filter(None, told))


def _of_jira(action: TrackedAction) -> tuple[str, ...]:
    words = {Priority.HIGH: "High", Priority.MEDIUM: "Medium", Priority.LOW: "Low"}
    record = action.record
    return (_title(action), "Task", words[record.priority], _day(action), key_of(record.id), _text(action))


def _of_azure(action: TrackedAction) -> tuple[str, ...]:
    numbers = {Priority.HIGH: "1", Priority.MEDIUM: "2", Priority.LOW: "3"}
    text = "<br>".join(html.escape(_text(action, due=True)).split("\n"))
    return ("Task", _title(action), numbers[action.record.priority], key_of(action.record.id), text)


def _of_github(action: TrackedAction) -> tuple[str, ...]:
    return (_title(action), _text(action, due=True), key_of(action.record.id), "open")


def _of_planner(action: TrackedAction) -> tuple[str, ...]:
    words = {Priority.HIGH: "Important", Priority.MEDIUM: "Medium", Priority.LOW: "Low"}
    record = action.record
    started = record.status in (ActionStatus.IN_PROGRESS, ActionStatus.WAITING)
    progress = "In progress" if started else "Not started"
    bucket = action.place or _("Improvement")
    days = (names.day(record.start), _day(action))
    return (_title(action), bucket, progress, words[record.priority], *days, _text(action))


_COLUMNS = {
    Program.JIRA: _Columns(("Summary", "Issue Type", "Priority", "Due Date", "Labels", "Description"), _of_jira),
    Program.AZURE: _Columns(
        ("Work Item Type", "Title", "Priority", "Tags", "Description"), _of_azure, at_once=_MOST_AT_ONCE
    ),
    Program.GITHUB: _Columns(("title", "body", "labels", "state"), _of_github),
    Program.PLANNER: _Columns(
        ("Task Name", "Bucket Name", "Progress", "Priority", "Start Date", "Due Date", "Description"), _of_planner
    ),
}
