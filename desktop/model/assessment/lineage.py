"""Questions of versions of a model that were in use earlier, and what they are in the one that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from msgspec.structs import replace

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.forms import FilledForm
from desktop.model.errors import RefusalError
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.records import Adoption, Model


class Lineage:
    """The versions of the models in use that others took the place of, read once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._adopted = {(one.model, one.before): one for one in desk.all(Adoption) if one.after}
        self._in_use = {model.id: model for model in desk.all(Model)}

    def questions(self, model: str, digest: str) -> Mapping[str, str] | None:
        """For the questions of an earlier version whose answers go on, their ids in the version in use.

        Returns:
            None where nothing leads from that version to the one in use.
        """
        return self._followed(model, digest, lambda step: _pairs(step.questions))

    def parts(self, model: str, digest: str) -> Mapping[str, str] | None:
        """For the parts of an earlier version that hold what was said of them, their ids in the version in use.

        Returns:
            None where nothing leads from that version to the one in use, and where the model is not in use.
        """
        return self._followed(model, digest, lambda step: _pairs(step.parts))

    def _followed(
        self, model: str, digest: str, told: Callable[[Adoption], Mapping[str, str]]
    ) -> Mapping[str, str] | None:
        """Ids of an earlier version by way of each adoption since; None where nothing leads to the one in use."""
        if model not in self._in_use:
            return None
        found: Mapping[str, str] | None = None
        seen: set[str] = set()
        while digest != self._in_use[model].digest:
            step = self._adopted.get((model, digest))
            if step is None or digest in seen:
                return None
            seen.add(digest)
            pairs = told(step)
            found = pairs if found is None else {old: pairs[new] for old, new in found.items() if new in pairs}
            digest = step.after
        return found

    def ancestors(self, model: str) -> Mapping[str, frozenset[str]]:
        """For each question in use, the other ids that it had in earlier versions."""
        found: dict[str, set[str]] = {}
        for of, digest in self._adopted:
            if of == model and model in self._in_use:
                for old, new in (self.questions(model, digest) or {}).items():
                    if old != new:
                        found.setdefault(new, set()).add(old)
        return {new: frozenset(old) for new, old in found.items()}

    def translated(self, form: FilledForm) -> FilledForm:
        """A form of an earlier version as one of the version in use; any other as it is.

        What it says to questions that are there no more, or ask something else now, is left out and told in
        `FilledForm.outdated`.
        """
        identity = form.identity
        in_use = self._in_use.get(identity.model)
        adopted = self._adopted.get((identity.model, identity.digest))
        if in_use is None or adopted is None or identity.digest == in_use.digest or identity.scale != adopted.scale:
            return form
        questions = self.questions(identity.model, identity.digest)
        if questions is None:
            return form
        said = {question for question, answer in form.answers.items() if answer.choice or answer.comment}
        said |= {cell.question for cell in form.unclear}
        return replace(
            form,
            identity=replace(identity, digest=in_use.digest, scale=in_use.scale),
            answers={questions[old]: answer for old, answer in form.answers.items() if old in questions},
            unclear=tuple(
                replace(cell, question=questions[cell.question]) for cell in form.unclear if cell.question in questions
            ),
            outdated=self._texts(adopted, [each for each in form.answers if each in said - questions.keys()]),
            known_as=form.digest,
        )

    def _texts(self, adopted: Adoption, questions: list[str]) -> tuple[str, ...]:
        """What questions of an earlier version ask; their ids where it cannot be read."""
        earlier = Model(id=adopted.model, digest=adopted.before, scale=adopted.scale)
        try:
            texts = {id_: asked.text for id_, asked in asked_by_id(self._desk.frozen(earlier), earlier.scale).items()}
        except RefusalError:
            texts = {}
        return tuple(texts.get(question, question) for question in questions)


def _pairs(text: str) -> dict[str, str]:
    """Ids by ids, as adopting wrote them; nothing where another program wrote something else."""
    try:
        return msgspec.json.decode(text, type=dict[str, str])
    except msgspec.DecodeError:
        return {}
