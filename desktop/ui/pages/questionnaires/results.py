"""What the answers say: by area, by question, and where respondents disagree."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.pack import Scale
from desktop.model.maturity.questionnaire import Asked, Section
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.asking import AskReason
from desktop.model.scoring.group_answers import GroupTally, group_answers
from desktop.model.scoring.inputs import Tally
from desktop.model.scoring.results import AnswerStatistics, ModelResult, QuestionResult
from desktop.model.scoring.statistics import answer_statistics
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.pages.questionnaires.detail import Detail
from desktop.ui.pages.questionnaires.statistics_columns import statistics_columns
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns, FoldingStorey
from desktop.wording import names, traces
from desktop.wording.forms import question_number
from desktop.wording.group_answers import group_lines
from desktop.wording.guides import ask_reasons


class AreaRow(Struct, frozen=True):
    """A section with all answers to its questions.

    Attributes:
        mean: their mean in words: an index of levels where levels are chosen from, else percent.
    """

    area: Section
    answers: AnswerStatistics
    mean: str
    questions: tuple[QuestionResult, ...]


class QuestionRow(Struct, frozen=True):
    """A question with its answers.

    Attributes:
        number: in front of it on the form.
        worth: what in the answers makes it worth asking about.
    """

    number: int
    area: Section
    question: Asked
    result: QuestionResult
    worth: tuple[AskReason, ...] = ()


class AnswerResults(QWidget):
    """Sections above, the questions of the chosen one below, the reasons beside."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._in_use: ModelInUse | None = None
        self._numbers: dict[str, int] = {}
        self._rows: dict[str, tuple[QuestionRow, ...]] = {}
        self._groups: list[GroupTally] | None = None
        self.areas = Table(RowsModel(self._area_columns()), _("Sections"))
        self.questions = Table(RowsModel(self._question_columns()), _("Questions"))
        self.detail = Detail()
        self.everywhere = _chip(_("All &sections"))
        self.disagreement = _chip(_("Least &agreement first"))
        self.everywhere.toggled.connect(self._on_everywhere)
        self.disagreement.toggled.connect(self._on_disagreement)
        self.areas.selectionModel().currentRowChanged.connect(self._on_area)
        self.questions.selectionModel().currentRowChanged.connect(self._on_question)
        self.areas.offer_deeds(self._section_deeds)
        self.questions.offer_deeds(self._question_deeds)
        self._below = Card(_("Questions"))
        self._below.tighten()
        self._below.head.addWidget(self.everywhere)
        self._below.head.addWidget(self.disagreement)
        self._below.body.addWidget(self.questions, 1)
        above = Card()
        above.tighten()
        above.body.addWidget(self.areas, 1)
        self._empty = Card(
            _("Nothing is asked yet"),
            _("Bring something into scope, then write forms or enter answers to see results here."),
        )
        split = FoldingStorey(spacing=14)
        split.add(above, _("Sections"), 160, 1)
        split.add(self._below, _("Questions"), 190, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        body = FoldingColumns()
        body.add(split, _("Answers"), 520, 700, 3)
        body.add(self.detail, _("Why?"), 290, 290, 1)
        frame.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        frame.addWidget(body, 1)
        self._body = body

    def refresh(self, model: str) -> None:
        """Show the answers as they are now; the cursors stay."""
        assessment = self._page.assessment
        self._in_use = assessment.models.get(model) if model else None
        results = assessment.results.of(model) if model else None
        self._groups = None
        by_id = {result.id: result for result in results.questions} if results else {}
        asked = assessment.models.asked(model) if model else ()
        self._numbers = assessment.models.numbers(model) if model else {}
        worth = {each.question: each.reasons for each in assessment.guides.worth(model)} if model else {}
        self._rows = {
            area.id: tuple(
                QuestionRow(self._numbers[one.id], area, one, by_id[one.id], worth.get(one.id, ()))
                for one in area.questions
                if one.id in by_id
            )
            for area in asked
        }
        rows = [self._row(results, area) for area in asked] if results else []
        self._body.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.areas.fill(rows, _area_key)
        if rows and self.areas.current_row() is None:
            self.areas.setCurrentIndex(self.areas.proxy.index(0, 0))
        self._show_questions()
        self._show_detail()

    def reveal(self, target: str) -> None:
        """Put the cursor on a question, or on the first section about a place."""
        asked = next((key for key, rows in self._rows.items() if any(row.question.id == target for row in rows)), "")
        self.areas.select(lambda row: row.area.id == asked if asked else target in (row.area.id, row.area.place))
        if asked and self.questions.select(lambda row: row.question.id == target):
            self.questions.setFocus()
        else:
            self.areas.setFocus()
        self._show_detail()

    def _scale(self) -> Scale | None:
        return self._in_use.scale if self._in_use else None

    def _area_columns(self) -> list[Column[AreaRow]]:
        heading: Column[AreaRow] = Column(_("Section"), lambda row: row.area.name)
        return [heading, *statistics_columns(_itself, self._scale, _mean)]

    def _question_columns(self) -> list[Column[QuestionRow]]:
        headings: list[Column[QuestionRow]] = [
            Column(_("Question"), _question_text, sort=lambda row: row.number),
        ]
        columns = statistics_columns(_result, self._scale)
        return [*headings, *(column for column in columns if column.heading != _("Mean"))]

    def _row(self, result: ModelResult, section: Section) -> AreaRow:
        questions = tuple(row.result for row in self._rows[section.id])
        for stream in result.streams:
            if stream.id == section.place:
                return AreaRow(
                    section,
                    stream.answers,
                    names.index(stream.suggestion.mean_level if stream.suggestion else None),
                    questions,
                )
        answers = next((area.answers for area in result.areas if area.id == section.place), None)
        if answers is None:
            tallies = [Tally(counts=one.answers.counts, asked=one.answers.asked) for one in questions]
            answers = answer_statistics(section.questions[0].scale, tallies)
        return AreaRow(section, answers, names.percent(answers.mean_percent), questions)

    def _show_questions(self) -> None:
        row = self.areas.current_row()
        if self.everywhere.isChecked():
            shown = [question for rows in self._rows.values() for question in rows]
        else:
            shown = list(self._rows.get(row.area.id, ())) if row else []
        self.questions.fill(shown, _question_key)
        self._below.say(_("Questions of all sections") if self.everywhere.isChecked() else _("Questions"))

    def _show_detail(self) -> None:
        if self._in_use is None:
            return
        question = self.questions.current_row()
        if question is not None and not self.areas.hasFocus():
            comments = self._page.assessment.questionnaires.comments(self._in_use.id, question.question.id)
            self.detail.show_answers(
                f"{question_number(question.number)} · {question.question.text}",
                question.result.answers,
                self._in_use.scale,
                traces.lines(question.result.trace, 1, self._in_use.pack, self._numbers),
                comments,
                self._by_group([question.question]),
            )
            return
        area = self.areas.current_row()
        if area is not None:
            reasons = [
                (0, traces.sentence(row.result.trace, self._in_use.pack, self._numbers))
                for row in self._rows[area.area.id]
            ]
            groups = self._by_group(area.area.questions)
            self.detail.show_answers(area.area.name, area.answers, self._in_use.scale, reasons, (), groups)

    def _by_group(self, questions: Sequence[Asked]) -> list[str]:
        assert self._in_use is not None
        if self._groups is None:
            self._groups = self._page.assessment.questionnaires.by_group(self._in_use.id)
        threshold = self._page.assessment.preparation.details().threshold
        return group_lines(group_answers(self._groups, questions, threshold))

    @Slot(QModelIndex)
    def _on_area(self, _now: QModelIndex) -> None:
        self._show_questions()
        self._show_detail()

    @Slot(QModelIndex)
    def _on_question(self, _now: QModelIndex) -> None:
        self._show_detail()

    def _section_deeds(self) -> Sequence[Deed]:
        row = self.areas.current_row()
        return () if row is None else (Deed(("Enter",), _("Go to its questions"), self._enter_questions),)

    def _question_deeds(self) -> Sequence[Deed]:
        if self.questions.current_row() is None or self._page.assessment.readonly:
            return ()
        return (Deed(("A",), _("Ask about it in interviews"), self._ask_about),)

    def _ask_about(self) -> None:
        """Put the question on the guide of all interviews about its area, first of all that is asked."""
        row: QuestionRow | None = self.questions.current_row()
        assert row is not None
        assert self._in_use is not None
        area, session = Ref(self._in_use.id, row.area.place), self._page.session
        if session.run(lambda: self._page.assessment.guides.add(row.question.text, area=area), self._page) is not None:
            session.tell_of_step(_("It will be asked in every interview about {area}.").format(area=row.area.name))

    def _enter_questions(self) -> None:
        self.questions.setFocus()
        if self.questions.current_row() is None:
            self.questions.setCurrentIndex(self.questions.proxy.index(0, 0))

    @Slot(bool)
    def _on_everywhere(self, _on: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        self._show_questions()

    @Slot(bool)
    def _on_disagreement(self, on: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        for table in (self.areas, self.questions):
            last = len(table.source.columns) - 1
            table.sortByColumn(last if on else -1, Qt.SortOrder.AscendingOrder)
            table.scrollToTop()


def _chip(text: str) -> QPushButton:
    chip = QPushButton(text)
    chip.setCheckable(True)
    chip.setProperty("kind", "chip")
    return chip


def _area_key(row: AreaRow) -> str:
    return row.area.id


def _question_key(row: QuestionRow) -> str:
    return row.question.id


def _question_text(row: QuestionRow) -> str:
    text = f"{question_number(row.number)} · {row.question.text}"
    if not set(row.worth) - {AskReason.ON_FEW}:  # which alone says more of the group than of the question
        return text
    return text + "\n" + _("Ask about it: {reasons}").format(reasons=ask_reasons(row.worth))


def _itself(row: AreaRow) -> AreaRow:
    return row


def _mean(row: AreaRow) -> str:
    return row.mean


def _result(row: QuestionRow) -> QuestionResult:
    return row.result
