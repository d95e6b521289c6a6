"""Staged models: areas, work and reasons side by side."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.refs import Ref
from desktop.model.records import ONCE, Stance
from desktop.model.scoring.in_scope import in_scope
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from desktop.ui.pages.ratings.staged.areas import AreaList
from desktop.ui.pages.ratings.staged.headline import Headline
from desktop.ui.pages.ratings.staged.instances_body import InstancesBody
from desktop.ui.pages.ratings.staged.rows import first_open, practice_entries
from desktop.ui.pages.ratings.staged.snapshot import Snapshot, Subject, SubjectKind, read
from desktop.ui.pages.ratings.staged.why import WhyColumn
from desktop.ui.pages.ratings.staged.work import WorkCard
from desktop.ui.session import Session
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.text import restyle


class StagedBody(InstancesBody):
    """Number keys characterise, the level follows at once, and every rating says why."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(session, page)
        self._area = ""
        self._subject = Subject(SubjectKind.AREA, "")
        self.settle = QPushButton(_("&Settle area"))
        self.settle.setProperty("kind", "primary")
        self.buttons.append(self.settle)
        self.headline = Headline()
        self.areas = AreaList()
        self.work = WorkCard()
        self.why = WhyColumn()
        self.columns = FoldingColumns()
        self.columns.add(self.areas, _("Key process areas"), 190, 196, 1)
        self.columns.add(self.work, _("Practices"), 420, 562, 5)
        self.columns.add(self.why, _("Reasons and evidence"), 220, 250, 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(14)
        rows.addWidget(self.headline)
        rows.addWidget(self.columns, 1)
        self.landing = self.work.practices
        self._connect()

    def show_model(self, model: str) -> None:
        """Show a model's ratings as they are now."""
        if model != self._model:
            self._model, self._area = model, ""
        self._refresh()

    def knows(self, pack: Pack, target: str) -> bool:
        """Areas, goals and practices."""
        return target in pack.area_by_id or target in pack.goal_by_id or target in pack.practice_by_id

    def reveal(self, model: str, target: str) -> None:
        """Select an area, a goal or a practice by its id."""
        snapshot = read(self.assessment, model)
        area, subject = snapshot.area_of(target), snapshot.subject(target)
        if area is None or subject is None:
            return
        self._model, self._area, self._subject = model, area, subject
        self.work.settling = False
        if subject.kind is SubjectKind.AREA:
            self._enter(snapshot, area)
        self._refresh()
        self._list(self._subject).setFocus()

    def commit(self) -> None:
        """Write what is being typed."""
        self.work.commit()

    def _connect(self) -> None:
        self.settle.clicked.connect(self._on_settle)
        self.headline.wanted.connect(self._on_area)
        self.areas.chosen.connect(self._on_area)
        self.areas.entered.connect(self._on_entered)
        work = self.work
        work.goals.moved.connect(self._on_subject)
        work.goals.explain.connect(self._on_explain)
        work.practices.moved.connect(self._on_practice)
        work.practices.rated.connect(self._on_key)
        work.practices.explain.connect(self._on_explain)
        self.follow_instances(work)
        work.strip.rated.connect(self._on_button)
        work.strip.reasoned.connect(self._on_reason)
        work.strip.alternative.connect(self._on_alternative)
        work.strip.left.connect(self.go_back)
        work.goal_editor.weakness.connect(self._on_weakness)
        work.goal_editor.significant.connect(self._on_significant)
        work.goal_editor.left.connect(self.go_back)
        work.area_editor.rationale.connect(self._on_rationale)
        work.area_editor.not_applicable.connect(self._on_not_applicable)
        work.area_editor.left.connect(self.go_back)
        work.missing.wanted.connect(self._on_missing)
        work.panel.wanted.connect(self._on_missing)
        work.panel.seeking.connect(self._on_seeking)
        work.panel.stance.connect(self._on_stance)
        work.panel.dissent.connect(self._on_dissent)
        work.panel.agreed.connect(self._on_all_agree)
        work.panel.settled.connect(self._on_settled)
        work.panel.left.connect(self.go_back)
        self.why.evidence.added.connect(self._on_evidence)
        self.why.evidence.removed.connect(self._on_evidence_removed)
        self.why.evidence.opening.connect(self.open_note)
        self.why.evidence.showing.connect(self.open_item)
        self.why.evidence.drawing.connect(self.draw_note)
        self.why.evidence.seeking.connect(self.seek_sources)
        keys = {
            "Ctrl+PgUp": (self._on_previous, _("The previous area")),
            "Alt+Up": (self._on_previous, ""),
            "Ctrl+PgDown": (self._on_next, _("The next area")),
            "Alt+Down": (self._on_next, ""),
        }
        for key, (slot, text) in keys.items():
            self.shortcut(key, slot, text)

    def order(self) -> None:
        """Tab goes from the areas over goals and practices, each followed by its words, to reasons and settling."""
        work, evidence = self.work, self.why.evidence
        chain: list[QWidget] = [self.areas.levels, self.areas.view, work.goals]
        chain += [work.goal_editor.text, work.goal_editor.outweigh]
        chain += [work.area_editor.text, work.area_editor.applies.button, work.area_editor.applies.reason]
        chain += [work.panel.cover, work.panel.all, work.panel.settle, work.panel.back]
        chain += [work.practices, work.strip.instances.field, *work.strip.buttons]
        chain += [work.strip.reason, work.strip.accepted]
        chain += [evidence.kind, evidence.session, evidence.reach, evidence.add, self.settle, *self.headline.areas]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def _refresh(self) -> None:
        self._snapshot = read(self.assessment, self._model)
        if self._area not in self._snapshot.areas:
            areas = in_scope(self._snapshot.result.areas) or self._snapshot.result.areas
            self._enter(self._snapshot, min(areas, key=lambda area: area.level).id)
        self._show(self._snapshot)

    def _enter(self, snapshot: Snapshot, area: str) -> None:
        """Go to an area, there to its first practice without a characterisation."""
        self._area = area
        self.work.settling = False
        entry = first_open(practice_entries(snapshot, area))
        self._subject = Subject(SubjectKind.PRACTICE, entry.id) if entry else Subject(SubjectKind.AREA, area)

    def _show(self, snapshot: Snapshot) -> None:
        area = snapshot.area(self._area)
        categories = {category.id: category.name for category in snapshot.pack.categories}
        kinds = ", ".join(categories.get(category, category) for category in area.categories)
        settled = snapshot.area_rating(self._area).settled
        self.headed.emit(area.name, _("Level {level} · {categories}").format(level=area.level, categories=kinds))
        self.settle.setText(_("Area is &settled…") if settled else _("&Settle area…"))
        if self.settle.property("kind") != ("" if settled else "primary"):
            self.settle.setProperty("kind", "" if settled else "primary")
            restyle(self.settle)
        self.headline.show_level(snapshot)
        self.areas.show_areas(snapshot, self._area)
        self.work.show_area(self.assessment, snapshot, self._area, self._subject, self._instance(snapshot))
        self.why.show_subject(self.assessment, snapshot, self._area, self._subject)

    def _list(self, subject: Subject) -> QWidget:
        if self.work.settling:
            return self.work.panel
        return self.work.practices if subject.kind is SubjectKind.PRACTICE else self.work.goals

    def _select(self, subject: Subject) -> None:
        if self._snapshot is not None and (subject != self._subject or self.work.settling):
            self.work.commit()
            self.work.settling = False
            self._subject = subject
            self._show(self._snapshot)

    def _rate(self, value: Characterisation | None) -> bool:
        model, practice, ratings = self._model, self._subject.id, self.assessment.ratings
        instance = ONCE if self._snapshot is None else self._instance(self._snapshot)
        if self._subject.kind is not SubjectKind.PRACTICE:
            return False
        if instance == ONCE:
            return self.done(lambda: ratings.characterise(model, practice, value))
        return self.done(lambda: ratings.characterise_for(model, practice, instance, value))

    @Slot(object)
    def _on_key(self, value: Characterisation | None) -> None:
        self.work.commit()
        following = self.work.practices.next_practice()
        if self._rate(value):
            onward = self.next_practice(self._subject.id, following)
            self._subject = Subject(SubjectKind.PRACTICE, onward)
        self._refresh()

    @Slot(object)
    def _on_button(self, value: Characterisation | None) -> None:
        self._rate(value)
        self._refresh()

    @Slot(object)
    def _on_practice(self, practice: str) -> None:
        self._select(Subject(SubjectKind.PRACTICE, practice))

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        self._select(subject)

    @Slot(object)
    def _on_area(self, area: str) -> None:
        if area == self._area or self._snapshot is None:
            return
        self.work.commit()
        self._enter(self._snapshot, area)
        self._refresh()

    @Slot()
    def _on_previous(self) -> None:
        self.areas.step(-1)

    @Slot()
    def _on_next(self) -> None:
        self.areas.step(1)

    @Slot()
    def _on_explain(self) -> None:
        work = self.work
        fields: dict[SubjectKind, QWidget] = {
            SubjectKind.PRACTICE: work.strip.reason,
            SubjectKind.GOAL: work.goal_editor.text,
            SubjectKind.AREA: work.area_editor.text,
        }
        fields[self._subject.kind].setFocus()

    @Slot()
    def _on_entered(self) -> None:
        self._close_panel()
        self.work.practices.setFocus()

    @Slot(object)
    def _on_missing(self, target: str) -> None:
        """Put the cursor where something is missing."""
        self.work.commit()
        self.reveal(self._model, target)

    @Slot()
    def _on_seeking(self) -> None:
        self.seek_sources(Ref(self._model, self._area))

    def _close_panel(self) -> None:
        if self.work.settling and self._snapshot is not None:
            self.work.settling = False
            self._show(self._snapshot)

    @property
    def home(self) -> QWidget:
        """The list with what is judged."""
        return self._list(self._subject)

    @Slot()
    def go_back(self) -> None:
        """Close the panel and put the cursor where one judges."""
        self._close_panel()
        super().go_back()

    @Slot(object)
    def _on_reason(self, text: str) -> None:
        model, practice = self._model, self._subject.id
        self.run(lambda: self.assessment.ratings.set_reason(model, practice, text))
        self._refresh()

    @Slot(object)
    def _on_alternative(self, accepted: bool) -> None:  # noqa: FBT001 - Qt's signal
        model, practice = self._model, self._subject.id
        self.run(lambda: self.assessment.ratings.set_alternative(model, practice, accepted=accepted))
        self._refresh()

    @Slot(object)
    def _on_weakness(self, text: str) -> None:
        model, goal = self._model, self._subject.id
        self.run(lambda: self.assessment.ratings.set_goal(model, goal, weakness=text))
        self._refresh()

    @Slot(object)
    def _on_significant(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        model, goal = self._model, self._subject.id
        self.run(lambda: self.assessment.ratings.set_goal(model, goal, weaknesses_significant=on))
        self._refresh()

    @Slot(object)
    def _on_rationale(self, text: str) -> None:
        model, area = self._model, self._area
        self.run(lambda: self.assessment.ratings.set_rationale(model, area, text))
        self._refresh()

    @Slot(object, object)
    def _on_not_applicable(self, declared: bool, reason: str) -> None:  # noqa: FBT001 - Qt's signal
        model, area, ratings = self._model, self._area, self.assessment.ratings
        self.run(lambda: ratings.set_not_applicable(model, area, not_applicable=declared, reason=reason))
        self._refresh()

    @Slot(object, object)
    def _on_stance(self, member: str, stance: Stance | None) -> None:
        model, area = self._model, self._area
        self.run(lambda: self.assessment.ratings.set_stance(model, area, member, stance))
        self._refresh()

    @Slot(object, object, object)
    def _on_evidence(self, kind: EvidenceKind, session: str, practices: tuple[str, ...]) -> None:
        file, model = self.assessment.evidence.file, self._model
        if self.run(lambda: file(kind, session, model=model, practices=practices)) is not None:
            self.why.evidence.forget()
        self._refresh()

    @Slot(object)
    def _on_evidence_removed(self, piece: str) -> None:
        model, practice = self._model, self._subject.id
        self.run(lambda: self.assessment.evidence.withdraw(piece, model, practice))
        self._refresh()

    @Slot()
    def _on_all_agree(self) -> None:
        model, area = self._model, self._area
        self.run(lambda: self.assessment.ratings.agree_all(model, area))
        self._refresh()
        self.work.panel.take_focus()

    @Slot()
    def _on_settle(self) -> None:
        """Open the panel, or close it again."""
        if self._snapshot is None:
            return
        self.work.commit()
        self.work.settling = not self.work.settling
        self._refresh()
        if self.work.settling:
            self.work.panel.take_focus()
        else:
            self._list(self._subject).setFocus()

    @Slot(object, object)
    def _on_dissent(self, member: str, reason: str) -> None:
        model, area = self._model, self._area
        self.run(lambda: self.assessment.ratings.set_dissent(model, area, member, reason))
        self._refresh()

    @Slot(str)
    def _on_settled(self, in_spite: str) -> None:
        if self._snapshot is None:
            return
        model, area, ratings = self._model, self._area, self.assessment.ratings
        if self._snapshot.area_rating(area).settled:
            self.run(lambda: ratings.reopen(model, area))
        else:
            self.run(lambda: ratings.settle(model, area, in_spite))
        self._refresh()
        self.work.panel.take_focus()
