"""The cards of the overview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import Blocker, GroupResult, LevelOutcome, ModelResult, QuestionResult
from desktop.model.scoring.vocabulary import Agreement, Rating
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.tables import Column, RowsModel, Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.radar import Radar, Spoke
from desktop.ui.widgets.staircase import Stair, Staircase
from desktop.ui.widgets.text import Label
from desktop.wording import outcome
from desktop.wording.names import index, name, percent

MOST_DIFFERENT = 6
_DECIDED = {Rating.SATISFIED, Rating.UNSATISFIED, Rating.NOT_APPLICABLE}


class BlockerRow(Struct, frozen=True):
    """A blocker with the names it needs."""

    blocker: Blocker
    area: str
    goals: str
    practices: str


class ModelCards(QWidget):
    """Level and blockers of one model beside its radar."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._level, self._shape = Card(), Card()
        self._stairs = Staircase(_("Levels"))
        self._radar = Radar(_("Practices in place"))
        columns: list[Column[BlockerRow]] = [
            Column(_("What stands in the way"), lambda row: row.area, width=160),
            Column(_("Goals not satisfied"), lambda row: row.goals),
            Column(_("Practices"), lambda row: row.practices, width=120),
            Column(
                _("State"),
                lambda row: name(row.blocker.why),
                tone=lambda row: "bad" if row.blocker.why == Rating.UNSATISFIED else "warn",
                width=112,
            ),
        ]
        self._rows: RowsModel[BlockerRow] = RowsModel(columns)
        self._table = Table(self._rows, _("What blocks the next level"), sortable=False)
        self._table.activated.connect(self._on_activated)
        self._table.setMinimumHeight(150)
        self._hint = Label(_("Enter on a line opens its ratings."), "small")
        self._level.body.addWidget(self._stairs)
        self._level.body.addWidget(self._table, 1)
        self._level.body.addWidget(self._hint)
        self._shape.body.addWidget(self._radar, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._level, 3)
        row.addWidget(self._shape, 2)
        self.setMinimumHeight(theme.px(440))

    def show_result(self, in_use: ModelInUse, result: ModelResult) -> None:
        """Show a model's result."""
        level = result.level
        self._level.say(outcome.headline(level, in_use.pack), self._note(in_use, result))
        self._stairs.show_stairs([_stair(group, level) for group in result.levels])
        rows = [_blocker_row(blocker, in_use) for blocker in level.blockers]
        self._rows.set_rows(rows)
        self._table.setVisible(bool(rows))
        self._hint.setVisible(bool(rows))
        shown = level.next or level.reached
        spokes = [
            Spoke(area.name, area.in_place_percent)
            for area in result.areas
            if area.level == shown and area.rating not in (Rating.OUT_OF_SCOPE, Rating.NOT_APPLICABLE)
        ]
        self._shape.say(
            _("Areas of level {number}").format(number=shown), _("Share of practices in place, to the full ring")
        )
        self._radar.show_spokes(spokes)

    def _note(self, in_use: ModelInUse, result: ModelResult) -> str:
        count = len(result.level.blockers)
        if not count or result.level.next is None:
            return in_use.pack.name
        text = ngettext(
            "{model}. {count} area stands between this organisation and level {number}.",
            "{model}. {count} areas stand between this organisation and level {number}.",
            count,
        )
        return text.format(model=in_use.pack.name, count=count, number=result.level.next)

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        row = self._table.current_row()
        if row is not None:
            self._session.go("ratings", row.blocker.area)


class ProgressCards(QWidget):
    """How far answers, corroboration, ratings and actions are."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self._parts: dict[str, tuple[Card, QProgressBar]] = {}
        for key, heading in (
            ("answers", _("Answers")),
            ("practices", _("Corroborated practices")),
            ("areas", _("Areas rated")),
            ("actions", _("Actions")),
        ):
            card, bar = Card(heading, " "), QProgressBar()
            bar.setTextVisible(False)
            bar.setAccessibleName(heading)
            card.body.addWidget(bar)
            self._parts[key] = (card, bar)
            row.addWidget(card, 1)

    def show_progress(
        self, assessment: Assessment, models: Sequence[ModelInUse], results: Mapping[str, ModelResult]
    ) -> None:
        """Show the counts of all models together."""
        progress = [item for in_use in models for item in assessment.questionnaires.progress(in_use.id)]
        answered = sum(item.answered > 0 for item in progress)
        stats = [result.answers for result in results.values()]
        given = sum(item.n + item.does_not_apply + item.dont_know for item in stats)
        unknown = 100 * sum(item.dont_know for item in stats) / given if given else 0.0
        self._say(
            "answers",
            _("{done} of {of} participants · {unknown} don't know").format(
                done=answered, of=len(progress), unknown=percent(unknown)
            ),
            answered,
            len(progress),
        )
        areas = [a for r in results.values() for a in r.areas if a.rating != Rating.OUT_OF_SCOPE]
        in_scope = {area.id for area in areas if area.rating != Rating.NOT_APPLICABLE}
        practices = [p for r in results.values() for p in r.practices if p.area in in_scope]
        firm = sum(practice.corroborated for practice in practices)
        self._say(
            "practices",
            _("{done} of {of} · {lack} lack a second source").format(
                done=firm, of=len(practices), lack=len(practices) - firm
            ),
            firm,
            len(practices),
        )
        decided = sum(area.rating in _DECIDED for area in areas)
        without = sum(area.rating == Rating.NOT_APPLICABLE for area in areas)
        self._say(
            "areas",
            _("{done} of {of} · {without} not applicable").format(done=decided, of=len(areas), without=without),
            decided,
            len(areas),
        )
        actions = assessment.actions.all()
        closed = sum(not action.status.is_open for action in actions)
        overdue = sum(action.is_overdue(self._session.today()) for action in actions)
        ownerless = sum(not action.owner and action.status.is_open for action in actions)
        self._say(
            "actions",
            _("{done} of {of} closed · {overdue} overdue · {ownerless} without owner").format(
                done=closed, of=len(actions), overdue=overdue, ownerless=ownerless
            ),
            closed,
            len(actions),
        )

    def _say(self, key: str, text: str, done: int, of: int) -> None:
        card, bar = self._parts[key]
        card.say(card.heading.text(), text)
        bar.setRange(0, max(of, 1))
        bar.setValue(done)


class ViewsDiffer(Card):
    """The questions on which respondents agree least."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Where views differ most"))
        self._session = session
        self._texts: dict[str, str] = {}
        self._scales: dict[str, tuple[str, ...]] = {}
        columns: list[Column[QuestionResult]] = [
            Column(_("Question"), lambda row: self._texts.get(row.id, row.id)),
            Column(_("Answers"), _spoken, shares=self._shares, width=220),
            Column(
                _("Consensus"),
                lambda row: f"{index(row.answers.consensus)} {name(row.answers.agreement)}",
                tone=lambda row: _tone(row.answers.agreement),
                width=130,
            ),
            Column(_("Mean"), lambda row: percent(row.answers.mean_percent), width=80, right=True),
        ]
        self._rows: RowsModel[QuestionResult] = RowsModel(columns)
        self._table = Table(self._rows, _("Where views differ most"), sortable=False)
        self._table.setMinimumHeight(250)
        self._table.activated.connect(self._on_activated)
        self.body.addWidget(self._table)

    def show_questions(self, models: Sequence[ModelInUse], results: Mapping[str, ModelResult]) -> None:
        """Show the questions with the least consensus among those with enough answers to judge."""
        found: list[QuestionResult] = []
        for in_use in models:
            answers = tuple(choice.id for choice in in_use.scale.answers)
            for question in results[in_use.id].questions:
                if question.answers.agreement != Agreement.TOO_FEW:
                    self._texts[question.id] = in_use.pack.question_by_id[question.id][1].text
                    self._scales[question.id] = answers
                    found.append(question)
        found.sort(key=lambda question: (question.answers.consensus or 0.0, question.id))
        self._rows.set_rows(found[:MOST_DIFFERENT])
        self.setVisible(bool(found))

    def _shares(self, row: QuestionResult) -> list[tuple[float, int]]:
        return ramp(row, self._scales[row.id])

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        row = self._table.current_row()
        if row is not None:
            self._session.go("questionnaires", row.id)


def ramp(question: QuestionResult, answers: Sequence[str]) -> list[tuple[float, int]]:
    """Shares of the answers for a distribution bar, the strongest in the darkest step of the ramp."""
    last = max(len(answers) - 1, 1)
    return [
        (question.answers.shares.get(choice, 0.0) / 100, round(4 * (last - place) / last))
        for place, choice in enumerate(answers)
    ]


def _spoken(row: QuestionResult) -> str:
    return ", ".join(f"{choice} {percent(share)}" for choice, share in row.answers.shares.items() if share)


def _tone(agreement: Agreement) -> str:
    return {Agreement.AGREED: "good", Agreement.MIXED: "warn", Agreement.SPLIT: "bad"}.get(agreement, "plain")


def _stair(group: GroupResult, level: LevelOutcome) -> Stair:
    number = int(group.id)
    return Stair(number, group.name, number <= level.reached, group.rated > 0, outcome.step_text(group, level))


def _blocker_row(blocker: Blocker, in_use: ModelInUse) -> BlockerRow:
    pack = in_use.pack
    work = [practice.removeprefix(f"{blocker.area}-") for practice in dict.fromkeys((*blocker.weak, *blocker.open))]
    shown = ", ".join(work[:4]) + (_(" and {count} more").format(count=len(work) - 4) if len(work) > 4 else "")
    goals = "; ".join(pack.goal_by_id[goal][1].name for goal in blocker.goals)
    return BlockerRow(blocker, pack.area_by_id[blocker.area].name, goals, shown)
