"""What each group of participants answers, beside the others; of groups too small for that, that they have answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from desktop.model.maturity.asked import Asked
from desktop.model.scoring.anonymity import shown_groups
from desktop.model.scoring.distribution import distribute
from desktop.model.scoring.inputs import Tally
from desktop.model.scoring.statistics import mean_percent

FEW = 8
"""Below so many people a mean says little about those who have it: the answers of one turn it."""

APART = 25
"""In percent points: from so much on the means of two groups are told to lie apart, about a step of a scale of five."""


class GroupTally(Struct, frozen=True):
    """The answers of a group, counted.

    Attributes:
        group: as the team calls it; empty for those who are in none.
        people: how many were asked, or have answered without that.
        replied: how many of them have answered anything.
        counts: how often each choice was given, by question.
    """

    group: str
    people: int
    replied: int
    counts: Mapping[str, Mapping[str, int]]


class GroupAnswers(Struct, frozen=True):
    """What a group answers to some questions.

    Attributes:
        n: answers given that are shown, blanks left out.
        mean: of all these together, 0 to 100 and unrounded; None without any.
        hidden: whether there are answers of which none is shown; see `anonymity.shown_groups`.
    """

    tally: GroupTally
    n: int
    mean: Fraction | None
    hidden: bool = False

    @property
    def few(self) -> bool:
        """Whether so few people have answered that the mean is a thing to ask about and no result."""
        return self.tally.replied < FEW


def group_answers(
    tallies: Sequence[GroupTally], questions: Sequence[Asked], threshold: int
) -> tuple[GroupAnswers, ...]:
    """What each group answers to these questions, in the order of the groups.

    What a group answers to several questions rests on those alone of which its answers may be shown, so that no
    question can be worked out from the others.

    Args:
        tallies: of all groups, since what one of them says could be worked out from the others.
        questions: what was asked.
        threshold: the smallest group whose answers are shown.
    """
    read = [[distribute(one.scale, Tally(tally.counts.get(one.id, {}), 0)) for one in questions] for tally in tallies]
    shown = [shown_groups([answers.n for answers in column], threshold) for column in zip(*read, strict=True)]
    found = []
    for place, (tally, row) in enumerate(zip(tallies, read, strict=True)):
        told = [answers for answers, groups in zip(row, shown, strict=True) if place in groups]
        n = sum(answers.n for answers in told)
        hidden = not n and any(answers.n for answers in row)
        found.append(GroupAnswers(tally, n, mean_percent(told), hidden))
    return tuple(found)


def farthest_apart(found: Iterable[GroupAnswers]) -> tuple[GroupAnswers, GroupAnswers] | None:
    """The groups with the highest and the lowest mean, where these lie `APART`; None otherwise."""
    ranked = sorted((each for each in found if each.mean is not None), key=lambda each: each.mean or 0)
    if len(ranked) < 2:
        return None
    lowest, highest = ranked[0], ranked[-1]
    return (highest, lowest) if (highest.mean or 0) - (lowest.mean or 0) >= APART else None
