"""Questionnaires: forms that come back, and answers entered by the team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.examined import OPEN, Examined, Ruling, Rulings
from desktop.model.assessment.form_areas import place_of_question, places_put
from desktop.model.assessment.form_rounds import FIRST, AskingDays, FormRounds, asking_days
from desktop.model.assessment.forms import FilledForm, FormIdentity, Taken
from desktop.model.assessment.models import Models
from desktop.model.assessment.taking import FormTaking
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.questionnaire import Section
from desktop.model.records import Answer, Form, Participant
from desktop.model.scoring.group_answers import GroupTally


class Progress(Struct, frozen=True):
    """How far a participant is with the questionnaire of a model.

    Attributes:
        answered: questions that are asked now and have a choice, blanks included.
        questions: questions asked now.
        sending: when the form went out, and what came back.
        due: the day by which it is to be back.
        opens: the day from which it is to be filled in.
        places: how many areas, streams or tracks the forms asked about; 0 for all.
        asked_in: id of the questionnaire round.
    """

    participant: Participant
    answered: int
    questions: int
    sending: Form
    due: dt.date | None = None
    opens: dt.date | None = None
    places: int = 0
    asked_in: str = FIRST

    @property
    def form(self) -> bool:
        """Whether the form has been taken; one that went out after what came back is awaited."""
        sent, back = self.sending.sent, self.sending.back
        return bool(self.sending.digest) and not (sent and back and back < sent)

    def is_late(self, today: dt.date) -> bool:
        """Whether it is asked for, has not come back in any way, and its day is past."""
        return self.is_awaited(today) and self.due is not None

    def is_awaited(self, today: dt.date) -> bool:
        """Whether one may remind of it: it is late, or it went out and no day was named."""
        if not self.participant.asked or self.form or self.answered == self.questions:
            return False
        if self.opens and today < self.opens:
            return False
        return self.due < today if self.due else self.sending.sent is not None


class Window(StrEnum):
    """Whether the questionnaire is open."""

    NOT_YET = "not_yet"
    OPEN = "open"
    CLOSED = "closed"


def window_on(days: AskingDays, today: dt.date) -> Window | None:
    """Whether a round is open on a day; None where neither an opening nor a closing day is known."""
    if days.opens and today < days.opens:
        return Window.NOT_YET
    if days.closes and days.closes < today:
        return Window.CLOSED
    return Window.OPEN if days.opens or days.closes else None


def grouped(progress: Iterable[Progress]) -> dict[str, list[Progress]]:
    """Those asked, and others who have answered, by their groups in the order of names, those in none at the end.

    Groups are the team's to name; how a name is written, large or small, makes no other group.
    """
    groups: dict[str, list[Progress]] = {}
    for one in progress:
        groups.setdefault(one.participant.group.strip().casefold(), []).append(one)
    ordered = sorted(groups, key=lambda key: (not key, key))
    return {groups[key][0].participant.group.strip(): groups[key] for key in ordered}


class Questionnaires:
    """Answers in, one by one or form by form.

    Attributes:
        rounds: in which people are asked.
    """

    def __init__(self, desk: Desk, models: Models) -> None:
        self._desk = desk
        self._models = models
        self._taking = FormTaking(desk, models)
        self.rounds = FormRounds(desk)

    def identity(self, model: str, participant: str) -> FormIdentity:
        """What marks the form of a participant."""
        in_use = self._desk.model(model)
        assessment = self._desk.store.about()["id"]
        return FormIdentity(assessment, model, in_use.digest, in_use.scale, participant)

    def progress(self, model: str) -> list[Progress]:
        """Who has answered how much, by participant's number: those asked, and others who have answered all the same.

        Nobody is asked about a model that is left to the team alone. Of who got forms of chosen areas, the questions of
        these count.
        """
        questions = self._models.numbers(model)
        if not questions:
            return []
        store = self._desk.store
        answered = store.answered(model, questions)
        chosen, place_of = places_put(self._desk, model), place_of_question(self._models, model)
        of_some = {places: sum(place in places for place in place_of.values()) for places in {*chosen.values()}}
        said = {**answered, **self._answered_of_some(model, chosen)}
        forms = {form.participant: form for form in store.all(Form, model=model)}
        rounds = asking_days(self._desk)
        found = []
        for participant in sorted(store.all(Participant), key=lambda one: one.number):
            if participant.asked or participant.id in answered:
                form = forms.get(participant.id) or Form(model=model, participant=participant.id)
                days = rounds.get(form.asked_in, rounds[FIRST])
                due, places = form.due or days.closes, chosen.get(participant.id)
                asked = len(questions) if places is None else of_some[places]
                count, many = said.get(participant.id, 0), len(places or ())
                found.append(Progress(participant, count, asked, form, due, days.opens, many, days.id))
        return found

    def people_in(self, round_: str, model: str) -> frozenset[str]:
        """The ids of those whom `progress` tells of who are in a round."""
        return frozenset(each.participant.id for each in self.progress(model) if each.asked_in == round_)

    def replied(self, model: str) -> tuple[int, int]:
        """How many have answered, and how many there are, of those whom `progress` tells of."""
        questions = self._models.numbers(model)
        if not questions:
            return 0, 0
        answered = self._desk.store.answered(model, questions)
        said = {**answered, **self._answered_of_some(model, places_put(self._desk, model))}
        there = [each.id for each in self._desk.store.all(Participant) if each.asked or each.id in answered]
        return sum(said.get(each, 0) > 0 for each in there), len(there)

    def _answered_of_some(self, model: str, chosen: Mapping[str, frozenset[str]]) -> dict[str, int]:
        """How many questions of the areas that were chosen for them have an answer of each who got forms of some."""
        place_of = place_of_question(self._models, model) if chosen else {}
        found: dict[str, int] = {}
        for places in {*chosen.values()}:
            some = tuple(question for question, place in place_of.items() if place in places)
            counts = self._desk.store.answered(model, some)
            found |= {person: counts.get(person, 0) for person, theirs in chosen.items() if theirs == places}
        return found

    def asked_of(self, model: str, participant: str) -> tuple[Section, ...]:
        """The sections that a participant is asked now: all, or those that the participant's forms are about."""
        places = places_put(self._desk, model).get(participant)
        return tuple(each for each in self._models.asked(model) if places is None or each.place in places)

    def by_group(self, model: str) -> list[GroupTally]:
        """What each group of those asked, and of others who have answered, says; see `grouped`."""
        found = []
        for group, people in grouped(self.progress(model)).items():
            counts: dict[str, dict[str, int]] = {}
            for question, choice, count in self._desk.store.tallies(model, [one.participant.id for one in people]):
                counts.setdefault(question, {})[choice] = count
            found.append(GroupTally(group, len(people), sum(one.answered > 0 for one in people), counts))
        return found

    def answers(self, model: str, participant: str) -> dict[str, Answer]:
        """A participant's answers by question id; questions never touched are not there."""
        found = self._desk.store.all(Answer, model=model, participant=participant)
        return {answer.question: answer for answer in found}

    def comments(self, model: str, question: str) -> list[str]:
        """The comments on a question in the order of their text, so that nothing tells whose they are."""
        present = {participant.id for participant in self._desk.store.all(Participant)}
        found = self._desk.store.all(Answer, model=model, question=question)
        return sorted(answer.comment for answer in found if answer.comment and answer.participant in present)

    def answer(self, model: str, participant: str, question: str, choice: str | None) -> Changed:
        """Enter or correct an answer; None makes it unanswered.

        Raises:
            RefusalError: ``question.unknown``, ``choice.unknown``, ``participant.unknown``.
        """
        known = self._check(model, participant, question)
        scale = self._models.questions(model)[question].scale
        if choice is not None and scale.choice(choice) is None:
            raise RefusalError("choice.unknown", choice=choice, scale=scale.name)
        printed = self._models.numbers(model).get(question, 0)
        with self._desk.step("answer.set", question=question, printed=printed, number=known.number) as step:
            step.draft.put(Answer, model, participant, question, choice=choice)
        return step.changed

    def comment(self, model: str, participant: str, question: str, comment: str) -> Changed:
        """Enter or correct the comment on a question.

        Raises:
            RefusalError: ``question.unknown``, ``participant.unknown``.
        """
        known = self._check(model, participant, question)
        printed = self._models.numbers(model).get(question, 0)
        with self._desk.step("answer.comment", question=question, printed=printed, number=known.number) as step:
            step.draft.put(Answer, model, participant, question, comment=comment)
        return step.changed

    def take(self, form: FilledForm, ruling: Ruling = OPEN) -> Taken:
        """Take one form whole; see `FormTaking.take`.

        Raises:
            RefusalError: why it is refused whole.
        """
        (result,) = self.take_all([form], {0: ruling})
        if isinstance(result, RefusalError):
            raise result
        return result

    def take_all(self, forms: Sequence[FilledForm], rulings: Rulings | None = None) -> list[Taken | RefusalError]:
        """Take forms, each as one step; see `FormTaking.take`."""
        return self._taking.take(forms, rulings)

    def examine(self, forms: Sequence[FilledForm], rulings: Rulings | None = None) -> list[Examined]:
        """What each form would do, and what is to be decided first; see `FormTaking.examine`."""
        return self._taking.examine(forms, rulings)

    def _check(self, model: str, participant: str, question: str) -> Participant:
        if question not in self._models.questions(model):
            raise RefusalError("question.unknown", question=question)
        known = self._desk.store.get(Participant, participant)
        if known is None:
            raise RefusalError("participant.unknown", participant=participant)
        return known
