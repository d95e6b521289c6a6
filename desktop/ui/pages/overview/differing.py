"""Where people differ, and where models do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Slot

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.questionnaire import Asked
from desktop.model.maturity.refs import Ref
from desktop.model.planning.crosswalk import Disagreement, disagreements
from desktop.model.scoring.results import ModelResult, QuestionResult
from desktop.model.scoring.vocabulary import Agreement
from desktop.ui.pages.questionnaires.statistics_columns import consensus_column, mean_column
from desktop.ui.session import Session
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.whole_table import WholeTable
from desktop.ui.widgets.card import Card
from desktop.wording.names import percent
from desktop.wording.planning import disagreement_text

MOST_DIFFERENT = 6


class ViewRow(Struct, frozen=True):
    """A question with the answers to it."""

    model: str
    asked: Asked
    result: QuestionResult


class ViewsDiffer(Card):
    """The questions on which respondents agree least."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Where views differ most"))
        self._session = session
        columns: list[Column[ViewRow]] = [
            Column(_("Question"), lambda row: row.asked.text),
            Column(_("Answers"), _spoken, shares=lambda row: ramp(row.result, _answers(row)), width=220),
            consensus_column(attrgetter("result"), 130),
            mean_column(attrgetter("result"), 80),
        ]
        self._rows: RowsModel[ViewRow] = RowsModel(columns)
        self._table = WholeTable(self._rows, _("Where views differ most"))
        self._table.activated.connect(self._on_activated)
        self.body.addWidget(self._table)

    def show_questions(
        self, assessment: Assessment, models: Sequence[ModelInUse], results: Mapping[str, ModelResult]
    ) -> None:
        """Show the questions with the least consensus among those with enough answers to judge."""
        found: list[ViewRow] = []
        for in_use in models:
            asked = assessment.models.questions(in_use.id)
            found += [
                ViewRow(in_use.id, asked[question.id], question)
                for question in results[in_use.id].questions
                if question.answers.agreement != Agreement.TOO_FEW and question.id in asked
            ]
        found.sort(key=lambda row: (row.result.answers.consensus or 0.0, row.asked.id))
        self._rows.set_rows(found[:MOST_DIFFERENT])
        self.setVisible(bool(found))

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        row = self._table.current_row()
        if row is not None:
            self._session.go("questionnaires", row.asked.id)


class DisagreementRow(Struct, frozen=True):
    """Two linked places that speak differently, in words."""

    found: Disagreement
    text: str


class ModelsDisagree(Card):
    """Places that speak of the same thing, with results that do not."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Where models disagree"))
        self._session = session
        columns: list[Column[DisagreementRow]] = [
            Column(_("What they say of the same thing"), lambda row: row.text),
        ]
        self._rows: RowsModel[DisagreementRow] = RowsModel(columns)
        self._table = WholeTable(self._rows, _("Where models disagree"))
        self._table.activated.connect(self._on_activated)
        self.body.addWidget(self._table)

    def show_results(self, models: Sequence[ModelInUse], results: Mapping[str, ModelResult]) -> None:
        """Show every disagreement; without any it goes away."""
        packs = {in_use.id: in_use.pack for in_use in models}
        found = disagreements(packs.values(), results.values())
        self._rows.set_rows([DisagreementRow(each, disagreement_text(each, packs)) for each in found])
        self.setVisible(bool(found))
        self.say(
            _("Where models disagree"),
            _("Levels of different models mean different things: a reason to look again, not a fault.")
            + " "
            + _("Enter on a line opens the weaker one."),
        )

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        row = self._table.current_row()
        if row is not None:
            self._session.go("gaps", str(Ref(row.found.weak.model, row.found.weak.place)))


def ramp(question: QuestionResult, answers: Sequence[str]) -> list[tuple[float, int]]:
    """Shares of the answers for a distribution bar, the strongest in the darkest step of the ramp."""
    last = max(len(answers) - 1, 1)
    return [
        (question.answers.shares.get(choice, 0.0) / 100, round(4 * (last - place) / last))
        for place, choice in enumerate(answers)
    ]


def _answers(row: ViewRow) -> tuple[str, ...]:
    return tuple(choice.id for choice in row.asked.scale.answers)


def _spoken(row: ViewRow) -> str:
    shares = row.result.answers.shares
    return ", ".join(
        f"{choice.name} {percent(shares[choice.id])}" for choice in row.asked.scale.answers if shares.get(choice.id)
    )
