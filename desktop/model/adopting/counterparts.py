"""What a part that is gone may have become, and what a part that is new may have been: for somebody to choose from."""

from __future__ import annotations

from desktop.model.adopting.correspondence import PartChange, PartFate
from desktop.model.adopting.holding import Holding
from desktop.model.adopting.likeness import likeness


def counterparts(holding: Holding, change: PartChange) -> tuple[str, ...]:
    """Ids of the parts of the other version that have no counterpart either, those with the most alike text first.

    Only parts of one sort can correspond. A part that is neither gone nor new has none to choose from.
    """
    before, after = holding.before.parts, holding.after.parts
    match change.change:
        case PartFate.GONE:
            text = before[change.before[0]].text
            found = {
                each.after[0]: after[each.after[0]].text
                for each in holding.found.of(PartFate.NEW)
                if each.sort is change.sort
            }
        case PartFate.NEW:
            text = after[change.after[0]].text
            found = {
                each.before[0]: before[each.before[0]].text
                for each in holding.found.of(PartFate.GONE)
                if each.sort is change.sort
            }
        case _:
            return ()
    return tuple(sorted(found, key=lambda id_: -likeness(text, found[id_])))
