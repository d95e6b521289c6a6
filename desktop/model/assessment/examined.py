"""Forms before they are taken: what each would do, what the program cannot decide, and what the user decided."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from desktop.model.assessment.comparison import Comparison, Difference, Effect, Part
from desktop.model.assessment.forms import FilledAnswer, FilledForm, Outcome, Unclear, UnclearCell
from desktop.model.assessment.said import Said
from desktop.model.assessment.versions import Order
from desktop.model.errors import RefusalError
from desktop.model.records import Form, Participant


class Ruling(Struct, frozen=True):
    """What the user decided about a form; None, or not there, while it is open.

    Attributes:
        cells: for unclear cells, by question: id of the choice that is meant, None to leave the question unanswered.
        skips_unclear: every other unclear cell is left unanswered.
        is_asked: the user is being asked, so that a form with unclear cells may still count.
        counts: whether this version counts.
        again: it is asked anew about what was left out at an earlier import.
        empties: whether what it leaves empty goes.
        contests: where form and team differ, by question and part: whether the form prevails.
        prevails: likewise, for all others.
    """

    cells: Mapping[str, str | None] = msgspec.field(default_factory=dict)
    skips_unclear: bool = False
    is_asked: bool = False
    counts: bool | None = None
    again: bool = False
    empties: bool | None = None
    contests: Mapping[tuple[str, Part], bool] = msgspec.field(default_factory=dict)
    prevails: bool | None = None

    def contest(self, found: Difference) -> bool | None:
        """Whether the form prevails in a difference."""
        return self.contests.get((found.question, found.part), self.prevails)


OPEN = Ruling()
"""Nothing is decided."""

Rulings = Mapping[int, Ruling]
"""What was decided, by the place of the form in what is examined."""


class Standing(Struct, frozen=True):
    """What a form meets.

    Attributes:
        before: what is known of the form last taken.
        last: what that form said, empty before the first; None where nobody knows any more.
        now: what stands in the assessment.
    """

    before: Form
    last: Said | None
    now: Said


class Examined(Struct, frozen=True):
    """What a form would do.

    Attributes:
        participant: whose it is; None where it is refused whoever it is from.
        outcome: what taking it does once all is decided.
        refusal: why it is not taken, whatever the user decides.
        order: how it stands to the form last taken.
        unclear: its cells that are no answers.
        comparison: what would become another, with unclear cells as they were decided.
        answers: what it says, likewise.
        rivals: places, in what was examined, of the versions among which the user has to choose, this one included.
        winner: place of the version that counts instead of this one.
        standing: what it meets.
    """

    form: FilledForm
    participant: Participant | None
    outcome: Outcome
    refusal: RefusalError | None = None
    order: Order = Order.FIRST
    unclear: tuple[UnclearCell, ...] = ()
    comparison: Comparison = Comparison()
    answers: Mapping[str, FilledAnswer] = msgspec.field(default_factory=dict)
    rivals: tuple[int, ...] = ()
    winner: int | None = None
    standing: Standing | None = None

    @property
    def is_taken(self) -> bool:
        """Whether something of it goes into the assessment."""
        return self.outcome in (Outcome.NEW, Outcome.REPLACED) and self.refusal is None and not self.rivals

    @property
    def hesitates(self) -> bool:
        """Whether it would change answers although it is not certain, or denied, that it is newer.

        One that leaves nothing empty and says more than the last is a further one, unless its time says otherwise.
        """
        if self.order in (Order.OLDER, Order.REPLACED):
            return not self.comparison.only_adds
        changes = bool(self.comparison.of(Effect.CHANGES))
        return self.order is Order.UNSURE and changes and not self.comparison.goes_further

    @property
    def is_doubtful(self) -> bool:
        """Whether the user is to say that it counts: it may be the older, and something would be lost by it."""
        if self.form.says_nothing:
            return bool(self.comparison.differences)
        return bool(self.rivals) or self.hesitates

    def open_cells(self, ruling: Ruling) -> tuple[UnclearCell, ...]:
        """The unclear cells that were not settled."""
        return tuple(cell for cell in self.unclear if ruling.cells.get(cell.question) is None)

    def effective(self, ruling: Ruling) -> tuple[Difference, ...]:
        """The differences that become true."""
        if self.comparison.only_adds:
            return self.comparison.differences
        return tuple(
            found
            for found in self.comparison.differences
            if not (
                (found.effect is Effect.EMPTIES and not ruling.empties)
                or (found.effect is Effect.CONTESTS and not ruling.contest(found))
            )
        )


def undecided(examined: Examined, ruling: Ruling, called: Mapping[str, str]) -> RefusalError | None:
    """The first thing about a form that nobody has decided, as the reason why it is not taken.

    Args:
        examined: the form.
        ruling: what was decided.
        called: what people know the questions by: their numbers on forms, or where none is printed, their texts.

    Returns:
        ``form.choice_not_on_form``, ``form.merged``, ``form.was_replaced``, ``form.older``, ``form.unsure``,
        ``form.empties``, ``form.contests`` or None.
    """
    number = examined.participant.number if examined.participant else 0
    for cell in examined.unclear:
        if cell.question not in ruling.cells and not ruling.skips_unclear:
            shown = cell.number or called[cell.question]
            code = "form.merged" if cell.reason is Unclear.MERGED else "form.choice_not_on_form"
            return RefusalError(code, sheet=cell.sheet, row=cell.row, question=shown, value=cell.value)
    if examined.hesitates and ruling.counts is None:
        return _version(examined, number)
    comparison = examined.comparison
    if comparison.of(Effect.EMPTIES) and ruling.empties is None:
        return RefusalError(
            "form.empties",
            answers=comparison.count(Effect.EMPTIES, Part.CHOICE),
            comments=comparison.count(Effect.EMPTIES, Part.COMMENT),
            participant=number,
        )
    contested = [found for found in comparison.of(Effect.CONTESTS) if ruling.contest(found) is None]
    if contested:
        named = dict.fromkeys(called[found.question] for found in contested)
        return RefusalError("form.contests", questions=tuple(named), participant=number)
    return None


def _version(examined: Examined, number: int) -> RefusalError:
    if examined.order is Order.REPLACED:
        return RefusalError("form.was_replaced", participant=number)
    saved, taken = examined.form.saved, examined.standing.before.saved if examined.standing else None
    code = "form.older" if examined.order is Order.OLDER else "form.unsure"
    return RefusalError(code, saved=_stamp(saved), taken=_stamp(taken), participant=number)


def _stamp(saved: object) -> str:
    return str(saved) if saved else ""
