"""What the page reads from the assessment at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.aims import place_of
from desktop.model.planning.crosswalk import Loan, loans
from desktop.model.planning.gaps import Gap, gaps, largest_first, whole
from desktop.model.planning.origins import part_origin, statement_origin
from desktop.model.planning.suggestions import ActionProposal, proposal, suggestions
from desktop.model.records import Action
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import MET

Key = tuple[str, str]
"""A model with one of its places, or with an origin in it."""


class Offer(Struct, frozen=True):
    """An action that could be taken up.

    Attributes:
        taken: the action item made from it, None while there is none.
        loan: what another model offers and why; None where the place's own model asks for it.
    """

    proposal: ActionProposal
    taken: Action | None = None
    loan: Loan | None = None

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.proposal.model, self.proposal.origin


class Snapshot(Struct, frozen=True):
    """The models in use with their results and all that is planned.

    Attributes:
        models: the models in use.
        results: by model.
        given: what these were scored from, by model.
        gaps: of every place and every whole model, the largest weighted gap first.
        suggested: by model.
        taken: action items by the suggestion they were made from.
        actions: action items by the place they are about.
        planned: every action of the assessment.
        blocking: the places that stand before a next level.
    """

    models: tuple[ModelInUse, ...]
    results: Mapping[str, ModelResult]
    given: Mapping[str, Given]
    gaps: tuple[Gap, ...]
    suggested: Mapping[str, tuple[ActionProposal, ...]]
    taken: Mapping[Key, Action]
    actions: Mapping[Key, tuple[Action, ...]]
    planned: tuple[Action, ...]
    blocking: frozenset[Key]

    @property
    def packs(self) -> dict[str, Pack]:
        """Packs by model."""
        return {in_use.id: in_use.pack for in_use in self.models}

    def offer(self, found: ActionProposal, loan: Loan | None = None) -> Offer:
        """An offer of something suggested."""
        return Offer(found, self.taken.get((found.model, found.part)), loan)

    def offer_of(self, model: str, origin: str) -> Offer:
        """An offer of anything that can be reached in a model."""
        return self.offer(proposal(self.packs[model], self.results[model], origin))

    def offers_for(self, model: str, asked: str) -> list[Offer]:
        """What can be done about an area, stream, statement or part that a step of the road asks for."""
        if asked in self.packs[model].statement_by_id:
            return [self.offer_of(model, statement_origin(asked))]
        if any(part.id == asked and part.answer is not None for part in self.results[model].parts):
            return [self.offer_of(model, part_origin(asked))]
        return [self.offer(each) for each in self.suggested[model] if each.place == asked]

    def offers(self, gap: Gap) -> list[Offer]:
        """What is suggested for a place: by its own model first, then by linked streams of others if it is weak."""
        own = [self.offer(each) for each in self.suggested[gap.model] if self._is_about(each, gap)]
        if gap.place == WHOLE or not is_weak(gap):
            return own
        lent = loans(self.packs.values(), self.results.values(), gap.model, gap.place)
        return own + [self.offer(loan.proposal, loan) for loan in lent]

    def _is_about(self, found: ActionProposal, gap: Gap) -> bool:
        if gap.place == WHOLE:
            return (gap.model, found.place) in self.blocking
        track = next((track for track in self.results[gap.model].tracks if track.id == gap.place), None)
        if track is None:
            return found.place == gap.place
        return found.origin in {statement_origin(statement) for statement in track.stopping}


def is_weak(gap: Gap) -> bool:
    """Whether something remains to be done about a place."""
    if gap.rating in MET:
        return False
    return bool(gap.gap) if gap.gap is not None else bool(gap.missing) or not gap.rated


def read(assessment: Assessment) -> Snapshot:
    """The assessment as it is now."""
    models = tuple(assessment.models.all())
    results = {in_use.id: assessment.results.of(in_use.id) for in_use in models}
    given = {in_use.id: assessment.results.given(in_use.id) for in_use in models}
    found = [whole(given[in_use.id], results[in_use.id]) for in_use in models]
    for in_use in models:
        found += gaps(given[in_use.id], results[in_use.id])
    actions = assessment.actions.all()
    return Snapshot(
        models=models,
        results=results,
        given=given,
        gaps=largest_first(found),
        suggested={in_use.id: suggestions(in_use.pack, results[in_use.id]) for in_use in models},
        taken={(action.model, action.aim): action for action in actions if action.aim},
        actions=_by_place(actions, {in_use.id: in_use.pack for in_use in models}),
        planned=tuple(actions),
        blocking=frozenset(
            (model, blocker.place) for model, result in results.items() for blocker in result.level.blockers
        ),
    )


def _by_place(actions: Iterable[Action], packs: Mapping[str, Pack]) -> dict[Key, tuple[Action, ...]]:
    found: dict[Key, tuple[Action, ...]] = {}
    for action in actions:
        place = place_of(packs.get(action.model), action.aim)
        if place:
            key = (action.model, place)
            found[key] = (*found.get(key, ()), action)
    return found
