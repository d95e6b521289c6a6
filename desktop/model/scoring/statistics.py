"""What the answers to one question, or to several together, say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.maturity import Pack, Scale
from desktop.model.maturity.scheme_settings import PRACTICE_LIMITS
from desktop.model.maturity.short_forms.pack_settings import limits_of
from desktop.model.scoring import indexes, rounding
from desktop.model.scoring.distribution import Distribution, distribute
from desktop.model.scoring.inputs import Tally
from desktop.model.scoring.null_limits import SMALLEST_GROUP, consensus_limit
from desktop.model.scoring.results import AnswerStatistics
from desktop.model.scoring.vocabulary import Agreement

AGREED_FROM = Decimal("0.80")
MIXED_FROM = Decimal("0.60")
BIMODAL_BELOW = Decimal("0.45")
CONSENSUS_LIMITS = (BIMODAL_BELOW, MIXED_FROM, AGREED_FROM)
"""What is decided on a consensus is decided by reaching these, besides the limits of chance."""

BIMODAL_END = Fraction(1, 4)
WEAK_ABOVE = Decimal(30)
"""Percent of don't-knows."""

BAND_LIMITS = tuple(map(Decimal, PRACTICE_LIMITS.values()))
"""What a mean of answers suggests is usually decided by passing these percents."""


def answer_statistics(scale: Scale, tallies: Iterable[Tally]) -> AnswerStatistics:
    """The statistics of the answers to the questions whose tallies these are, each question once.

    One tally: all indexes. Several: shares, mean, median and blanks are those of all answers together; the consensus
    is the mean consensus of the questions with at least two answers, for opinions on different questions need not
    agree; it is read by the smallest number of answers among those questions; the deviations, r_wg and a_wg are None.

    Agreement is read only from five answers up. AGREED needs a consensus of at least .80 that is also more than such
    a group reaches by chance (`null_limits`), MIXED at least .60, anything less is SPLIT. The bimodal flag, too, needs
    five answers. The coverage is weak when don't-knows are more than 30 percent of the answers and don't-knows
    together; respondents to whom it does not apply, and the unanswered, do not count there.

    Raises:
        ValueError: a tally holds a choice that the scale has not, or a negative count.
    """
    return summarise(scale, [distribute(scale, tally) for tally in tallies])


def summarise(scale: Scale, questions: Sequence[Distribution]) -> AnswerStatistics:
    """`answer_statistics` of answers already counted."""
    chosen = _added(len(scale.choices), [question.chosen for question in questions])
    counts = dict(zip((choice.id for choice in scale.choices), chosen, strict=True))
    ids = [choice.id for choice in reversed(scale.answers)]
    answers = _added(len(ids), [question.answers for question in questions])
    n = sum(answers)
    asked = sum(question.asked for question in questions)
    dont_know = sum(question.dont_know for question in questions)
    dont_know_share = share_of_dont_know(n, dont_know)
    middle = indexes.median_position(answers)
    spread = _spread(questions)
    single = answers if len(questions) == 1 else ()
    return AnswerStatistics(
        asked=asked,
        n=n,
        unanswered=asked - sum(chosen),
        does_not_apply=sum(question.does_not_apply for question in questions),
        dont_know=dont_know,
        counts=counts,
        shares={choice.id: _percent(counts[choice.id], n) for choice in scale.answers},
        mean_percent=None if (mean := mean_percent(questions)) is None else rounded_mean(mean),
        median=None if middle is None else ids[middle - 1],
        consensus=_consensus(spread, len(ids)),
        agreement=agreement(spread.consensus, spread.n, len(ids)),
        ad_mean=_index(indexes.mean_deviation(single)),
        ad_median=_index(indexes.median_deviation(single)),
        r_wg=_index(indexes.r_wg(single)),
        a_wg=_index(indexes.a_wg(single)),
        bimodal=_bimodal(spread, answers),
        coverage_weak=dont_know_share is not None and dont_know_share > WEAK_ABOVE,
        dont_know_percent=None if dont_know_share is None else rounded_share(dont_know_share),
    )


def pooled(scale: Scale, read: Sequence[tuple[Scale, Distribution]]) -> AnswerStatistics:
    """`summarise` of questions that may be answered on scales of their own.

    Where these offer different answers, only what has no scale is told: how many answered, their mean in percent, the
    blanks, and how far they agree question by question.

    Args:
        scale: the one to tell where nothing was asked.
        read: the answers to each question, with its scale.
    """
    offered = {tuple(choice.id for choice in each.choices): each for each, _found in read}
    distributions = [found for _each, found in read]
    if len(offered) < 2:
        return summarise(next(iter(offered.values()), scale), distributions)
    blanks = Scale(id=scale.id, name=scale.name, choices=scale.blanks)
    outside = [replace(found, chosen=(found.does_not_apply, found.dont_know), answers=()) for found in distributions]
    told = summarise(blanks, outside)
    spread, n = _spread(distributions), sum(found.n for found in distributions)
    share = share_of_dont_know(n, told.dont_know)
    return replace(
        told,
        n=n,
        unanswered=told.asked - n - told.does_not_apply - told.dont_know,
        mean_percent=None if (mean := mean_percent(distributions)) is None else rounded_mean(mean),
        consensus=None if spread.consensus is None else rounding.index(spread.consensus),
        coverage_weak=share is not None and share > WEAK_ABOVE,
        dont_know_percent=None if share is None else rounded_share(share),
    )


def mean_percent(questions: Iterable[Distribution]) -> Fraction | None:
    """Mean of the percents of all answers together, 0 to 100 and unrounded; None without answers."""
    n = total = 0
    for question in questions:
        n += question.n
        total += question.percents
    return Fraction(total, n) if n else None


@lru_cache(maxsize=1024)
def rounded_mean(mean: Fraction, limits: tuple[Decimal, ...] = BAND_LIMITS) -> float:
    """A mean of answers in percent with one decimal, or as many as show on which side of the limits it lies."""
    return rounding.plain(rounding.deciding(mean, rounding.PERCENT_PLACES, passed=limits))


def band_limits(pack: Pack) -> tuple[Decimal, ...]:
    """The percents by passing which a mean of answers decides what the survey suggests."""
    return tuple(Decimal(repr(limit)) for limit in limits_of(pack).values())


def share_of_dont_know(n: int, dont_know: int) -> Fraction | None:
    """Percent of don't-knows among answers and don't-knows together, unrounded; None without either.

    Those to whom it does not apply, and the unanswered, have said nothing about what is known.
    """
    return Fraction(100 * dont_know, n + dont_know) if n + dont_know else None


def rounded_share(share: Fraction) -> float:
    """A share of don't-knows with one decimal, or as many as show whether it makes the coverage weak."""
    return rounding.plain(rounding.deciding(share, rounding.PERCENT_PLACES, passed=(WEAK_ABOVE,)))


def agreement(consensus: Decimal | float | None, n: int, options: int) -> Agreement:
    """The reading of an unrounded consensus among n answers on a scale of so many options."""
    if consensus is None or n < SMALLEST_GROUP:
        return Agreement.TOO_FEW
    exact = rounding.decimal(consensus)
    if exact >= AGREED_FROM and exact > rounding.decimal(consensus_limit(options, n)):
        return Agreement.AGREED
    return Agreement.MIXED if exact >= MIXED_FROM else Agreement.SPLIT


class _Spread(Struct, frozen=True):
    consensus: Decimal | None
    n: int


def _spread(questions: Sequence[Distribution]) -> _Spread:
    judged = [(question.consensus, question.n) for question in questions if question.consensus is not None]
    if not judged:
        return _Spread(None, 0)
    return _Spread(indexes.mean_consensus([consensus for consensus, _ in judged]), min(n for _, n in judged))


def _consensus(spread: _Spread, options: int) -> float | None:
    """The consensus as it is told: with four decimals, or as many as bear out how it is read."""
    if spread.consensus is None:
        return None
    chance = (rounding.decimal(consensus_limit(options, spread.n)),) if spread.n >= SMALLEST_GROUP else ()
    return rounding.plain(
        rounding.deciding(spread.consensus, rounding.INDEX_PLACES, reached=CONSENSUS_LIMITS, passed=chance)
    )


def _bimodal(spread: _Spread, answers: Sequence[int]) -> bool:
    if spread.consensus is None or spread.n < SMALLEST_GROUP or spread.consensus >= BIMODAL_BELOW:
        return False
    return min(answers[0], answers[-1]) >= BIMODAL_END * sum(answers)


def _added(width: int, rows: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * width


def _percent(part: int, whole: int) -> float:
    return rounding.share(part, whole) if whole else 0.0


def _index(value: Fraction | None) -> float | None:
    return None if value is None else rounding.index(value)
