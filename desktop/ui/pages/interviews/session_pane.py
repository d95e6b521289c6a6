"""The session that is open: its notes with the line below them, and what the session is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.ui.pages.interviews.about import About
from desktop.ui.pages.interviews.entry import Entry
from desktop.ui.pages.interviews.note_rows import NotesTable
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.front_tabs import FrontTabs
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Elided, Label

NOTES, ABOUT = range(2)


class SessionPane(Card):
    """Notes and About."""

    def __init__(self) -> None:
        super().__init__(_("Session"))
        self.summary = Elided("", "small")
        self.notes, self.entry, self.about = NotesTable(), Entry(), About()
        self.nothing = Label(
            _("Type what you hear below and press Enter: each note is in the file at once."), "mute", wrap=True
        )
        self.earlier = QPushButton(_("Show earlier notes as well"))
        self.unheard = Elided("", "small")
        typing = QWidget()
        typing.setObjectName("scrolled")
        column = QVBoxLayout(typing)
        column.setContentsMargins(8, 4, 8, 0)
        column.setSpacing(6)
        column.addWidget(self.nothing)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.notes, 1)
        column.addWidget(self.entry)
        column.addWidget(self.unheard)
        self.tabs = FrontTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(_("Parts of the session"))
        self.around = scrolled(self.about, _("What the session is"))
        self.tabs.addTab(typing, _("Notes"))
        self.tabs.addTab(self.around, _("About"))
        self.tighten()
        self.head.setContentsMargins(8, 4, 8, 0)
        self.head.setSpacing(12)
        self.head.addWidget(self.summary, 1)
        self.body.addWidget(self.tabs, 1)

    def count_notes(self, count: int, earlier: int) -> None:
        """Say how many there are, and how many of them were taken before those that are shown."""
        self.notes.earlier = earlier
        self.earlier.setVisible(bool(earlier))
        self.earlier.setText(
            ngettext("Show the earlier note as well", "Show the {count} earlier notes as well", earlier).format(
                count=earlier
            )
        )
        self.nothing.setVisible(not count)
        self.notes.setVisible(bool(count))
        self.tabs.setTabText(NOTES, _("Notes {count}").format(count=count) if count else _("Notes"))

    def type_notes(self) -> None:
        """Let the line have the keys."""
        self.tabs.setCurrentIndex(NOTES)
        self.entry.take_focus()

    def name_session(self) -> None:
        """Let the name have the keys, ready to be typed over."""
        self.tabs.setCurrentIndex(ABOUT)
        self.about.start_name()


class NoSessions(Card):
    """What to do while there is no session."""

    def __init__(self) -> None:
        super().__init__(
            _("No interviews yet"),
            _(
                "Each interview, discussion, demonstration or review of documents is a session. Begin one, say who is "
                "heard and about which areas, and type what you hear: each note counts as a source for the practices "
                "that it is tagged with."
            ),
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.first = QPushButton(_("Begin the first session"))
        self.body.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
