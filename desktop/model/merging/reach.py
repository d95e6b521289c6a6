"""Who knows of which steps: what an opening of a file had seen, and how far a set of steps goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

from msgspec import Struct

from desktop.model.journal import StepId

_MOST_HELD = 500_000
"""Clocks that are remembered before what is known is worked out anew: a journal of thousands of openings has many."""

RULES = "rules-"
"""How the writers begin that are no opening, but what follows by rule from copies becoming one."""


CODED = "coded-"
"""How the writers begin that are openings of a copy without identities: they know no names."""


def knows_names(step: StepId) -> bool:
    """Whether who made a step is sure to have known who the participants are.

    What followed by rule may have been worked out in a copy without identities.
    """
    return not step.writer.startswith((CODED, RULES))


def is_by_rule(step: StepId) -> bool:
    """Whether a step was written by the rules after copies became one, and by nobody."""
    return step.writer.startswith(RULES)


class Reach(Struct, frozen=True):
    """How far a set of steps goes: of each writer all up to a clock. It is closed: who has a step has what that knew.

    Attributes:
        clocks: by writer, the clock of the last step.
    """

    clocks: Mapping[str, int] = {}

    def knows(self, step: StepId) -> bool:
        """Whether a step is in it."""
        return step.clock <= self.clocks.get(step.writer, 0)

    def covers(self, other: Reach) -> bool:
        """Whether all of another is in it."""
        return all(clock <= self.clocks.get(writer, 0) for writer, clock in other.clocks.items())

    def __or__(self, other: Reach) -> Reach:
        """All that is in one of the two."""
        found = dict(self.clocks)
        for writer, clock in other.clocks.items():
            found[writer] = max(clock, found.get(writer, 0))
        return Reach(found)

    def __and__(self, other: Reach) -> Reach:
        """What is in both."""
        shared = self.clocks.keys() & other.clocks.keys()
        return Reach({writer: min(self.clocks[writer], other.clocks[writer]) for writer in shared})


class Knowledge:
    """What each writer knew.

    Args:
        seen: by writer, the newest steps it had seen, as clocks by their writer; see `desktop.model.journal.Writer`.
    """

    def __init__(self, seen: Mapping[str, Mapping[str, int]]) -> None:
        self._seen = seen
        self._full: dict[str, Mapping[str, int]] = {}
        self._held = 0

    def of(self, writer: str) -> Mapping[str, int]:
        """By writer, the clock of the last step that this one knew when it began, all that those knew included."""
        if writer in self._full:
            return self._full[writer]
        if self._held > _MOST_HELD:
            self._full.clear()
            self._held = 0
        open_, waiting = {writer}, [writer]
        while waiting:
            last = waiting[-1]
            missing = [each for each in self._seen.get(last, ()) if each not in self._full and each not in open_]
            if missing:
                open_.add(missing[0])
                waiting.append(missing[0])
                continue
            waiting.pop()
            self._full[last] = self._together(last)
            self._held += len(self._full[last])
        return self._full[writer]

    def _together(self, writer: str) -> Mapping[str, int]:
        seen = self._seen.get(writer, {})
        parts = sorted((self._full.get(each, {}) for each in seen), key=len, reverse=True)
        found = dict(parts[0]) if parts else {}
        for part in (*parts[1:], seen):
            for each, clock in part.items():
                if clock > found.get(each, 0):
                    found[each] = clock
        return found

    def knew(self, step: StepId, other: StepId) -> bool:
        """Whether a step was made by who knew of another."""
        if step.writer == other.writer:
            return other.clock < step.clock
        direct = self._seen.get(step.writer, {}).get(other.writer, 0)
        return other.clock <= direct or other.clock <= self.of(step.writer).get(other.writer, 0)

    def before(self, step: StepId) -> Reach:
        """All that who made a step knew of just before."""
        return Reach({**self.of(step.writer), step.writer: step.clock - 1})

    def newest(self, reach: Reach) -> tuple[StepId, ...]:
        """The steps of a reach that no other of it knew, in order; with them one knows it all."""
        found: list[StepId] = []
        for clock, writer in sorted(((clock, writer) for writer, clock in reach.clocks.items()), reverse=True):
            step = StepId(clock, writer)
            if not any(self.knew(each, step) for each in found):
                found.append(step)
        return tuple(sorted(found))

    def shared(self, steps: Iterable[StepId]) -> Reach:
        """What all of some steps knew of, themselves included."""
        found = [self.before(step) | Reach({step.writer: step.clock}) for step in steps]
        return reduce(Reach.__and__, found) if found else Reach()
