"""The rules that hold after every step, and after two copies have become one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.model.assessment.rules.consequences import Consequence, Rule, Surroundings
from desktop.model.assessment.rules.finding_lapses import unmark_findings
from desktop.model.assessment.rules.narrative_lapses import doubt_narratives
from desktop.model.assessment.rules.need_chains import open_circles
from desktop.model.assessment.rules.numbering import distinct_numbers
from desktop.model.assessment.rules.observation_lapses import lapse_observations
from desktop.model.assessment.rules.readings import one_reading_a_day
from desktop.model.assessment.rules.settled_areas import reopen_settled
from desktop.model.journal import Change

RULES: tuple[Rule, ...] = (
    reopen_settled,
    one_reading_a_day,
    distinct_numbers,
    lapse_observations,
    unmark_findings,
    open_circles,
    doubt_narratives,
)


def consequences(changes: Sequence[Change], around: Surroundings) -> Iterator[Consequence]:
    """What follows from changes, rule by rule."""
    for rule in RULES:
        yield from rule(changes, around)
