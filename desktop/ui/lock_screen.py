"""What covers a window that is locked: nothing of the assessment, and how to go on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui import theme
from desktop.ui.passphrase_dialog import PassphraseField
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label

WIDTH = 460


class Cover(QFrame):
    """Lies over all of a window, whose own parts are hidden until it is lifted: from the eye and from screen readers.

    Args:
        window: what is covered.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self._title = window.windowTitle()
        self._focused: QWidget | None = window.focusWidget()
        children = (each for each in window.children() if isinstance(each, QWidget) and each is not self)
        self._hidden = [each for each in children if not each.isWindow() and not each.isHidden()]
        for each in self._hidden:
            each.hide()
        window.setWindowTitle(_("Locked — Maturity Workbench"))
        window.windowTitleChanged.connect(self._on_title)
        window.installEventFilter(self)

    def fall(self) -> None:
        """Cover the window."""
        theme.dress(self)
        self._fit()
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Show the window as it was."""
        self._window.removeEventFilter(self)
        self._window.windowTitleChanged.disconnect(self._on_title)
        self._window.setWindowTitle(self._title)
        self.hide()
        for each in self._hidden:
            each.show()
        if self._focused is not None and self._focused.isVisible():
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window, and above what it is given meanwhile."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        elif event.type() == QEvent.Type.ChildAdded:
            self.raise_()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())

    @Slot(str)
    def _on_title(self, title: str) -> None:
        """The window may be told another title, such as that of the organisation, which is for later."""
        if title != _("Locked — Maturity Workbench"):
            self._title = title
            self._window.setWindowTitle(_("Locked — Maturity Workbench"))


class LockScreen(Cover):
    """The cover of the main window, with a field for the passphrase, where the file has one.

    Signals:
        typed: (passphrase) somebody wants the window back.
        leaving: somebody wants the file closed.
    """

    typed = Signal(str)
    leaving = Signal()

    def __init__(self, window: QWidget, *, encrypted: bool) -> None:
        super().__init__(window)
        self.setAccessibleName(_("Locked"))
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(Label(_("Locked"), "title"))
        told = Label(_told(encrypted=encrypted), wrap=True)
        self.problem = Label("", wrap=True)
        for label in (told, self.problem):
            label.setFixedWidth(px(WIDTH))
        column.addWidget(told)
        self.field = PassphraseField(_("Passphrase"))
        if not encrypted:
            self.field.hide()
        self.field.returnPressed.connect(self._on_back)
        column.addWidget(self.field)
        self.problem.setProperty("tone", "bad")
        self.problem.hide()
        column.addWidget(self.problem)
        row = QHBoxLayout()
        self.back = QPushButton(_("Unlock") if encrypted else _("Show it again"))
        self.back.setProperty("kind", "primary")
        self.back.clicked.connect(self._on_back)
        self.leave = QPushButton(_("Close the assessment"))
        self.leave.clicked.connect(self.leaving)
        row.addWidget(self.back)
        row.addWidget(self.leave)
        row.addStretch(1)
        column.addLayout(row)
        frame = QVBoxLayout(self)
        frame.addStretch(2)
        frame.addWidget(panel, alignment=Qt.AlignmentFlag.AlignHCenter)
        frame.addStretch(3)
        self._first = self.field if encrypted else self.back

    def fall(self) -> None:
        """Cover the window; the keys go to the field."""
        super().fall()
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self) -> None:
        """Say that it was not the passphrase."""
        text = _("This is not the passphrase of the file. Look at the keyboard's language and at Caps Lock.")
        self.problem.setText(text)
        self.problem.show()
        self.field.setAccessibleDescription(text)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        self.typed.emit(self.field.text())


def _told(*, encrypted: bool) -> str:
    if encrypted:
        return _("The assessment is open and everything is saved. Type its passphrase to see it again.")
    return _(
        "The assessment is only hidden: its file has no passphrase, so anybody can show it again here, or open the "
        "file. To keep it safe, give it one: File, Passphrase."
    )
