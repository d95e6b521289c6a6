"""The right of the page: reasons, evidence and history of what is selected."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.journal import CellChange
from desktop.model.maturity.pack import Area
from desktop.model.maturity.refs import Ref
from desktop.model.records import AreaRating, GoalRating, PracticeRating, Record
from desktop.ui.collation import in_order, words_in_order
from desktop.ui.pages.ratings.past import Past
from desktop.ui.pages.ratings.scrolled_card import ScrolledCard
from desktop.ui.pages.ratings.staged.evidence import EvidencePanel, Reach
from desktop.ui.pages.ratings.staged.reasons import Reasons
from desktop.ui.pages.ratings.staged.rows import short
from desktop.ui.pages.ratings.staged.snapshot import Snapshot, Subject, SubjectKind
from desktop.ui.widgets.folding_panes import FoldingStorey


class WhyColumn(QWidget):
    """Always open beside the work: reasons and history in one card, evidence in another."""

    def __init__(self) -> None:
        super().__init__()
        self.reasons = Reasons()
        self.evidence = EvidencePanel()
        self.past = Past()
        self.card = ScrolledCard()
        self.card.hold(_("Reasons and history"), self.reasons, self.past, spacing=16)
        both = FoldingStorey(spacing=14)
        both.add(self.card, _("Reasons and history"), 120, 1)
        both.add(self.evidence, _("Evidence"), 0, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(both)

    def show_subject(self, assessment: Assessment, snapshot: Snapshot, area_id: str, subject: Subject) -> None:
        """Show the reasons for a subject; another subject starts at the top."""
        observed = assessment.observations.about(Ref(snapshot.model, subject.id))
        self.reasons.show_subject(snapshot, area_id, subject, observed)
        self.evidence.setVisible(subject.kind is SubjectKind.PRACTICE)
        if subject.kind is SubjectKind.PRACTICE:
            self.evidence.show_pieces(
                in_order(snapshot.pieces.get(subject.id, ()), lambda piece: piece.session),
                assessment.interviews.heard(snapshot.model, subject.id),
                words_in_order(assessment.evidence.sessions()),
                reaches(snapshot.area(area_id), subject.id),
                of=Ref(snapshot.model, subject.id),
                readonly=assessment.readonly,
            )
        self.past.show_changes(_history(assessment, snapshot.model, subject))
        self.card.turn_to(subject)


def reaches(area: Area, practice_id: str) -> list[Reach]:
    """What a new piece of evidence may speak of: the practice, those of each goal it serves, all of the area."""
    practice = next(item for item in area.practices if item.id == practice_id)
    found = [Reach(_("This practice"), (practice_id,))]
    for goal in area.goals_of(practice):
        served = tuple(item.id for item in area.practices_of(goal))
        words = _("Practices of {goal} ({count})").format(goal=short(area, goal), count=len(served))
        found.append(Reach(words, served))
    everything = tuple(item.id for item in area.practices)
    words = _("All practices of the area ({count})").format(count=len(everything))
    return [*found, Reach(words, everything)]


def _history(assessment: Assessment, model: str, subject: Subject) -> list[CellChange]:
    kinds: dict[SubjectKind, type[Record]] = {
        SubjectKind.AREA: AreaRating,
        SubjectKind.GOAL: GoalRating,
        SubjectKind.PRACTICE: PracticeRating,
    }
    return assessment.history.of(kinds[subject.kind], model, subject.id)
