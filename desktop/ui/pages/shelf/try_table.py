"""The parts of a model that is tried out, each with its answer and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Signal, Slot

from desktop.language import _
from desktop.model.evaluation.part_results import PartResult
from desktop.model.maturity.parts_pack import part_name, part_title
from desktop.model.maturity.rulebook import RatingScale, Rulebook, ScaleChoice
from desktop.model.planning.part_targets import offered_targets
from desktop.model.scoring.trials import Trial
from desktop.model.scoring.vocabulary import Characterisation
from desktop.model.vetting.pack_examples import ExampleMiss
from desktop.ui.deeds import Deed
from desktop.ui.pages.ratings.parts.answer_table import AnswerTable
from desktop.ui.pages.ratings.parts.offers import KEYS, AnswerOffer
from desktop.ui.sizes import size
from desktop.ui.table_rows import Column, RowsModel
from desktop.wording import names, part_results
from desktop.wording.pack_examples import expected_text

_IN = "    "
ROW = 30
"""The height of a row, in pixels at 100 %."""


class TryLine(Struct, frozen=True):
    """A part.

    Attributes:
        answer: its answer in words, or what the team says that it comes to; empty while nothing is said.
        stands: what it comes to.
        wanted: what the example says that it comes to, empty where it says nothing.
        missed: whether the rules give something else.
        open: whether it is answered itself and waits for an answer.
        answered: whether it is answered itself.
        judged: whether it is not, and the team may say what it comes to.
    """

    id: str
    depth: int
    title: str
    answer: str
    stands: str
    wanted: str
    missed: bool
    open: bool
    answered: bool
    judged: bool


def try_lines(trial: Trial, results: Mapping[str, PartResult], missed: Sequence[ExampleMiss]) -> list[TryLine]:
    """Every part, each below the one it stands under; what only informs others is left out."""
    book, wrong = trial.book, {miss.part for miss in missed}
    gives = {} if trial.example is None else trial.example.gives
    lines = []
    for part, depth in part_results.ordered(book):
        if part.informs:
            continue
        scale, result = book.scale_of(part), results[part.id]
        lines.append(
            TryLine(
                id=part.id,
                depth=depth,
                title=part_title(part) if part.parent is not None else part_name(part),
                answer=_said(trial, part.id),
                stands=stands_in_words(scale, result),
                wanted=expected_text(gives[part.id]) if part.id in gives else "",
                missed=part.id in wrong,
                open=scale is not None and result.result.blank is not None,
                answered=scale is not None,
                judged=scale is None and book.kind_of(part).team_may_say,
            )
        )
    return lines


def _said(trial: Trial, part: str) -> str:
    scale = trial.book.scale_of(trial.book.part_by_id[part])
    return part_results.answer_text(scale, trial.answer(part)) or part_results.spelt(trial.word(part) or "")


def stands_in_words(scale: RatingScale | None, result: PartResult) -> str:
    """What a part comes to; an answer of its own in the words of its scale."""
    own = result.result
    if scale is not None and own.grade in scale.words and own.value is None:
        return part_results.answer_text(scale, own.grade)
    return part_results.stands(own)


def word_offers(book: Rulebook, result: PartResult) -> list[AnswerOffer]:
    """What the team may say that a part comes to, from the lowest up, and 0 to leave it to the rules."""
    levels = {str(level.number): f"{level.number} {level.name}".rstrip() for level in book.levels}
    offers = []
    for place, each in enumerate(offered_targets(result)):
        key = KEYS[place : place + 1] if result.grades else each if each in KEYS else ""  # a number has its own key
        offers.append(AnswerOffer(key, each, levels.get(each, part_results.spelt(each)), "", choice=True))
    return [*offers, AnswerOffer("0", None, _("By the rule"), "", choice=False)]


def worded(trial: Trial) -> Trial:
    """The same with names for how practices are characterised, which the rules of staged models write in short."""
    scales = tuple(
        replace(
            scale,
            grades=(),
            choices=tuple(ScaleChoice(id=grade, name=names.name(Characterisation(grade))) for grade in scale.grades),
        )
        if scale.grades and set(scale.grades) <= set(Characterisation)
        else scale
        for scale in trial.book.scales
    )
    return replace(trial, book=replace(trial.book, scales=scales))


class TryTable(AnswerTable):
    """Number keys answer the part under the cursor.

    Signals:
        moved: the cursor came to another part.
    """

    moved = Signal()

    def __init__(self) -> None:
        columns: list[Column[TryLine]] = [
            Column(_("Part"), lambda line: f"{_IN * line.depth}{line.title}", tip=lambda line: line.title),
            Column(_("Answer"), lambda line: line.answer or ("–" if line.answered or line.judged else ""), width=110),
            Column(_("Result"), lambda line: line.stands, tone=_tone, width=110),
            Column(_("Expected"), lambda line: line.wanted, width=90, gives_way=1),
        ]
        rows: RowsModel[TryLine] = RowsModel(columns)
        super().__init__(rows, _("Parts to try"), sortable=False, fit_rows=False)
        size(self.verticalHeader(), section=ROW)
        self.setAccessibleDescription(_("Number keys answer, 0 opens again."))
        self._quiet = False
        self.selectionModel().currentRowChanged.connect(self._on_row)

    def show_lines(self, lines: list[TryLine], part: str) -> None:
        """Show these parts with the cursor on one of them; nothing is announced."""
        self._quiet = True
        self.fill(lines, lambda line: line.id)
        if not self.select(lambda line: line.id == part) and lines:
            self.selectRow(0)
        self._quiet = False

    def deeds(self) -> Sequence[Deed]:
        """Answer by number keys."""
        return (*self.answers(), *super().deeds())

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet:
            self.moved.emit()


def _tone(line: TryLine) -> str:
    if line.missed:
        return "bad"
    if line.wanted:
        return "good"
    return "warn" if line.open else "accent"
