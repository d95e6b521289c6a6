"""Two moments side by side: what is otherwise at the later than at the earlier, and who changed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.ui.deeds import Deed
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.text import Label
from desktop.ui.working import Working
from desktop.wording import names
from desktop.wording.changed_lines import ChangedLine, changed_lines
from desktop.wording.past_moments import moment_text

if TYPE_CHECKING:
    from desktop.model.assessment.going_back import MomentChanges
    from desktop.model.assessment.moment import Moment
    from desktop.ui.page import Page
    from desktop.ui.work import Progress

MOST = 5000
"""So many lines are shown; the command “changes” tells them all."""


class Told(NamedTuple):
    """What was found between two moments."""

    earlier: Moment
    later: Moment
    changes: MomentChanges
    lines: list[ChangedLine]


class MomentsView(QWidget):
    """Two days, and between them what is otherwise; the later is now while none is chosen."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._told: Told | None = None
        self._shown_at: object = None
        self.since, self.until = DateField(_("From the evening of")), DateField(_("To the evening of"))
        self.author = Choice(_("Changed by"))
        self.search = SearchField(_("Search changes"))
        self.working = Working(page.session, self)
        self.summary_line = Label("", "mute", wrap=True)
        self.table = Table(RowsModel(self._columns()), _("What is otherwise"))
        self.table.offer_deeds(self._deeds)
        self.see = QPushButton(_("See it as it was on the f&irst day"))
        self._lay_out()
        for field in (self.since, self.until):
            field.committed.connect(self._on_day)
        self.author.chosen.connect(self._show)
        self.search.textChanged.connect(self._show)
        self.search.left.connect(self._enter_table)
        self.working.done.connect(self._on_done)
        self.see.clicked.connect(self.see_then)

    def _lay_out(self) -> None:
        bar = QWidget()
        row = Flow(bar)
        for text, field in ((_("F&rom the evening of"), self.since), (_("to that &of"), self.until)):
            label = Label(text, "mute")
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
        for part in (self.author, self.search, self.see):
            row.addWidget(part)
        card = Card()
        card.tighten()
        card.body.addWidget(self.summary_line)
        card.body.addWidget(self.table, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addWidget(bar)
        frame.addWidget(self.since.note)
        frame.addWidget(self.until.note)
        frame.addWidget(self.working)
        frame.addWidget(card, 1)

    def refresh(self) -> None:
        """Tell what is otherwise now; without a first day, since yesterday evening or else since the first step."""
        steps = self._page.session.present.history.steps(1)
        asked = (steps[0].id if steps else None, self.since.text(), self.until.text())
        if asked != self._shown_at and not self.working.is_busy:
            self._shown_at = asked
            self._ask()

    def landing(self) -> QWidget:
        """The first day."""
        return self.since

    def summary(self) -> str:
        """How much is otherwise."""
        count = len(self._told.lines) if self._told else 0
        return ngettext("{count} thing is otherwise", "{count} things are otherwise", count).format(count=count)

    @Slot()
    def see_then(self) -> None:
        """Show the assessment as it was at the first of the two moments."""
        if self._told is not None:
            self._page.session.then_wanted.emit(self._told.earlier.day or self._told.earlier.step.id)

    def _ask(self) -> None:
        from desktop.model.assessment.going_back import (  # noqa: PLC0415 - only when asked for
            as_it_was,
            changes_between,
            moment_at,
        )
        from desktop.model.errors import RefusalError  # noqa: PLC0415

        present = self._page.session.present
        path, key = present.path, present.key
        since, until = self._day(self.since), self._day(self.until)
        yesterday = self._page.session.today() - dt.timedelta(days=1)

        def task(progress: Progress, _cancelled: Callable[[], bool]) -> Told:
            later = moment_at(path, until, key=key)
            try:
                earlier = moment_at(path, since or yesterday, key=key)
            except RefusalError:
                if since is not None:
                    raise
                earlier = moment_at(path, 1, key=key)
            found = changes_between(path, earlier, later, progress, key=key)
            with as_it_was(path, later, key=key) as then:
                return Told(earlier, later, found, changed_lines(found, then))

        self.working.begin(_("Reading the history"), task)

    def _day(self, field: DateField) -> dt.date | None:
        try:
            return dt.date.fromisoformat(field.text())
        except ValueError:
            return None

    @Slot()
    def _show(self) -> None:
        told = self._told
        if told is None:
            return
        words, author = self.search.text().casefold().split(), self.author.value()
        found = [
            line for line in told.lines if author in (None, line.author) and all(word in _text(line) for word in words)
        ]
        self.table.source.set_rows(found[:MOST])
        count = len(found)
        text = ngettext(
            "{then} → {now}: {count} thing is otherwise.", "{then} → {now}: {count} things are otherwise.", count
        ).format(then=moment_text(told.earlier), now=moment_text(told.later), count=count)
        if count > MOST:
            text += " " + _("The first {count} are shown.").format(count=MOST)
        self.summary_line.setText(text)

    @Slot(object)
    def _on_done(self, told: Told) -> None:
        self._told = told
        steps = [
            (
                author,
                ngettext("{author}, {count} step", "{author}, {count} steps", count).format(
                    author=names.author(author), count=count
                ),
            )
            for author, count in told.changes.steps.items()
        ]
        self.author.offer([(None, _("Everybody")), *steps])
        self._show()
        self._page.subtitle.setText(self.summary())

    @Slot()
    def _on_day(self) -> None:
        self.refresh()

    @Slot()
    def _enter_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _deeds(self) -> Sequence[Deed]:
        line: ChangedLine | None = self.table.current_row()
        if line is None:
            return ()
        return (Deed(("Enter",), _("Show the step that changed it last"), self._show_step),)

    def _show_step(self) -> None:
        line: ChangedLine | None = self.table.current_row()
        if line is not None:
            self._page.session.go("history", str(line.step))

    def _columns(self) -> list[Column[ChangedLine]]:
        return [
            Column(_("Kind"), lambda line: line.kind, width=150, gives_way=1),
            Column(_("What"), lambda line: line.what, tip=ChangedLine.sentence, beneath=lambda line: line.about),
            Column(_("Author"), lambda line: names.author(line.author), width=110),
            Column(_("When"), lambda line: line.when, width=156, gives_way=2),
        ]


def _text(line: ChangedLine) -> str:
    return f"{line.kind}\n{line.sentence()}\n{line.author}".casefold()
