"""What a tracker that came back would change, and what of it cannot be taken: pure functions over values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.assessment.rules.need_chains import chain_between
from desktop.model.assessment.tracked import ReturnedAction, ReturnedTracker, Texts, Tracked, Trouble, Unread
from desktop.model.records import ActionStatus

_ALL = "100"


class ChangeSort(StrEnum):
    """What a change is."""

    CELL = "cell"
    NEW = "new"
    COMMENT = "comment"
    READING = "reading"


class Standing(Struct, frozen=True):
    """An action as it is now.

    Attributes:
        comments: all that was written down about it.
    """

    number: int
    texts: Texts
    comments: frozenset[str] = frozenset()


class Standings(Struct, frozen=True):
    """All that a tracker is compared with.

    Attributes:
        actions: by id.
        measures: the name of each measure and the number of its action, by id.
        readings: values by measure and day.
        kept: of conflicts in which the team kept to what stood there, by key, what the tracker said and what stood
            there.
    """

    actions: Mapping[str, Standing]
    measures: Mapping[str, tuple[str, int]] = {}
    readings: Mapping[tuple[str, dt.date], str] = {}
    kept: Mapping[str, tuple[str, str]] = {}

    def needs(self) -> dict[str, tuple[str, ...]]:
        """What each action waits for."""
        return {action: tuple(each.texts.get(Tracked.NEEDS, "").split()) for action, each in self.actions.items()}


class TrackerChange(Struct, frozen=True):
    """Something that can be taken or left by itself.

    Attributes:
        key: tells it from all others of its tracker, however often that is read.
        number: of the action; 0 for a new one.
        title: of the action, or the name of the measure.
        cell: which, of a change of a cell.
        left: what stood there when the tracker left; None where that is not known.
        now: what stands there.
        new: what the tracker says.
        cells: all that it says of a new action; beside another change, the comment that belongs to it.
        is_conflict: whether both sides changed it, and differently.
        is_settled: of a conflict, whether the team has kept to just this against just that before.
    """

    key: str
    sort: ChangeSort
    sheet: str
    row: int
    subject: str
    number: int
    title: str
    cell: Tracked | None = None
    left: str | None = None
    now: str = ""
    new: str = ""
    cells: Texts = {}
    day: dt.date | None = None
    is_conflict: bool = False
    is_settled: bool = False


class Comparison(Struct, frozen=True):
    """What a tracker says beside what stands there.

    Attributes:
        changes: in the order of sheets and rows.
        unread: what is not taken whatever is decided.
        missing: numbers of the actions that the tracker left with and has no more; nothing is done about them.
    """

    changes: tuple[TrackerChange, ...]
    unread: tuple[Unread, ...]
    missing: tuple[int, ...] = ()

    @property
    def conflicts(self) -> tuple[TrackerChange, ...]:
        """The changes of what the team changed otherwise, and has not settled."""
        return tuple(change for change in self.changes if change.is_conflict and not change.is_settled)

    @property
    def settled(self) -> tuple[TrackerChange, ...]:
        """Conflicts that the team has settled for what stands there."""
        return tuple(change for change in self.changes if change.is_settled)


def compare(tracker: ReturnedTracker, standing: Standings) -> Comparison:
    """Compare a tracker with what stands there now. Taking all that is found and comparing again finds nothing."""
    comparing = _Comparing(standing, _in_circles(tracker.actions, standing))
    for row in tracker.actions:
        comparing.action(row)
    found = [*comparing.changes, *_readings(tracker, standing, comparing.unread)]
    changes = [
        replace(each, is_settled=each.is_conflict and standing.kept.get(each.key) == (each.new, each.now))
        for each in found
    ]
    missing = sorted(standing.actions[each].number for each in tracker.missing if each in standing.actions)
    unread = sorted((*tracker.unread, *comparing.unread), key=lambda each: (each.sheet, each.row))
    return Comparison(tuple(changes), tuple(unread), tuple(missing))


class _Comparing:
    """Rows, one after the other."""

    def __init__(self, standing: Standings, circles: Collection[str]) -> None:
        self._standing, self._circles = standing, circles
        self.changes: list[TrackerChange] = []
        self.unread: list[Unread] = []

    def action(self, row: ReturnedAction) -> None:
        """Find what a row changes."""
        known = self._standing.actions.get(row.action)
        if known is not None:
            self.changes += self._changes(row, known)
        elif not row.is_new:
            if row.left is None:
                self._refuse(row, None, Trouble.NO_KEY, row.action)
            elif any(text != row.left.get(cell, "") for cell, text in row.cells.items()):
                self._refuse(row, None, Trouble.REMOVED, row.left.get(Tracked.TITLE, ""))
        else:
            self._add(row)

    def _changes(self, row: ReturnedAction, known: Standing) -> Iterator[TrackerChange]:
        changed = {
            cell: text
            for cell, text in _said(row).items()
            if text != known.texts.get(cell, "") and (row.left is None or text != row.left.get(cell, ""))
        }
        for cell in [*changed]:
            why = self._trouble(row, cell, changed, known)
            if why is not None:
                self._refuse(row, cell, why, changed.pop(cell))
        for cell, text in changed.items():
            now, left = known.texts.get(cell, ""), None if row.left is None else row.left.get(cell, "")
            yield TrackerChange(
                key=f"{row.action}/{cell}",
                sort=ChangeSort.CELL,
                sheet=row.sheet,
                row=row.row,
                subject=row.action,
                number=known.number,
                title=known.texts.get(Tracked.TITLE, ""),
                cell=cell,
                left=left,
                now=now,
                new=text,
                cells={Tracked.COMMENT: row.cells[Tracked.COMMENT]} if text == ActionStatus.DROPPED else {},
                is_conflict=left is not None and left != now,
            )
        comment = row.cells.get(Tracked.COMMENT, "")
        if comment and comment not in known.comments:
            yield TrackerChange(
                key=f"{row.action}/{Tracked.COMMENT}",
                sort=ChangeSort.COMMENT,
                sheet=row.sheet,
                row=row.row,
                subject=row.action,
                number=known.number,
                title=known.texts.get(Tracked.TITLE, ""),
                new=comment,
            )

    def _add(self, row: ReturnedAction) -> None:
        cells = {cell: text for cell, text in _said(row).items() if text}
        if row.cells.get(Tracked.COMMENT):
            cells[Tracked.COMMENT] = row.cells[Tracked.COMMENT]
        if not cells:
            return
        if not cells.get(Tracked.TITLE):
            self._refuse(row, Tracked.TITLE, Trouble.NO_TITLE, "")
            return
        for cell in [*cells]:
            why = self._trouble(row, cell, cells, None)
            if why is not None:
                self._refuse(row, cell, why, cells.pop(cell))
        self.changes.append(
            TrackerChange(
                key=row.action,
                sort=ChangeSort.NEW,
                sheet=row.sheet,
                row=row.row,
                subject=row.action,
                number=0,
                title=cells[Tracked.TITLE],
                cells=cells,
            )
        )

    def _trouble(self, row: ReturnedAction, cell: Tracked, cells: Texts, known: Standing | None) -> Trouble | None:
        """Why a cell cannot become what the row says."""
        texts: Mapping[Tracked, str] = known.texts if known else {}
        found: Trouble | None = None
        match cell:
            case Tracked.TITLE if not cells[cell]:
                found = Trouble.EMPTY
            case Tracked.START | Tracked.DUE:
                start, due = (cells.get(each, texts.get(each, "")) for each in (Tracked.START, Tracked.DUE))
                found = Trouble.DUE_BEFORE_START if start and due and due < start else None
            case Tracked.STATUS if cells[cell] == ActionStatus.VERIFIED:
                found = Trouble.TEAM_ONLY
            case Tracked.STATUS if cells[cell] == ActionStatus.DROPPED and not row.cells.get(Tracked.COMMENT):
                found = Trouble.DROPPED_WHY
            case Tracked.PERCENT if known and _is_done(cells, texts):
                found = Trouble.DONE if cells[cell] != _ALL else None
            case Tracked.NEEDS:
                found = Trouble.CYCLE if row.action in self._circles else None
        return found

    def _refuse(self, row: ReturnedAction, cell: Tracked | None, why: Trouble, said: str) -> None:
        heading = "" if cell is None else row.headings.get(cell, "")
        self.unread.append(Unread(row.sheet, row.row, heading, why, said))


def _is_done(cells: Texts, texts: Texts) -> bool:
    """Whether an action is done once a row is taken."""
    said = cells.get(Tracked.STATUS) or texts.get(Tracked.STATUS, "")
    return bool(said) and ActionStatus(said).is_done


def _is_changed(row: ReturnedAction, cell: Tracked, known: Standing) -> bool:
    """Whether a row says of a cell what neither stands there nor stood there when it left."""
    text = row.cells[cell]
    return text != known.texts.get(cell, "") and (row.left is None or text != row.left.get(cell, ""))


def _in_circles(rows: Iterable[ReturnedAction], standing: Standings) -> set[str]:
    """The actions of which a row says that they wait for others that wait for them, once all rows are taken.

    Of several rows that make a circle, the last one is told.
    """
    needs, said = standing.needs(), dict[str, tuple[str, ...]]()
    for row in rows:
        known = standing.actions.get(row.action)
        if Tracked.NEEDS in row.cells and (known is None or _is_changed(row, Tracked.NEEDS, known)):
            said[row.action] = tuple(row.cells[Tracked.NEEDS].split())
    now, found = {**needs, **said}, set[str]()
    for action, waits in reversed([*said.items()]):
        if any(chain_between(now, each, action) for each in waits):
            found.add(action)
            now[action] = needs.get(action, ())
    return found


def _said(row: ReturnedAction) -> dict[Tracked, str]:
    """What a row says of an action itself. Of what is done, nobody asks how much of it is done."""
    left_out = {Tracked.COMMENT}
    if row.cells.get(Tracked.STATUS) == ActionStatus.DONE:
        left_out.add(Tracked.PERCENT)
    return {cell: text for cell, text in row.cells.items() if cell not in left_out}


def _readings(tracker: ReturnedTracker, standing: Standings, unread: list[Unread]) -> Iterator[TrackerChange]:
    said: dict[tuple[str, dt.date], str] = {}
    for each in tracker.readings:
        place = (each.measure, each.day)
        if each.measure not in standing.measures:
            unread.append(Unread(each.sheet, each.row, "", Trouble.REMOVED, each.value))
            continue
        if place in said:
            if said[place] != each.value:
                unread.append(Unread(each.sheet, each.row, "", Trouble.DAY_TWICE, each.value))
            continue
        said[place] = each.value
        name, number = standing.measures[each.measure]
        now = standing.readings.get(place, "")
        if now != each.value:
            yield TrackerChange(
                key=f"{each.measure}/{each.day}",
                sort=ChangeSort.READING,
                sheet=each.sheet,
                row=each.row,
                subject=each.measure,
                number=number,
                title=name,
                left=each.left,
                now=now,
                new=each.value,
                cells={Tracked.COMMENT: each.note} if each.note else {},
                day=each.day,
                is_conflict=bool(now) and now != each.left,
            )
