"""What a set of steps comes to, told once more in the plainest way: steps in, records and conflicts out.

Nothing here is shared with the program but what its records declare. Sets of steps stand in for vectors of clocks, and
everything is worked out from the beginning, however long that takes.
"""

import json
from itertools import groupby

from desktop.model.records import KINDS
from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import cell_rules, cell_types

NONE = (0, "")
"""No step."""


class Oracle:
    """A set of steps, as a bundle of all of them tells it."""

    def __init__(self, bundle):
        seen = {row.id: json.loads(row.seen) for row in bundle.writers}
        self.steps = sorted((step.clock, step.writer) for step in bundle.steps)
        self.undoes = {
            (step.clock, step.writer): (step.target_clock, step.target_writer)
            for step in bundle.steps
            if step.kind == "undo"
        }
        self.known: dict[tuple[int, str], set[tuple[int, str]]] = {}
        for clock, writer in self.steps:
            direct = {
                (c, w)
                for c, w in self.steps
                if (w == writer and c < clock) or (w in seen[writer] and c <= seen[writer][w])
            }
            self.known[clock, writer] = direct.union(*(self.known[step] for step in direct))
        self.cells: dict[tuple[str, str], dict[str, dict[tuple[int, str], object]]] = {}
        for clock, writer, kind, row, cell, _before, after in bundle.changes:
            said = self.cells.setdefault((kind, row), {}).setdefault(cell, {})
            said[clock, writer] = None if after is None else json.loads(after)

    def records(self):
        """By kind and row, what each cell holds that holds anything."""
        found = {}
        for (kind, row), cells in self.cells.items():
            held = {cell: self.holds(kind, cell, said)[0] for cell, said in cells.items()}
            found[kind, row] = {cell: value for cell, value in held.items() if value is not None}
        return found

    def conflicts(self):
        """Kind, row, cell and sort of everything that somebody has to decide."""
        found = set()
        for (kind, row), cells in self.cells.items():
            if KINDS[kind].listed and "present" in cells and not self.holds(kind, "present", cells["present"])[0]:
                if self._changed_apart(kind, cells):
                    found.add((kind, row, "present", "removed"))
            else:
                for cell, said in cells.items():
                    sort = self.holds(kind, cell, said)[1]
                    if sort:
                        found.add((kind, row, cell, sort))
        return found

    def holds(self, kind, cell, said):
        """What a cell holds after some changes, and what is to be decided of it."""
        sides = self.sides(said)
        if not sides:
            return None, ""
        counting = [side for side in sides if not side[1].startswith("rules-")] or sides
        for some in (sides, counting):
            if self._alike(kind, cell, [said[side] for side in some]):
                return said[counting[-1]], ""
        return self._decided(kind, cell, [said[side] for side in counting])

    def sides(self, said):
        """What stands against each other: for a head that took back what no other built upon, what had been before."""
        return self.stages(said)[-1]

    def stages(self, said):
        """The heads, and what stands in their place as one undo after the other gives way."""
        left = self.heads(said)
        stages = [left]
        while True:
            before = {}
            for head in left:
                taken, before[head] = self.undoes.get(head, NONE), [head]
                rivals = [other for other in left if taken in self.known[other] and self.undoes.get(other) != taken]
                if taken in said and not rivals:
                    before[head] = self.heads([step for step in said if step in self.known[taken]])
            found = {*self.heads({step for some in before.values() for step in some})} or {*left}
            if found == {*left}:
                return stages
            left = sorted(found)
            stages.append(left)

    def _decided(self, kind, cell, values):
        rule = self._rule(kind, cell)
        if rule is MergeRule.ASK:
            return values[-1], "differ"
        if rule is not MergeRule.BOTH:
            return values[-1], ""
        if cell_types(KINDS[kind])[cell] is bool:
            return any(values), ""
        together = ""
        for text in (value or "" for value in values):
            if together in text:
                together = text
            elif text not in together:
                together = f"{together}\n{text}"
        return together, "" if together in values else "joined"

    def heads(self, said):
        """The changes that no other of them knew."""
        return sorted(step for step in said if not any(step in self.known[other] for other in said))

    def _changed_apart(self, kind, cells):
        present = cells["present"]
        return any(
            self._apart(kind, cells, gone, heads)
            for heads in self.stages(present)
            if (gone := [step for step in heads if present[step] is not True])
        )

    def _apart(self, kind, cells, gone, present_heads):
        saw = self.known[max(gone)]
        for cell, said in cells.items():
            before = self.holds(kind, cell, {step: value for step, value in said.items() if step in saw})[0]
            for head in present_heads if cell == "present" else {*self.heads(said), *self.sides(said)}:
                near = any(head == each or head in self.known[each] or each in self.known[head] for each in gone)
                if not near and not head[1].startswith("rules-") and (cell == "present" or said[head] != before):
                    return True
        return False

    def _rule(self, kind, cell):
        return MergeRule.ASK if cell == "present" else cell_rules(KINDS[kind])[cell].merge

    def _alike(self, kind, cell, values):
        record = KINDS[kind]
        if cell == "present":
            unsaid = False
        else:
            fields = record.__struct_fields__
            unsaid = record.__struct_defaults__[fields.index(cell) - len(fields)]
        told = [json.dumps(unsaid if value is None else value, default=str) for value in values]
        return len({*told}) == 1


def first_fault(bundle):
    """The first change that does not begin with what its writer knew the cell to hold; None where none is."""
    oracle = Oracle(bundle)
    for (clock, writer), changes in groupby(bundle.changes, lambda row: row[:2]):
        held: dict[tuple[str, str, str], object] = {}
        for row in changes:
            kind, key, cell = row[2:5]
            said = oracle.cells[kind, key][cell]
            known = {step: value for step, value in said.items() if step in oracle.known[clock, writer]}
            before = held.get((kind, key, cell), oracle.holds(kind, cell, known)[0])
            if before != (None if row[5] is None else json.loads(row[5])):
                return row
            held[kind, key, cell] = None if row[6] is None else json.loads(row[6])
    return None
