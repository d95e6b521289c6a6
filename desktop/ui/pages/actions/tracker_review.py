"""A tracker that came back, before anything of it is taken: each change, each conflict, and what is not read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.exchange.trackers.returned import read_returned
from desktop.language import _, ngettext
from desktop.model.records import ActionStatus
from desktop.ui.deeds import Deed
from desktop.ui.incoming_card import IncomingCard
from desktop.ui.page import Page
from desktop.ui.pages.actions.tracker_rows import TrackerLine, columns, lines
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label
from desktop.ui.work import Progress
from desktop.wording import names, trackers

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment
    from desktop.model.assessment.tracked import ReturnedTracker
    from desktop.model.assessment.tracker_comparison import TrackerChange


class TrackerReview(IncomingCard):
    """Shows one tracker. Nothing is taken until somebody says so."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.session)
        self._page = page
        self._assessment: Assessment | None = None
        self._tracker: ReturnedTracker | None = None
        self._decided: dict[str, bool] = {}
        self._path = Path()
        self._meant: dict[str, ActionStatus] = {}
        self._warned = False
        self.remarks = Label("", "small", wrap=True)
        self.table = Table(RowsModel(columns()), _("What came back"), sortable=False)
        self.told = Label("", wrap=True)
        self.theirs = QPushButton(_("Ta&ke it (1)"))
        self.ours = QPushButton(_("Lea&ve it (0)"))
        self.alike = QPushButton(_("The same for all &open (A)"))
        self.means = QPushButton(_("&Say what it means (S)"))
        self.take = QPushButton()
        self.take.setProperty("kind", "primary")
        self._arrange()
        self.theirs.clicked.connect(self._on_theirs)
        self.ours.clicked.connect(self._on_ours)
        self.alike.clicked.connect(self._on_alike)
        self.means.clicked.connect(self._on_means)
        self.take.clicked.connect(self._on_take)
        self.table.offer_deeds(self._line_deeds)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self.heading, 1)
        head.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        deciding = QHBoxLayout()
        deciding.setSpacing(px(10))
        for button in (self.theirs, self.ours, self.alike, self.means):
            deciding.addWidget(button)
        deciding.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(px(8))
        whole.addLayout(head)
        whole.addWidget(self.remarks)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.told)
        whole.addLayout(deciding)

    @property
    def landing(self) -> QWidget:
        """What the cursor goes to."""
        return self.table if self.lines else self.leave

    @property
    def lines(self) -> tuple[TrackerLine, ...]:
        """All that came back."""
        found: tuple[TrackerLine, ...] = self.table.source.rows
        return found

    def read(self, path: Path) -> None:
        """Read what came back, beside the window."""
        self._assessment, self._tracker = self._page.assessment, None
        self._decided, self._warned = {}, False
        self._path, self._meant = path, {}
        self.refresh()
        self._read()

    def _read(self) -> None:
        statuses = {action.id: action.status for action in self._page.assessment.actions.all()}
        self.begin(self._path, _Reading(self._path, statuses, self._meant))

    def refresh(self) -> None:
        """Compare again, with the assessment as it is now; leave when another one is open."""
        if not self._is_here():
            self._on_leave()
            return
        tracker, assessment = self._tracker, self._page.assessment
        if tracker is None:
            self.table.fill((), _key)
            self._show_line()
            return
        found = self._page.session.run(lambda: assessment.trackers.compare(tracker))
        if found is None:
            self._on_leave()
            return
        numbers = {action.id: action.number for action in assessment.actions.all()}
        self.table.fill(lines(found, self._decided, numbers), _key)
        remarks = [trackers.missing_text(found.missing)] if found.missing else []
        if not assessment.trackers.made_here(tracker):
            remarks.append(trackers.elsewhere_text())
        self.remarks.setText(" ".join(remarks))
        self.remarks.setVisible(bool(remarks))
        text = _("{file}: {counts} Nothing is taken until you say so.")
        if self._warned and self._open():
            text += " " + _("Press again: what is open stays as it is.")
        self.heading.setText(text.format(file=tracker.file, counts=trackers.counts_text(found)))
        self._show_line()

    def take_in(self, read: ReturnedTracker | None) -> None:
        """Show what was read, unless another assessment has come."""
        if not self._is_here() or read is None:
            return
        self._tracker = read
        self.refresh()
        if self._tracker is not None:
            self.table.select(lambda _line: True)
            self.landing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_here(self) -> bool:
        return self._page.session.is_open and self._page.assessment is self._assessment

    def _open(self) -> list[TrackerLine]:
        return [line for line in self.lines if line.is_open]

    def _wanted(self) -> list[TrackerChange]:
        return [line.change for line in self.lines if line.change is not None and line.taken]

    def _kept(self) -> list[TrackerChange]:
        """Conflicts that are settled now for what stands there."""
        changes = [line.change for line in self.lines if line.change is not None and line.taken is False]
        return [change for change in changes if change.is_conflict and not change.is_settled]

    def _show_line(self) -> None:
        line: TrackerLine | None = self.table.current_row()
        decidable = line is not None and line.change is not None
        self.told.setText(line.told if line is not None else "")
        for button in (self.theirs, self.ours, self.alike):
            button.setEnabled(decidable)
            button.setVisible(line is None or not line.asks_state)
        self.means.setVisible(line is not None and line.asks_state)
        count, writable = len(self._wanted()), not self._page.assessment.readonly
        text = ngettext("&Take {count} change", "&Take {count} changes", count).format(count=count)
        self.take.setText(text if count or not self._kept() else _("&Keep what stands there"))
        self.take.setEnabled(bool(count or self._kept()) and writable)

    def _line_deeds(self) -> Sequence[Deed]:
        line: TrackerLine | None = self.table.current_row()
        decide = (
            Deed(("1",), _("Take it"), self._on_theirs),
            Deed(("0",), _("Leave it"), self._on_ours),
            Deed(("A",), _("The same for all that is open"), self._on_alike),
        )
        whole = (
            Deed(("Enter",), _("Take what is to be taken"), self._on_take),
            Deed(("Esc",), _("Leave without taking any"), self._on_leave),
        )
        if line is not None and line.asks_state:
            return (Deed(("S",), _("Say what it means"), self._on_means), *whole)
        return (*(decide if line is not None and line.change is not None else ()), *whole)

    def _decide(self, *, taken: bool) -> None:
        line: TrackerLine | None = self.table.current_row()
        if line is None or line.change is None:
            return
        self._decided[line.key] = taken
        self._warned = False
        self.refresh()
        following = next(iter(self._open()), None)
        if line.is_open and following is not None:
            self.table.select(lambda each: each.key == following.key)

    @Slot()
    def _on_theirs(self) -> None:
        self._decide(taken=True)

    @Slot()
    def _on_ours(self) -> None:
        self._decide(taken=False)

    @Slot()
    def _on_alike(self) -> None:
        """Decide all that is open as the line in hand."""
        line: TrackerLine | None = self.table.current_row()
        if line is None or line.change is None:
            return
        taken = line.taken is not False
        self._decided |= {each.key: taken for each in (*self._open(), line)}
        self.refresh()

    @Slot()
    def _on_means(self) -> None:
        """Ask what a state of another program means, for all lines that have it, and read again."""
        line: TrackerLine | None = self.table.current_row()
        if line is None or line.unread is None or not line.asks_state:
            return
        said = line.unread.said
        states = [each for each in ActionStatus if each not in (ActionStatus.VERIFIED, ActionStatus.DROPPED)]
        title, text = _("State of another program"), _("What does “{said}” mean here?").format(said=said)
        offered = [(each.value, names.name(each)) for each in states]
        picked = self._session.dialogs.one_of(title, text, offered)
        if picked is not None:
            self._meant[said] = ActionStatus(picked)
            self._read()

    @Slot()
    def _on_take(self) -> None:
        if not self._is_here() or self._tracker is None or not self.take.isEnabled():
            return
        first = next(iter(self._open()), None)
        if first is not None and not self._warned:
            self._warned = True
            self.table.select(lambda line: line.key == first.key)
            self.table.setFocus()
            self.refresh()
            return
        tracker, wanted, kept, page = self._tracker, self._wanted(), self._kept(), self._page
        if page.session.run(lambda: page.assessment.trackers.take(tracker, wanted, kept=kept), page) is not None:
            taken = trackers.taken_text(len(wanted), tracker.file)
            page.session.tell_of_step(taken if wanted else trackers.kept_text(len(kept), tracker.file))
            self._on_leave()

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_line()


class _Reading:
    """Reads what came back."""

    def __init__(self, path: Path, statuses: Mapping[str, ActionStatus], meant: Mapping[str, ActionStatus]) -> None:
        self._path, self._statuses, self._meant = path, statuses, dict(meant)

    def __call__(self, _progress: Progress, cancelled: Callable[[], bool]) -> ReturnedTracker | None:
        found = read_returned(self._path, self._statuses, cancelled, meant=self._meant)
        return None if cancelled() else found


def _key(line: TrackerLine) -> object:
    return line.key
