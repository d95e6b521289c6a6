"""How far raters who rated the same things apart from each other agree, beyond what chance would bring.

Sources of the formulas: J. Cohen, A Coefficient of Agreement for Nominal Scales, 1960 (plain kappa); J. Cohen, Weighted
Kappa, 1968, with linear weights (weighted kappa); J. L. Fleiss, Measuring Nominal Scale Agreement among Many Raters,
1971; J. R. Landis and G. G. Koch, The Measurement of Observer Agreement for Categorical Data, 1977 (the bands).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desktop.model.scoring import rounding

KAPPA_PLACES = 2
FEW_THINGS = 5
"""With fewer things than this, a kappa says next to nothing."""


class KappaBand(StrEnum):
    """What a kappa is called: below 0, then up to .20, .40, .60, .80 and 1, each limit with the band below it."""

    POOR = "poor"
    SLIGHT = "slight"
    FAIR = "fair"
    MODERATE = "moderate"
    SUBSTANTIAL = "substantial"
    ALMOST_PERFECT = "almost_perfect"


class NoKappa(StrEnum):
    """Why there is no kappa.

    Attributes:
        NOTHING: fewer than two raters, or nothing that all of them rated.
        ONE_THING: a single thing does not tell chance from agreement.
        ALL_ALIKE: everybody gave one and the same rating to everything, so chance alone would bring full agreement.
    """

    NOTHING = "nothing"
    ONE_THING = "one_thing"
    ALL_ALIKE = "all_alike"


_LIMITS = {
    Decimal("0.80"): KappaBand.ALMOST_PERFECT,
    Decimal("0.60"): KappaBand.SUBSTANTIAL,
    Decimal("0.40"): KappaBand.MODERATE,
    Decimal("0.20"): KappaBand.FAIR,
}


class Kappa(Struct, frozen=True):
    """A coefficient of agreement.

    Attributes:
        value: 1 full agreement, 0 what chance would bring, below 0 less than that; with two decimals, or as many as
            bear out its band. None where it is not defined.
        band: what it is called.
        things: on how many things it rests.
        none: why there is none.
    """

    value: float | None
    band: KappaBand | None
    things: int
    none: NoKappa | None = None

    @property
    def few(self) -> bool:
        """Whether it rests on so few things that it says next to nothing."""
        return self.value is not None and self.things < FEW_THINGS


class RaterAgreement(Struct, frozen=True):
    """How far raters agree.

    Attributes:
        raters: how many there are.
        things: how many things all of them rated.
        left_out: how many things somebody has not rated; they count nowhere.
        agreed: on how many things all say the same.
        percent: of all pairs of ratings of one thing, those that say the same; None without any. With two raters this
            is the share of things on which they agree.
        kappa: Cohen's for two raters, Fleiss' for more.
        weighted: Cohen's for two raters with linear weights: a rating two steps away disagrees twice as much as one
            step away. It rests on those things alone that both placed on the scale; None where there are more raters
            or the scale has no order.
    """

    raters: int
    things: int
    left_out: int
    agreed: int
    percent: float | None
    kappa: Kappa
    weighted: Kappa | None


def rater_agreement(rows: Sequence[Sequence[str | None]], order: Sequence[str] = ()) -> RaterAgreement:
    """How far raters agree.

    Args:
        rows: thing by thing, what each rater says, in the same order of raters; None where one has not rated it.
        order: the ratings that lie on a scale, from one end to the other; what is not among them, such as "does not
            apply", is a rating of its own kind. Empty where there is no order.
    """
    whole = [[said for said in row if said is not None] for row in rows if None not in row]
    raters = max(map(len, rows), default=0)
    rated = whole if raters > 1 else []
    shared = shared_pairs(rated)
    return RaterAgreement(
        raters=raters,
        things=len(rated),
        left_out=len(rows) - len(whole),
        agreed=sum(len(set(row)) == 1 for row in rated),
        percent=None if shared is None else rounding.percent(100 * shared),
        kappa=_kappa(rated, cohen_kappa(rated) if raters == 2 else fleiss_kappa(rated)),
        weighted=_weighted(rated, order) if raters == 2 and len(order) > 2 else None,
    )


def cohen_kappa(pairs: Sequence[Sequence[Hashable]]) -> Fraction | None:
    """Cohen's kappa of things rated by two; None where it is not defined.

    With p the share of things on which they agree and e the share that would agree by chance, given how often each uses
    each rating: (p - e) / (1 - e).
    """
    if not pairs:
        return None
    n = len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = Fraction(sum(first[said] * second[said] for said in first), n * n)
    return _beyond(Fraction(sum(one == other for one, other in pairs), n), expected)


def linear_kappa(pairs: Sequence[tuple[int, int]]) -> Fraction | None:
    """Cohen's weighted kappa with linear weights, of things that two have placed on an ordered scale.

    One less the mean distance between the two, in steps, over that which chance would bring. None where chance brings
    none.
    """
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(abs(one - other) * first[one] * second[other] for one in first for other in second)
    apart = sum(abs(one - other) for one, other in pairs)
    return 1 - Fraction(apart * len(pairs), by_chance) if by_chance else None


def fleiss_kappa(rows: Sequence[Sequence[Hashable]]) -> Fraction | None:
    """Fleiss' kappa of things that the same number of raters have rated; None where it is not defined.

    With p the mean share of agreeing pairs of ratings, and e the sum of the squares of the shares of each rating among
    all: (p - e) / (1 - e).
    """
    shared = shared_pairs(rows)
    if shared is None:
        return None
    used = Counter(said for row in rows for said in row)
    expected = Fraction(sum(count * count for count in used.values()), used.total() ** 2)
    return _beyond(shared, expected)


def shared_pairs(rows: Sequence[Sequence[Hashable]]) -> Fraction | None:
    """Of all pairs of ratings of one thing, the share that says the same; None without any."""
    pairs = sum(len(row) * (len(row) - 1) for row in rows)
    same = sum(count * (count - 1) for row in rows for count in Counter(row).values())
    return Fraction(same, pairs) if pairs else None


def _beyond(observed: Fraction, expected: Fraction) -> Fraction | None:
    return None if expected == 1 else (observed - expected) / (1 - expected)


def _weighted(rated: Sequence[Sequence[str]], order: Sequence[str]) -> Kappa:
    place = {said: number for number, said in enumerate(order)}
    placed = [(place[one], place[other]) for one, other in rated if one in place and other in place]
    return _kappa(placed, linear_kappa(placed))


def _kappa(rated: Sequence[Sequence[Hashable]], exact: Fraction | None) -> Kappa:
    things = len(rated)
    if things < 2:
        return Kappa(None, None, things, NoKappa.ONE_THING if things else NoKappa.NOTHING)
    if exact is None:
        return Kappa(None, None, things, NoKappa.ALL_ALIKE)
    told = rounding.deciding(exact, KAPPA_PLACES, reached=(Decimal(0),), passed=tuple(_LIMITS))
    return Kappa(rounding.plain(told), band_of(exact), things)


def band_of(kappa: Fraction) -> KappaBand:
    """What an unrounded kappa is called."""
    if kappa < 0:
        return KappaBand.POOR
    return next((band for limit, band in _LIMITS.items() if kappa > limit), KappaBand.SLIGHT)
