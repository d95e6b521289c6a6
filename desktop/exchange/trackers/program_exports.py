"""The state of actions out of what Jira, Azure DevOps, GitHub or Microsoft Planner export, found by our key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from desktop.exchange.foreign_models.separated_tables import is_workbook, separated_table
from desktop.exchange.forms.form_processes import sheets_apart
from desktop.exchange.forms.sheet_cells import Row, SheetCells
from desktop.exchange.forms.typed_text import folded
from desktop.exchange.trackers.programs import KEY
from desktop.exchange.trackers.reading import about_file, shortened
from desktop.language import N_, _
from desktop.model.assessment.tracked import ReturnedAction, ReturnedTracker, Tracked, Trouble, Unread
from desktop.model.errors import RefusalError
from desktop.model.records import ActionStatus

_HEADINGS = ("status", "state", "progress")
"""Above the column with the state, in the order in which one goes before another."""

_OPEN = (ActionStatus.PROPOSED, ActionStatus.AGREED)
_GOING_ON = (*_OPEN, ActionStatus.IN_PROGRESS, ActionStatus.WAITING)
_DONE = (ActionStatus.DONE, ActionStatus.VERIFIED)

_WORDS: Mapping[tuple[ActionStatus, ...], tuple[str, ...]] = {
    _OPEN: ("to do", "todo", "new", "backlog", "not started", "ready", "selected for development", "proposed"),
    (ActionStatus.AGREED, ActionStatus.PROPOSED): ("approved", "agreed", "reopened"),
    _GOING_ON: ("open", "opened"),
    (ActionStatus.IN_PROGRESS,): (
        *("in progress", "doing", "active", "started", "committed"),
        *("in review", "review", "testing", "in development"),
    ),
    (ActionStatus.WAITING,): ("waiting", "blocked", "on hold", "paused", "impeded"),
    _DONE: ("done", "closed", "resolved", "completed", "complete", "fixed", "merged"),
    (ActionStatus.DROPPED,): (
        *("removed", "won't do", "cancelled", "canceled", "rejected", "declined", "dropped"),
        *("not planned", "abandoned", "obsolete", "duplicate"),
    ),
}
"""By the words of others, the states that they can mean; the first one where none of them is what stands here."""

_MEANT = {word: states for states, words in _WORDS.items() for word in words}
_KNOWN = N_("to do, in progress, blocked, done, won’t do")


def read_export(
    path: Path, statuses: Mapping[str, ActionStatus], meant: Mapping[str, ActionStatus] = {}
) -> ReturnedTracker:
    """What an export says of the state of actions. Rows without a key of ours are none of ours.

    Args:
        path: a CSV or TSV file, or an Excel workbook, which is read in a process of its own.
        statuses: of the actions as they are now, by id: words of others can mean several of ours.
        meant: what somebody says that words of others mean, whatever their case.

    Raises:
        RefusalError: ``tracker.no_list`` with ``file``: it holds no table with keys and states; why it cannot be read.
    """
    if is_workbook(path):
        try:
            sheets = sheets_apart(path)
        except RefusalError as refusal:
            raise about_file(refusal, path.name) from refusal
    else:
        table = separated_table(path)
        sheets = (table.cells,) if table is not None else ()
    return export_in(path.name, sheets, statuses, meant)


def export_in(
    name: str,
    sheets: Sequence[SheetCells],
    statuses: Mapping[str, ActionStatus],
    meant: Mapping[str, ActionStatus] = {},
) -> ReturnedTracker:
    """What the sheets of an export say; see `read_export`."""
    known = {**_MEANT, **{folded(word): (state,) for word, state in meant.items()}}
    found = [(sheet, number, row, key) for sheet in sheets for number, row in _rows(sheet) for key in _keys(row)]
    columns = {sheet.title: _column(sheet) for sheet in sheets}
    if not found or not any(columns[sheet.title] for sheet, *_rest in found):
        raise RefusalError("tracker.no_list", file=name)
    often = Counter(key for _sheet, _number, _row, key in found)
    actions: list[ReturnedAction] = []
    unread: list[Unread] = []
    for sheet, number, row, key in found:
        column = columns[sheet.title]
        heading = sheet.rows[column[0]][column[1]] if column else ""
        said = row.get(column[1], "").strip() if column else ""
        states = known.get(folded(said)) or known.get(folded(shortened(said)), ())
        if often[key] > 1:
            unread.append(Unread(sheet.title, number, "", Trouble.DUPLICATE_ID, key))
        elif not states:
            why = Trouble.UNKNOWN_STATE if said else Trouble.EMPTY
            unread.append(Unread(sheet.title, number, heading, why, shortened(said), (_(_KNOWN),)))
        else:
            now = statuses.get(key)
            state = now if now in states else states[0]
            cells = {Tracked.STATUS: state.value}
            actions.append(
                ReturnedAction(
                    sheet.title, number, key, is_new=False, cells=cells, left=None, headings={Tracked.STATUS: heading}
                )
            )
    return ReturnedTracker(file=name, actions=tuple(actions), unread=tuple(unread))


def _rows(sheet: SheetCells) -> Iterator[tuple[int, Row]]:
    yield from sorted(sheet.rows.items())


def _keys(row: Row) -> tuple[str, ...]:
    """The one key in a row; several are none, as in a list of links."""
    found = {key for text in row.values() for key in KEY.findall(text)}
    return tuple(found) if len(found) == 1 else ()


def _column(sheet: SheetCells) -> tuple[int, int] | None:
    """Row and column of the heading above the states."""
    for number, row in _rows(sheet):
        headings = {folded(text): column for column, text in reversed([*row.items()])}
        for wanted in _HEADINGS:
            if wanted in headings:
                return number, headings[wanted]
    return None
