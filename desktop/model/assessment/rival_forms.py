"""The versions of one participant's form that came in one go: which counts, and what it would do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from desktop.model.assessment.comparison import compare
from desktop.model.assessment.earlier_forms import EarlierForms
from desktop.model.assessment.examined import OPEN, Examined, Ruling, Rulings
from desktop.model.assessment.forms import FilledAnswer, FilledForm, Outcome
from desktop.model.assessment.said import Said
from desktop.model.assessment.versions import newest, order
from desktop.model.records import Participant


class RivalForms:
    """Examines the versions: one counts, the others do nothing."""

    def __init__(
        self, earlier: EarlierForms, participant: Participant, forms: Sequence[FilledForm], rulings: Rulings
    ) -> None:
        """Take what came in, in one go, from all participants, and what was decided about it so far."""
        self._earlier = earlier
        self._participant = participant
        self._forms = forms
        self._rulings = rulings
        self._now = dt.datetime.now(dt.UTC)

    def examine(self, places: Sequence[int]) -> Iterator[tuple[int, Examined]]:
        """What the versions at these places would do."""
        left = [place for place in places if self._was_left_out(place)]
        for place in left:
            yield place, self._without_effect(place, Outcome.LEFT_OUT)
        considered = [place for place in places if place not in left]
        blank = [place for place in considered if _is_blank(self._forms[place], self._ruling(place))]
        filled = [place for place in considered if place not in blank]
        for place in blank:
            if filled or place != blank[0]:
                yield place, self._without_effect(place, Outcome.BLANK)
            else:
                yield place, self._one(place, blank=True)
        yield from self._filled(filled)

    def _filled(self, places: Sequence[int]) -> Iterator[tuple[int, Examined]]:
        first = {self._forms[place].digest: place for place in reversed(places)}
        different = sorted(first.values())
        winner = self._winner(different)
        if winner is None:
            dropped = {place for place in different if self._ruling(place).counts is False}
            for place in places:
                outcome = Outcome.KEPT if dropped >= set(different) else Outcome.NEW
                rivals = () if outcome is Outcome.KEPT else tuple(different)
                yield place, Examined(self._forms[place], self._participant, outcome, rivals=rivals)
            return
        for place in places:
            if place == winner or not _is_sound(self._forms[place], self._ruling(place)):
                yield place, self._one(place)
            else:
                same = self._forms[place].digest == self._forms[winner].digest
                outcome = Outcome.UNCHANGED if same else Outcome.EARLIER
                yield place, replace(self._without_effect(place, outcome), winner=winner)

    def _winner(self, different: Sequence[int]) -> int | None:
        """The version that counts, None when that is not certain and was not decided."""
        chosen = [place for place in different if self._ruling(place).counts]
        if len(chosen) == 1 or not different:
            return chosen[0] if chosen else None
        open_ = self._not_replaced(self._sound(different))
        best = newest([_weighed(self._forms[place], self._ruling(place)) for place in open_], self._now)
        return None if best is None else open_[best]

    def _one(self, place: int, *, blank: bool = False) -> Examined:
        """A version by itself; a blank one is only compared."""
        form, ruling = self._forms[place], self._ruling(place)
        standing = self._earlier.standing(form)
        before = standing.before
        if before.digest and before.digest in _digests(form, ruling, standing.last or {}):
            return self._without_effect(place, Outcome.UNCHANGED)
        answers = with_cells(form, ruling)
        usual = standing.now if standing.last is None else standing.last
        compared = {**answers}
        for cell in form.unclear:
            if ruling.cells.get(cell.question) is None:
                stays = usual.get(cell.question, FilledAnswer()).choice
                compared[cell.question] = replace(answers[cell.question], choice=stays)
        outcome = Outcome.REPLACED if before.digest else Outcome.NEW
        if blank:
            outcome = Outcome.BLANK
        elif ruling.counts is False:
            outcome = Outcome.KEPT
        return Examined(
            form,
            self._participant,
            outcome,
            order=order(form, before, self._earlier.replaced(form), self._now),
            unclear=form.unclear,
            comparison=compare(standing.last, standing.now, compared),
            answers=answers,
            standing=standing,
        )

    def _without_effect(self, place: int, outcome: Outcome) -> Examined:
        form = self._forms[place]
        return Examined(form, self._participant, outcome, answers=form.answers)

    def _ruling(self, place: int) -> Ruling:
        return self._rulings.get(place, OPEN)

    def _was_left_out(self, place: int) -> bool:
        ruling = self._ruling(place)
        return not ruling.again and not ruling.counts and self._earlier.was_left_out(self._forms[place])

    def _sound(self, places: Sequence[int]) -> Sequence[int]:
        """The versions that can be taken; all, where none can."""
        return [place for place in places if _is_sound(self._forms[place], self._ruling(place))] or places

    def _not_replaced(self, places: Sequence[int]) -> Sequence[int]:
        """The versions that have not been taken and replaced before; all, where each has."""
        if len(places) == 1:
            return places
        replaced = self._earlier.replaced(self._forms[places[0]])
        return [place for place in places if self._forms[place].digest not in replaced] or places


def with_cells(form: FilledForm, ruling: Ruling) -> dict[str, FilledAnswer]:
    """What the form says, with unclear cells as they were decided."""
    answers = {**form.answers}
    for question, choice in ruling.cells.items():
        if question in answers:
            answers[question] = replace(answers[question], choice=choice)
    return answers


def digest_as_decided(form: FilledForm, ruling: Ruling) -> str:
    """By what the form is known again: while cells are left open, by another digest than once all are settled."""
    left = sorted(cell.question for cell in form.unclear if ruling.cells.get(cell.question) is None)
    return form.digest_without(left) if left else form.digest


def _digests(form: FilledForm, ruling: Ruling, last: Said) -> set[str]:
    """The digests under which the form may have been taken as it is decided now, or was when it was taken."""
    found = {form.digest}
    if ruling.skips_unclear or ruling.cells:
        found.add(digest_as_decided(form, ruling))
    if not ruling.cells and not ruling.again:
        then = {cell.question: choice for cell in form.unclear if (choice := _choice(last, cell.question))}
        found.add(digest_as_decided(form, Ruling(cells=then)))
    return found


def _choice(said: Said, question: str) -> str | None:
    return said[question].choice if question in said else None


def _is_sound(form: FilledForm, ruling: Ruling) -> bool:
    """Whether nothing unclear keeps a form from being taken."""
    settled_cells = all(cell.question in ruling.cells for cell in form.unclear)
    return ruling.is_asked or ruling.skips_unclear or settled_cells


def _weighed(form: FilledForm, ruling: Ruling) -> FilledForm:
    """What a version says, to be set against others: what is unclear says something, too, though nobody knows what."""
    answers = with_cells(form, ruling)
    for cell in form.unclear:
        if cell.question not in ruling.cells:
            answers[cell.question] = replace(answers[cell.question], choice=f"?{cell.value}")
    return replace(form, answers=answers)


def _is_blank(form: FilledForm, ruling: Ruling) -> bool:
    return form.says_nothing and not (ruling.counts and ruling.empties)
