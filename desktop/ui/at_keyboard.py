"""Who sits at the keyboard: asked once, shown in the line at the bottom, changed by a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.language import _
from desktop.ui.collation import in_order
from desktop.ui.session import Session
from desktop.ui.status_line import StatusLine

if TYPE_CHECKING:
    from desktop.model.journal import Changed


class AtKeyboard(QObject):
    """Lets a member of the team sit down; where there is no team yet, a name is typed.

    Args:
        session: who sits there.
        line: shows it.
        parent: the window.
    """

    def __init__(self, session: Session, line: StatusLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._line, self._window = session, line, parent
        line.named.connect(self._on_named)
        line.who.clicked.connect(self.do_author)
        session.opened.connect(self._show)
        session.seated.connect(self._show)
        session.seat_wanted.connect(self.do_author)
        session.changed.connect(self._on_changed)

    @Slot()
    def do_author(self) -> None:
        """Ask who sits there: a member of the team from a menu, or somebody else by name."""
        if not self._team():
            self._ask_name()
            return
        menu = SeatMenu(self._window, self._team(), self._session.member)
        menu.triggered.connect(self._on_chosen)
        menu.popup(self._line.who.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        menu.setActiveAction(menu.actions()[0])

    def _team(self) -> list[tuple[str, str]]:
        if not self._session.is_open:
            return []
        found = in_order(self._session.assessment.preparation.members(), lambda member: member.name)
        return [(member.id, member.name) for member in found if member.name]

    def _ask_name(self) -> None:
        title, label = _("Who is at the keyboard?"), _("Shown beside what you do, inside the file only:")
        name = self._session.dialogs.text(title, label, self._session.settings.author)
        if name is not None:
            self._on_named(name)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        """What is half typed is still by who sat there before."""
        commit = getattr(QApplication.focusWidget(), "commit", None)
        if callable(commit):
            commit()
        member = str(action.data() or "")
        if not member:
            self._ask_name()
            return
        self._session.sit_down(member)
        self._session.tell(_("{name} is at the keyboard now.").format(name=self._session.author))

    @Slot(str)
    def _on_named(self, name: str) -> None:
        self._session.work_as(name)
        self._line.ask_author(wanted=False)
        if name.strip():
            told = _(
                "“{name}” stands beside your steps from now on. To change it, choose “Who is at the keyboard” in the "
                "menu Help."
            )
            self._session.tell(told.format(name=name.strip()))

    @Slot(object, object)
    def _on_changed(self, changed: Changed, _initiator: object) -> None:
        if changed.kinds & {"member", "area_duty", "session", "session_member", "model"}:
            self._show()

    def _tell_duties(self) -> str:
        """Let every page tell who works on what; gives what who sits there works on."""
        from desktop.wording.team_duties import duties_in_full, duties_line, short_duty  # noqa: PLC0415 - see below

        session = self._session
        duties = session.assessment.copies.team_duties()
        session.tell_duties(duties_line(duties, session.member), duties_in_full(duties, session.assessment))
        return next((short_duty(each) for each in duties if each.member == session.member), "")

    @Slot()
    def _show(self) -> None:
        if not self._session.is_open:
            return
        team, settings, works_on = self._team(), self._session.settings, self._tell_duties()
        readonly = self._session.assessment.readonly
        unknown = not team and not settings.author and not settings.asked_for_author
        self._line.ask_author(wanted=unknown and not readonly)
        if team and not readonly:
            self._line.show_who(self._session.author if self._session.member else "", works_on)
        else:
            self._line.who.hide()


class SeatMenu(QMenu):
    """The members of the team, the one who sits there marked, and a way for somebody else."""

    def __init__(self, owner: QWidget, team: list[tuple[str, str]], seated: str) -> None:
        super().__init__(owner)
        self.setAccessibleName(_("Who is at the keyboard?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for member, name in team:
            action = self.addAction(name.replace("&", "&&"))
            action.setData(member)
            action.setCheckable(True)
            action.setChecked(member == seated)
        self.addSeparator()
        self.addAction(_("Somebody else…"))
