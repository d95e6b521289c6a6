"""The guide of the open session: what to ask, what matters most first, and the team's own questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.maturity.refs import Ref
from desktop.ui.deeds import Deed
from desktop.ui.pages.interviews.guide_rows import GuideRow, columns, guide_key
from desktop.ui.pages.interviews.listener import Listener
from desktop.ui.session import Session
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Label


class GuidePane(QWidget):
    """Lists what to ask in a session; filled only while it is seen, so that typing notes never waits for it.

    Signals:
        tagged: the parts that the note in the line is to speak of; none for a question of the team's own.
        reading: the part that is to be read in its model.
    """

    tagged = Signal(object)
    reading = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._of = ""
        self._listener: Listener | None = None
        self._changing = ""
        self._stale = False
        self.told = Label("", "mute", wrap=True)
        self.table = Table(RowsModel(columns()), _("What to ask"), sortable=False)
        self.table.offer_deeds(self._deeds)
        self.own = QLineEdit()
        self.own.setAccessibleName(_("Question of the team's own"))
        self.own.setPlaceholderText(_("Your own question"))
        self.own.returnPressed.connect(self._on_own)
        self.reach = Choice(_("Where it is asked"))
        self.print = QPushButton(_("Print…"))
        self.print.setProperty("kind", "chip")
        self.print.setAccessibleName(_("Print the guide"))
        self.print.clicked.connect(self.print_guide)
        last = QHBoxLayout()
        last.setSpacing(6)
        last.addWidget(self.reach, 1)
        last.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self.own)
        column.addLayout(last)

    def show_session(self, session: str, listener: Listener) -> None:
        """Show the guide of a session, now or as soon as it is seen."""
        if session != self._of:
            self._leave_change()
        self._of, self._listener, self._stale = session, listener, True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """It is seen: show what it is to show."""
        super().showEvent(event)
        if self._stale:
            self._fill()

    def _fill(self) -> None:
        listener, assessment = self._listener, self._session.assessment
        assert listener is not None
        self._stale = False
        rows = [
            GuideRow(line, ", ".join(map(listener.called, line.topic.parts))) for line in assessment.guides.of(self._of)
        ]
        self.table.fill(rows, guide_key)
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        areas = sorted(assessment.interviews.areas(self._of))
        everywhere = [(ref, _("In every session about {area}").format(area=ref.part)) for ref in areas]
        self.reach.offer([(None, _("In this session")), *everywhere])
        asked = sum(row.line.asked for row in rows)
        if not rows:
            text = _("Say under “About” which areas this session is about; then what to ask stands here.")
        else:
            text = ngettext("{count} question", "{count} questions", len(rows)).format(count=len(rows))
            text = _("{questions}, asked: {asked}").format(questions=text, asked=asked)
        self.told.setText(text)
        writable = not assessment.readonly
        for part in (self.own, self.reach):
            part.setEnabled(writable)
        self.print.setEnabled(bool(rows))

    def _deeds(self) -> Sequence[Deed]:
        row: GuideRow | None = self.table.current_row()
        if row is None:
            return ()
        printing = Deed(("P",), _("Print the guide"), self.print_guide)
        reading = (Deed(("R",), _("Read the practice"), self._read),) if row.line.topic.parts else ()
        if self._session.assessment.readonly:
            return (*reading, printing)
        asked = _("Not asked after all") if row.line.asked else _("Mark as asked")
        found = [
            Deed(("Enter",), _("Answer it in the line, tagged with what it is about"), self._answer),
            Deed(("Space",), asked, self._turn),
        ]
        if row.line.topic.own:
            found.append(Deed(("F2",), _("Change the question"), self._change))
            found.append(Deed(("Delete", "Backspace"), _("Remove the question"), self._remove))
        return (*found, *reading, printing)

    def _row(self) -> GuideRow:
        row: GuideRow | None = self.table.current_row()
        assert row is not None
        return row

    def _answer(self) -> None:
        self.tagged.emit(self._row().tags)

    def _read(self) -> None:
        self.reading.emit(self._row().line.topic.parts[0])

    def _turn(self) -> None:
        line, guides = self._row().line, self._session.assessment.guides
        self._run(lambda: guides.mark_asked(self._of, line.topic.ask, asked=not line.asked))

    def _change(self) -> None:
        topic = self._row().line.topic
        self._changing = topic.ask.part
        self.own.setText(topic.text)
        self.own.setFocus()
        self.own.selectAll()

    def _remove(self) -> None:
        question, guides = self._row().line.topic.ask.part, self._session.assessment.guides
        if self._run(lambda: guides.remove(question)):
            self._leave_change()
            self._session.tell_of_step(_("The question was removed."))

    @Slot()
    def _on_own(self) -> None:
        """Keep what is typed: a new question, or the one that is being changed."""
        text, guides, area = self.own.text(), self._session.assessment.guides, self.reach.value()
        if not text.strip() and not self._changing:
            return
        if self._changing:
            kept = self._run(lambda: guides.change(self._changing, text))
        elif isinstance(area, Ref):
            kept = self._run(lambda: guides.add(text, area=area))
        else:
            kept = self._run(lambda: guides.add(text, session=self._of))
        if kept:
            self._leave_change()

    def _run(self, operation: Callable[[], object]) -> bool:
        done = self._session.run(operation, self) is not None
        self._fill()
        return done

    def _leave_change(self) -> None:
        self._changing = ""
        self.own.clear()

    @Slot()
    def print_guide(self) -> None:
        """Ask for the printer and print the guide, with room for what is heard; it names no participant."""
        printer = self._session.dialogs.printer(_("Print the guide"))
        if printer is None:
            return
        from desktop.ui.pages.interviews.printed_guide import printed_guide  # noqa: PLC0415 - only when asked for

        rows: Sequence[GuideRow] = self.table.source.rows
        printed_guide(self._session.assessment, self._of, rows).print_(printer)
        self._session.tell(_("The guide was printed."))
