"""How the answers to one question spread over its scale."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from desktop.model.maturity import BlankKind, Scale
from desktop.model.scoring import indexes
from desktop.model.scoring.inputs import Tally


class Distribution(Struct, frozen=True):
    """The answers to one question, counted. Nothing here is rounded.

    Attributes:
        asked: how many respondents the question was put to.
        chosen: how often each choice was given, blanks included, in the scale's order.
        answers: how often each answer was given, the weakest first.
        percents: sum of the answers' percents.
        does_not_apply: that blank chosen.
        dont_know: that blank chosen.
        consensus: Tastle and Wierman 2007, None below two answers.
    """

    asked: int
    chosen: tuple[int, ...]
    answers: tuple[int, ...]
    percents: int
    does_not_apply: int
    dont_know: int
    consensus: Decimal | None

    @property
    def n(self) -> int:
        """Answers given, blanks left out."""
        return sum(self.answers)

    @property
    def unanswered(self) -> int:
        """Respondents asked who made no choice."""
        return self.asked - sum(self.chosen)


def distribute(scale: Scale, tally: Tally) -> Distribution:
    """The tally of one question by the order of its scale.

    Whoever answered was asked: `asked` is never less than the choices made.

    Raises:
        ValueError: the tally holds a choice that the scale has not, or a negative count.
    """
    chosen = tuple(tally.counts.get(choice.id, 0) for choice in scale.choices)
    given = sum(chosen)
    if given != sum(tally.counts.values()) or min(tally.counts.values(), default=0) < 0:
        raise ValueError(f"counts {dict(tally.counts)} do not fit the scale {scale.id}")
    answers: list[int] = []
    percents = does_not_apply = dont_know = 0
    for choice, count in zip(scale.choices, chosen, strict=True):
        if choice.blank is None:
            answers.append(count)
            percents += (choice.percent or 0) * count
        elif choice.blank is BlankKind.DOES_NOT_APPLY:
            does_not_apply += count
        else:
            dont_know += count
    weakest_first = tuple(reversed(answers))
    return Distribution(
        asked=max(tally.asked, given),
        chosen=chosen,
        answers=weakest_first,
        percents=percents,
        does_not_apply=does_not_apply,
        dont_know=dont_know,
        consensus=indexes.consensus(weakest_first),
    )
