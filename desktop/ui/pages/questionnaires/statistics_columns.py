"""The columns in which areas and questions show what was answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from desktop.exchange.tables.shared_columns import Answered, answered, blanks
from desktop.exchange.tables.table import Column as Told
from desktop.language import _
from desktop.model.maturity.pack import Scale
from desktop.model.scoring.results import AnswerStatistics
from desktop.ui.tables import Column
from desktop.ui.told_columns import shown
from desktop.wording import names
from desktop.wording.tones import tone_of

T = TypeVar("T")
STRONGEST = 4
"""The last colour of the ramp."""


def statistics_columns(
    of: Callable[[T], Answered], scale: Callable[[], Scale | None], mean: Callable[[T], str] | None = None
) -> list[Column[T]]:
    """Distribution, mean, answers, the three blanks and consensus.

    Args:
        of: what of a row has its statistics.
        scale: the answer scale in use when asked.
        mean: a row's mean in words; in percent without it.
    """
    told: tuple[Told[Any], ...] = blanks()
    unanswered, does_not_apply, dont_know = told
    return [
        Column(
            _("Answers"),
            lambda row: spelled(of(row).answers, scale()),
            sort=lambda row: of(row).answers.mean_percent,
            shares=lambda row: shares(of(row).answers, scale()),
            tip=lambda row: spelled(of(row).answers, scale()),
            width=94,
        ),
        Column(
            _("Mean"),
            mean or (lambda row: names.percent(of(row).answers.mean_percent)),
            sort=lambda row: of(row).answers.mean_percent,
            width=74,
            right=True,
        ),
        shown(answered(), of=of, width=42, heading=_("n")),
        shown(does_not_apply, of=of, width=74, gives_way=1, folded=True),
        shown(dont_know, of=of, width=54, gives_way=2, folded=True),
        shown(unanswered, of=of, width=80, gives_way=3),
        Column(
            _("Consensus"),
            lambda row: names.consensus(of(row).answers),
            sort=lambda row: of(row).answers.consensus,
            tone=lambda row: tone_of(of(row).answers.agreement),
            width=120,
        ),
    ]


def shares(statistics: AnswerStatistics, scale: Scale | None) -> Sequence[tuple[float, int]]:
    """Parts of the distribution bar: shares of the answers given, the strongest first."""
    if scale is None or not statistics.n:
        return ()
    return [
        (statistics.counts[choice.id] / statistics.n, colour(number, len(scale.answers)))
        for number, choice in enumerate(scale.answers)
    ]


def colour(number: int, answers: int) -> int:
    """The place in the ramp of the answer with this number from the strongest, 0, down."""
    return round(STRONGEST * (answers - 1 - number) / (answers - 1)) if answers > 1 else STRONGEST


def spelled(statistics: AnswerStatistics, scale: Scale | None) -> str:
    """The distribution in words."""
    if scale is None:
        return ""
    counts = statistics.counts
    parts = [_("{choice}: {count}").format(choice=choice.name, count=counts[choice.id]) for choice in scale.choices]
    return ", ".join([*parts, _("Unanswered: {count}").format(count=statistics.unanswered)])
