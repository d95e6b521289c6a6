"""How far the work is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult, StatementResult
from desktop.model.scoring.statistics import rounded_share, share_of_dont_know
from desktop.model.scoring.vocabulary import Rating
from desktop.ui.session import Session
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_row import FoldingRow
from desktop.wording.names import percent

_DECIDED = {Rating.SATISFIED, Rating.UNSATISFIED, Rating.NOT_APPLICABLE}

LEAST_WIDTH = 150
"""What a card needs beside the others, in pixels at 100 %."""


class ProgressCards(QWidget):
    """How far answers, corroboration, ratings and actions are."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        row = FoldingRow(LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self._parts: dict[str, tuple[Card, QProgressBar]] = {}
        for key, heading in (
            ("answers", _("Answers")),
            ("practices", _("Corroborated practices")),
            ("areas", _("Areas rated")),
            ("streams", _("Streams rated")),
            ("statements", _("Statements judged")),
            ("actions", _("Actions")),
        ):
            card, bar = Card(heading, " "), QProgressBar()
            bar.setTextVisible(False)
            bar.setAccessibleName(heading)
            card.body.addStretch(1)
            card.body.addWidget(bar)
            self._parts[key] = (card, bar)
            row.add(card)

    def show_progress(
        self, assessment: Assessment, models: Sequence[ModelInUse], results: Mapping[str, ModelResult]
    ) -> None:
        """Show the counts of all models together."""
        self._show_answers(assessment, models, results)
        self._show_areas(results.values())
        streams = [stream.rated for result in results.values() for stream in result.streams if stream.excluded is None]
        statements = [each.value is not None for result in results.values() for each in _counted(result)]
        for key, done in (("streams", streams), ("statements", statements)):
            text = _("{done} of {of}").format(done=sum(done), of=len(done))
            self._say(key, text, sum(done), len(done), shown=bool(done))
        self._show_actions(assessment)

    def _show_answers(
        self, assessment: Assessment, models: Sequence[ModelInUse], results: Mapping[str, ModelResult]
    ) -> None:
        progress = [item for in_use in models for item in assessment.questionnaires.progress(in_use.id)]
        answered = sum(item.answered > 0 for item in progress)
        stats = [result.answers for result in results.values()]
        unknown = share_of_dont_know(sum(item.n for item in stats), sum(item.dont_know for item in stats))
        if len(models) > 1:
            text = ngettext(
                "{done} of {of} form · {unknown} don't know",
                "{done} of {of} forms · {unknown} don't know",
                len(progress),
            )
        else:
            text = ngettext(
                "{done} of {of} participant · {unknown} don't know",
                "{done} of {of} participants · {unknown} don't know",
                len(progress),
            )
        told = text.format(done=answered, of=len(progress), unknown=percent(rounded_share(unknown or Fraction(0))))
        self._say("answers", told, answered, len(progress))

    def _show_areas(self, results: Collection[ModelResult]) -> None:
        areas = [area for result in results for area in result.areas if area.rating != Rating.OUT_OF_SCOPE]
        in_scope = {area.id for area in areas if area.rating != Rating.NOT_APPLICABLE}
        practices = [each for result in results for each in result.practices if each.area in in_scope]
        firm = sum(practice.corroborated for practice in practices)
        self._say(
            "practices",
            _("{done} of {of} · without a second source: {lack}").format(
                done=firm, of=len(practices), lack=len(practices) - firm
            ),
            firm,
            len(practices),
            shown=any(result.areas for result in results),
        )
        decided = sum(area.rating in _DECIDED for area in areas)
        without = sum(area.rating == Rating.NOT_APPLICABLE for area in areas)
        self._say(
            "areas",
            _("{done} of {of} · {without} not applicable").format(done=decided, of=len(areas), without=without),
            decided,
            len(areas),
            shown=any(result.areas for result in results),
        )

    def _show_actions(self, assessment: Assessment) -> None:
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

    def _say(self, key: str, text: str, done: int, of: int, *, shown: bool = True) -> None:
        card, bar = self._parts[key]
        card.say(card.heading.text(), text)
        card.setVisible(shown)
        bar.setRange(0, max(of, 1))
        bar.setValue(done)


def _counted(result: ModelResult) -> list[StatementResult]:
    """The statements of tracks that take part."""
    tracks = {track.id for track in result.tracks if track.excluded is None}
    return [each for each in result.statements if each.track in tracks]
