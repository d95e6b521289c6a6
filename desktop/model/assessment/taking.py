"""Taking forms that came back: examined against what stands there, then kept, each as one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.model.assessment.comparison import Effect, Part, settled
from desktop.model.assessment.desk import Desk
from desktop.model.assessment.earlier_forms import EarlierForms, left_out_text
from desktop.model.assessment.examined import OPEN, Examined, Ruling, Rulings, undecided
from desktop.model.assessment.fitting import Fitting
from desktop.model.assessment.form_areas import place_of_question, put_places
from desktop.model.assessment.forms import FilledForm, Outcome, Taken
from desktop.model.assessment.lineage import Lineage
from desktop.model.assessment.models import Models
from desktop.model.assessment.rival_forms import RivalForms, digest_as_decided
from desktop.model.assessment.said import said_text
from desktop.model.assessment.versions import Order
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import Answer, Form

if TYPE_CHECKING:
    from desktop.model.store.draft import Draft
    from desktop.model.store.transaction import Transaction

_Whose = tuple[str, str]
"""Ids of a model and of a participant."""


class FormTaking:
    """Examines forms and takes them."""

    def __init__(self, desk: Desk, models: Models) -> None:
        self._desk = desk
        self._models = models

    def examine(self, forms: Sequence[FilledForm], rulings: Rulings | None = None) -> list[Examined]:
        """What each form would do; nothing is changed.

        Args:
            forms: what was read, in one go: of several versions of one participant's form, one counts. Those of an
                earlier version of the model are taken as far as their questions go on.
            rulings: what the user has decided so far.
        """
        lineage = Lineage(self._desk)
        forms = [lineage.translated(form) for form in forms]
        fitting, earlier = Fitting(self._desk, self._models), EarlierForms(self._desk, len(forms))
        found: dict[int, Examined] = {}
        groups: dict[_Whose, list[int]] = {}
        for place, form in enumerate(forms):
            refusal = fitting.refuse(form)
            if refusal is None:
                groups.setdefault(_whose(form), []).append(place)
            else:
                found[place] = Examined(form, fitting.participant(form), Outcome.UNCHANGED, refusal=refusal)
        for (_model, participant), places in groups.items():
            rivals = RivalForms(earlier, fitting.participants[participant], forms, rulings or {})
            found |= rivals.examine(places)
        return [found[place] for place in range(len(forms))]

    def take(
        self, forms: Sequence[FilledForm], rulings: Rulings | None = None, *, at: dt.datetime | None = None
    ) -> list[Taken | RefusalError]:
        """Take forms, each as one step, whole or not at all; the accepted ones together in one transaction.

        That the user does not want a version is remembered, in the same step as the version taken instead, so that it
        is not asked about at the next import.

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
        unwanted = _unwanted(examined, rulings)
        day = (at or dt.datetime.now(dt.UTC)).astimezone().date()
        results: list[Taken | RefusalError] = []
        changed: list[Changed] = []
        with self._desk.several() as transaction:
            refusals = self._refusals(examined, rulings)
            takes = [one.is_taken and refusal is None for one, refusal in zip(examined, refusals, strict=True)]
            replaced = {_whose(one.form) for one, is_taken in zip(examined, takes, strict=True) if is_taken}
            changed += [self._leave_out(transaction, left) for whose, left in unwanted.items() if whose not in replaced]
            for place, (one, refusal) in enumerate(zip(examined, refusals, strict=True)):
                ruling = rulings.get(place, OPEN)
                if takes[place]:
                    left = unwanted.get(_whose(one.form), [])
                    changed.append(self._keep(transaction, one, ruling, day, left))
                results.append(refusal or _taken(one, ruling))
        self._desk.announce(Changed.of(changed))
        return results

    def _refusals(self, examined: Sequence[Examined], rulings: Rulings) -> list[RefusalError | None]:
        """Why each form is not taken."""
        called = cache(self._called)

        def refusal(place: int, one: Examined) -> RefusalError | None:
            if one.refusal is not None:
                return one.refusal
            if one.rivals:
                return RefusalError("form.which_counts", versions=tuple(map(str, one.rivals)))
            if not one.is_taken:
                return None
            return undecided(one, rulings.get(place, OPEN), called(one.form.identity.model))

        return [refusal(place, one) for place, one in enumerate(examined)]

    def _called(self, model: str) -> dict[str, str]:
        """The number or, where forms ask it no longer, the text of each question by its id."""
        texts = {question: asked.text for question, asked in self._models.questions(model).items()}
        return texts | {question: str(number) for question, number in self._models.numbers(model).items()}

    def _keep(
        self, transaction: Transaction, one: Examined, ruling: Ruling, day: dt.date, left: Sequence[Examined]
    ) -> Changed:
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
                digest=digest_as_decided(one.form, ruling),
                said=said_text({**(standing.last or {}), **one.answers}),
                back=day,
                left_out=left_out_text(standing.before, [each.form.digest for each in left], one.form.digest),
            )
            self._put_places(step.draft, one.form, standing.before)
        return step.changed

    def _put_places(self, draft: Draft, form: FilledForm, before: Form) -> None:
        """Note what the form asks about, where that is not all that is asked."""
        model, place_of = form.identity.model, place_of_question(self._models, form.identity.model)
        about = {place_of[question] for question in form.answers if question in place_of}
        some = about if about < {*place_of.values()} else None
        has_form = bool(before.sent or before.digest)
        put_places(self._desk, draft, model, form.identity.participant, some, has_form=has_form)

    def _leave_out(self, transaction: Transaction, left: Sequence[Examined]) -> Changed:
        """Remember versions of one participant's form that nobody wants, where none is taken instead."""
        one = left[0]
        assert one.participant is not None
        before = EarlierForms(self._desk).before(one.form)
        text = left_out_text(before, [each.form.digest for each in left])
        with transaction.step("form.leave_out", number=one.participant.number) as step:
            step.draft.put(Form, before.model, before.participant, left_out=text)
        return step.changed


def _whose(form: FilledForm) -> _Whose:
    return form.identity.model, form.identity.participant


def _unwanted(examined: Sequence[Examined], rulings: Rulings) -> dict[_Whose, list[Examined]]:
    """By model and participant, the versions of which the user decided that they do not count."""
    found: dict[_Whose, list[Examined]] = {}
    for place, one in enumerate(examined):
        decided = rulings.get(place, OPEN).counts is False
        if decided and one.outcome in (Outcome.KEPT, Outcome.EARLIER, Outcome.BLANK) and one.refusal is None:
            found.setdefault(_whose(one.form), []).append(one)
    return found


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
    if one.outcome is Outcome.BLANK:
        return replace(found, kept=len(one.comparison.differences))
    if not one.is_taken:
        return found
    found = replace(found, outdated=one.form.outdated)
    became = one.effective(ruling)
    asked_about = (Effect.EMPTIES, Effect.CONTESTS)
    choices = [difference for difference in became if difference.part is Part.CHOICE]
    emptied = sum(not difference.form for difference in became)
    emptied_choices = sum(not difference.form for difference in choices)
    return replace(
        found,
        changed=len(choices),
        emptied=emptied_choices,
        emptied_comments=emptied - emptied_choices,
        kept=len(one.comparison.of(*asked_about)) - sum(one.effect in asked_about for one in became),
        skipped=one.open_cells(ruling),
        unsure=one.order is Order.UNSURE and ruling.counts is None and bool(became),
    )
