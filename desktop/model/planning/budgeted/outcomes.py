"""What the engine makes of a model once something is reached, and what has to be reached for a wish to be granted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.model.planning.budgeted.asked import Effect, PlanModel
from desktop.model.planning.budgeted.wishes import Standing, Wish, standing, wishes
from desktop.model.planning.origins import find
from desktop.model.planning.what_if import with_reached
from desktop.model.scoring.engine import Scorer
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.survey import survey

Reached = frozenset[str]
"""Origins of one model that are reached."""


class Outcomes:
    """Asks the engine what is granted, and remembers it.

    Attributes:
        model: id of the model.
        open: every origin that the actions can reach beyond those that are reached in any case.
        wishes: what is wanted and not there.
        falls: whether something was seen to be lost by reaching more, as rules of a model's own can have it. Where that
            is so, what `lacking` says need not hold.
    """

    def __init__(self, asked: PlanModel, effects: Iterable[Effect], done: Iterable[Effect]) -> None:
        self.model, self._asked, self._scorer = asked.pack.id, asked, Scorer(asked.pack)
        self._survey = survey(asked.pack, asked.given)
        self._places: dict[str, str | None] = {}
        self._done = self._known(done)
        self.open = self._known(effects) - self._done
        self._granted: dict[Reached, frozenset[Wish]] = {}
        self.wishes: tuple[Wish, ...] = ()
        self.now = self.standing(frozenset())
        self.best = self.standing(self.open)
        self.wishes = tuple(wishes(self.model, self.now, self.best))
        self.falls = False

    def reached(self, effects: Iterable[Effect]) -> Reached:
        """Of what actions reach, the origins of this model that were still open."""
        return self._known(effects) & self.open

    def result(self, reached: Reached) -> ModelResult:
        """The result with these origins reached."""
        return self._score(self._with(reached))

    def standing(self, reached: Reached) -> Standing:
        """How the model stands with these origins reached."""
        changed = self._with(reached)
        return standing(changed, self._score(changed))

    def granted(self, reached: Reached) -> frozenset[Wish]:
        """What is granted with these origins reached."""
        if reached not in self._granted:
            found = self.standing(reached)
            self._granted[reached] = frozenset(wish for wish in self.wishes if wish.granted(found))
        return self._granted[reached]

    def of_place(self, place: str) -> Reached:
        """Of the open origins those that lie in a place."""
        return frozenset(origin for origin in self.open if self._place(origin) == place)

    @property
    def places(self) -> tuple[str, ...]:
        """The places that the open origins lie in."""
        return tuple(sorted({place for origin in self.open if (place := self._place(origin)) is not None}))

    def lacking(self, wish: Wish, reached: Reached) -> Reached:
        """Origins of which at least one has to be reached besides, for a wish that these do not grant.

        As few as can be: with all others reached, the wish is still not granted.
        """
        rest = sorted(self.open - reached, key=lambda origin: (self._place(origin) == wish.place, origin))
        most = self._most(wish, reached, rest)
        if any(wish in granted and fewer <= most for fewer, granted in self._granted.items()):
            self.falls = True
        return self.open - most

    def _most(self, wish: Wish, reached: Reached, rest: Sequence[str]) -> Reached:
        """These origins and as many of the rest as leave the wish not granted: many are tried at once, then fewer."""
        if not rest:
            return reached
        more = reached.union(rest)
        if wish not in self.granted(more):
            return more
        if len(rest) == 1:
            return reached
        half = len(rest) // 2
        return self._most(wish, self._most(wish, reached, rest[:half]), rest[half:])

    def _with(self, reached: Reached) -> Given:
        return with_reached(self._asked.pack, self._asked.given, sorted(self._done | reached))

    def _score(self, changed: Given) -> ModelResult:
        same = changed.areas == self._asked.given.areas
        return self._scorer.score(changed, self._survey if same else None)

    def _place(self, origin: str) -> str | None:
        """The place that an origin lies in; None where the model has no such origin."""
        if origin not in self._places:
            found = find(self._asked.pack, origin)
            self._places[origin] = None if found is None else found.place
        return self._places[origin]

    def _known(self, effects: Iterable[Effect]) -> Reached:
        return frozenset(
            each.origin for each in effects if each.model == self.model and self._place(each.origin) is not None
        )
