"""A form against what stands in the assessment: what it adds, changes, leaves empty, and where the team disagrees.

Three things are compared for each question: what the form last taken said, what stands in the assessment now, and what
this form says. What a form leaves as it was is the team's to correct; what the team left as it was is the form's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from desktop.model.assessment.forms import FilledAnswer

_NOTHING = FilledAnswer()


class Part(StrEnum):
    """What a form says to a question."""

    CHOICE = "choice"
    COMMENT = "comment"


_CHOICE, _COMMENT = Part


class Effect(StrEnum):
    """What taking a form does to an answer or a comment.

    Attributes:
        ADDS: nothing stands there.
        CHANGES: what stands there is what the last form said, and this one says something else.
        EMPTIES: what stands there is what the last form said, and this one leaves it empty.
        CONTESTS: form and team both changed it, and differ.
    """

    ADDS = "adds"
    CHANGES = "changes"
    EMPTIES = "empties"
    CONTESTS = "contests"


class Difference(Struct, frozen=True, gc=False):
    """An answer or comment that the form would make another.

    Attributes:
        question: its id.
        now: what stands in the assessment: id of a choice or text of a comment; empty for nothing.
        form: what the form says, likewise.
    """

    question: str
    part: Part
    effect: Effect
    now: str
    form: str


class Comparison(Struct, frozen=True, dict=True):
    """All differences, in the form's order."""

    differences: tuple[Difference, ...] = ()

    def of(self, *effects: Effect) -> tuple[Difference, ...]:
        """Those with one of these effects."""
        return tuple(found for found in self.differences if found.effect in effects)

    def count(self, effect: Effect, part: Part) -> int:
        """How many answers, or comments, have this effect."""
        return sum(found.effect is effect and found.part is part for found in self.differences)

    @cached_property
    def only_adds(self) -> bool:
        """Whether nothing that stands there becomes another."""
        return all(found.effect is Effect.ADDS for found in self.differences)

    @property
    def goes_further(self) -> bool:
        """Whether something is added and nothing is left empty, as when somebody goes on with a form."""
        return bool(self.of(Effect.ADDS)) and all(found.form for found in self.differences)


def compare(
    last: Mapping[str, FilledAnswer] | None, now: Mapping[str, FilledAnswer], form: Mapping[str, FilledAnswer]
) -> Comparison:
    """Compare a form with what stands there.

    Args:
        last: what the form last taken said, empty before the first; None where nobody knows any more.
        now: what stands in the assessment.
        form: what this form says; what it does not ask is left as it is.
    """
    return Comparison(tuple(_differences(last, now, form)))


def adds_only(more: Mapping[str, FilledAnswer], less: Mapping[str, FilledAnswer]) -> bool:
    """Whether one form says all that another says, and perhaps more."""
    return compare(less, less, {question: more.get(question, _NOTHING) for question in {**less, **more}}).only_adds


def goes_further(more: Mapping[str, FilledAnswer], less: Mapping[str, FilledAnswer]) -> bool:
    """Whether one form answers and comments on all that another does, otherwise perhaps, and on more."""
    return compare(less, less, {question: more.get(question, _NOTHING) for question in {**less, **more}}).goes_further


def _differences(
    last: Mapping[str, FilledAnswer] | None, now: Mapping[str, FilledAnswer], form: Mapping[str, FilledAnswer]
) -> Iterator[Difference]:
    for question, answer in form.items():
        before = None if last is None else last.get(question, _NOTHING)
        there = now.get(question, _NOTHING)
        if answer in (there, before):
            continue
        if answer.choice != there.choice:
            known, stands, says = (
                None if before is None else before.choice or "",
                there.choice or "",
                answer.choice or "",
            )
            if effect := _effect(known, stands, says):
                yield Difference(question, _CHOICE, effect, stands, says)
        if answer.comment != there.comment:
            known, stands, says = None if before is None else before.comment, there.comment, answer.comment
            if effect := _effect(known, stands, says):
                yield Difference(question, _COMMENT, effect, stands, says)


def _effect(last: str | None, now: str, form: str) -> Effect | None:
    if not (last or now or form.isspace()):
        return Effect.ADDS
    if _same(form, now) or (last is not None and _same(form, last)):
        return None
    untouched = last is None or _same(now, last)
    if untouched and not now:
        return Effect.ADDS
    if untouched and not form:
        return Effect.EMPTIES
    return Effect.CHANGES if untouched and last is not None else Effect.CONTESTS


def _same(one: str, other: str) -> bool:
    """Whether two texts read the same: programs break and end lines differently."""
    return one == other or one.split() == other.split()


def settled(answers: Mapping[str, FilledAnswer], differences: Sequence[Difference]) -> dict[str, FilledAnswer]:
    """What stands in the assessment once these differences have become true, for the questions they are about."""
    found: dict[str, FilledAnswer] = {}
    for one in differences:
        before = found.get(one.question, answers.get(one.question, _NOTHING))
        found[one.question] = (
            FilledAnswer(one.form or None, before.comment)
            if one.part is Part.CHOICE
            else FilledAnswer(before.choice, one.form)
        )
    return found
