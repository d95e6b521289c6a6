"""Taking forms that came back: examined against what stands there, then kept, each as one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from desktop.model.assessment.comparison import Effect, Part, compare, settled
from desktop.model.assessment.desk import Desk
from desktop.model.assessment.examined import OPEN, Examined, Ruling, Standing, undecided
from desktop.model.assessment.fitting import Fitting
from desktop.model.assessment.forms import FilledAnswer, FilledForm, Outcome, Taken
from desktop.model.assessment.models import Models
from desktop.model.assessment.said import Said, said_answers, said_text
from desktop.model.assessment.versions import newest, order
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed, StepKind
from desktop.model.records import Answer, Form, Participant
from desktop.model.store.recorder import Transaction

Rulings = Mapping[int, Ruling]
"""What was decided, by the place of the form in what is examined."""


class FormTaking:
    """Examines forms and takes them."""

    def __init__(self, desk: Desk, models: Models) -> None:
        self._desk = desk
        self._models = models

    def examine(self, forms: Sequence[FilledForm], rulings: Rulings | None = None) -> list[Examined]:
        """What each form would do; nothing is changed.

        Args:
            forms: what was read, in one go: of several versions of one participant's form, one counts.
            rulings: what the user has decided so far.
        """
        rulings = rulings or {}
        fitting = Fitting(self._desk, self._models)
        found = {place: fitting.refuse(form) for place, form in enumerate(forms)}
        groups: dict[tuple[str, str], list[int]] = {}
        for place, form in enumerate(forms):
            if found[place] is None:
                groups.setdefault((form.identity.model, form.identity.participant), []).append(place)
        examined: dict[int, Examined] = {
            place: Examined(forms[place], fitting.participant(forms[place]), Outcome.UNCHANGED, refusal=refusal)
            for place, refusal in found.items()
            if refusal is not None
        }
        for (_model, participant), places in groups.items():
            examined |= self._versions(fitting.participants[participant], forms, places, rulings)
        return [examined[place] for place in range(len(forms))]

    def take(
        self, forms: Sequence[FilledForm], rulings: Rulings | None = None, *, at: dt.datetime | None = None
    ) -> list[Taken | RefusalError]:
        """Take forms, each as one step, whole or not at all; the accepted ones together in one transaction.

        Args:
            forms: what was read.
            rulings: what the user decided; what is not decided refuses its form.
            at: this machine's time, for tests.

        Returns:
            For each form what it did, or why it is refused; see `Fitting.refuse` and `undecided`, and
            ``form.which_counts`` with the places of the versions of which none is certainly the newest.
        """
        rulings = rulings or {}
        examined = self.examine(forms, rulings)
        day = (at or dt.datetime.now(dt.UTC)).astimezone().date()
        results: list[Taken | RefusalError] = []
        changed: list[Changed] = []
        with self._desk.several() as transaction:
            for place, one in enumerate(examined):
                ruling = rulings.get(place, OPEN)
                refusal = self._refusal(one, ruling)
                if refusal is not None:
                    results.append(refusal)
                    continue
                if one.is_taken:
                    changed.append(self._keep(transaction, one, ruling, day))
                results.append(_taken(one, ruling))
        self._desk.announce(Changed.of(changed))
        return results

    def _refusal(self, one: Examined, ruling: Ruling) -> RefusalError | None:
        if one.refusal is not None:
            return one.refusal
        if one.rivals:
            return RefusalError("form.which_counts", versions=tuple(map(str, one.rivals)))
        if not one.is_taken:
            return None
        return undecided(one, ruling, self._models.numbers(one.form.identity.model))

    def _versions(
        self, participant: Participant, forms: Sequence[FilledForm], places: Sequence[int], rulings: Rulings
    ) -> Iterator[tuple[int, Examined]]:
        """The versions of one participant's form: one counts, the others do nothing."""
        now = dt.datetime.now(dt.UTC)
        counted = [place for place in places if not _is_blank(forms[place], rulings.get(place, OPEN))]
        for place in places:
            if place not in counted:
                yield place, Examined(forms[place], participant, Outcome.BLANK)
        first = {forms[place].digest: place for place in reversed(counted)}
        different = sorted(first.values())
        chosen = [place for place in different if rulings.get(place, OPEN).counts]
        winner = chosen[0] if len(chosen) == 1 else None
        if winner is None and different:
            open_ = self._not_replaced(forms, _sound(forms, different, rulings))
            best = newest([_weighed(forms[place], rulings.get(place, OPEN)) for place in open_], now)
            winner = None if best is None else open_[best]
        if winner is None:
            dropped = {place for place in different if rulings.get(place, OPEN).counts is False}
            for place in counted:
                outcome = Outcome.KEPT if dropped >= set(different) else Outcome.NEW
                rivals = () if outcome is Outcome.KEPT else tuple(different)
                yield place, Examined(forms[place], participant, outcome, rivals=rivals)
            return
        for place in counted:
            if place == winner or not _is_sound(forms[place], rulings.get(place, OPEN)):
                yield place, self._one(participant, forms[place], rulings.get(place, OPEN), now)
            else:
                same = forms[place].digest == forms[winner].digest
                outcome = Outcome.UNCHANGED if same else Outcome.EARLIER
                yield place, Examined(forms[place], participant, outcome, winner=winner, answers=forms[place].answers)

    def _one(self, participant: Participant, form: FilledForm, ruling: Ruling, now: dt.datetime) -> Examined:
        standing = self._standing(form)
        before = standing.before
        if before.digest and before.digest in _digests(form, ruling):
            return Examined(form, participant, Outcome.UNCHANGED, answers=form.answers)
        answers = _with_cells(form, ruling)
        usual = standing.now if standing.last is None else standing.last
        compared = {**answers}
        for cell in form.unclear:
            if ruling.cells.get(cell.question) is None:
                stays = usual.get(cell.question, FilledAnswer()).choice
                compared[cell.question] = replace(answers[cell.question], choice=stays)
        outcome = Outcome.REPLACED if before.digest else Outcome.NEW
        if ruling.counts is False:
            outcome = Outcome.KEPT
        return Examined(
            form,
            participant,
            outcome,
            order=order(form, before, self._replaced(form, before), now),
            unclear=form.unclear,
            comparison=compare(standing.last, standing.now, compared),
            answers=answers,
            standing=standing,
        )

    def _standing(self, form: FilledForm) -> Standing:
        model, participant = form.identity.model, form.identity.participant
        before = self._desk.store.get(Form, model, participant)
        assert before is not None  # a natural record is always there
        now = {
            answer.question: FilledAnswer(answer.choice, answer.comment)
            for answer in self._desk.store.all(Answer, model=model, participant=participant)
        }
        return Standing(before, _last(before, now, form), now)

    def _not_replaced(self, forms: Sequence[FilledForm], places: list[int]) -> list[int]:
        """The versions that have not been taken and replaced before; all, where each has."""
        if len(places) == 1:
            return places
        form = forms[places[0]]
        replaced = self._replaced(form, self._standing(form).before)
        return [place for place in places if forms[place].digest not in replaced] or places

    def _replaced(self, form: FilledForm, before: Form) -> set[str]:
        """Digests of the forms of this participant that another was taken in place of."""
        if not before.digest:
            return set()
        return {
            str(found.change.before)
            for found in self._desk.store.history(Form, form.identity.model, form.identity.participant)
            if found.change.cell == "digest" and found.change.before and found.step.kind is StepKind.EDIT
        } - {before.digest}

    def _keep(self, transaction: Transaction, one: Examined, ruling: Ruling, day: dt.date) -> Changed:
        assert one.participant is not None
        assert one.standing is not None
        model, standing = one.form.identity.model, one.standing
        stands = settled(standing.now, one.effective(ruling))
        answered = sum(answer.choice is not None for answer in one.answers.values())
        with transaction.step("form.take", number=one.participant.number, answered=answered) as step:
            rows = {question: (answer.choice, answer.comment) for question, answer in stands.items()}
            step.draft.put_alike(Answer, (model, one.participant.id), ("choice", "comment"), rows)
            step.draft.put(
                Form,
                model,
                one.participant.id,
                saved=one.form.saved,
                digest=_digests(one.form, ruling)[-1],
                said=said_text({**(standing.last or {}), **one.answers}),
                back=day,
            )
        return step.changed


def _is_sound(form: FilledForm, ruling: Ruling) -> bool:
    """Whether nothing unclear keeps a form from being taken."""
    settled_cells = all(cell.question in ruling.cells for cell in form.unclear)
    return ruling.is_asked or ruling.skips_unclear or settled_cells


def _sound(forms: Sequence[FilledForm], places: list[int], rulings: Rulings) -> list[int]:
    """The versions that can be taken; all, where none can."""
    return [place for place in places if _is_sound(forms[place], rulings.get(place, OPEN))] or places


def _weighed(form: FilledForm, ruling: Ruling) -> FilledForm:
    """What a version says, to be set against others: what is unclear says something, too, though nobody knows what."""
    answers = _with_cells(form, ruling)
    for cell in form.unclear:
        if cell.question not in ruling.cells:
            answers[cell.question] = replace(answers[cell.question], choice=f"?{cell.value}")
    return replace(form, answers=answers)


def _is_blank(form: FilledForm, ruling: Ruling) -> bool:
    return form.says_nothing and not (ruling.counts and ruling.empties)


def _digests(form: FilledForm, ruling: Ruling) -> tuple[str, ...]:
    """By what the form is known again: while cells are left open, by another digest than once all are settled."""
    left = sorted(cell.question for cell in form.unclear if ruling.cells.get(cell.question) is None)
    if not left:
        return (form.digest,)
    partly = form.digest_without(left)
    return (form.digest, partly) if ruling.skips_unclear or ruling.cells else (form.digest,)


def _with_cells(form: FilledForm, ruling: Ruling) -> dict[str, FilledAnswer]:
    """What the form says, with unclear cells as they were decided."""
    answers = {**form.answers}
    for question, choice in ruling.cells.items():
        if question in answers:
            answers[question] = replace(answers[question], choice=choice)
    return answers


def _last(before: Form, now: Said, form: FilledForm) -> Said | None:
    """What the form last taken said; files of format 1 know it where the team has changed nothing since."""
    if not before.digest:
        return {}
    said = said_answers(before.said)
    if said is not None:
        return said
    same = replace(form, answers={question: now.get(question, FilledAnswer()) for question in form.answers}, unclear=())
    return now if same.digest == before.digest else None


def _taken(one: Examined, ruling: Ruling) -> Taken:
    assert one.participant is not None
    found = Taken(
        one.outcome,
        one.participant.id,
        one.participant.number,
        answered=sum(answer.choice is not None for answer in one.answers.values()),
        questions=len(one.form.answers),
        changed=0,
        model=one.form.identity.model,
        winner=one.winner,
    )
    if not one.is_taken:
        return found
    became = one.effective(ruling)
    asked_about = (Effect.EMPTIES, Effect.CONTESTS)
    return replace(
        found,
        changed=sum(difference.part is Part.CHOICE for difference in became),
        emptied=sum(difference.part is Part.CHOICE and not difference.form for difference in became),
        emptied_comments=sum(difference.part is Part.COMMENT and not difference.form for difference in became),
        kept=len(one.comparison.of(*asked_about)) - sum(one.effect in asked_about for one in became),
        skipped=one.open_cells(ruling),
        unsure=one.hesitates and ruling.counts is None,
    )
