"""Questionnaires: forms that come back, and answers entered by the team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.forms import FilledForm, FormIdentity, Outcome, Taken
from desktop.model.assessment.models import ModelInUse, Models
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.questionnaire import Asked
from desktop.model.records import Answer, Form, Participant
from desktop.model.store.recorder import Transaction


class Progress(Struct, frozen=True):
    """How far a participant is with the questionnaire of a model.

    Attributes:
        answered: questions with a choice, blanks included.
        questions: questions asked.
        form: a form has been taken.
    """

    participant: Participant
    answered: int
    questions: int
    form: bool


class Questionnaires:
    """Answers in, one by one or form by form."""

    def __init__(self, desk: Desk, models: Models) -> None:
        self._desk = desk
        self._models = models

    def identity(self, model: str, participant: str) -> FormIdentity:
        """What marks the form of a participant."""
        in_use = self._desk.model(model)
        assessment = self._desk.store.about()["id"]
        return FormIdentity(assessment, model, in_use.digest, in_use.scale, participant)

    def progress(self, model: str) -> list[Progress]:
        """Who has answered how much, by participant's number; those not asked are left out.

        Nobody is asked about a model that is left to the team alone.
        """
        questions = sum(len(section.questions) for section in self._models.asked(model))
        if not questions:
            return []
        answered = self._desk.store.answered(model)
        forms = {form.participant for form in self._desk.store.all(Form, model=model) if form.digest}
        participants = sorted(self._desk.store.all(Participant), key=lambda participant: participant.number)
        return [
            Progress(participant, answered.get(participant.id, 0), questions, participant.id in forms)
            for participant in participants
            if participant.asked
        ]

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
        with self._desk.step("answer.set", question=question, number=known.number) as step:
            step.draft.put(Answer, model, participant, question, choice=choice)
        return step.changed

    def comment(self, model: str, participant: str, question: str, comment: str) -> Changed:
        """Enter or correct the comment on a question.

        Raises:
            RefusalError: ``question.unknown``, ``participant.unknown``.
        """
        known = self._check(model, participant, question)
        with self._desk.step("answer.comment", question=question, number=known.number) as step:
            step.draft.put(Answer, model, participant, question, comment=comment)
        return step.changed

    def take(self, form: FilledForm) -> Taken:
        """Take one form whole; see `take_all`.

        Raises:
            RefusalError: why it is refused whole.
        """
        (result,) = self.take_all([form])
        if isinstance(result, RefusalError):
            raise result
        return result

    def take_all(self, forms: Sequence[FilledForm]) -> list[Taken | RefusalError]:
        """Take forms, each as one step, whole or not at all; the accepted ones together in one transaction.

        A form whose answers are those last taken changes nothing, even where the team corrected answers since. A newer
        version replaces the older one.

        Returns:
            For each form what it did, or why it is refused: ``form.other_assessment``, ``form.other_model``,
            ``form.other_version``, ``form.other_scale``, ``form.unknown_participant``, ``form.choice_not_on_form``,
            ``form.unknown_question``, ``form.unknown_choice``, ``form.older``.
        """
        results: list[Taken | RefusalError] = []
        participants = {participant.id: participant for participant in self._desk.store.all(Participant)}
        taken = {(form.model, form.participant): form for form in self._desk.store.all(Form) if form.digest}
        assessment = self._desk.store.about()["id"]
        models = {in_use.id: in_use for in_use in self._models.all()}
        choices = {model: _choices(self._models.questions(model)) for model in models}
        changed: list[Changed] = []
        with self._desk.several() as transaction:
            for form in forms:
                key = (form.identity.model, form.identity.participant)
                try:
                    _refuse(form, assessment, models, choices.get(key[0], {}), participants, taken.get(key))
                except RefusalError as refusal:
                    results.append(refusal)
                    continue
                result, did = self._keep(transaction, form, participants[key[1]], taken.get(key))
                changed.append(did)
                results.append(result)
                taken[key] = Form(model=key[0], participant=key[1], saved=form.saved, digest=form.digest)
        self._desk.announce(Changed.of(changed))
        return results

    def _keep(
        self, transaction: Transaction, form: FilledForm, participant: Participant, before: Form | None
    ) -> tuple[Taken, Changed]:
        answered = sum(answer.choice is not None for answer in form.answers.values())
        if before is not None and before.digest == form.digest:
            unchanged = Taken(Outcome.UNCHANGED, participant.id, participant.number, answered, len(form.answers), 0)
            return unchanged, Changed()
        model = form.identity.model
        with transaction.step("form.take", number=participant.number, answered=answered) as step:
            said = {question: (answer.choice, answer.comment) for question, answer in form.answers.items()}
            step.draft.put_alike(Answer, (model, participant.id), ("choice", "comment"), said)
            touched = sum(change.cell == "choice" for change in step.draft.changes)
            step.draft.put(Form, model, participant.id, saved=form.saved, digest=form.digest)
        outcome = Outcome.NEW if before is None else Outcome.REPLACED
        return Taken(outcome, participant.id, participant.number, answered, len(form.answers), touched), step.changed

    def _check(self, model: str, participant: str, question: str) -> Participant:
        if question not in self._models.questions(model):
            raise RefusalError("question.unknown", question=question)
        known = self._desk.store.get(Participant, participant)
        if known is None:
            raise RefusalError("participant.unknown", participant=participant)
        return known


def _choices(questions: Mapping[str, Asked]) -> dict[str, frozenset[str | None]]:
    """What can be said to each question, by its id; None is nothing."""
    return {
        question: frozenset((None, *(choice.id for choice in asked.scale.choices)))
        for question, asked in questions.items()
    }


def _refuse(
    form: FilledForm,
    assessment: str,
    models: Mapping[str, ModelInUse],
    choices: Mapping[str, frozenset[str | None]],
    participants: Mapping[str, Participant],
    before: Form | None,
) -> None:
    identity = form.identity
    if identity.assessment != assessment:
        raise RefusalError("form.other_assessment")
    if identity.model not in models:
        raise RefusalError("form.other_model", model=identity.model)
    in_use = models[identity.model]
    if identity.digest != in_use.model.digest:
        raise RefusalError("form.other_version", model=in_use.pack.name)
    if identity.scale != in_use.model.scale:
        raise RefusalError("form.other_scale", scale=identity.scale)
    if identity.participant not in participants:
        raise RefusalError("form.unknown_participant")
    _refuse_answers(form, choices)
    older = before is not None and before.saved and form.saved and before.saved > form.saved
    if before is not None and older and before.digest != form.digest:
        raise RefusalError("form.older", saved=str(form.saved), taken=str(before.saved))


def _refuse_answers(form: FilledForm, choices: Mapping[str, frozenset[str | None]]) -> None:
    for cell in form.unclear:
        raise RefusalError(
            "form.choice_not_on_form", sheet=cell.sheet, row=cell.row, question=cell.question, value=cell.value
        )
    for question, answer in form.answers.items():
        if question not in choices:
            raise RefusalError("form.unknown_question", question=question)
        if answer.choice not in choices[question]:
            raise RefusalError("form.unknown_choice", question=question, choice=answer.choice)
