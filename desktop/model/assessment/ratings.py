"""Ratings: what the team decides of practices, goals and areas, and who stands behind it."""

from __future__ import annotations

from collections.abc import Callable

from desktop.model.assessment.blind_ratings import BlindRatings, refuse_blind
from desktop.model.assessment.blind_things import blind_places
from desktop.model.assessment.desk import Desk
from desktop.model.assessment.settling import Settling, missing_of, settling_of
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import (
    AreaRating,
    AreaStance,
    BlindStage,
    GoalRating,
    Instance,
    Member,
    PartRating,
    PracticeRating,
    Stance,
)
from desktop.model.scoring.coverage import Coverage
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Characterisation


class Ratings:
    """The team's judgements. They are input to scoring; goals' and areas' ratings come from there.

    A judgement that changes opens the settled area it stands under: see `rules.settled_areas`.
    """

    def __init__(
        self, desk: Desk, result_of: Callable[[str], ModelResult], coverage_of: Callable[[str], Coverage]
    ) -> None:
        """Judgements of an assessment.

        Args:
            desk: the way to the file.
            result_of: the result of a model as it stands, by the model's id.
            coverage_of: which sources speak of its parts, likewise.
        """
        self._desk = desk
        self._result_of = result_of
        self._coverage_of = coverage_of
        self._blind = BlindRatings(desk)

    def practices(self, model: str) -> dict[str, PracticeRating]:
        """Judgements by practice id; practices nobody spoke of are not there."""
        return {rating.practice: rating for rating in self._desk.store.all(PracticeRating, model=model)}

    def goals(self, model: str) -> dict[str, GoalRating]:
        """Judgements by goal id."""
        return {rating.goal: rating for rating in self._desk.store.all(GoalRating, model=model)}

    def areas(self, model: str) -> dict[str, AreaRating]:
        """Judgements by id of the area, stream or track."""
        return {rating.place: rating for rating in self._desk.store.all(AreaRating, model=model)}

    def characterise(self, model: str, practice: str, value: Characterisation | None) -> Changed:
        """Say how far a practice is in place; None opens it again.

        Raises:
            RefusalError: ``practice.unknown``, ``blind.under_way``.
        """
        return self.characterise_all(model, {practice: value})

    def characterise_all(self, model: str, values: dict[str, Characterisation | None]) -> Changed:
        """Say how far several practices are in place, in one step.

        Raises:
            RefusalError: ``practice.unknown``; ``blind.under_way`` while the team's members rate one of them alone.
        """
        for practice in values:
            self._refuse_unknown(model, practice)
        refuse_blind(self._desk, model, values)
        shown = ", ".join(values)
        words = {value.value if value else "" for value in values.values()}
        with self._desk.step("practice.characterise", practice=shown, value=", ".join(sorted(words))) as step:
            step.draft.put_many(
                PracticeRating, (((model, practice), {"value": value}) for practice, value in values.items())
            )
        return step.changed

    def by_instance(self, model: str) -> dict[str, dict[str, Characterisation | None]]:
        """Characterisations by practice and id of the instance: the service, unit or project that they are for."""
        known = set(Characterisation)
        found: dict[str, dict[str, Characterisation | None]] = {}
        for each in self._desk.store.all(PartRating, model=model):
            value = Characterisation(each.answer) if each.answer in known else None
            found.setdefault(each.part, {})[each.instance] = value
        return found

    def characterise_for(self, model: str, practice: str, instance: str, value: Characterisation | None) -> Changed:
        """Say how far a practice is in place in one service, unit or project; None opens it again.

        What that makes of the practice says `across_instances`.

        Raises:
            RefusalError: ``practice.unknown``, ``instance.unknown``, ``blind.under_way``.
        """
        self._refuse_unknown(model, practice)
        known = self._desk.store.get(Instance, instance)
        if known is None or known.model != model:
            raise RefusalError("instance.unknown", instance=instance)
        refuse_blind(self._desk, model, [practice])
        with self._desk.step(
            "practice.characterise_for", practice=practice, value=value.value if value else "", name=known.name
        ) as step:
            step.draft.put(PartRating, model, practice, instance, answer=value and value.value)
        return step.changed

    def set_alternative(self, model: str, practice: str, *, accepted: bool) -> Changed:
        """Accept, or no longer, another practice that reaches the goal in place of this one.

        Raises:
            RefusalError: ``practice.unknown``, ``team.no_alternatives``.
        """
        self._refuse_unknown(model, practice)
        pack = self._desk.pack(model)
        if accepted and not pack.settings.team.alternatives:
            raise RefusalError("team.no_alternatives", model=pack.name)
        with self._desk.step("practice.alternative", practice=practice, accepted=accepted) as step:
            step.draft.put(PracticeRating, model, practice, alternative=accepted)
        return step.changed

    def set_reason(self, model: str, practice: str, reason: str) -> Changed:
        """Set the rationale of a practice's characterisation. Without the one that it needs, a settled area is open."""
        self._refuse_unknown(model, practice)
        with self._desk.step("practice.reason", practice=practice) as step:
            step.draft.put(PracticeRating, model, practice, reason=reason)
        return step.changed

    def set_goal(self, model: str, goal: str, **cells: object) -> Changed:
        """Set ``weaknesses_significant`` and ``weakness`` of a goal; a weakness taken away opens a settled area.

        Raises:
            RefusalError: ``goal.unknown``, ``team.may_not_lower``.
        """
        pack = self._desk.pack(model)
        if goal not in pack.goal_by_id:
            raise RefusalError("goal.unknown", goal=goal, model=model)
        if cells.get("weaknesses_significant") and not pack.settings.team.may_lower:
            raise RefusalError("team.may_not_lower", model=pack.name)
        with self._desk.step("goal.set", goal=goal) as step:
            step.draft.put(GoalRating, model, goal, **cells)
        return step.changed

    def set_rationale(self, model: str, area: str, rationale: str) -> Changed:
        """Set why the team rates an area so."""
        self._refuse_unknown_area(model, area)
        with self._desk.step("area.rationale", area=area) as step:
            step.draft.put(AreaRating, model, area, rationale=rationale)
        return step.changed

    def set_not_applicable(self, model: str, area: str, *, not_applicable: bool, reason: str) -> Changed:
        """Declare that an area, stream or track lies outside the organisation's work, or take that back.

        Raises:
            RefusalError: ``area.reason_missing`` when it is declared without a reason.
        """
        if area not in self._desk.pack(model).place_by_id:
            raise RefusalError("area.unknown", area=area, model=model)
        if not_applicable and not reason.strip():
            raise RefusalError("area.reason_missing", area=self._desk.pack(model).place_by_id[area].name)
        with self._desk.step("area.not_applicable", area=area, declared=not_applicable) as step:
            step.draft.put(AreaRating, model, area, not_applicable=not_applicable, reason=reason)
        return step.changed

    def stances(self, model: str, area: str) -> dict[str, Stance]:
        """Where the present team members stand on an area, stream, track or part, by member id; silence is left out."""
        present = {member.id for member in self._raters()}
        found = self._desk.store.all(AreaStance, model=model, area=area)
        return {item.member: item.stance for item in found if item.stance is not None and item.member in present}

    def set_stance(self, model: str, area: str, member: str, stance: Stance | None) -> Changed:
        """Take down whether a member stands behind an area's rating. A settled area with dissent is open again."""
        self._refuse_unknown_area(model, area)
        with self._desk.step("area.stance", area=area, stance=stance.value if stance else "") as step:
            step.draft.put(AreaStance, model, area, member, stance=stance)
        return step.changed

    def dissent(self, model: str, area: str) -> dict[str, str]:
        """Why those who disagree do, by member id, as far as they have said."""
        found = self._desk.store.all(AreaStance, model=model, area=area)
        return {item.member: item.reason for item in found if item.stance is Stance.DISAGREES and item.reason}

    def set_dissent(self, model: str, area: str, member: str, reason: str) -> Changed:
        """Take down why a member disagrees; it stays in the team."""
        self._refuse_unknown_area(model, area)
        with self._desk.step("area.dissent", area=area) as step:
            step.draft.put(AreaStance, model, area, member, reason=reason)
        return step.changed

    def agree_all(self, model: str, area: str) -> Changed:
        """Take down that everybody in the team stands behind an area's rating, in one step.

        Raises:
            RefusalError: ``area.unknown``.
        """
        self._refuse_unknown_area(model, area)
        members = self._raters()
        with self._desk.step("area.agree_all", area=area) as step:
            step.draft.put_many(
                AreaStance, (((model, area, member.id), {"stance": Stance.AGREES}) for member in members)
            )
        return step.changed

    def settle(self, model: str, area: str, in_spite: str = "") -> Changed:
        """Call an area's rating final: it rests on enough, and the whole team stands behind it.

        Args:
            model: id of the model.
            area: id of the area.
            in_spite: why it is final although coverage or agreement is missing; it stands in the report. Where nothing
                is missing it is not kept.

        Raises:
            RefusalError: ``area.weakness_missing`` when an unsatisfied goal lacks its weakness text,
                ``blind.under_way`` while members rate it alone. Without a reason ``area.dissent`` when a member
                disagrees, ``area.silent`` when one has not spoken, ``area.differing`` when it is not settled what they
                differed on, ``area.uncovered`` when something that the rating should rest on is missing.
        """
        self._refuse_unknown_area(model, area)
        found, pack = self.settling(model, area), self._desk.pack(model)
        name = pack.place_by_id[area].name
        if found.weaknesses:
            goals = tuple(pack.text_by_id[goal] for goal in found.weaknesses)
            raise RefusalError("area.weakness_missing", area=name, goals=goals)
        if found.alone:
            raise RefusalError("blind.under_way", area=name)
        said = in_spite.strip() if found.lacking else ""
        if found.lacking and not said:
            raise _lacking(name, found)
        with self._desk.step("area.settle", area=area, in_spite=said) as step:
            step.draft.put(AreaRating, model, area, settled=True, in_spite=said)
        return step.changed

    def settling(self, model: str, area: str) -> Settling:
        """What an area's result still lacks, and who does not stand behind it yet.

        Raises:
            RefusalError: ``area.unknown``.
        """
        self._refuse_unknown_area(model, area)
        pack, said = self._desk.pack(model), self._desk.store.all(PartRating, model=model)
        answered = {each.part for each in said if each.answer is not None}
        missing = missing_of(pack, self._result_of(model), area, self._coverage_of(model), answered)
        stage = self._blind.stages(model).get(area)
        undecided = self._blind.opened(model, area).undecided if stage is BlindStage.OPENED else ()
        return settling_of(
            missing,
            self._raters(),
            self.stances(model, area),
            alone=stage is BlindStage.ALONE,
            differing=tuple(row.thing.part for row in undecided),
        )

    def reopen(self, model: str, area: str) -> Changed:
        """Open a settled area again."""
        self._refuse_unknown_area(model, area)
        with self._desk.step("area.reopen", area=area) as step:
            step.draft.put(AreaRating, model, area, settled=False)
        return step.changed

    def _raters(self) -> list[Member]:
        """Those of the team whose agreement a rating needs: observers look on."""
        return [member for member in self._desk.store.all(Member) if member.role.rates]

    def _refuse_unknown(self, model: str, practice: str) -> None:
        if practice not in self._desk.pack(model).practice_by_id:
            raise RefusalError("practice.unknown", practice=practice, model=model)

    def _refuse_unknown_area(self, model: str, area: str) -> None:
        if area not in blind_places(self._desk.pack(model)):
            raise RefusalError("area.unknown", area=area, model=model)


def _lacking(name: str, found: Settling) -> RefusalError:
    """Why an area cannot be settled without a word on what is missing."""
    if found.against:
        return RefusalError("area.dissent", area=name, members=found.against)
    if found.silent:
        return RefusalError("area.silent", area=name, members=found.silent)
    if found.differing:
        return RefusalError("area.differing", area=name, practices=found.differing)
    return RefusalError("area.uncovered", area=name, count=sum(len(each.ids) for each in found.uncovered))
