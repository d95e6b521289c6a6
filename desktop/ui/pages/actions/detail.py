"""One action with all its fields, each written as soon as it is left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.models import ModelInUse
from desktop.model.assessment.standing import Standing
from desktop.model.planning.aims import aim_of
from desktop.model.records import Action, ActionStatus, Priority
from desktop.ui.pages.actions import places
from desktop.ui.pages.actions.measures import Measures
from desktop.ui.pages.actions.rows import today
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField, TextField
from desktop.ui.widgets.field_grid import FieldGrid, labelled
from desktop.ui.widgets.front_tabs import FrontTabs
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names

DETAIL_WIDTH = 336
_NOWHERE = ("", "")


class Detail(Card):
    """The fields of one action. `edited` carries ``(action id, fields that change)``; `left` that Enter was pressed."""

    edited = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_("Action"))
        self._action: Action | None = None
        self._models: Sequence[ModelInUse] = ()
        self._owners = QStringListModel(self)
        self.title = LineField(_("Title"), _("What is to be done"))
        self.description = TextField(_("Description"), _("How, and how you will know that it is done"), lines=4)
        self.area = Choice(_("To improve"))
        self.goal = Choice(_("What is to be reached"))
        self.owner = LineField(_("Owner"), _("A role, e.g. desk lead"))
        self.due = DateField(_("Due date"))
        self.priority = Choice(_("Priority"))
        self.status = Choice(_("Status"))
        self.closed = DateField(_("Closed day"))
        self.remove = QPushButton(_("&Remove"))
        self.remove.setToolTip(plain_tip(_("Remove this action (Delete in the table); undo brings it back")))
        self.ratings = QPushButton(_("See ratings"))
        self.ratings.setProperty("kind", "link")
        self.area_label, self.goal_label = labelled("", self.area), labelled("", self.goal)
        self.fields = QWidget()
        self.fields.setObjectName("scrolled")
        self.measures = Measures(today)
        self.tabs = FrontTabs()
        self._lay_out()
        completer = QCompleter(self._owners, self.owner)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        self._connect()
        self.show_action(None, (), ())

    @property
    def action_id(self) -> str:
        """The action shown, empty for none."""
        return self._action.id if self._action else ""

    @property
    def action(self) -> Action | None:
        """The action shown."""
        return self._action

    def show_action(self, action: Action | None, models: Sequence[ModelInUse], owners: Sequence[str]) -> None:
        """Show an action, or that none is chosen. What was being typed for another one is written first."""
        if action is None or action.id != self.action_id:
            self.commit()
        self._action, self._models = action, models
        self.tabs.setVisible(action is not None)
        if action is None:
            self.say(_("Action"), _("Choose an action in the table to see and change it."))
            return
        self.say(_("Action {number}").format(number=action.number))
        self._owners.setStringList(list(owners))
        self.title.show_text(action.title)
        self.description.show_text(action.description)
        self.owner.show_text(action.owner)
        self.due.show_date(action.due, action.id)
        self.closed.show_date(action.closed, action.id)
        self.closed.setEnabled(not action.status.is_open)
        self.priority.offer([(priority, names.name(priority)) for priority in Priority])
        self.priority.show_value(action.priority)
        offered = [each for each in ActionStatus if each is not ActionStatus.VERIFIED or each is action.status]
        self.status.offer([(status, names.name(status)) for status in offered])
        self.status.show_value(action.status)
        self._show_place(action)

    def commit(self) -> None:
        """Write what is being typed."""
        if self._action is not None:
            for field in (self.title, self.description, self.owner, self.due, self.closed):
                field.commit()
            self.measures.commit()

    def show_measures(self, found: Sequence[Standing], *, editable: bool) -> None:
        """Show the measures of the action that is shown."""
        packs = {in_use.id: in_use.pack for in_use in self._models}
        offered = places.metrics(self._action, packs.get(self._action.model)) if self._action else []
        self.measures.show_measures(found, offered, editable=editable)
        text = _("Measures {count}").format(count=len(found)) if found else _("Measures")
        self.tabs.setTabText(1, text)

    def start_measure(self, measure: str) -> None:
        """Put the cursor into the name of a measure."""
        self.tabs.setCurrentIndex(1)
        self.measures.choose(measure)
        self.measures.start_name(self.around)

    def start_title(self) -> None:
        """Put the cursor into the title, ready to be typed over."""
        self.tabs.setCurrentIndex(0)
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def _show_place(self, action: Action) -> None:
        packs = {in_use.id: in_use.pack for in_use in self._models}
        pack = packs.get(action.model)
        aim = aim_of(pack, action.aim)
        known = aim is not None
        words = places.words_for([pack] if pack is not None and known else packs.values())
        self.area.offer([(_NOWHERE, _(words.no_place)), *places.places(self._models)])
        self.area.show_value((action.model, aim.place) if aim else _NOWHERE)
        self.area.setToolTip(plain_tip(self.area.currentText()))
        reachable = places.parts(pack, aim.place) if pack is not None and aim else []
        self.goal.offer([("", _(words.no_part)), *reachable])
        self.goal.show_value(aim.part.part if aim and aim.part else "")
        self.goal.setToolTip(plain_tip(self.goal.currentText()))
        self.goal.setEnabled(known)
        self.area_label.setText(_(words.place))
        self.goal_label.setText(_(words.part))
        self.ratings.setVisible(known)

    def _lay_out(self) -> None:
        rows = (
            (self.area_label, self.area),
            (self.goal_label, self.goal),
            (labelled(_("O&wner"), self.owner), self.owner),
            (labelled(_("D&ue"), self.due), self.due),
            (labelled(_("&Priority"), self.priority), self.priority),
            (labelled(_("&Status"), self.status), self.status),
            (labelled(_("&Closed"), self.closed), self.closed),
        )
        last = QHBoxLayout()
        last.addWidget(self.ratings)
        last.addStretch(1)
        last.addWidget(self.remove)
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 8, px(12), 0)
        column.setSpacing(6)
        column.addWidget(labelled(_("&Title"), self.title))
        column.addWidget(self.title)
        column.addWidget(labelled(_("&Description"), self.description))
        column.addWidget(self.description)
        column.addSpacing(4)
        column.addLayout(FieldGrid(rows))
        column.addSpacing(4)
        column.addLayout(last)
        column.addStretch(1)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(_("Parts of the action"))
        self.around = scrolled(self.measures, _("Measures of the action"))
        self.tabs.addTab(scrolled(self.fields, _("Fields of the action")), _("What and who"))
        self.tabs.addTab(self.around, _("Measures"))
        self.body.addWidget(self.tabs)
        order = (self.title, self.description, *(field for _text, field in rows), self.ratings, self.remove)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.title.committed.connect(self._on_title)
        for field in (self.title, self.owner):
            field.returnPressed.connect(self.left)
        self.description.committed.connect(self._on_description)
        self.area.chosen.connect(self._on_area)
        self.goal.chosen.connect(self._on_goal)
        self.owner.committed.connect(self._on_owner)
        self.due.committed.connect(self._on_due)
        self.priority.chosen.connect(self._on_priority)
        self.status.chosen.connect(self._on_status)
        self.closed.committed.connect(self._on_closed)

    def _edit(self, **cells: object) -> None:
        if self._action is not None:
            self.edited.emit(self._action.id, cells)

    @Slot(str)
    def _on_title(self, text: str) -> None:
        if text.strip():
            self._edit(title=text.strip())
        elif self._action is not None:
            with QSignalBlocker(self.title):
                self.title.show_text(self._action.title)

    @Slot(str)
    def _on_description(self, text: str) -> None:
        self._edit(description=text)

    @Slot(object)
    def _on_area(self, place: tuple[str, str]) -> None:
        self._edit(model=place[0], aim=place[1])

    @Slot(object)
    def _on_goal(self, goal: str) -> None:
        _model, place = cast("tuple[str, str]", self.area.value())
        self._edit(aim=goal or place)

    @Slot(str)
    def _on_owner(self, text: str) -> None:
        self._edit(owner=text.strip())

    @Slot(object)
    def _on_due(self, day: object) -> None:
        self._edit(due=day)

    @Slot(object)
    def _on_priority(self, priority: Priority) -> None:
        self._edit(priority=priority)

    @Slot(object)
    def _on_status(self, status: ActionStatus) -> None:
        self._edit(status=status)

    @Slot(object)
    def _on_closed(self, day: object) -> None:
        self._edit(closed=day)
