"""What an action is tied to: its milestone, what it waits for, what it changes, and the findings it came of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.records import Milestone
from desktop.ui.pages.actions import places
from desktop.ui.pages.actions.in_full import ActionInFull
from desktop.ui.pages.interviews.tag_chips import TagChips
from desktop.ui.theme import px
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.field_grid import labelled
from desktop.ui.widgets.text import Label
from desktop.wording import names
from desktop.wording.records import number_name

_NOTHING = ("", "")


class LinkFields(QWidget):
    """The ties of one action.

    Signals:
        edited: ``(action id, fields that change)``.
        needing: ``(action id, id of another, whether it waits for that)``.
        expecting: ``(action id, part, whether it changes that)``.
        taking_up: ``(finding id, action id, whether the action comes of it)``.
        opening: the id of a finding to look at.
        foreseeing: the id of an action: somebody looks at what it would change; see `show_changes`.
    """

    edited = Signal(object, object)
    needing = Signal(object, object, bool)
    expecting = Signal(object, object, bool)
    taking_up = Signal(object, object, bool)
    opening = Signal(object)
    foreseeing = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self._found: ActionInFull | None = None
        self._foretold = ""
        self.milestone = Choice(_("Milestone"))
        self.needs, self.add_need = TagChips(_("Waits for")), Choice(_("Let it wait for another action"))
        self.needed_by = Label("", "mute", wrap=True)
        self.aim = Label("", wrap=True)
        self.effects = TagChips(_("What else it is expected to change"))
        self.place, self.part = (
            Choice(_("Where it is expected to change more")),
            Choice(_("What it would change there")),
        )
        self.add_effect = QPushButton(_("Ex&pect it"))
        self.changes = Label("", wrap=True)
        self.findings, self.add_finding = TagChips(_("Comes of findings")), Choice(_("Link a finding"))
        self.see = QPushButton(_("See fin&ding"))
        self.see.setProperty("kind", "link")
        self._lay_out()
        self._connect()

    def show_action(self, found: ActionInFull | None) -> None:
        """Show what an action is tied to."""
        self._found, self._foretold = found, ""
        if found is None:
            return
        self.milestone.offer([("", _("None")), *((each.id, _milestone(each)) for each in found.milestones)])
        self.milestone.show_value(found.action.milestone)
        self._show_needs(found)
        self._show_effects(found)
        self._show_findings(found)
        if self.isVisible():
            self._ask_for_changes()

    def show_changes(self, changes: Sequence[str]) -> None:
        """Show what the action would change, a line each."""
        self.changes.setText("\n".join(changes))

    def showEvent(self, event: QShowEvent) -> None:
        """What would come of it is worked out when somebody looks."""
        super().showEvent(event)
        self._ask_for_changes()

    def _show_needs(self, found: ActionInFull) -> None:
        self.needs.show_tags([(each, found.called(each), found.called(each)) for each in found.needs])
        taken = {found.action.id, *found.needs}
        others = [(each.id, f"{each.number} {each.title}") for each in found.actions if each.id not in taken]
        self.add_need.offer([("", _("Choose an action")), *others])
        self.add_need.show_value("")
        behind = ", ".join(found.called(each) for each in found.needed_by)
        self.needed_by.setText(_("These wait for it: {actions}").format(actions=behind) if behind else "")
        self.needed_by.setVisible(bool(behind))

    def _show_effects(self, found: ActionInFull) -> None:
        packs = {id_: in_use.pack for id_, in_use in found.packs.items()}
        aim = places.place_text(found.action, packs.get(found.action.model))
        self.aim.setText(aim or _("Its aim is not said yet."))
        told = [
            (ref, places.part_text(packs[ref.model], ref.part), packs[ref.model].name)
            for ref in found.effects
            if ref != (found.action.model, found.action.aim)
        ]
        self.effects.show_tags(told)
        self.place.offer([(_NOTHING, _("Choose where")), *places.places(found.models)])
        self._offer_parts()

    def _show_findings(self, found: ActionInFull) -> None:
        self.findings.show_tags([(each.id, number_name("finding", each.number), each.text) for each in found.findings])
        known = {each.id for each in found.findings}
        rest = [each for each in found.every_finding if each.id not in known]
        self.add_finding.offer(
            [
                ("", _("Choose a finding")),
                *((each.id, f"{number_name('finding', each.number)} {each.text}") for each in rest),
            ]
        )
        self.add_finding.show_value("")
        self.add_finding.setEnabled(bool(rest))
        self.see.setVisible(bool(found.findings))

    def _ask_for_changes(self) -> None:
        if self._found is not None and self._foretold != self._found.action.id:
            self._foretold = self._found.action.id
            self.foreseeing.emit(self._foretold)

    def _offer_parts(self) -> None:
        model, place = self._chosen_place()
        packs = self._found.packs if self._found else {}
        parts = places.parts(packs[model].pack, place) if model in packs else []
        self.part.offer([("", _("As a whole")), *parts])
        self.part.setEnabled(bool(parts))
        self.add_effect.setEnabled(bool(place))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, px(12), 0)
        column.setSpacing(6)
        groups: tuple[tuple[Label, tuple[QWidget, ...]], ...] = (
            (labelled(_("Mile&stone"), self.milestone), (self.milestone,)),
            (labelled(_("Wai&ts for"), self.add_need), (self.needs, self.add_need, self.needed_by)),
            (
                labelled(_("E&xpected to change"), self.place),
                (self.aim, self.effects, self.place, self.part, self.add_effect, self.changes),
            ),
            (labelled(_("Co&mes of findings"), self.add_finding), (self.findings, self.see, self.add_finding)),
        )
        for label, widgets in groups:
            column.addWidget(label)
            for widget in widgets:
                column.addWidget(widget)
            column.addSpacing(8)
        column.addStretch(1)
        order = (
            self.milestone,
            self.needs,
            self.add_need,
            self.effects,
            self.place,
            self.part,
            self.add_effect,
            self.findings,
            self.see,
            self.add_finding,
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.milestone.chosen.connect(self._on_milestone)
        self.add_need.chosen.connect(self._on_need)
        self.needs.removed.connect(self._on_needless)
        self.place.chosen.connect(self._on_place)
        self.add_effect.clicked.connect(self._on_effect)
        self.effects.removed.connect(self._on_effectless)
        self.add_finding.chosen.connect(self._on_finding)
        self.findings.removed.connect(self._on_findingless)
        self.see.clicked.connect(self._on_see)

    def _chosen_place(self) -> tuple[str, str]:
        chosen = cast("tuple[str, str] | None", self.place.value())
        return _NOTHING if chosen is None else chosen

    @property
    def _id(self) -> str:
        return self._found.action.id if self._found else ""

    @Slot(object)
    def _on_milestone(self, milestone: str) -> None:
        self.edited.emit(self._id, {"milestone": milestone})

    @Slot(object)
    def _on_need(self, action: str) -> None:
        if action:
            self.needing.emit(self._id, action, True)

    @Slot(object)
    def _on_needless(self, action: str) -> None:
        self.needing.emit(self._id, action, False)

    @Slot(object)
    def _on_place(self, _place: object) -> None:
        self._offer_parts()

    @Slot()
    def _on_effect(self) -> None:
        model, place = self._chosen_place()
        part = cast("str | None", self.part.value()) or place
        self.place.show_value(_NOTHING)
        self.expecting.emit(self._id, Ref(model, part), True)

    @Slot(object)
    def _on_effectless(self, effect: Ref) -> None:
        self.expecting.emit(self._id, effect, False)

    @Slot(object)
    def _on_finding(self, finding: str) -> None:
        if finding:
            self.taking_up.emit(finding, self._id, True)

    @Slot(object)
    def _on_findingless(self, finding: str) -> None:
        self.taking_up.emit(finding, self._id, False)

    @Slot()
    def _on_see(self) -> None:
        if self._found and self._found.findings:
            self.opening.emit(self._found.findings[0].id)


def _milestone(milestone: Milestone) -> str:
    return f"{milestone.title} · {names.day(milestone.day)}" if milestone.day else milestone.title
