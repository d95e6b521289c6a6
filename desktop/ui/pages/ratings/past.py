"""The history of what is selected: who changed what, when, from what to what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.journal import CellChange, StepKind
from desktop.ui.widgets.text import Label
from desktop.wording import names
from desktop.wording.changes import value_text
from desktop.wording.records import cell_name

SHOWN = 8


class Past(QWidget):
    """The latest changes, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Label(_("History"), "heading"))
        self._labels = [Label("", "small", wrap=True) for _number in range(SHOWN + 1)]
        for label in self._labels:
            self._column.addWidget(label)

    def show_changes(self, changes: Sequence[CellChange]) -> None:
        """Show the changes of a record."""
        lines = [_line(change) for change in changes[:SHOWN]] or [_("Nothing has been said yet.")]
        if len(changes) > SHOWN:
            more = len(changes) - SHOWN
            told = ngettext("and {count} earlier change", "and {count} earlier changes", more)
            lines.append(told.format(count=more))
        for number, label in enumerate(self._labels):
            label.setVisible(number < len(lines))
            label.setText(lines[number] if number < len(lines) else "")


def _line(entry: CellChange) -> str:
    step, change = entry.step, entry.change
    when = step.at.astimezone().strftime("%Y-%m-%d %H:%M")
    who = step.author if step.kind is StepKind.EDIT else f"{step.author} ({names.name(step.kind).lower()})"
    return _("{when} · {who}\n{cell}: {before} → {after}").format(
        when=when,
        who=who,
        cell=cell_name(change.kind, change.cell),
        before=value_text(change.kind, change.cell, change.before),
        after=value_text(change.kind, change.cell, change.after),
    )
