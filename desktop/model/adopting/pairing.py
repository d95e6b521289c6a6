"""Finds out what became of each part of a model in a newer version: by id, then by text, then by asking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.model.adopting.compared_parts import ComparedPart, compared_parts
from desktop.model.adopting.correspondence import Correspondence, PartChange, PartFate
from desktop.model.adopting.divided_texts import is_piece, pieces_of
from desktop.model.adopting.likeness import ALIKE, NEAR, is_alike, is_turned, likeness, nearest_texts, says_the_same
from desktop.model.errors import RefusalError
from desktop.model.maturity.pack import Pack

Settled = Mapping[str, str]
"""What somebody has said: for an id of the earlier version that of the newer one, empty for none."""


def correspondence(before: Pack, after: Pack, settled: Settled | None = None) -> Correspondence:
    """What became of each part.

    A part that keeps its id and its text is the same, wherever it stands. Then a text that stands under the same part
    with another id, as when numbers have shifted; then texts that were split or merged; then an id whose text is alike;
    then a text that is nearly the same under another id. What is left with the same id, or a text somewhat alike, is
    doubtful until somebody settles it.

    Args:
        before: the version in use.
        after: the newer one.
        settled: what somebody has said; it goes before all else.

    Raises:
        RefusalError: ``adopt.no_part``, ``adopt.other_sort`` or ``adopt.settled_twice`` for what cannot be settled so.
    """
    return _Pairing(compared_parts(before), compared_parts(after), settled or {}).found()


class _Pairing:
    """The parts of both versions that have found no counterpart yet, and what became of those that have."""

    def __init__(self, before: Sequence[ComparedPart], after: Sequence[ComparedPart], settled: Settled) -> None:
        self._before = {part.id: part for part in before}
        self._after = {part.id: part for part in after}
        self._old = dict(self._before)
        self._new = dict(self._after)
        self._likely: dict[str, str] = {"": ""}
        self._changes: list[PartChange] = []
        self._gone: list[ComparedPart] = []
        self._settle(settled)

    def found(self) -> Correspondence:
        """Everything, generation by generation, so that it is known what became of the part above."""
        for generation in _generations(self._before.values()):
            for take in (self._same, self._shifted, self._split, self._merged, self._alike, self._near, self._doubtful):
                for part in generation:
                    if part.id in self._old:
                        take(part)
        new = [PartChange(PartFate.NEW, part.sort, (), (part.id,)) for part in self._new.values()]
        gone = [PartChange(PartFate.GONE, part.sort, (part.id,), ()) for part in (*self._gone, *self._old.values())]
        order = {id_: place for place, id_ in enumerate(self._after)}
        return Correspondence((*sorted([*self._changes, *new], key=lambda each: order[each.after[0]]), *gone))

    def _settle(self, settled: Settled) -> None:
        said = [new for new in settled.values() if new]
        for old, new in settled.items():
            if old not in self._before or (new and new not in self._after):
                raise RefusalError("adopt.no_part", part=new if old in self._before else old)
            if said.count(new) > 1:
                raise RefusalError("adopt.settled_twice", part=new)
            if not new:
                self._gone.append(self._old.pop(old))
            elif self._before[old].sort is not self._after[new].sort:
                raise RefusalError("adopt.other_sort", before=old, after=new)
            else:
                self._pair(self._before[old], self._after[new])

    def _same(self, old: ComparedPart) -> None:
        """The same id and the same text."""
        new = self._named_so(old)
        if new is not None and says_the_same(old.text, new.text):
            self._pair(old, new)

    def _shifted(self, old: ComparedPart) -> None:
        """The same text under the same part, with another id."""
        alike = [new for new in self._beside(old) if says_the_same(old.text, new.text)]
        if len(alike) == 1:
            self._pair(old, alike[0])

    def _split(self, old: ComparedPart) -> None:
        beside = [new for new in self._beside(old) if new.id == old.id or not self._goes_on(new)]
        pieces = [beside[place] for place in pieces_of(old.text, [new.text for new in beside])]
        if pieces:
            self._take(PartFate.SPLIT, [old], pieces)

    def _merged(self, old: ComparedPart) -> None:
        """That with which an old part was merged is found from the part that they became."""
        for new in (each for each in self._beside(old) if is_piece(old.text, each.text)):
            beside = [
                other
                for other in self._old.values()
                if other.sort is old.sort
                and self._likely.get(other.parent) == new.parent
                and (other.id == new.id or not self._goes_on(other, later=True))
            ]
            pieces = [beside[place] for place in pieces_of(new.text, [other.text for other in beside])]
            if old in pieces:
                self._take(PartFate.MERGED, pieces, [new])
                return

    def _alike(self, old: ComparedPart) -> None:
        """The same id, and a text or a name that says the same."""
        new = self._named_so(old)
        if new is not None and _continues(old, new):
            self._pair(old, new)

    def _near(self, old: ComparedPart) -> None:
        """A text that is nearly the same, wherever it stands; clearly nearer than any other, seen from either side."""
        new = self._nearest(old, self._new.values())
        if (
            new is not None
            and likeness(old.text, new.text) >= NEAR
            and not is_turned(old.text, new.text)
            and self._nearest(new, self._old.values()) is old
        ):
            self._pair(old, new)

    def _doubtful(self, old: ComparedPart) -> None:
        """The same id with another text, or a text somewhat alike."""
        new = self._named_so(old) or self._nearest(old, self._new.values())
        if new is not None and (new.id == self._expected(old) or likeness(old.text, new.text) >= ALIKE):
            self._take(PartFate.DOUBTFUL, [old], [new])

    def _named_so(self, old: ComparedPart) -> ComparedPart | None:
        """The part of the newer version that has its id, or the id that follows from a new one of the part above."""
        expected = self._new.get(self._expected(old)) or self._new.get(old.id)
        return expected if expected is not None and expected.sort is old.sort else None

    def _expected(self, old: ComparedPart) -> str:
        above = self._likely.get(old.parent, old.parent)
        if above != old.parent and old.id.startswith(old.parent):
            return above + old.id.removeprefix(old.parent)
        return old.id

    def _beside(self, old: ComparedPart) -> list[ComparedPart]:
        """The parts of its sort that stand in the newer version where it would."""
        above = self._likely.get(old.parent)
        return [new for new in self._new.values() if new.sort is old.sort and new.parent == above]

    def _goes_on(self, part: ComparedPart, *, later: bool = False) -> bool:
        """Whether a part of one version says in the other, under its id, the same."""
        other = (self._new if later else self._old).get(part.id)
        return other is not None and is_alike(other.text, part.text)

    def _nearest(self, part: ComparedPart, others: Iterable[ComparedPart]) -> ComparedPart | None:
        """The part whose text is nearest; of several that are equally near, one that stands in the same place."""
        by_id = {other.id: other for other in others if other.sort is part.sort}
        near = [by_id[id_] for id_ in nearest_texts(part.text, {id_: other.text for id_, other in by_id.items()})]
        placed = [other for other in near if self._stand_alike(part, other)] if len(near) > 1 else near
        return placed[0] if len(placed) == 1 else None

    def _stand_alike(self, one: ComparedPart, other: ComparedPart) -> bool:
        old, new = (one, other) if self._before.get(one.id) is one else (other, one)
        return self._likely.get(old.parent) == new.parent

    def _pair(self, old: ComparedPart, new: ComparedPart) -> None:
        """A part goes on as another."""
        same = says_the_same(old.text, new.text)
        moved = old.id != new.id or self._likely.get(old.parent, old.parent) != new.parent
        change = PartFate.REWORDED if not same else PartFate.MOVED if moved else PartFate.SAME
        self._take(change, [old], [new], moved=moved)

    def _take(
        self, change: PartFate, old: Sequence[ComparedPart], new: Sequence[ComparedPart], *, moved: bool = False
    ) -> None:
        """Note what became of parts; they are no longer free."""
        for part in old:
            if change is not PartFate.DOUBTFUL or part.id == new[0].id:
                self._likely[part.id] = new[0].id
            del self._old[part.id]
        for part in new:
            del self._new[part.id]
        before, after = tuple(part.id for part in old), tuple(part.id for part in new)
        alike = int(likeness(old[0].text, new[0].text)) if len(old) == len(new) == 1 else 0
        self._changes.append(PartChange(change, old[0].sort, before, after, moved, alike))


def _continues(old: ComparedPart, new: ComparedPart) -> bool:
    """Whether a part under its id is still the same: by its name, where that makes it what it is, or by its text."""
    return bool(old.title and says_the_same(old.title, new.title)) or is_alike(old.text, new.text)


def _generations(parts: Iterable[ComparedPart]) -> Iterator[list[ComparedPart]]:
    """The parts by how deep they stand, the highest first."""
    depths: dict[str, int] = {"": -1}
    levels: dict[int, list[ComparedPart]] = {}
    for part in parts:
        depths[part.id] = depths[part.parent] + 1
        levels.setdefault(depths[part.id], []).append(part)
    yield from (levels[depth] for depth in sorted(levels))
