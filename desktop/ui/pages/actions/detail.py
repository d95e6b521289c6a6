"""One action with all its fields, each written as soon as it is left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, pgettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.planning.aims import aim_of
from desktop.model.records import Action, ActionStatus, Priority
from desktop.ui.edited_lists import AddLine
from desktop.ui.pages.actions import places
from desktop.ui.pages.actions.effort_fields import EffortFields
from desktop.ui.pages.actions.in_full import ActionInFull
from desktop.ui.pages.actions.link_fields import LinkFields
from desktop.ui.pages.actions.log_pane import LogPane
from desktop.ui.pages.actions.measures import Measures
from desktop.ui.pages.actions.rows import today
from desktop.ui.pages.interviews.tag_chips import TagChips
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField, TextField
from desktop.ui.widgets.field_grid import FieldGrid, labelled
from desktop.ui.widgets.front_tabs import FrontTabs
from desktop.ui.widgets.numbers import NumberField
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names

DETAIL_WIDTH = 396
WHAT, EFFORT, LINKS, MEASURES, LOG = range(5)
_NOWHERE = ("", "")


class Detail(Card):
    """All that is told of one action, in parts.

    Signals:
        edited: ``(action id, fields that change)``.
        tagged: ``(action id, tag, whether it has it)``.
        left: Enter was pressed in a field of one line.
    """

    edited = Signal(object, object)
    tagged = Signal(object, object, bool)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_("Action"))
        self._action: Action | None = None
        self._dropping = False
        self._models: Sequence[ModelInUse] = ()
        self._owners, self._tags = QStringListModel(self), QStringListModel(self)
        self.title = LineField(_("Title"), _("What is to be done"))
        self.description = TextField(_("Description"), _("How, and how you will know that it is done"), lines=4)
        self.why = TextField(pgettext("of an action", "Why"), _("What it is good for"), lines=2)
        self.area = Choice(_("To improve"))
        self.goal = Choice(_("What is to be reached"))
        self.owner = LineField(_("Owner"), _("A role, e.g. desk lead"))
        self.deputy = LineField(_("Deputy"), _("A role, when the owner cannot"))
        self.start = DateField(_("Start date"))
        self.due = DateField(_("Due date"))
        self.priority = Choice(_("Priority"))
        self.status = Choice(_("Status"))
        self.because = LineField(_("Dropped because"), _("Why it is dropped"))
        self.percent = NumberField(_("Percent done"), 0, 100)
        self.closed = DateField(_("Closed day"))
        self.remove = QPushButton(_("&Remove"))
        self.remove.setToolTip(plain_tip(_("Remove this action (Delete in the table); undo brings it back")))
        self.ratings = QPushButton(_("See ratings"))
        self.ratings.setProperty("kind", "link")
        self.area_label, self.goal_label = labelled("", self.area), labelled("", self.goal)
        self.because_label = labelled(_("Because"), self.because)
        self.tags, self.tag = TagChips(_("Tags")), AddLine(_("Add a tag"), _("Add a tag, then Enter"))
        self.fields = QWidget()
        self.fields.setObjectName("scrolled")
        self.effort, self.links = EffortFields(), LinkFields()
        self.measures, self.log = Measures(today), LogPane()
        self.tabs = FrontTabs()
        self._lay_out()
        for field, known in ((self.owner, self._owners), (self.deputy, self._owners), (self.tag, self._tags)):
            completer = QCompleter(known, field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)
        self._connect()
        self.show_action(None, (), editable=False)

    @property
    def action_id(self) -> str:
        """The action shown, empty for none."""
        return self._action.id if self._action else ""

    @property
    def action(self) -> Action | None:
        """The action shown."""
        return self._action

    def show_action(self, found: ActionInFull | None, owners: Sequence[str], *, editable: bool) -> None:
        """Show an action, or that none is chosen. What was being typed for another one is written first."""
        action = found.action if found else None
        if action is None or action.id != self.action_id:
            self.commit()
            self._dropping = False
        self._action, self._models = action, found.models if found else ()
        self.tabs.setVisible(action is not None)
        self.effort.show_action(found)
        self.links.show_action(found)
        if found is None or action is None:
            self.say(_("Action"), _("Choose an action in the table to see and change it."))
            return
        self.say(_("Action {number}").format(number=action.number))
        for part in (self.fields, self.effort, self.links):
            part.setEnabled(editable)
        self._owners.setStringList(list(owners))
        self._tags.setStringList(list(found.known_tags))
        self._show_fields(action)
        self.tags.show_tags([(tag, f"#{tag}", "") for tag in found.tags])
        self._show_place(action)
        self._show_measures(found, editable=editable)
        self.log.show_log(action.id, found.log, editable=editable)
        written = sum(bool(line.entry) for line in found.log)
        self.tabs.setTabText(LOG, _("Log {count}").format(count=written) if written else _("Log"))

    def _show_fields(self, action: Action) -> None:
        self.title.show_text(action.title)
        self.description.show_text(action.description)
        self.why.show_text(action.why)
        self.owner.show_text(action.owner)
        self.deputy.show_text(action.deputy)
        self.percent.show_number(action.percent)
        self.percent.setEnabled(not action.status.is_done)
        self.start.show_date(action.start, action.id)
        self.due.show_date(action.due, action.id)
        self.closed.show_date(action.closed, action.id)
        self.closed.setEnabled(not action.status.is_open)
        self.priority.offer([(priority, names.name(priority)) for priority in Priority])
        self.priority.show_value(action.priority)
        offered = [each for each in ActionStatus if each is not ActionStatus.VERIFIED or each is action.status]
        self.status.offer([(status, names.name(status)) for status in offered])
        dropped = action.status is ActionStatus.DROPPED
        self._dropping = self._dropping and not dropped
        self.status.show_value(ActionStatus.DROPPED if self._dropping else action.status)
        self.because.show_text(action.dropped_because)
        for part in (self.because, self.because_label):
            part.setVisible(dropped or self._dropping)

    def commit(self) -> None:
        """Write what is being typed."""
        if self._action is not None:
            texts = (self.title, self.description, self.why, self.owner, self.deputy, self.because)
            for field in (*texts, self.start, self.due, self.percent, self.closed):
                field.commit()
            self.effort.commit()
            self.measures.commit()

    def start_estimates(self) -> None:
        """Put the cursor into the effort."""
        self.tabs.setCurrentIndex(EFFORT)
        self.effort.effort.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_dropping(self) -> None:
        """Ask why the action is dropped; it is once somebody has said so."""
        if self._action is None or self._action.status is ActionStatus.DROPPED:
            return
        self._dropping = True
        self._show_fields(self._action)
        self.tabs.setCurrentIndex(WHAT)
        self.because.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_measures(self, found: ActionInFull, *, editable: bool) -> None:
        in_use = found.packs.get(found.action.model)
        offered = places.metrics(found.action, in_use.pack if in_use else None)
        self.measures.show_measures(found.measures, offered, editable=editable)
        count = len(found.measures)
        self.tabs.setTabText(MEASURES, _("Measures {count}").format(count=count) if count else _("Measures"))

    def start_measure(self, measure: str) -> None:
        """Put the cursor into the name of a measure."""
        self.tabs.setCurrentIndex(MEASURES)
        self.measures.choose(measure)
        self.measures.start_name(self.around)

    def start_title(self) -> None:
        """Put the cursor into the title, ready to be typed over."""
        self.tabs.setCurrentIndex(WHAT)
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
            (labelled(_("Deputy"), self.deputy), self.deputy),
            (labelled(pgettext("of an action", "Start"), self.start), self.start),
            (labelled(_("D&ue"), self.due), self.due),
            (labelled(_("&Priority"), self.priority), self.priority),
            (labelled(_("&Status"), self.status), self.status),
            (self.because_label, self.because),
            (labelled(_("Percent done"), self.percent), self.percent),
            (labelled(_("Closed"), self.closed), self.closed),
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
        column.addWidget(labelled(pgettext("of an action", "Why"), self.why))
        column.addWidget(self.why)
        column.addSpacing(4)
        column.addLayout(FieldGrid(rows))
        column.addSpacing(4)
        column.addWidget(labelled(_("Tags"), self.tag))
        column.addWidget(self.tags)
        column.addWidget(self.tag)
        column.addSpacing(4)
        column.addLayout(last)
        column.addStretch(1)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(_("Parts of the action"))
        self.around = scrolled(self.measures, _("Measures of the action"))
        self.tabs.addTab(scrolled(self.fields, _("Fields of the action")), _("What"))
        self.tabs.addTab(scrolled(self.effort, _("Effort of the action")), _("Effort"))
        self.tabs.addTab(scrolled(self.links, _("Links of the action")), _("Links"))
        self.tabs.addTab(self.around, _("Measures"))
        self.tabs.addTab(self.log, _("Log"))
        self.body.addWidget(self.tabs)
        fields = (field for _text, field in rows)
        order = (self.title, self.description, self.why, *fields, self.tags, self.tag, self.ratings, self.remove)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.title.committed.connect(self._on_title)
        for field in (self.title, self.owner, self.deputy):
            field.returnPressed.connect(self.left)
        self.description.committed.connect(self._on_description)
        self.area.chosen.connect(self._on_area)
        self.goal.chosen.connect(self._on_goal)
        self.why.committed.connect(self._on_why)
        self.owner.committed.connect(self._on_owner)
        self.deputy.committed.connect(self._on_deputy)
        self.start.committed.connect(self._on_start)
        self.percent.committed.connect(self._on_percent)
        self.because.committed.connect(self._on_because)
        self.tag.given.connect(self._on_tag)
        self.tags.removed.connect(self._on_untag)
        for part in (self.effort, self.links):
            part.edited.connect(self.edited)
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
        if status is ActionStatus.DROPPED:
            self.start_dropping()
        else:
            self._dropping = False
            self._edit(status=status)

    @Slot(str)
    def _on_because(self, text: str) -> None:
        if not text.strip():
            self._dropping = False
            if self._action is not None:
                self._show_fields(self._action)
        elif self._dropping:
            self._edit(status=ActionStatus.DROPPED, dropped_because=text)
        else:
            self._edit(dropped_because=text)

    @Slot(str)
    def _on_why(self, text: str) -> None:
        self._edit(why=text)

    @Slot(str)
    def _on_deputy(self, text: str) -> None:
        self._edit(deputy=text.strip())

    @Slot(object)
    def _on_start(self, day: object) -> None:
        self._edit(start=day)

    @Slot(int)
    def _on_percent(self, percent: int) -> None:
        self._edit(percent=percent)

    @Slot(str)
    def _on_tag(self, text: str) -> None:
        if text.strip() and self._action is not None:
            self.tagged.emit(self._action.id, text, True)

    @Slot(object)
    def _on_untag(self, tag: str) -> None:
        if self._action is not None:
            self.tagged.emit(self._action.id, tag, False)

    @Slot(object)
    def _on_closed(self, day: object) -> None:
        self._edit(closed=day)
