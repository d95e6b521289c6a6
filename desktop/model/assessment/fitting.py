"""Whether a form belongs to the assessment: to it, its models and scales, and somebody who takes part."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.forms import FilledForm
from desktop.model.assessment.models import Models
from desktop.model.errors import RefusalError
from desktop.model.maturity.questionnaire import Asked
from desktop.model.records import Participant


class Fitting:
    """What forms must fit, read once for many.

    Attributes:
        participants: those who take part, by id.
    """

    def __init__(self, desk: Desk, models: Models) -> None:
        self.participants = {each.id: each for each in desk.store.all(Participant) if not each.left}
        self._assessment = desk.store.about()["id"]
        self._models = {in_use.id: in_use for in_use in models.all()}
        self._choices = {model: _choices(models.questions(model)) for model in self._models}

    def participant(self, form: FilledForm) -> Participant | None:
        """Whose form it is, None when nobody here."""
        return self.participants.get(form.identity.participant)

    def refuse(self, form: FilledForm) -> RefusalError | None:
        """Why a form cannot be taken, whatever it says.

        Returns:
            ``form.other_assessment``, ``form.other_model``, ``form.other_version``, ``form.other_scale``,
            ``form.unknown_participant``, ``form.unknown_question``, ``form.unknown_choice`` or None.
        """
        identity = form.identity
        if identity.assessment != self._assessment:
            return RefusalError("form.other_assessment")
        if identity.model not in self._models:
            return RefusalError("form.other_model", model=identity.model)
        in_use = self._models[identity.model]
        if identity.digest != in_use.model.digest:
            return RefusalError("form.other_version", model=in_use.pack.name)
        if identity.scale != in_use.model.scale:
            return RefusalError("form.other_scale", scale=identity.scale)
        if identity.participant not in self.participants:
            return RefusalError("form.unknown_participant")
        return self._refuse_answers(form)

    def _refuse_answers(self, form: FilledForm) -> RefusalError | None:
        choices = self._choices[form.identity.model]
        for question, answer in form.answers.items():
            if question not in choices:
                return RefusalError("form.unknown_question", question=question)
            if answer.choice not in choices[question]:
                return RefusalError("form.unknown_choice", question=question, choice=answer.choice)
        return None


def _choices(questions: Mapping[str, Asked]) -> dict[str, frozenset[str | None]]:
    """What can be said to each question, by its id; None is nothing."""
    return {
        question: frozenset((None, *(choice.id for choice in asked.scale.choices)))
        for question, asked in questions.items()
    }
