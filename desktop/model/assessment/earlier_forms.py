"""What forms meet: the form last taken of each participant, those before it, and those that were left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.examined import Standing
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.assessment.said import Said, said_answers
from desktop.model.journal import StepKind
from desktop.model.records import Answer, Form

_MANY = 10
"""Forms for which it is quicker to read the answers of everybody once."""

_MOST_REMEMBERED = 100
"""Versions of one form that were left out; of more, the latest are remembered."""


class EarlierForms:
    """What the assessment knows of forms, read once for many."""

    def __init__(self, desk: Desk, forms: int = 1) -> None:
        """Take how many forms are to be asked about: for many the answers are read all at once."""
        self._desk = desk
        self._are_many = forms >= _MANY
        self._answers: dict[str, dict[str, dict[str, FilledAnswer]]] = {}
        self._known: dict[str, dict[str, Form]] = {}

    def before(self, form: FilledForm) -> Form:
        """What is known of the form of its participant."""
        model, participant = form.identity.model, form.identity.participant
        if model not in self._known:
            self._known[model] = {one.participant: one for one in self._desk.store.all(Form, model=model)}
        return self._known[model].get(participant) or Form(model=model, participant=participant)

    def standing(self, form: FilledForm) -> Standing:
        """What it meets."""
        before = self.before(form)
        now = self._now(before.model, before.participant)
        return Standing(before, _last(before, now, form), now)

    def _now(self, model: str, participant: str) -> dict[str, FilledAnswer]:
        if not self._are_many:
            return _by_participant(self._desk.store.all(Answer, model=model, participant=participant)).get(
                participant, {}
            )
        if model not in self._answers:
            self._answers[model] = _by_participant(self._desk.store.all(Answer, model=model))
        return self._answers[model].get(participant, {})

    def replaced(self, form: FilledForm) -> set[str]:
        """Digests of the forms of its participant that another was taken in place of."""
        before = self.before(form)
        if not before.digest:
            return set()
        return {
            str(found.change.before)
            for found in self._desk.store.history(Form, before.model, before.participant)
            if found.change.cell == "digest" and found.change.before and found.step.kind is StepKind.EDIT
        } - {before.digest}

    def was_left_out(self, form: FilledForm) -> bool:
        """Whether somebody decided at an earlier import that this version does not count."""
        return form.digest in left_out(self.before(form))


def _by_participant(answers: Iterable[Answer]) -> dict[str, dict[str, FilledAnswer]]:
    found: dict[str, dict[str, FilledAnswer]] = {}
    for answer in answers:
        found.setdefault(answer.participant, {})[answer.question] = FilledAnswer(answer.choice, answer.comment)
    return found


def left_out(before: Form) -> list[str]:
    """Digests of the versions of a form that were left out, the latest last."""
    return before.left_out.split()


def left_out_text(before: Form, more: Collection[str], taken: str = "") -> str:
    """What a form is to remember of versions that were left out.

    Args:
        before: what it remembers.
        more: digests of those that are left out now.
        taken: digest of one that is taken after all.
    """
    known = dict.fromkeys((*left_out(before), *more))
    return " ".join([digest for digest in known if digest != taken][-_MOST_REMEMBERED:])


def _last(before: Form, now: Mapping[str, FilledAnswer], form: FilledForm) -> Said | None:
    """What the form last taken said; files of format 1 know it where the team has changed nothing since."""
    if not before.digest:
        return {}
    said = said_answers(before.said)
    if said is not None:
        return said
    same = replace(form, answers={question: now.get(question, FilledAnswer()) for question in form.answers}, unclear=())
    return now if same.digest == before.digest else None
