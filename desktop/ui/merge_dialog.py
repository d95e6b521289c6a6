"""What merging would bring and what would have to be decided, to be looked at before it is taken or left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.ui.deeds import let_enter_press
from desktop.ui.screen import keep_to_screen
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.whole_height import whole_height
from desktop.wording import names

if TYPE_CHECKING:
    from desktop.exchange.travelling.looking_ahead import ConflictAhead, IncomingRow, MergeLook

WIDE, TALL, LOW = 860, 620, 400
MOST_FOLLOWED = 6
MOST_INCOMING = 240
"""In pixels at 100 %."""


class MergeDialog(QDialog):
    """Tables of what comes in and of the conflicts. Enter takes it, Esc leaves it.

    Args:
        parent: the window.
        source: what it comes from, as people know it.
        look: what it would do.
    """

    def __init__(self, parent: QWidget | None, source: str, look: MergeLook) -> None:
        super().__init__(parent)
        let_enter_press()
        self.setWindowTitle(_("Merge"))
        self.heading = Label(_("From {source}").format(source=source), "heading", wrap=True)
        self.told = Label(" ".join(look.told), "body", wrap=True)
        self.setAccessibleDescription(f"{self.heading.text()} {self.told.text()}")
        self.incoming = Table(RowsModel(_incoming_columns()), _("What would come in"), sortable=False)
        self.incoming.source.set_rows(look.rows)
        self.conflicts = Table(RowsModel(_conflict_columns()), _("What would have to be settled"), sortable=False)
        self.conflicts.source.set_rows(look.conflicts)
        self.followed = Label(_followed(look.followed), "small", wrap=True)
        self.take = QPushButton(_("&Merge"))
        self.take.setProperty("kind", "primary")
        self.leave = QPushButton(_("&Leave it"))
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self._lay_out(look)
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resize(px(WIDE), px(TALL if look.conflicts else LOW))
        keep_to_screen(self)

    def showEvent(self, event: QShowEvent) -> None:
        """What comes in takes the room that it needs, up to some rows; the rest is for the conflicts."""
        super().showEvent(event)
        self.incoming.setMaximumHeight(min(whole_height(self.incoming), px(MOST_INCOMING)))

    def _lay_out(self, look: MergeLook) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(16), px(18), px(14))
        column.setSpacing(px(8))
        column.addWidget(self.heading)
        column.addWidget(self.told)
        column.addWidget(self.incoming, 2)
        if look.conflicts:
            column.addWidget(Label(_conflict_heading(len(look.conflicts)), "strong", wrap=True))
            column.addWidget(self.conflicts, 3)
        else:
            self.conflicts.hide()
            column.addStretch(1)
        if look.followed:
            column.addWidget(self.followed)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.take)
        row.addWidget(self.leave)
        row.addStretch(1)
        column.addLayout(row)


def _followed(lines: Sequence[str]) -> str:
    shown = [*lines[:MOST_FOLLOWED], *([_("and more")] if len(lines) > MOST_FOLLOWED else [])]
    return _("What follows by rule: {what}").format(what="; ".join(shown))


def _conflict_heading(count: int) -> str:
    text = ngettext(
        "Both said something about {count} thing, without knowing of each other. It is settled afterwards, in History:",
        "Both said something about {count} things, without knowing of each other. They are settled afterwards, in "
        "History:",
        count,
    )
    return text.format(count=count)


def _incoming_columns() -> tuple[Column[IncomingRow], ...]:
    return (
        Column(_("What"), lambda row: row.what, width=170),
        Column(_("By"), lambda row: names.author(row.author), tip=lambda row: row.author, width=150),
        Column(_("About"), lambda row: row.about, tip=lambda row: row.about),
    )


def _conflict_columns() -> tuple[Column[ConflictAhead], ...]:
    return (
        Column(_("About"), lambda row: row.about, tip=lambda row: row.about, beneath=lambda row: row.what, width=220),
        Column(_("Here"), lambda row: row.here, tip=lambda row: row.here),
        Column(_("There"), lambda row: row.there, tip=lambda row: row.there),
    )
