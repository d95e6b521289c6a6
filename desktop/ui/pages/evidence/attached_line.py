"""What is attached to an item, and what can be done with it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.records import Evidence
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Elided
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.attachments import size_text


class AttachedLine(QWidget):
    """The name of the file, and a button for each thing to do.

    Attributes:
        attach: attaches a file, or another.
        open: looks at it.
        save: saves it into a folder.
        detach: takes it off.
    """

    def __init__(self) -> None:
        super().__init__()
        self.said = Elided("", "body")
        self.attach, self.open = QPushButton(_("Attach…")), QPushButton(_("Open"))
        self.save, self.detach = QPushButton(_("Save as…")), QPushButton(_("Take off"))
        self.attach.setToolTip(plain_tip(_("Attach a file; it is kept inside the assessment")))
        buttons = QWidget()
        row = Flow(buttons)
        for button in (self.open, self.save, self.attach, self.detach):
            button.setProperty("kind", "chip")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addWidget(buttons)

    def show_item(self, item: Evidence, *, held: bool) -> None:
        """Show what is attached to an item.

        Args:
            item: the item.
            held: whether its bytes are in the file.
        """
        told = _("{name} · {size}").format(name=item.file_name, size=size_text(item.file_size or 0))
        if not held:
            told = _("{name} · not in this file").format(name=item.file_name)
        self.said.setText(told)
        for part in (self.said, self.detach):
            part.setVisible(bool(item.content))
        for part in (self.open, self.save):
            part.setVisible(bool(item.content) and held)
        self.attach.setText(_("Replace…") if item.content else _("Attach…"))

    def let_write(self, *, writable: bool) -> None:
        """Whether it may change."""
        self.attach.setEnabled(writable)
        self.detach.setEnabled(writable)
