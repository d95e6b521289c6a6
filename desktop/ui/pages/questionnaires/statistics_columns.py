"""The columns in which areas and questions show what was answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from desktop.language import _
from desktop.model.maturity.pack import Scale
from desktop.model.scoring.results import AnswerStatistics
from desktop.ui.tables import Column
from desktop.wording import names
from desktop.wording.tones import tone_of

T = TypeVar("T")
STRONGEST = 4
"""The last colour of the ramp."""


def statistics_columns(
    of: Callable[[T], AnswerStatistics], scale: Callable[[], Scale | None], mean: Callable[[T], str] | None = None
) -> list[Column[T]]:
    """Distribution, mean, answers, the three blanks and consensus.

    Args:
        of: a row's statistics.
        scale: the answer scale in use when asked.
        mean: a row's mean in words; in percent without it.
    """
    return [
        Column(
            _("Answers"),
            lambda row: spelled(of(row), scale()),
            sort=lambda row: of(row).mean_percent,
            shares=lambda row: shares(of(row), scale()),
            tip=lambda row: spelled(of(row), scale()),
            width=94,
        ),
        Column(
            _("Mean"),
            mean or (lambda row: names.percent(of(row).mean_percent)),
            sort=lambda row: of(row).mean_percent,
            width=74,
            right=True,
        ),
        Column(_("n"), lambda row: str(of(row).n), sort=lambda row: of(row).n, width=42, right=True),
        Column(
            _("Does not\napply"),
            lambda row: str(of(row).does_not_apply),
            sort=lambda row: of(row).does_not_apply,
            gives_way=1,
            width=74,
            right=True,
        ),
        Column(
            _("Don't\nknow"),
            lambda row: str(of(row).dont_know),
            sort=lambda row: of(row).dont_know,
            gives_way=2,
            width=54,
            right=True,
        ),
        Column(
            _("Un-\nanswered"),
            lambda row: str(of(row).unanswered),
            sort=lambda row: of(row).unanswered,
            gives_way=3,
            width=80,
            right=True,
        ),
        Column(
            _("Consensus"),
            lambda row: names.consensus(of(row)),
            sort=lambda row: of(row).consensus,
            tone=lambda row: tone_of(of(row).agreement),
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
