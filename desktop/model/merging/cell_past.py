"""What a cell holds once copies are one: the changes of it that no other knew of, and what comes of them.

A change that knew of another counts, whatever the clocks of machines say. Of changes that did not know of each other
the rule of the cell tells what stands, and whether somebody has to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import msgspec
from msgspec import structs

from desktop.model.bounds import DATA_TEXT_LENGTH
from desktop.model.journal import Cell, StepId
from desktop.model.merging.reach import Knowledge, Reach, is_by_rule
from desktop.model.records import KINDS
from desktop.model.records.merge_rule import MergeRule, merged
from desktop.model.records.record import PRESENT, bounded_types, cell_rules

_CELL: msgspec.json.Decoder[Cell] = msgspec.json.Decoder(Cell)


class ConflictSort(StrEnum):
    """What there is to be decided.

    Attributes:
        DIFFER: a cell was changed in two ways; one of them stands meanwhile.
        JOINED: two texts stand one after the other.
        REMOVED: a record was removed by one and changed by another; it is away meanwhile.
    """

    DIFFER = "differ"
    JOINED = "joined"
    REMOVED = "removed"


class Said(NamedTuple):
    """What a step left in a cell.

    Attributes:
        step: the step.
        text: what the cell held after it, as JSON; None where it was empty.
    """

    step: StepId
    text: str | None


class Standing(NamedTuple):
    """What a cell holds.

    Attributes:
        text: the value as JSON; None for an empty cell.
        sort: what there is to be decided; None where it is nothing.
        heads: the changes that no other of the cell knew of, in order.
        sides: what stands against each other: the heads, but for those that took something back; see `CellPast.sides`.
    """

    text: str | None
    sort: ConflictSort | None
    heads: tuple[Said, ...]
    sides: tuple[Said, ...]


NOTHING = Standing(None, None, (), ())


class CellPast:
    """All changes of one cell, one a step.

    Args:
        kind: of record.
        cell: its name.
        said: in the order of the steps.
        knowledge: what their writers knew.
        undone: the step that a step undoes; None for one that undoes none.
    """

    def __init__(
        self,
        kind: str,
        cell: str,
        said: Sequence[Said],
        knowledge: Knowledge,
        undone: Callable[[StepId], StepId | None],
    ) -> None:
        self._kind = kind
        self._cell = cell
        self._said = said
        self._knowledge = knowledge
        self._undone = undone

    def standing(self) -> Standing:
        """What it holds after all of them."""
        return self._after(self._said)

    def known_in(self, reach: Reach) -> Standing:
        """What it held for who knew these steps."""
        return self._after([each for each in self._said if reach.knows(each.step)])

    def sides(self) -> tuple[Said, ...]:
        """What stands against each other: the heads, and for one that took a change back what that change had replaced.

        What was taken back counts as though it had not been said, so that a conflict is open again once its settling is
        undone. Where another head had built upon it, taking it back is a statement like any other.
        """
        return self._sides(self._said, self._heads(self._said))

    def _after(self, said: Sequence[Said]) -> Standing:
        if not said:
            return NOTHING
        heads = self._heads(said)
        if len(heads) == 1 and self._is_line(said):
            return Standing(heads[0].text, None, heads, heads)
        sides = self._sides(said, heads)
        counting = [side for side in sides if not is_by_rule(side.step)] or sides
        last = counting[-1]
        if self._agree(counting):
            return Standing(last.text, None, heads, sides)
        rule = effective_rule(self._kind, self._cell)
        if rule in (MergeRule.LATEST, MergeRule.ANEW):
            return Standing(last.text, None, heads, sides)
        if rule is MergeRule.BOTH:
            text = both(self._kind, self._cell, [each.text for each in counting])
            if text is not None:
                joined = all(text != each.text for each in counting)
                return Standing(text, ConflictSort.JOINED if joined else None, heads, sides)
        return Standing(last.text, ConflictSort.DIFFER, heads, sides)

    def _heads(self, said: Iterable[Said]) -> tuple[Said, ...]:
        knew = self._knowledge.knew
        heads: list[Said] = []
        for each in said:
            heads = [head for head in heads if not knew(each.step, head.step)]
            heads.append(each)
        return tuple(heads)

    def _is_line(self, said: Sequence[Said]) -> bool:
        """Whether each knew of all before it."""
        return all(self._knowledge.knew(later.step, earlier.step) for earlier, later in pairwise(said))

    def stages(self) -> list[tuple[Said, ...]]:
        """The heads, and what stands in their place as one undo after the other gives way, down to the sides."""
        return [*self._stages(self._said, self._heads(self._said))]

    def said(self) -> tuple[Said, ...]:
        """What counts as said: the heads, and what stands in the place of those that took something back."""
        stages = self.stages()
        return tuple(sorted({*stages[0], *stages[-1]}))

    def _sides(self, said: Sequence[Said], heads: tuple[Said, ...]) -> tuple[Said, ...]:
        *_before, sides = self._stages(said, heads)
        return sides

    def _stages(self, said: Sequence[Said], heads: tuple[Said, ...]) -> Iterator[tuple[Said, ...]]:
        while True:
            yield heads
            found: set[Said] = set()
            for head in heads:
                taken = self._taken_back(head.step, said, heads)
                if taken is None:
                    found.add(head)
                else:
                    found.update(self._heads(each for each in said if self._knowledge.knew(taken, each.step)))
            sides = self._heads(sorted(found)) or heads
            if sides == heads:
                return
            heads = sides

    def _taken_back(self, step: StepId, said: Sequence[Said], heads: Sequence[Said]) -> StepId | None:
        """The change of the cell that a step took back, where no head has built upon that."""
        taken = self._undone(step)
        if taken is None or all(each.step != taken for each in said):
            return None
        knew, undone = self._knowledge.knew, self._undone
        built = any(knew(head.step, taken) and undone(head.step) != taken for head in heads)
        return None if built else taken

    def _agree(self, heads: Sequence[Said]) -> bool:
        first = heads[0].text
        return all(self._same(first, head.text) for head in heads[1:])

    def _same(self, one: str | None, other: str | None) -> bool:
        if one == other:
            return True
        unsaid = _unsaid(self._kind, self._cell)
        return (unsaid if one is None else one) == (unsaid if other is None else other)


def row_conflicts(
    kind: str, standing: Mapping[str, Standing], past: Callable[[str], CellPast], knowledge: Knowledge
) -> dict[str, ConflictSort]:
    """What there is to be decided of a record, by cell.

    Of one that is away only whether it should be: when a cell was changed by who did not know of the removal, nor the
    other way round.

    Args:
        kind: of the record.
        standing: by cell, what it holds.
        past: gives the changes of a cell.
        knowledge: what the writers knew.
    """
    there = standing.get(PRESENT) if KINDS[kind].listed else None
    if there is None or there.text == _TRUE:
        return {cell: each.sort for cell, each in standing.items() if each.sort is not None}
    for heads in past(PRESENT).stages():
        removals = [head.step for head in heads if head.text != _TRUE]
        if removals and _is_changed_apart(
            removals, {**standing, PRESENT: there._replace(heads=heads)}, past, knowledge
        ):
            return {PRESENT: ConflictSort.REMOVED}
    return {}


def _is_changed_apart(
    removals: Sequence[StepId],
    standing: Mapping[str, Standing],
    past: Callable[[str], CellPast],
    knowledge: Knowledge,
) -> bool:
    saw = knowledge.before(removals[-1])
    for cell, each in standing.items():
        said = each.heads if cell == PRESENT else past(cell).said()
        apart = [one for one in said if not is_by_rule(one.step) and is_apart(one.step, removals, knowledge)]
        if apart and (cell == PRESENT or any(one.text != past(cell).known_in(saw).text for one in apart)):
            return True
    return False


def is_apart(step: StepId, others: Iterable[StepId], knowledge: Knowledge) -> bool:
    """Whether a step knew of none of others, and none of them of it."""
    return not any(step == other or knowledge.knew(step, other) or knowledge.knew(other, step) for other in others)


_TRUE = "true"


@cache
def effective_rule(kind: str, cell: str) -> MergeRule:
    """The rule by which a cell merges."""
    if cell == PRESENT and KINDS[kind].listed:
        return MergeRule.ASK
    return cell_rules(KINDS[kind])[cell].merge or MergeRule.ASK


def both(kind: str, cell: str, texts: Sequence[str | None]) -> str | None:
    """The values of a cell together, as JSON; None where the cell cannot hold that."""
    found = _value(kind, cell, texts[0])
    for text in texts[1:]:
        found = merged(MergeRule.BOTH, None, found, _value(kind, cell, text))
    if isinstance(found, str) and len(found) > DATA_TEXT_LENGTH:
        return None
    try:
        msgspec.convert(found, bounded_types(KINDS[kind])[cell], strict=False)
    except ValueError:
        return None
    return msgspec.json.encode(found).decode()


def _value(kind: str, cell: str, text: str | None) -> Cell:
    said = _unsaid(kind, cell) if text is None else text
    return None if said is None else _CELL.decode(said)


@cache
def _unsaid(kind: str, cell: str) -> str | None:
    """What a cell holds before anything is said, as JSON."""
    record = KINDS[kind]
    if cell == PRESENT and record.listed:
        return "false"
    default = next((field.default for field in structs.fields(record) if field.name == cell), None)
    return None if default is None or default is msgspec.NODEFAULT else msgspec.json.encode(default).decode()
