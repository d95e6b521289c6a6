"""The columns in which areas and questions show what was answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from desktop.exchange.tables.shared_columns import Answered, agreement, answered, blanks
from desktop.exchange.tables.shared_columns import mean as mean_of_answers
from desktop.exchange.tables.table import Column as Told
from desktop.language import _
from desktop.model.maturity.pack import Scale
from desktop.model.scoring.results import AnswerStatistics
from desktop.ui.table_rows import Column
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
        mean_column(of, 74, mean),
        shown(answered(), of=of, width=42, heading=_("n")),
        shown(does_not_apply, of=of, width=74, gives_way=1, folded=True),
        shown(dont_know, of=of, width=54, gives_way=2, folded=True),
        shown(unanswered, of=of, width=80, gives_way=3),
        consensus_column(of, 120),
    ]


def mean_column(of: Callable[[T], Answered], width: int, text: Callable[[T], str] | None = None) -> Column[T]:
    """What answers come to, in percent where no other words are given."""
    told = shown(mean_of_answers(), of=of, width=width, heading=_("Mean"))
    return told if text is None else replace(told, text=text)


def consensus_column(of: Callable[[T], Answered], width: int) -> Column[T]:
    """How far answers agree, with the tone of the word for it."""
    told: Told[Any] = agreement()[0]
    return shown(
        told,
        of=of,
        width=width,
        text=lambda row: names.consensus(of(row).answers),
        tone=lambda row: tone_of(of(row).answers.agreement),
        right=False,
    )


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
