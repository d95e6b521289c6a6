"""Beside the tree: the part in full, why it stands so, what respondents say, its evidence and its history."""

from __future__ import annotations

from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.records import ONCE, PartRating
from desktop.model.scoring.results import QuestionResult
from desktop.ui.pages.ratings.lines import Lines
from desktop.ui.pages.ratings.parts.offers import answer_offers
from desktop.ui.pages.ratings.parts.snapshot import Snapshot
from desktop.ui.pages.ratings.past import Past
from desktop.ui.pages.ratings.scrolled_card import ScrolledCard
from desktop.ui.pages.ratings.staged.evidence import EvidencePanel, Reach
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label
from desktop.wording import names, part_results, part_rules
from desktop.wording.coverage import part_sources
from desktop.wording.observed import observation_line


class PartWhy(ScrolledCard):
    """The reasons, always open beside the tree."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Label("", "heading", wrap=True)
        self.meant = Label(_("What the answers mean"), "strong", wrap=True)
        self.meanings = Label("", "mute", wrap=True)
        self.detail = Label("", "mute", wrap=True)
        self.lines = Lines(_("Reasons"))
        self.rule = Label("", "small", wrap=True)
        self.survey = Label("", "small", wrap=True)
        self.evidence = EvidencePanel()
        self.past = Past()
        self.hold(
            _("Reasons and history"),
            self.heading,
            self.lines,
            self.meant,
            self.meanings,
            self.detail,
            self.rule,
            self.survey,
            self.evidence,
            self.past,
            spacing=px(6),
        )

    def show_part(self, assessment: Assessment, snapshot: Snapshot, part: str, instance: str = ONCE) -> None:
        """Show a part; another one starts at the top."""
        known, result = snapshot.part(part), snapshot.results[part]
        stands = part_results.stands(result.result)
        self.heading.setText(_("Why {stands}?").format(stands=stands))
        told = [(1, line) for line in part_results.why(result, snapshot.book)]
        between = part_results.between(result.result)
        if between:
            told.append((1, _("It can still become {between}.").format(between=between)))
        spoken = part_sources(assessment.coverage.of(snapshot.model), part, assessment.models.get(snapshot.model).pack)
        if spoken:
            told.append((1, spoken))
        observed = assessment.observations.about(Ref(snapshot.model, part))
        told += [(1, observation_line(each)) for each in observed]
        self.lines.show_lines(told or [(1, _("Nothing has been said yet."))])
        scale = snapshot.scale(part)
        offers = [] if scale is None else answer_offers(scale)
        meanings = [f"{offer.words}: {offer.meaning}" for offer in offers if offer.meaning]
        self.meanings.setText("\n".join(meanings))
        for widget in (self.meant, self.meanings):
            widget.setVisible(bool(meanings))
        self.detail.setText(_("What to look for: {detail}").format(detail=known.detail))
        self.detail.setVisible(bool(known.detail))
        self.rule.setText(_("Rule: {rule}").format(rule=" ".join(part_rules.rule_lines(snapshot.book.kind_of(known)))))
        said = [survey_text(snapshot.asked[part])] if part in snapshot.asked else []
        said.append(part_results.suggestion_text(result))
        self.survey.setText(" ".join(text for text in said if text))
        self.survey.setVisible(bool(self.survey.text()))
        supported = snapshot.book.kind_of(known).evidence is not None
        self.evidence.setVisible(supported)
        if supported:
            self._show_evidence(assessment, snapshot, part)
        self.past.show_changes(assessment.history.of(PartRating, snapshot.model, part, instance))
        self.turn_to(part)

    def _show_evidence(self, assessment: Assessment, snapshot: Snapshot, part: str) -> None:
        beside = tuple(
            each.id for each in snapshot.book.children[snapshot.part(part).parent or part] if snapshot.scale(each.id)
        )
        reaches = [Reach(_("this part"), (part,))]
        if len(beside) > 1:
            reaches.append(Reach(_("all parts beside it, too"), beside))
        pieces, heard = snapshot.pieces.get(part, ()), assessment.interviews.heard(snapshot.model, part)
        self.evidence.show_pieces(
            pieces, heard, list(snapshot.sessions), reaches, of=Ref(snapshot.model, part), readonly=assessment.readonly
        )


def survey_text(question: QuestionResult) -> str:
    """How many answered a question, and their mean."""
    answers = question.answers
    if not answers.n:
        return _("Nobody has answered about this part.") if answers.asked else ""
    return ngettext(
        "{n} answer, at {mean} of the scale, consensus {consensus}.",
        "{n} answers, at {mean} of the scale, consensus {consensus}.",
        answers.n,
    ).format(n=answers.n, mean=names.percent(answers.mean_percent), consensus=names.consensus_index(answers.consensus))
