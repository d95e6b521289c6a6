"""What the team has learned of its own work."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop.language import _
from desktop.model.records import Lesson, LessonSort
from desktop.ui.edited_lists import AddLine, ListTable
from desktop.ui.page import Page
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names

_TONES = {LessonSort.KEEP: "good", LessonSort.CHANGE: "warn", LessonSort.TRY: "accent"}


class Lessons(Card):
    """Lessons: what to keep, what to do differently, what to try; they stay in the team."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Lessons"), _("What the team makes of its own work. It stays in the team."))
        self._page = page
        self.table = ListTable(RowsModel(self._columns()), _("Lessons of the team"))
        self.table.removing.connect(self._on_removing)
        self.table.pasted.connect(self._on_given)
        self.sort = Choice(_("Kind of the new lesson"))
        self.sort.offer([(sort, names.name(sort)) for sort in LessonSort])
        self.sort.show_value(LessonSort.KEEP)
        self.sort.chosen.connect(self.sort.show_value)
        self.add_line = AddLine(_("Add lesson"), _("Add a lesson: choose its kind, type it and press Enter"))
        self.add_line.given.connect(self._on_given)
        self._remove = QPushButton(_("&Remove"))
        self._remove.setToolTip(plain_tip(_("Take the lesson off the list (Delete); undo brings it back")))
        self._remove.clicked.connect(self._on_remove)
        line = QHBoxLayout()
        line.addWidget(self.sort)
        line.addWidget(self.add_line, 1)
        line.addWidget(self._remove)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(line)

    def refresh(self) -> None:
        """Show the lessons as they are now."""
        lessons = self._page.assessment.debriefing.lessons()
        self.table.fill(lessons, _key)
        editable = not self._page.assessment.readonly
        for part in (self.sort, self.add_line):
            part.setEnabled(editable)
        self._remove.setEnabled(editable and bool(lessons))

    def reveal(self, target: str) -> bool:
        """Put the cursor on a lesson."""
        return self.table.select(lambda lesson: lesson.id == target)

    def _columns(self) -> list[Column[Lesson]]:
        return [
            Column(
                _("Kind"),
                lambda lesson: names.name(lesson.sort),
                tone=lambda lesson: _TONES[lesson.sort],
                width=128,
                edit=self._set_sort,
                choices=tuple(names.name(sort) for sort in LessonSort),
            ),
            Column(_("Lesson"), lambda lesson: lesson.text, tip=lambda lesson: lesson.text, edit=self._reword),
            Column(
                _("What came of it"),
                lambda lesson: lesson.done,
                tip=lambda lesson: lesson.done,
                edit=self._set_done,
                meaning=_("What was done about it, or who sees to it"),
                width=220,
                gives_way=1,
            ),
        ]

    def _set_sort(self, lesson: Lesson, typed: str) -> None:
        for sort in LessonSort:
            if names.name(sort) == typed:
                self._set(lesson, sort=sort)

    def _reword(self, lesson: Lesson, text: str) -> None:
        if text.strip():
            self._set(lesson, text=text)

    def _set_done(self, lesson: Lesson, text: str) -> None:
        self._set(lesson, done=text.strip())

    def _set(self, lesson: Lesson, **cells: object) -> None:
        debriefing = self._page.assessment.debriefing
        self._page.session.run(lambda: debriefing.change(lesson.id, **cells), self._page)
        self.refresh()

    @Slot(str)
    def _on_given(self, text: str) -> None:
        debriefing, sort = self._page.assessment.debriefing, LessonSort(str(self.sort.value()))
        added = [
            self._page.session.run(partial(debriefing.add, sort, line), self._page)
            for line in filter(str.strip, text.splitlines())
        ]
        self.refresh()
        self.table.select(lambda lesson: lesson.id in added)

    @Slot(object)
    def _on_removing(self, lesson: Lesson) -> None:
        done = self._page.session.run(lambda: self._page.assessment.debriefing.remove(lesson.id), self._page)
        self.refresh()
        if done is not None:
            self._page.session.tell_of_step(_("“{text}” was taken off the list.").format(text=lesson.text))

    @Slot()
    def _on_remove(self) -> None:
        lesson = self.table.current_row()
        if lesson is not None:
            self._on_removing(lesson)


def _key(lesson: Lesson) -> str:
    return lesson.id
