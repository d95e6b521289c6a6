"""That words of the team for the report give nobody away was said of what they named then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.model.assessment.rules.consequences import Consequence, Surroundings
from desktop.model.assessment.rules.finding_lapses import named_anew
from desktop.model.journal import Change
from desktop.model.records import Narrative


def doubt_narratives(changes: Sequence[Change], around: Surroundings) -> Iterator[Consequence]:
    """Ask anew whether words give somebody away: those that were changed, and those that name somebody else now."""
    reworded = {
        each.row for each in changes if each.kind == Narrative.declared.name and each.cell == "text" and each.before
    }
    for narrative in around.all(Narrative):
        if narrative.names_nobody and (narrative.section in reworded or named_anew(narrative.text, changes, around)):
            yield Consequence(Narrative, (narrative.section,), {"names_nobody": False})
