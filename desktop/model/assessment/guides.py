"""Guides of interviews: questions of the models and of the team for a session, with what was asked already."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.interviews import Interviews
from desktop.model.assessment.models import Models
from desktop.model.assessment.results import Results
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.listening.part_texts import part_texts
from desktop.model.maturity.refs import Ref
from desktop.model.planning.guides import GuideLine, GuideTopic, guide_lines
from desktop.model.records import OWN, AskedQuestion, GuideQuestion
from desktop.model.scoring.asking import AskAbout, ask_about
from desktop.model.scoring.statistics import band_limits


class Guides:
    """What to ask in each session."""

    def __init__(self, desk: Desk, models: Models, results: Results, interviews: Interviews) -> None:
        self._desk = desk
        self._models = models
        self._results = results
        self._interviews = interviews

    def of(self, session: str) -> tuple[GuideLine, ...]:
        """The guide of a session, what matters most first; see `desktop.model.planning.guides`."""
        areas = self._interviews.areas(session)
        own = [
            GuideTopic(Ref(OWN, each.id), each.text)
            for each in self._desk.store.all(GuideQuestion)
            if session == each.session or Ref(each.model, each.place) in areas
        ]
        models = [each for each in self._interviews.spoken_of(session) if any(ref.model == each for ref in areas)]
        worth = {Ref(model, each.question): each for model in models for each in self.worth(model)}
        topics = [topic for model in models for topic in self._topics(model, areas)]
        asked = [
            Ref(each.model, each.question)
            for each in self._desk.store.all(AskedQuestion, session=session)
            if each.asked
        ]
        return guide_lines([*own, *topics], worth, self._interviews.unheard(session), asked)

    def worth(self, model: str) -> tuple[AskAbout, ...]:
        """The questions of a model that its answers make worth asking about, the weightiest first.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        asked = self._models.questions(model)
        answers = {
            each.id: (asked[each.id].scale, each.answers)
            for each in self._results.survey(model).questions
            if each.id in asked
        }
        return ask_about(answers, band_limits(self._desk.pack(model)))

    def add(self, text: str, *, session: str = "", area: Ref | None = None) -> str:
        """Add a question of the team's own, for a session or for all about an area; returns its new id.

        Raises:
            RefusalError: ``guide_question.empty``, ``session.unknown``, ``area.unknown``, ``model.not_in_use``.
        """
        question, cells = new_id(), self._meant(session, area)
        text = _said(text)
        with self._desk.step("guide_question.add", name=text) as step:
            step.draft.put(GuideQuestion, question, text=text, **cells)
        return question

    def change(self, question: str, text: str) -> Changed:
        """Say a question of the team's own in other words.

        Raises:
            RefusalError: ``guide_question.unknown``, ``guide_question.empty``.
        """
        self.own(question)
        text = _said(text)
        with self._desk.step("guide_question.set", name=text) as step:
            step.draft.put(GuideQuestion, question, text=text)
        return step.changed

    def remove(self, question: str) -> Changed:
        """Take a question of the team's own away.

        Raises:
            RefusalError: ``guide_question.unknown``.
        """
        with self._desk.step("guide_question.remove", name=self.own(question).text) as step:
            step.draft.remove(GuideQuestion, question)
        return step.changed

    def mark_asked(self, session: str, question: Ref, *, asked: bool = True) -> Changed:
        """Say that a question of the guide was asked in a session, or was not.

        Raises:
            RefusalError: ``session.unknown``.
        """
        name = self._interviews.get(session).name
        with self._desk.step("asked_question.set", name=name, asked=asked) as step:
            step.draft.put(AskedQuestion, session, *question, asked=asked)
        return step.changed

    def own(self, question: str) -> GuideQuestion:
        """A question of the team's own.

        Raises:
            RefusalError: ``guide_question.unknown``.
        """
        found = self._desk.store.get(GuideQuestion, question)
        if found is None:
            raise RefusalError("guide_question.unknown", question=question)
        return found

    def _topics(self, model: str, areas: frozenset[Ref]) -> Iterator[GuideTopic]:
        """The questions about the areas with the parts that they inform, then the parts that no question informs."""
        pack = self._desk.pack(model)
        texts = [each for each in part_texts(pack) if Ref(model, each.place) in areas]
        informed: dict[str, list[Ref]] = {}
        for each in texts:
            for informant in pack.informants.get(each.part, ()):
                informed.setdefault(informant.id, []).append(Ref(model, each.part))
        told: set[Ref] = set()
        here = {each.part for each in texts}
        for section in self._models.sections(model):
            for question in section.questions if Ref(model, section.place) in areas else ():
                itself = [Ref(model, question.id)] if question.id in here else []
                parts = tuple(informed.get(question.id, itself))
                told.update(parts)
                yield GuideTopic(Ref(model, question.id), question.text, parts)
        for each in texts:
            if Ref(model, each.part) not in told:
                yield GuideTopic(Ref(model, each.part), each.text, (Ref(model, each.part),))

    def _meant(self, session: str, area: Ref | None) -> dict[str, object]:
        if area is None:
            self._interviews.get(session)
            return {"session": session}
        if area.part not in self._desk.pack(area.model).place_by_id:
            raise RefusalError("area.unknown", area=area.part, model=area.model)
        return {"model": area.model, "place": area.part}


def _said(text: str) -> str:
    if not text.strip():
        raise RefusalError("guide_question.empty")
    return " ".join(text.split())
