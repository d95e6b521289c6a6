"""The list of the models one has."""

from __future__ import annotations

from pathlib import Path

from desktop.language import _
from desktop.ui.pages.shelf.lines import ShelfLine
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table


class ModelList(Table):
    """A row a model; what can be done with it is offered by the page around it."""

    def __init__(self) -> None:
        columns: list[Column[ShelfLine]] = [
            Column(_("Model"), lambda line: line.name, beneath=_beneath, tip=_tip),
            Column(_("State"), lambda line: line.stands, tone=_tone, width=104),
        ]
        self.rows: RowsModel[ShelfLine] = RowsModel(columns)
        super().__init__(self.rows, _("All models"), sortable=False)
        self.rows.setParent(self)

    def show_lines(self, lines: list[ShelfLine], path: Path | None) -> None:
        """Show these models, with the cursor on the one of a file."""
        self.fill(lines, lambda line: line.path)
        if not self.select(lambda line: line.path == path) and self.current_row() is None and lines:
            self.selectRow(0)


def _beneath(line: ShelfLine) -> str:
    told = [line.origin]
    if line.version:
        told.append(line.version)
    if line.used:
        told.append(_("used here"))
    if line.replaces:
        told.append(_("version {version} is used here").format(version=line.replaces))
    return " · ".join(told)


def _tip(line: ShelfLine) -> str:
    return "\n".join(text for text in (line.name, line.id, "" if line.own is None else str(line.path)) if text)


def _tone(line: ShelfLine) -> str:
    return "good" if line.usable else "bad"
