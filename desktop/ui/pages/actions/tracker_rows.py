"""What came back in a tracker, line by line: changes with what was decided about them, and what is not read."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.language import _
from desktop.model.assessment.tracked import Trouble, Unread
from desktop.model.assessment.tracker_comparison import Comparison, TrackerChange
from desktop.ui.table_rows import Column
from desktop.wording import trackers


class TrackerLine(Struct, frozen=True):
    """A line of the review.

    Attributes:
        change: what would change; None for what is not read.
        unread: what is not read; None for a change.
        taken: what was decided; None while that is open.
        numbers: of the actions, by id.
    """

    key: str
    change: TrackerChange | None
    unread: Unread | None
    taken: bool | None
    numbers: Mapping[str, int]

    @property
    def is_open(self) -> bool:
        """Whether it still has to be decided."""
        return self.change is not None and self.taken is None

    @property
    def asks_state(self) -> bool:
        """Whether it is a word of another program of which somebody has to say what it means."""
        return self.unread is not None and self.unread.why is Trouble.UNKNOWN_STATE

    @property
    def subject(self) -> str:
        """What it is about."""
        if self.change is not None:
            return trackers.subject(self.change)
        return self.place

    @property
    def what(self) -> str:
        """Which thing of it, or why it is not read."""
        if self.change is not None:
            return trackers.what(self.change)
        return trackers.unread_text(self.unread) if self.unread else ""

    @property
    def place(self) -> str:
        """Where it stands in the file."""
        found = self.change or self.unread
        assert found is not None
        if not found.row:
            return _("Whole file")
        return _("{sheet}, row {row}").format(sheet=found.sheet, row=found.row)

    @property
    def now(self) -> str:
        """What stands there."""
        return trackers.before(self.change, self.numbers) if self.change is not None else ""

    @property
    def new(self) -> str:
        """What the file says."""
        if self.change is not None:
            return trackers.after(self.change, self.numbers)
        return self.unread.said if self.unread else ""

    @property
    def decision(self) -> str:
        """What was decided, in a word."""
        if self.change is None:
            return _("Not read")
        return {None: _("Decide"), True: _("Take"), False: _("Leave")}[self.taken]

    @property
    def tone(self) -> str | None:
        """The tone of that word."""
        if self.change is None:
            return "bad"
        return {None: "warn", True: "accent", False: None}[self.taken]

    @property
    def told(self) -> str:
        """All of it."""
        if self.change is None:
            return trackers.unread_line(self.unread) if self.unread else ""
        return trackers.change_line(self.change, self.numbers)


def lines(found: Comparison, decided: Mapping[str, bool], numbers: Mapping[str, int]) -> list[TrackerLine]:
    """What is to be decided first, then the other changes, then what is not read."""
    changes = [
        TrackerLine(change.key, change, None, decided.get(change.key, _meant(change)), numbers)
        for change in found.changes
    ]
    unread = [
        TrackerLine(f"unread {place}", None, each, taken=None, numbers=numbers)
        for place, each in enumerate(found.unread)
    ]
    clashes = [line for line in changes if line.change is not None and line.change.is_conflict]
    return [*clashes, *(line for line in changes if line not in clashes), *unread]


def _meant(change: TrackerChange) -> bool | None:
    """What becomes of a change while nobody says otherwise: conflicts wait, but for what was settled before."""
    if change.is_settled:
        return False
    return None if change.is_conflict else True


def columns() -> list[Column[TrackerLine]]:
    """The columns of the review."""
    return [
        Column(
            _("Action"),
            lambda line: line.subject,
            beneath=lambda line: line.what,
            tip=lambda line: line.told,
            meaning=_("What it is about, and which thing of that."),
        ),
        Column(
            _("Stands there"),
            lambda line: line.now or "–",
            width=150,
            tip=lambda line: line.now,
            gives_way=2,
            meaning=_("What the assessment says now."),
        ),
        Column(
            _("In the file"),
            lambda line: line.new or "–",
            width=170,
            tip=lambda line: line.new,
            gives_way=1,
            meaning=_("What came back."),
        ),
        Column(
            _("Place"),
            lambda line: line.place,
            width=120,
            gives_way=3,
            meaning=_("Sheet and row of the file."),
        ),
        Column(
            _("Decision"),
            lambda line: line.decision,
            tone=lambda line: line.tone,
            width=100,
            meaning=_("Whether it is taken. What both sides changed has to be decided."),
        ),
    ]
