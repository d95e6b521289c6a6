"""The keys of the page in front, laid over it: read from what the keys themselves are read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui import theme
from desktop.ui.deeds import Keyed
from desktop.ui.page import Page
from desktop.ui.theme import px
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Elided, Label

LISTED = "listed"
"""The property of a shortcut that says what it does."""

Line = tuple[str, str]
"""Keys, and what they do."""

COPY = "Ctrl+C"
"""Told once, since nearly every part of a page can be copied."""
COLUMNS = 2


class KeysOverlay(QFrame):
    """Lists keys by the part of the page where they work. Any key or click closes it."""

    def __init__(self, window: QWidget, groups: Sequence[tuple[str, Sequence[Line]]]) -> None:
        super().__init__(window)
        self.setObjectName("keys-overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Keys of this page"))
        self._before = window.focusWidget()
        content = QWidget()
        content.setObjectName("scrolled")
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(28))
        for some in _in_columns(groups):
            column = QVBoxLayout()
            column.setSpacing(px(12))
            for heading, lines in some:
                column.addWidget(Elided(heading, "strong"))
                column.addLayout(_listed(lines))
            column.addStretch(1)
            row.addLayout(column, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(px(22), px(16), px(22), px(16))
        frame.addWidget(Label(_("Keys of this page"), "heading"))
        frame.addWidget(scrolled(content, _("Keys of this page")), 1)
        frame.addWidget(Label(_("Any key closes this. F1 is help for the page."), "small"))
        window.installEventFilter(self)
        theme.dress(self)

    def open_over(self) -> None:
        """Show it over the middle of the window."""
        self._fit()
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close."""
        moving = event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
        if not moving:
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close."""
        self.leave()
        event.accept()

    def leave(self) -> None:
        """Close, and let what had the focus have it again."""
        self.close()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        around = self.parentWidget()
        if around is None:
            return
        width = min(px(860), around.width() - px(40))
        height = min(px(560), around.height() - px(40))
        self.setGeometry((around.width() - width) // 2, (around.height() - height) // 2, width, height)


def page_keys(page: Page | None, actions: Sequence[QAction]) -> list[tuple[str, list[Line]]]:
    """What keys do on a page, by part, and then in every page; each part as it is now."""
    found: list[tuple[str, list[Line]]] = []
    if page is not None:
        found += [(heading, lines) for heading, lines in _parts(page) if lines]
    found.append(
        (
            _("On every page"),
            [
                (_("Tab"), _("The next control; Shift+Tab: the previous one")),
                (_("Arrows"), _("Move inside lists, chips and numbers")),
                (_("Enter"), _("Press, open or edit what has the cursor; in a field, write and go back")),
                (_("Esc"), _("Go back to where you came from")),
                (COPY, _("Copy the lines of a table, or a picture")),
                *((action.shortcut().toString(), action.text().replace("&", "")) for action in actions),
            ],
        )
    )
    return found


def _parts(page: Page) -> Iterator[tuple[str, list[Line]]]:
    seen: set[tuple[str, tuple[Line, ...]]] = set()
    whole = [
        (shortcut.key().toString(), str(shortcut.property(LISTED)))
        for shortcut in page.findChildren(QShortcut)
        if shortcut.property(LISTED) and isinstance(around := shortcut.parent(), QWidget) and around.isVisible()
    ]
    yield page.accessibleName(), whole
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, Keyed) or not widget.isVisible():
            continue
        told = (deed for deed in widget.deeds() if deed.text and deed.keys and COPY not in deed.keys)
        lines = tuple((" ".join(deed.keys[:2]), deed.text) for deed in told)
        heading = widget.accessibleName()
        if lines and (heading, lines) not in seen:
            seen.add((heading, lines))
            yield heading, list(lines)


def _in_columns(groups: Sequence[tuple[str, Sequence[Line]]]) -> list[list[tuple[str, Sequence[Line]]]]:
    """The groups in columns about as long as each other."""
    total = sum(len(lines) + 2 for _heading, lines in groups)
    columns: list[list[tuple[str, Sequence[Line]]]] = [[]]
    length = 0
    for heading, lines in groups:
        if columns[-1] and len(columns) < COLUMNS and length + len(lines) / 2 > total / COLUMNS:
            columns.append([])
            length = 0
        columns[-1].append((heading, lines))
        length += len(lines) + 2
    return columns


def _listed(lines: Sequence[Line]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(12))
    grid.setVerticalSpacing(px(3))
    grid.setColumnStretch(1, 1)
    for number, (keys, text) in enumerate(lines):
        key = Label(keys, "strong")
        key.setMinimumWidth(px(96))
        grid.addWidget(key, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(text, wrap=True), number, 1)
    return grid
