"""Newer versions of models in use: looked at before, then adopted in one step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.forms import FilledAnswer
from desktop.model.assessment.models import NOTHING_ASKED, levels_asked
from desktop.model.assessment.said import said_answers, said_text
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.freezing import digest, pack_to_json
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.questionnaire import scales
from desktop.model.records import Adoption, Form, Model

if TYPE_CHECKING:
    from desktop.model.adopting.adoption_plan import AdoptionPlan
    from desktop.model.adopting.holding import Holding
    from desktop.model.adopting.pairing import Settled


class AdoptionPreview(Struct, frozen=True):
    """What adopting a version would do.

    Attributes:
        model: as it was last in use.
        holding: the two versions, with what became of each part.
        plan: what becomes of what was said.
        questions: for the questions to which the answers are carried over, their ids in the newer version.
    """

    model: Model
    holding: Holding
    plan: AdoptionPlan
    questions: Mapping[str, str]

    @property
    def before(self) -> Pack:
        """The version in use."""
        return self.holding.before.pack

    @property
    def after(self) -> Pack:
        """The newer one."""
        return self.holding.after.pack


class Adoptions:
    """A newer version in place of the one that is, or was last, in use."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def preview(self, pack: Pack, settled: Settled | None = None) -> AdoptionPreview:
        """What adopting a version would do; nothing is changed.

        Args:
            pack: the newer version.
            settled: for parts of the version in use, those of the newer one that are the same; empty for none.

        Raises:
            RefusalError: ``adopt.never_used``, ``adopt.same_version``, ``adopt.other_scheme``; those of
                `correspondence`.
        """
        from desktop.model.adopting.adoption_plan import adoption_plan  # noqa: PLC0415 - only when versions are compared
        from desktop.model.adopting.holding import Holding, ModelVersion  # noqa: PLC0415 - likewise
        from desktop.model.adopting.pairing import correspondence  # noqa: PLC0415 - likewise

        last = self._desk.store.last(Model, pack.id)
        if last is None:
            raise RefusalError("adopt.never_used", model=pack.name)
        if last.digest == digest(pack):
            raise RefusalError("adopt.same_version", model=pack.name, version=pack.version)
        before = ModelVersion(self._desk.frozen(last), last.scale)
        if before.pack.scheme is not pack.scheme:
            raise RefusalError("adopt.other_scheme", model=pack.name)
        after = ModelVersion(pack, _scale(pack, last))
        holding = Holding(before, after, correspondence(before.pack, pack, settled))
        asked = before.answering.keys() & holding.found.image.keys()
        questions = {old: holding.found.image[old] for old in asked if holding.answered_alike(old)}
        return AdoptionPreview(last, holding, adoption_plan(pack.id, holding, self._desk.all), questions)

    def adopt(self, pack: Pack, settled: Settled | None = None) -> Changed:
        """Let a newer version take the place of the one in use: one step, which undo takes back whole.

        What holds goes on under the ids of the newer version; what does not is to be said again, and the history
        keeps it. The earlier version stays frozen in the file.

        Raises:
            RefusalError: see `preview`.
        """
        found = self.preview(pack, settled)
        last, image = found.model, found.plan.found.image
        self._desk.store.add_pack(digest(pack), pack_to_json(pack))
        before, after = found.before.version, found.after.version
        with self._desk.step("model.adopt", model=pack.name, before=before, version=after) as step:
            step.draft.put(
                Model,
                pack.id,
                digest=digest(pack),
                scale=found.holding.after.scale,
                question_level=_question_level(found),
            )
            step.draft.put(
                Adoption,
                pack.id,
                last.digest,
                after=digest(pack),
                scale=last.scale,
                parts=_text(image),
                questions=_text(found.questions),
            )
            for kind, rows in found.plan.writes.items():
                step.draft.put_many(kind, rows.items())
            step.draft.put_many(Form, self._forms(pack.id, found.questions))
        return step.changed

    def _forms(self, model: str, questions: Mapping[str, str]) -> list[tuple[tuple[str, str], dict[str, object]]]:
        """What the forms last taken said, as the newer version would ask for it."""
        rows: list[tuple[tuple[str, str], dict[str, object]]] = []
        for form in self._desk.all(Form, model=model):
            said = said_answers(form.said)
            if said is not None:
                kept: dict[str, FilledAnswer] = {questions[old]: said[old] for old in said if old in questions}
                rows.append(((model, form.participant), {"said": said_text(kept)}))
        return rows


def _question_level(found: AdoptionPreview) -> int:
    """As far as before; everything is asked where everything was, or where the level is there no more."""
    levels, asked = levels_asked(found.after), found.model.question_level
    everything = asked == levels_asked(found.before)[-1]
    return levels[-1] if everything or asked not in {NOTHING_ASKED, *levels} else asked


def _scale(pack: Pack, last: Model) -> str:
    """The answer scale that was in use, else the first that there is."""
    offered = [scale.id for scale in scales(pack)]
    return last.scale if last.scale in offered else offered[0]


def _text(pairs: Mapping[str, str]) -> str:
    return msgspec.json.encode(pairs, order="sorted").decode()
