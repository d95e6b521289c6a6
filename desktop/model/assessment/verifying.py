"""Verifying actions: done is what the owner says, verified what somebody else has seen, with evidence."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from desktop.model.assessment.action_links import ActionLinks
from desktop.model.assessment.actions import Actions
from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.rated_again import rated_again
from desktop.model.assessment.results import Results
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.refs import Ref
from desktop.model.planning.achieved import is_reached
from desktop.model.records import Action, ActionStatus, Adequacy, Evidence, Verification


class Outstanding(StrEnum):
    """What an action lacks to be verified.

    Attributes:
        DONE: it is not done.
        OTHER_EYES: nobody but its owner has seen it.
        EVIDENCE: no adequate piece of evidence shows it.
        RATED_AGAIN: what it was to change has not been rated since it was done.
        REACHED: what it was to change is not as it was to be.
    """

    DONE = "done"
    OTHER_EYES = "other_eyes"
    EVIDENCE = "evidence"
    RATED_AGAIN = "rated_again"
    REACHED = "reached"


EXCUSABLE = frozenset({Outstanding.RATED_AGAIN, Outstanding.REACHED})
"""What a reason can stand in for; the reason stands in the report."""


class Effect(Struct, frozen=True):
    """What an action was to change in a model, and how that stands.

    Attributes:
        rated: it has been rated since the action was done.
        reached: it is as the action was to make it.
    """

    part: Ref
    rated: bool
    reached: bool


class Verifying:
    """What is verified, and what is missing before it can be."""

    def __init__(self, desk: Desk, actions: Actions, links: ActionLinks, results: Results) -> None:
        self._desk = desk
        self._actions = actions
        self._links = links
        self._results = results

    def of(self, action: str) -> list[Verification]:
        """The verifications of an action, the oldest first; the last holds while the action is verified."""
        found = self._desk.store.all(Verification, action=action)
        return sorted(found, key=lambda each: (each.day or dt.date.min, each.id))

    def effects(self, action: Action) -> tuple[Effect, ...]:
        """What an action was to change in models in use, its aim first, and how that stands now."""
        return tuple(
            Effect(ref, rated_again(self._desk, action, ref.model, ref.part), self._is_reached(ref))
            for ref in self._links.effects().get(action.id, ())
        )

    def outstanding(self, action: Action, by: str, evidence: str) -> tuple[Outstanding, ...]:
        """What is missing before an action can be verified.

        Args:
            action: it.
            by: who has seen it; empty for nobody.
            evidence: id of the piece of evidence that shows it; empty for none.
        """
        effects = self.effects(action) if action.status.is_done else ()
        held = {
            Outstanding.DONE: action.status.is_done,
            Outstanding.OTHER_EYES: bool(_name(by)) and _name(by) not in {_name(action.owner), _name(action.deputy)},
            Outstanding.EVIDENCE: self._is_adequate(evidence),
            Outstanding.RATED_AGAIN: all(effect.rated for effect in effects),
            Outstanding.REACHED: all(effect.reached for effect in effects),
        }
        return tuple(each for each, holds in held.items() if not holds)

    def verify(
        self, action: str, day: dt.date, by: str, evidence: str, *, text: str = "", although: str = ""
    ) -> Changed:
        """Say that an action is seen to be done.

        Args:
            action: its id.
            day: on which it was seen.
            by: who has seen it: somebody else than its owner and deputy.
            evidence: id of the piece of evidence that shows it.
            text: what was seen.
            although: why it counts although it was not rated again, or did not come out as expected.

        Raises:
            RefusalError: ``action.unknown``, ``action.not_done``, ``verification.other_eyes``,
                ``verification.evidence``, ``verification.rated_again``, ``verification.reached``,
                ``verification.before``: the day lies before that on which it was done.
        """
        known = self._actions.get(action)
        lacking = self.outstanding(known, by, evidence)
        if Outstanding.DONE in lacking:
            raise RefusalError("action.not_done", number=known.number)
        if Outstanding.OTHER_EYES in lacking:
            raise RefusalError("verification.other_eyes", number=known.number)
        if Outstanding.EVIDENCE in lacking:
            raise RefusalError("verification.evidence", number=known.number)
        if not although.strip() and Outstanding.RATED_AGAIN in lacking:
            raise RefusalError("verification.rated_again", number=known.number)
        if not although.strip() and Outstanding.REACHED in lacking:
            raise RefusalError("verification.reached", number=known.number)
        if known.closed is not None and day < known.closed:
            raise RefusalError("verification.before", number=known.number, day=known.closed.isoformat())
        effects = self.effects(known)
        with self._desk.step("action.verify", number=known.number) as step:
            step.draft.put(
                Verification,
                new_id(),
                action=action,
                day=day,
                by=" ".join(by.split()),
                evidence=evidence,
                text=text.strip(),
                expected=bool(effects),
                rated=bool(effects) and Outstanding.RATED_AGAIN not in lacking,
                reached=bool(effects) and Outstanding.REACHED not in lacking,
                although=although.strip() if EXCUSABLE & set(lacking) else "",
            )
            step.draft.put(Action, action, status=ActionStatus.VERIFIED)
        return step.changed

    def _is_reached(self, ref: Ref) -> bool:
        pack, given = self._desk.pack(ref.model), self._results.given(ref.model)
        return is_reached(pack, given, self._results.of(ref.model), ref.part)

    def _is_adequate(self, evidence: str) -> bool:
        found = self._desk.store.get(Evidence, evidence) if evidence else None
        return found is not None and found.adequacy is not Adequacy.INADEQUATE


def _name(text: str) -> str:
    return " ".join(text.split()).casefold()
