"""What a tracker that came back would change, and what of it is not taken, in sentences."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.language import N_, _, ngettext, pgettext
from desktop.model.assessment.tracked import Tracked, Trouble, Unread
from desktop.model.assessment.tracker_comparison import ChangeSort, Comparison, TrackerChange
from desktop.model.records import ActionStatus, Priority
from desktop.wording import names

_CELLS = {
    Tracked.TITLE: N_("Action"),
    Tracked.DESCRIPTION: N_("Description"),
    Tracked.OWNER: N_("Owner"),
    Tracked.START: N_("Start"),
    Tracked.DUE: N_("Due"),
    Tracked.PRIORITY: N_("Priority"),
    Tracked.STATUS: N_("Status"),
    Tracked.PERCENT: N_("Done %"),
    Tracked.NEEDS: N_("Waits for"),
    Tracked.COMMENT: N_("Comment"),
}

_TROUBLES = {
    Trouble.UNKNOWN_ID: N_("The hidden key “{said}” is none with which the tracker left. The row is not read."),
    Trouble.DUPLICATE_ID: N_(
        "“{said}”: another row has the same hidden key, as when a row is copied. Neither is read; a new action goes "
        "into a row of its own."
    ),
    Trouble.ROWS_MIXED: N_(
        "“{said}”: the number in front is not that of the row's hidden key. Columns were sorted apart from each other, "
        "so the row is not read."
    ),
    Trouble.NO_TITLE: N_("A new action needs its title. The row is not read."),
    Trouble.EMPTY: N_("This cannot be empty. It stays as it is."),
    Trouble.FORMULA: N_("A formula stands here. Type the value itself."),
    Trouble.ERROR: N_("“{said}” is an error. Type the value itself."),
    Trouble.MERGED: N_("The cell is merged with others. Unmerge them and write in each."),
    Trouble.UNKNOWN_WORD: N_("“{said}” is not in the list: {among}."),
    Trouble.UNKNOWN_STATE: N_("“{said}” is a state that is not known here, unlike {among}. Say what it means."),
    Trouble.TEAM_ONLY: N_("That an action is verified, the assessment team says on the page Actions."),
    Trouble.DONE: N_("The action is done, which is a hundred per cent. Whoever opens it again changes its status."),
    Trouble.NO_DAY: N_("“{said}” is no day. Write it as 2026-03-31."),
    Trouble.TWO_DAYS: N_("“{said}” can mean {among}. Ask which, and write it so."),
    Trouble.NO_SUCH_DAY: N_("There is no such day as “{said}”."),
    Trouble.NO_SUCH_YEAR: N_("“{said}” is in a year that cannot be meant."),
    Trouble.NO_PERCENT: N_("“{said}” is no whole number from 0 to 100."),
    Trouble.UNKNOWN_NUMBER: N_("“{said}” names an action that is not there. Write numbers with commas between."),
    Trouble.NO_MEASURE: N_("“{said}” is no measure in the list."),
    Trouble.DAY_MISSING: N_("The day of the reading is missing."),
    Trouble.VALUE_MISSING: N_("The value of the reading is missing."),
    Trouble.NO_NUMBER: N_("“{said}” is no plain number."),
    Trouble.DAY_TWICE: N_("“{said}” is a second value for one day. The first one counts."),
    Trouble.DUE_BEFORE_START: N_("{said}: the action would be due before it starts."),
    Trouble.CYCLE: N_("Actions would wait for each other in a circle."),
    Trouble.REMOVED: N_("“{said}” was removed by the team meanwhile."),
    Trouble.DROPPED_WHY: N_("Who drops an action says why in the comment, and none stands there."),
    Trouble.NO_KEY: N_("“{said}” has no key of this assessment. The row is not read."),
    Trouble.NOTE: N_("A note belongs to no action: “{said}”."),
}


def cell_name(cell: Tracked) -> str:
    """What a cell of an action is called."""
    return _(_CELLS[cell])


def cell_text(cell: Tracked, text: str, numbers: Mapping[str, int]) -> str:
    """What stands in a cell, as people read it.

    Args:
        cell: which.
        text: see `Tracked`.
        numbers: of the actions, by id.
    """
    match cell:
        case Tracked.STATUS if text:
            return names.name(ActionStatus(text))
        case Tracked.PRIORITY if text:
            return names.name(Priority(text))
        case Tracked.NEEDS:
            return ", ".join(str(number) for number in sorted(numbers.get(each, 0) for each in text.split()))
        case _:
            return text


def subject(change: TrackerChange) -> str:
    """What a change is about: “3 Agree on service levels”, or the title of a new action."""
    return f"{change.number} {change.title}" if change.number else change.title


def what(change: TrackerChange) -> str:
    """Which thing of it changes."""
    match change.sort:
        case ChangeSort.NEW:
            return _("New action")
        case ChangeSort.COMMENT:
            return cell_name(Tracked.COMMENT)
        case ChangeSort.READING:
            return _("Reading on {day}").format(day=names.day(change.day))
        case _:
            assert change.cell is not None
            return cell_name(change.cell)


def before(change: TrackerChange, numbers: Mapping[str, int]) -> str:
    """What stands there now; empty where nothing does."""
    return cell_text(change.cell, change.now, numbers) if change.cell else change.now


def after(change: TrackerChange, numbers: Mapping[str, int]) -> str:
    """What the tracker says; of a new action all of it."""
    if change.sort is ChangeSort.NEW:
        return new_text(change, numbers)
    told = cell_text(change.cell, change.new, numbers) if change.cell else change.new
    note = change.cells.get(Tracked.COMMENT, "")
    if change.sort is ChangeSort.READING and note:
        return _("{value} ({note})").format(value=told, note=note)
    return told


def left(change: TrackerChange, numbers: Mapping[str, int]) -> str:
    """What stood there when the tracker left; empty where nothing did, or that is not known."""
    if change.left is None:
        return ""
    return cell_text(change.cell, change.left, numbers) if change.cell else change.left


def new_text(change: TrackerChange, numbers: Mapping[str, int]) -> str:
    """What a tracker says of a new action, beside its title."""
    told = (
        _("{name}: {text}").format(name=cell_name(cell), text=cell_text(cell, text, numbers))
        for cell, text in change.cells.items()
        if cell is not Tracked.TITLE
    )
    return "; ".join(told)


def change_line(change: TrackerChange, numbers: Mapping[str, int]) -> str:
    """A change in one line, with its place."""
    place = _("{sheet}, row {row}, {subject}:").format(sheet=change.sheet, row=change.row, subject=subject(change))
    empty = pgettext("of a cell", "nothing")
    new = after(change, numbers) or empty
    if change.sort in (ChangeSort.NEW, ChangeSort.COMMENT):
        told = _("{what}: {new}") if after(change, numbers) else "{what}"
        return f"{place} " + told.format(what=what(change), new=new)
    told = _("{what}: {now} → {new}").format(what=what(change), now=before(change, numbers) or empty, new=new)
    if change.is_settled:
        told += " " + _("(settled before: it stays)")
    elif change.is_conflict:
        was = left(change, numbers) or empty
        told += " " + _("(conflict: it was {was} when the tracker left)").format(was=was)
    return f"{place} {told}"


def unread_line(unread: Unread) -> str:
    """What is not taken, with its place and why."""
    text = unread_text(unread)
    if not unread.row:
        return text
    if unread.column:
        place = _("{sheet}, row {row}, {column}: {text}")
        return place.format(sheet=unread.sheet, row=unread.row, column=unread.column, text=text)
    return _("{sheet}, row {row}: {text}").format(sheet=unread.sheet, row=unread.row, text=text)


def unread_text(unread: Unread) -> str:
    """Why something is not taken."""
    either = _(" or ") if unread.why is Trouble.TWO_DAYS else ", "
    return _(_TROUBLES[unread.why]).format(said=unread.said, among=either.join(unread.among))


def counts_text(found: Comparison) -> str:
    """What came back, in numbers."""
    conflicts, settled = len(found.conflicts), len(found.settled)
    taken = len(found.changes) - conflicts - settled
    changes = ngettext("{count} change", "{count} changes", taken)
    clashes = ngettext("{count} conflict", "{count} conflicts", conflicts)
    rest = ngettext("{count} thing is not read", "{count} things are not read", len(found.unread))
    before = ngettext("{count} conflict settled before", "{count} conflicts settled before", settled)
    counted = ((changes, taken), (clashes, conflicts), (before, settled), (rest, len(found.unread)))
    told = [text.format(count=count) for text, count in counted if count]
    return _("{counts}.").format(counts=", ".join(told)) if told else _("It says nothing new.")


def missing_text(numbers: Collection[int]) -> str:
    """Which actions the tracker no longer has."""
    text = ngettext(
        "Action {numbers} is no longer in the tracker; nothing is done about it.",
        "Actions {numbers} are no longer in the tracker; nothing is done about them.",
        len(numbers),
    )
    return text.format(numbers=", ".join(map(str, numbers)))


def elsewhere_text() -> str:
    """That a tracker was made from another copy of the assessment."""
    return _(
        "It was made from another copy of this assessment. What was changed in this one counts as changed meanwhile."
    )


def taken_text(count: int, file: str) -> str:
    """That changes were taken."""
    text = ngettext("{count} change was taken from {file}.", "{count} changes were taken from {file}.", count)
    return text.format(count=count, file=file)


def kept_text(count: int, file: str) -> str:
    """That the team keeps to what stands there, and will not be asked again."""
    text = ngettext(
        "{count} thing stays as it stands; {file} will not ask about it again.",
        "{count} things stay as they stand; {file} will not ask about them again.",
        count,
    )
    return text.format(count=count, file=file)
