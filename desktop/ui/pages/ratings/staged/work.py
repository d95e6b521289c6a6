"""The middle of the page: goals in short, the practices, and below them the words about what is selected."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.ui.collation import in_order
from desktop.ui.pages.ratings.missing_links import MissingLinks
from desktop.ui.pages.ratings.settle_panel import SettlePanel
from desktop.ui.pages.ratings.staged.area_editor import AreaEditor
from desktop.ui.pages.ratings.staged.goals import GoalEditor, GoalTable
from desktop.ui.pages.ratings.staged.practice_strip import PracticeStrip
from desktop.ui.pages.ratings.staged.practices import PracticeTable
from desktop.ui.pages.ratings.staged.rows import goal_entries, practice_entries, short
from desktop.ui.pages.ratings.staged.snapshot import Snapshot, Subject, SubjectKind
from desktop.ui.widgets.folding_panes import FoldingStorey
from desktop.wording.coverage import place_covered


class WorkCard(QFrame):
    """Shows one area with one of its practices, its goals or itself selected.

    Attributes:
        settling: whether the panel that settles the area stands in the place of the practices; shown by `show_area`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.goals = GoalTable()
        self.missing = MissingLinks()
        self.practices = PracticeTable()
        self.panel = SettlePanel()
        self.strip = PracticeStrip()
        self.goal_editor = GoalEditor()
        self.area_editor = AreaEditor()
        self._editors: dict[SubjectKind, QWidget] = {
            SubjectKind.PRACTICE: self.strip,
            SubjectKind.GOAL: self.goal_editor,
            SubjectKind.AREA: self.area_editor,
        }
        middle, below = QWidget(), QWidget()
        rated, edited = QVBoxLayout(middle), QVBoxLayout(below)
        for layout in (rated, edited):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(8)
        rated.addWidget(self.missing)
        rated.addWidget(self.practices, 1)
        rated.addWidget(self.panel, 1)
        for editor in self._editors.values():
            edited.addWidget(editor)
            editor.hide()
        self.panel.hide()
        storey = FoldingStorey(spacing=8)
        storey.add(self.goals, _("Goals"), 0, 0)
        storey.add(middle, _("Practices"), 0, 1)
        storey.add(below, _("Reason"), 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addWidget(storey)
        self.settling = False

    def show_area(
        self, assessment: Assessment, snapshot: Snapshot, area_id: str, subject: Subject, instance: str
    ) -> None:
        """Show an area of a model with its subject, and of a practice the instance in hand."""
        readonly = assessment.readonly
        self.goals.show_goals(goal_entries(snapshot, area_id), subject)
        practice = subject.id if subject.kind is SubjectKind.PRACTICE else ""
        self.practices.several = bool(snapshot.instances)
        self.practices.show_practices(practice_entries(snapshot, area_id), practice)
        area = snapshot.area(area_id)
        match subject.kind:
            case SubjectKind.PRACTICE:
                rating = snapshot.practice_rating(subject.id)
                self.strip.show_practice(
                    short(area, subject.id), rating, snapshot.pack.settings.team, readonly=readonly
                )
                self.strip.show_instances(snapshot, subject.id, instance, readonly=readonly)
            case SubjectKind.GOAL:
                goal = snapshot.pack.goal_by_id[subject.id][1]
                result = snapshot.goals[subject.id]
                self.goal_editor.show_goal(
                    goal.text, snapshot.goal_rating(subject.id), result, snapshot.pack.settings.team, readonly=readonly
                )
            case SubjectKind.AREA:
                self.area_editor.show_area(snapshot.area_rating(area_id), readonly=readonly)
        for kind, editor in self._editors.items():
            editor.setVisible(kind is subject.kind and not self.settling)
        settling = assessment.ratings.settling(snapshot.model, area_id)
        self.missing.show_missing(() if self.settling else settling.missing)
        if self.settling:
            ratings = assessment.ratings
            self.panel.show_settling(
                (area.name, snapshot.areas[area_id].rating),
                settling,
                (
                    in_order(assessment.preparation.raters(), lambda member: member.name),
                    ratings.stances(snapshot.model, area_id),
                    ratings.dissent(snapshot.model, area_id),
                ),
                final=snapshot.area_rating(area_id),
                readonly=readonly,
            )
            self.panel.show_coverage(place_covered(snapshot.covered, area_id, snapshot.pack))
        self.goals.leads = not self.settling
        self.practices.setVisible(not self.settling)
        self.panel.setVisible(self.settling)

    def commit(self) -> None:
        """Write what is being typed, whatever it belongs to."""
        self.strip.commit()
        self.goal_editor.commit()
        self.area_editor.commit()
