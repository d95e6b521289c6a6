"""Bundles for a copy that is not to know who the participants are, and what such a copy can hand back."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from operator import itemgetter

from msgspec import structs

from desktop.model.journal import StepId
from desktop.model.merging.bundle import Bundle, ChangeRow, Missing, StepRow
from desktop.model.merging.reach import Reach
from desktop.model.records import KINDS
from desktop.model.records.record import tells_who

_STEP_OF = itemgetter(0, 1)

LEFT_OUT = "copy.left_out"
"""The label of a step of which something was left out: what it told may have named somebody."""


def without_identities(bundle: Bundle) -> Bundle:
    """The same, but for what tells who somebody is: the cells, and what the sentences of such steps named."""
    kept = [row for row in bundle.changes if not _names(row)]
    poorer = {(row[0], row[1]) for row in bundle.changes if _names(row)}
    poorer |= _taken_back(bundle, poorer)
    steps = [_poorer(step) if (step.clock, step.writer) in poorer else step for step in bundle.steps]
    return structs.replace(bundle, steps=steps, changes=kept)


def has_left_out(bundle: Bundle) -> bool:
    """Whether something was left out of some of its steps."""
    return any(step.label == LEFT_OUT for step in bundle.steps)


def made_whole(bundle: Bundle, wholes: Iterable[Bundle]) -> Bundle:
    """The same with the steps of which something was left out as others have them, where they have them whole."""
    poorer = {(step.clock, step.writer) for step in bundle.steps if step.label == LEFT_OUT}
    whole: dict[tuple[int, str], StepRow] = {}
    changes: dict[tuple[int, str], list[ChangeRow]] = {}
    for other in wholes:
        some = {(step.clock, step.writer): step for step in other.steps if step.label != LEFT_OUT}
        some = {place: step for place, step in some.items() if place in poorer and place not in whole}
        whole |= some
        for row in other.changes:
            if (row[0], row[1]) in some:
                changes.setdefault((row[0], row[1]), []).append(row)
    if not whole:
        return bundle
    kept = [row for row in bundle.changes if (row[0], row[1]) not in whole]
    return structs.replace(
        bundle,
        steps=[whole.get((step.clock, step.writer), step) for step in bundle.steps],
        changes=sorted([*kept, *chain.from_iterable(changes.values())], key=_STEP_OF),
    )


def lacking(bundle: Bundle, reach: Reach) -> list[Missing]:
    """Whose steps a full file must get from another full one, since something was left out of those in a bundle.

    Args:
        bundle: from any copy.
        reach: of the file that is to take it in.
    """
    return [
        Missing(step.author, step.at)
        for step in bundle.steps
        if step.label == LEFT_OUT and not reach.knows(StepId(step.clock, step.writer))
    ]


def _taken_back(bundle: Bundle, poorer: set[tuple[int, str]]) -> set[tuple[int, str]]:
    """Undo and redo tell what the step that they are of told."""
    return {
        (step.clock, step.writer)
        for step in bundle.steps
        if step.target_clock is not None and (step.target_clock, step.target_writer) in poorer
    }


def _poorer(step: StepRow) -> StepRow:
    return structs.replace(step, label=LEFT_OUT, facts="{}")


def _names(row: ChangeRow) -> bool:
    return row[2] in KINDS and tells_who(KINDS[row[2]], row[4])
