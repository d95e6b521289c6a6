"""The rules that hold after every step, and after two copies have become one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.model.assessment.rules.consequences import Consequence, Rule, Surroundings
from desktop.model.assessment.rules.finding_lapses import TELLING, unmark_findings
from desktop.model.assessment.rules.narrative_lapses import doubt_narratives
from desktop.model.assessment.rules.need_chains import open_circles
from desktop.model.assessment.rules.numbering import NUMBER, distinct_numbers
from desktop.model.assessment.rules.observation_lapses import BENEATH, lapse_observations
from desktop.model.assessment.rules.readings import one_reading_a_day
from desktop.model.assessment.rules.settled_areas import JUDGEMENTS, reopen_settled
from desktop.model.journal import Cell, Change
from desktop.model.merging.apart import Apart
from desktop.model.records import ActionNeed, Narrative

OF_STATE: tuple[Rule, ...] = (one_reading_a_day, distinct_numbers, open_circles)
"""Those of how records must be; the others let lapse what was said, as far as nobody knew better who said it."""

RULES: tuple[Rule, ...] = (
    reopen_settled,
    one_reading_a_day,
    distinct_numbers,
    lapse_observations,
    unmark_findings,
    open_circles,
    doubt_narratives,
)


_HEEDED = frozenset({*JUDGEMENTS, "adoption", "instance", "reading", ActionNeed.declared.name, Narrative.declared.name})
"""Kinds of which the rules look at every cell."""


def heeds(kind: str, cell: str) -> bool:
    """Whether any rule looks at changes of a cell of a kind of record."""
    return kind in _HEEDED or cell == NUMBER or cell in BENEATH.get(kind, ()) or cell in TELLING.get(kind, ())


def consequences(changes: Sequence[Change], around: Surroundings) -> Iterator[Consequence]:
    """What follows from changes, rule by rule."""
    for rule in RULES:
        yield from rule(changes, around)


def consequences_apart(apart: Apart, around: Surroundings) -> Iterator[Consequence]:
    """What follows once copies are one, rule by rule.

    What somebody said does not lapse over changes that were known to who said it: who settles an area with a rating in
    view has settled it with that rating, whoever gave it.
    """
    for rule in RULES:
        for found in [*rule(apart.changes, around)]:
            if rule in OF_STATE:
                yield found
                continue
            cells = {cell: value for cell in found.cells for value in _lapsed(rule, found, cell, apart, around)}
            if cells:
                yield Consequence(found.kind, found.key, cells)


def _lapsed(rule: Rule, found: Consequence, cell: str, apart: Apart, around: Surroundings) -> Iterator[Cell]:
    """What follows of a cell from those changes alone that were not known to who said what it holds, if anything."""
    unknown = apart.unknown_to(found.kind.declared.name, "/".join(found.key), cell)
    if len(unknown) == len(apart.changes):
        yield found.cells[cell]
        return
    for each in rule(unknown, around):
        if (each.kind, each.key) == (found.kind, found.key) and cell in each.cells:
            yield each.cells[cell]
