"""Restore points: whole copies of the file as it was, to look at, to go back to, to save as files of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.ui.deeds import Deed
from desktop.ui.dialogs import FILES
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.folding_panes import FoldingStorey
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.work import Work
from desktop.wording.restore_texts import made_at, made_for, point_name, size_text, where_text

if TYPE_CHECKING:
    from desktop.model.assessment.restoring import RestorePoint
    from desktop.ui.page import Page

DAYS, WEEKS = (7, 14, 30, 90), (0, 8, 26, 52)
"""What is offered; the command line takes any number."""


class RestoreView(QWidget):
    """The restore points of the open file, and how long they are kept."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.table = Table(RowsModel(self._columns()), _("Restore points of the file"), sortable=False)
        self.table.offer_deeds(self._deeds)
        self.nothing = Label(
            _("There is no restore point yet. The program makes one at the first edit of a day."), "mute", wrap=True
        )
        self.make = QPushButton(_("Make a &restore point…"))
        self.make.clicked.connect(page.session.point_wanted)
        self.restore = QPushButton(_("Put everything as it &was then…"))
        self.restore.setToolTip(plain_tip(_("One step puts every cell as it was; undo takes it back")))
        self.restore.clicked.connect(self.go_back)
        self.save = QPushButton(_("Save as a file of its &own…"))
        self.save.clicked.connect(self.save_point)
        self.days, self.weeks = Choice(_("Keep all for")), Choice(_("Then one a week for"))
        self.folder = QPushButton(_("Another folder…"))
        self.where = Label("", "small", wrap=True)
        for choice in (self.days, self.weeks):
            choice.setMinimumContentsLength(26)
            choice.chosen.connect(self._on_rule)
        self.folder.clicked.connect(self.choose_folder)
        self._lay_out()
        page.session.point_made.connect(self._on_made)

    def _lay_out(self) -> None:
        deeds, rule = QWidget(), QWidget()
        for place, parts in (
            (deeds, (self.make, self.restore, self.save)),
            (rule, (self.days, self.weeks, self.folder)),
        ):
            row = Flow(place)
            for part in parts:
                row.addWidget(part)
        card = Card()
        card.tighten()
        card.body.addWidget(self.nothing)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(deeds)
        kept = Card()
        kept.tighten()
        kept.body.addWidget(rule)
        kept.body.addWidget(self.where)
        panes = FoldingStorey(spacing=10)
        panes.add(card, _("Restore points"), 200, 1)
        panes.add(kept, _("How long they are kept"), 110, 0)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addWidget(panes, 1)

    def refresh(self) -> None:
        """Show those that are there."""
        restoring, readonly = self._page.session.present.restoring, self._page.assessment.readonly
        points, rule = restoring.points(), restoring.rule()
        self.table.fill(points, _key)
        self.table.setVisible(bool(points))
        self.nothing.setVisible(not points)
        self.days.offer([(days, _all_for(days)) for days in sorted({*DAYS, rule.days})])
        self.weeks.offer([(weeks, _weekly_for(weeks)) for weeks in sorted({*WEEKS, rule.weeks})])
        self.days.show_value(rule.days)
        self.weeks.show_value(rule.weeks)
        self.where.setText(where_text(rule, restoring.folder, points))
        self.restore.setEnabled(bool(points) and not readonly)
        self.save.setEnabled(bool(points))
        for part in (self.make, self.days, self.weeks, self.folder):
            part.setEnabled(not readonly)

    def landing(self) -> QWidget:
        """The points, or what makes the first."""
        return self.make if self.table.isHidden() else self.table

    def summary(self) -> str:
        """How many there are."""
        count = len(self.table.source.rows)
        return ngettext("{count} restore point", "{count} restore points", count).format(count=count)

    @Slot()
    def go_back(self) -> None:
        """Put everything as it was, once somebody has said so."""
        point: RestorePoint | None = self.table.current_row()
        session = self._page.session
        if point is None or self._page.assessment.readonly:
            return
        text = _(
            "Every cell will be as it was at {when}. What came later stays in the history, and undo brings it back. "
            "Notes of what exports showed stay."
        ).format(when=made_at(point))
        ways = (("restore", _("&Put it as it was")), ("leave", _("&Leave it as it is")))
        if session.dialogs.one_of(_("Go back to “{name}”").format(name=point_name(point)), text, ways) != "restore":
            return
        changed = session.run(partial(self._page.assessment.restoring.restore, point), self._page)
        if changed is None:
            return
        self._page.refresh()
        if changed.step is None:
            session.tell(_("Everything is as it was then already."))
        else:
            session.tell_of_step(_("Everything is as it was at {when}.").format(when=made_at(point)))

    @Slot()
    def save_point(self) -> None:
        """Write a point as a file of its own."""
        from desktop.model.assessment.restoring import save_as  # noqa: PLC0415 - only when asked for

        point: RestorePoint | None = self.table.current_row()
        if point is None:
            return
        session = self._page.session
        present = session.present
        proposal = f"{present.path.stem} {made_at(point).replace(':', '.')}{present.path.suffix}"
        path = session.dialogs.save_file(_("Where to put the file as it was"), proposal, FILES)
        if path is None:
            return
        key = present.key

        def task(_progress: object, _cancelled: object) -> Path:
            save_as(point, path, key)
            return path

        work = Work(task, self)
        work.finished.connect(self._on_saved)
        work.refused.connect(session.refuse)
        work.failed.connect(session.report)
        work.start()

    @Slot()
    def choose_folder(self) -> None:
        """Let new ones go into another folder."""
        session = self._page.session
        folder = session.dialogs.folder(_("Folder for restore points"))
        if folder is not None:
            restoring = self._page.assessment.restoring
            session.run(lambda: restoring.set_rule(restoring.rule(), str(folder)), self._page)
            self.refresh()

    @Slot(object)
    def _on_saved(self, path: object) -> None:
        self._page.session.tell(_("{path} holds the assessment as it was then.").format(path=path))

    @Slot()
    def _on_rule(self) -> None:
        from desktop.model.assessment.restoring import KeepRule  # noqa: PLC0415 - only when asked for

        restoring = self._page.assessment.restoring
        rule = KeepRule(int(str(self.days.value())), int(str(self.weeks.value())))
        if rule != restoring.rule():
            self._page.session.run(lambda: restoring.set_rule(rule, restoring.chosen_folder()), self._page)
            self.refresh()

    @Slot()
    def _on_made(self) -> None:
        if self.isVisible():
            self._page.refresh()

    def _deeds(self) -> Sequence[Deed]:
        if self.table.current_row() is None:
            return ()
        return (Deed(("Enter",), _("Go to “Put everything as it was then”"), self.restore.setFocus),)

    def _columns(self) -> list[Column[RestorePoint]]:
        return [
            Column(_("When"), made_at, width=156),
            Column(_("Name"), lambda point: point.name or "–", tip=lambda point: point.name),
            Column(_("Made"), made_for, width=190, gives_way=1),
            Column(_("By"), lambda point: point.author, width=110, gives_way=2),
            Column(_("Step"), lambda point: str(point.step or "–"), width=62, right=True),
            Column(_("Size"), lambda point: size_text(point.size), width=76, right=True, gives_way=3),
        ]


def _key(point: RestorePoint) -> object:
    return point.path


def _all_for(days: int) -> str:
    return ngettext("Keep all for {count} day", "Keep all for {count} days", days).format(count=days)


def _weekly_for(weeks: int) -> str:
    if not weeks:
        return _("Then none")
    return ngettext("Then one a week for {count} week", "Then one a week for {count} weeks", weeks).format(count=weeks)
