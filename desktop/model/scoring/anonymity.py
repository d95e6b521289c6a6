"""Which answers may leave the team, so that no small group's answers can be read or worked out.

What is shown of a question is decided by how many people answered it, never by what they said; and every other number
that leaves the team, whatever it is, is computed from the questions that are shown and from nothing else. So there is
nothing to subtract hidden answers from, and no mean, index or band that they had a part in.

Two exports are read beside each other, too. When fewer people than the threshold answered or changed an answer in
between, their difference would show what these said. Then the question is shown as it was in an earlier export.

That a question is hidden below the threshold, and that two shown cuts must differ by as many, are the rules of
employee surveys (`docs/privacy.md`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from desktop.model.scoring.results import AnswerStatistics

FLOOR = 3
"""No assessment may show smaller groups, whatever its threshold."""

Counts = Mapping[str, int]
"""How often each choice was given, by its id; a choice that is not there is not shown."""


class Disclosure(Struct, frozen=True):
    """What may be shown of the answers to one question.

    Attributes:
        counts: the choices shown.
        answers: whether what was answered is shown; if not, only how many answered.
        blanks: whether it is shown how many chose each kind of blank.
        held: the counts are those of an earlier export, for those of today would show what a few people said since.
    """

    counts: Counts
    answers: bool
    blanks: bool
    held: bool = False


def disclose(
    answers: AnswerStatistics, blanks: Collection[str], earlier: Sequence[Counts], threshold: int
) -> Disclosure:
    """What may be shown of a question's answers to anybody outside the team.

    Args:
        answers: all answers to the question.
        blanks: ids of the choices that are blanks.
        earlier: what earlier exports showed of it, the oldest first.
        threshold: the smallest group whose answers may be shown; at least `FLOOR` is taken.
    """
    smallest = max(threshold, FLOOR)
    given = {choice: count for choice, count in answers.counts.items() if choice not in blanks}
    said = {choice: count for choice, count in answers.counts.items() if choice in blanks}
    shown: dict[str, int] = {}
    for part, people in ((given, answers.n), (said, answers.n + sum(said.values()))):
        if people == 0 or people >= smallest:
            shown |= part
    if shown in earlier or all(apart(shown, before, smallest) for before in earlier):
        return _disclosure(shown, blanks)
    for before in reversed(earlier):
        people = sum(count for choice, count in before.items() if choice not in blanks)
        if people == 0 or people >= smallest:
            return _disclosure(before, blanks, held=True)
    return Disclosure({}, answers=False, blanks=False)


def apart(now: Counts, before: Counts, smallest: int) -> bool:
    """Whether two cuts of the answers to one question differ by nobody or by enough people, either way."""
    common = now.keys() & before.keys()
    more = sum(max(now[choice] - before[choice], 0) for choice in common)
    fewer = sum(max(before[choice] - now[choice], 0) for choice in common)
    return all(people == 0 or people >= smallest for people in (more, fewer))


def shown_groups(answered: Sequence[int], threshold: int) -> frozenset[int]:
    """Which groups' answers to one question may stand beside the answers of all, by their places.

    Those of too few are hidden. What all said less what the shown ones said is what the hidden ones said; so these
    must be enough people together, or else the smallest group that is shown is hidden as well (the remainder rule of
    employee surveys).

    Args:
        answered: of each group, how many gave an answer.
        threshold: the smallest group whose answers may be shown; at least `FLOOR` is taken.
    """
    smallest = max(threshold, FLOOR)
    shown = {place for place, people in enumerate(answered) if people == 0 or people >= smallest}
    remainder = sum(people for place, people in enumerate(answered) if place not in shown)
    while 0 < remainder < smallest and any(answered[place] for place in shown):
        least = min((place for place in shown if answered[place]), key=lambda place: (answered[place], place))
        shown.discard(least)
        remainder += answered[least]
    return frozenset(shown)


def _disclosure(counts: Counts, blanks: Collection[str], *, held: bool = False) -> Disclosure:
    return Disclosure(
        counts,
        answers=any(choice not in blanks for choice in counts),
        blanks=any(choice in blanks for choice in counts),
        held=held,
    )
