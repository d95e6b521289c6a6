"""What a session is: its kind and name, when and where, who asks, who is heard, and about what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.pack import Track
from desktop.model.maturity.refs import Ref
from desktop.model.records import Member, Participant, SessionKind
from desktop.ui.pages.interviews.session_rows import SessionRow
from desktop.ui.theme import px
from desktop.ui.tick_boxes import TickBoxes
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.time_field import TimeField
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names
from desktop.wording.interviews import coded

SOURCES = tuple(kind for kind in SessionKind if kind.is_source)
"""The sessions in which something is heard, seen or read."""


class About(QWidget):
    """The fields of a session, each written as soon as it is left.

    Signals:
        edited: ``(id of the session, fields that change)``.
        peopled: ``(id of the session, members who ask, participants who are heard)``.
        placed: ``(id of the session, the areas it is about)``.
        left: Enter in a field; one goes on to the notes.
    """

    edited = Signal(object, object)
    peopled = Signal(object, object, object)
    placed = Signal(object, object)
    left = Signal()

    def __init__(self, kinds: Sequence[SessionKind] = SOURCES) -> None:
        """Begin empty.

        Args:
            kinds: what a session can be here.
        """
        super().__init__()
        self.setObjectName("scrolled")
        self._kinds = tuple(kinds)
        self._session = ""
        self._people: list[Participant] = []
        self._coded: list[tuple[str, str]] = []
        self.kind = Choice(_("Kind of session"))
        self.name = LineField(_("Name of the session"), _("E.g. Interview 3, or Tour of the desk"))
        self.day = DateField(_("Day of the session"))
        self.last_day = DateField(_("Last day of the session"))
        self.last_day.setToolTip(
            plain_tip(_("Only where it goes over several days, as the filling in of questionnaires"))
        )
        self.starts, self.ends = TimeField(_("Begins at")), TimeField(_("Ends at"))
        self.place = LineField(_("Place"), _("A room, or how one is connected"))
        self.asks, self.heard = TickBoxes(_("Who asks")), TickBoxes(_("Who is heard"))
        self.areas = TickBoxes(_("What it is about"))
        self.nobody = Label("", "mute", wrap=True)
        self.remove = QPushButton(_("Remo&ve"))
        self.remove.setToolTip(
            plain_tip(_("Remove the session with its notes (Delete in the list); undo brings it back"))
        )
        self._lay_out()
        self._connect()

    def show_session(
        self,
        row: SessionRow,
        ticked: tuple[frozenset[str], frozenset[Ref]],
        members: Sequence[Member],
        people: Sequence[Participant],
        models: Sequence[ModelInUse],
        *,
        editable: bool,
    ) -> None:
        """Show a session. What was being typed for another one is written first.

        Args:
            row: the session with who is heard.
            ticked: ids of the members who ask, and the areas it is about.
            members: the team.
            people: all participants.
            models: those in use.
            editable: whether anything can be changed.
        """
        session = row.session
        if session.id != self._session:
            self.commit()
        self._session = session.id
        self.kind.offer([(kind, names.name(kind)) for kind in self._kinds])
        self.kind.show_value(session.kind)
        self.name.show_text(session.name)
        self.day.show_date(session.day, session.id)
        self.last_day.show_date(session.last_day, session.id)
        self.starts.show_text(session.starts)
        self.ends.show_text(session.ends)
        self.place.show_text(session.place)
        asking, areas = ticked
        heard = {each.id for each in row.heard}
        self.asks.offer([(each.id, each.name) for each in members], asking, editable=editable)
        if self._people != [*people]:
            self._people = [*people]
            self._coded = [(each.id, coded(each)) for each in people]
        self.heard.offer(self._coded, heard, editable=editable)
        self.areas.offer(_places(models), {str(ref) for ref in areas}, editable=editable)
        missing = [_("Add participants and the team under Preparation; then tick here who asks and who is heard.")]
        self.nobody.setText("" if members and people else missing[0])
        self.nobody.setVisible(not (members and people))
        for field in (self.kind, self.name, self.day, self.last_day, self.starts, self.ends, self.place, self.remove):
            field.setEnabled(editable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; Qt forgets to where lists in it have grown while it stood behind."""
        super().resizeEvent(event)
        layout = self.layout()
        assert layout is not None
        layout.setGeometry(self.contentsRect())

    def commit(self) -> None:
        """Write what is being typed."""
        if self._session:
            for field in (self.name, self.day, self.last_day, self.starts, self.ends, self.place):
                field.commit()

    def forget(self) -> None:
        """Its session is gone; nothing is written to it any more."""
        self._session = ""

    def start_name(self) -> None:
        """Put the cursor into the name, ready to be typed over."""
        self.name.setFocus()
        self.name.selectAll()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        times = QHBoxLayout()
        times.setSpacing(8)
        times.addWidget(self.starts, 1)
        times.addWidget(Label("–", "mute"))
        times.addWidget(self.ends, 1)
        lines = (
            (_("Na&me"), self.name),
            (_("Kind"), self.kind),
            (_("Da&y"), self.day),
            *(((_("Until"), self.last_day),) if SessionKind.QUESTIONNAIRES in self._kinds else ()),
            (_("Time"), self.starts),
            (_("Place"), self.place),
        )
        for number, (words, field) in enumerate(lines):
            label = Label(words, "mute")
            label.setBuddy(field)
            grid.addWidget(label, number, 0)
            if field is self.starts:
                grid.addLayout(times, number, 1)
            else:
                grid.addWidget(field, number, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, px(12), 0)
        column.setSpacing(6)
        column.addLayout(grid)
        for note in (self.day.note, self.last_day.note, self.starts.note, self.ends.note):
            column.addWidget(note)
        self.last_day.setParent(self)
        self.last_day.setVisible(SessionKind.QUESTIONNAIRES in self._kinds)
        for box in (self.asks, self.heard, self.areas):
            heading = Label(box.accessibleName(), "strong")
            heading.setBuddy(box)
            column.addWidget(heading)
            column.addWidget(box)
        column.insertWidget(column.count() - 2, self.nobody)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.remove)
        column.addLayout(last)
        column.addStretch(1)
        days = (self.day, self.last_day)
        order = (self.name, self.kind, *days, self.starts, self.ends, self.place, self.asks, self.heard, self.areas)
        for before, after in pairwise((*order, self.remove)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._on_kind)
        self.name.committed.connect(self._on_name)
        self.day.committed.connect(self._on_day)
        self.last_day.committed.connect(self._on_last_day)
        self.starts.given.connect(self._on_starts)
        self.ends.given.connect(self._on_ends)
        self.place.committed.connect(self._on_place)
        for field in (self.name, self.starts, self.ends, self.place):
            field.returnPressed.connect(self.left)
        for box in (self.asks, self.heard):
            box.ticked.connect(self._on_people)
        self.areas.ticked.connect(self._on_areas)

    def _edit(self, **cells: object) -> None:
        if self._session:
            self.edited.emit(self._session, cells)

    @Slot(object)
    def _on_kind(self, kind: SessionKind) -> None:
        self._edit(kind=kind)

    @Slot(str)
    def _on_name(self, text: str) -> None:
        self._edit(name=text)

    @Slot(object)
    def _on_day(self, day: object) -> None:
        self._edit(day=day)

    @Slot(object)
    def _on_last_day(self, day: object) -> None:
        self._edit(last_day=day)

    @Slot(str)
    def _on_starts(self, text: str) -> None:
        self._edit(starts=text)

    @Slot(str)
    def _on_ends(self, text: str) -> None:
        self._edit(ends=text)

    @Slot(str)
    def _on_place(self, text: str) -> None:
        self._edit(place=text.strip())

    @Slot(object)
    def _on_people(self, _keys: object) -> None:
        if self._session:
            self.peopled.emit(self._session, self.asks.keys(), self.heard.keys())

    @Slot(object)
    def _on_areas(self, keys: list[str]) -> None:
        if self._session:
            self.placed.emit(self._session, [Ref.read(key) for key in keys])


def _places(models: Sequence[ModelInUse]) -> list[tuple[str, str]]:
    """Areas, streams and tracks by `Ref` with what they are called, and of several models which."""
    found = []
    for in_use in models:
        for place in in_use.pack.place_by_id.values():
            words = place.name if isinstance(place, Track) else f"{place.id}  {place.name}"
            whose = f"{words} · {in_use.pack.name}" if len(models) > 1 else words
            found.append((str(Ref(in_use.id, place.id)), whose))
    return found
