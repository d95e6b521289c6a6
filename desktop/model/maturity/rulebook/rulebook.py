"""A rulebook: the scales, the kinds and the tree of parts from which results follow."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any

from msgspec import Meta, Struct

from desktop.model.maturity.kinds import Part, Remark, Word
from desktop.model.maturity.rulebook.measures import ITEMS, MeasureRule
from desktop.model.maturity.rulebook.part_kinds import RESPONDENTS, PartKind
from desktop.model.maturity.rulebook.rating_scales import RatingScale
from desktop.model.maturity.rulebook.values import LadderLevel, PartId, exact

PARTS = "parts"
"""Stands in `over` for the parts that are counted in one."""


class PackPart(Part, frozen=True):
    """A part of the model: something that has a result.

    Attributes:
        id: identity of the part, as the model has it.
        kind: id of its kind.
        parent: id of the part it stands under; left out, it is the whole model, of which there is one.
        counts_in: ids of the parts in which it is counted; left out, its parent, or nowhere if it informs something.
        informs: ids of the parts for which the answers of respondents to this one suggest something.
        level: the level that it is tagged with.
        weight: what it weighs where weights are given; left out, 1.
        scale: id of the scale on which this part is answered, where it is not that of its kind.
        label: the model's own numbering, where the id is not that.
        name: a few words, for tables.
        text: what is so when it is as it should be, or what is asked of it, as a full sentence.
        question: how respondents are asked; left out, the text.
        detail: what to look for.
    """

    id: PartId
    kind: Word
    parent: PartId | None = None
    counts_in: tuple[PartId, ...] = ()
    informs: tuple[PartId, ...] = ()
    level: LadderLevel | None = None
    weight: Annotated[int, Meta(ge=0)] | Annotated[float, Meta(ge=0)] = 1
    scale: Word | None = None
    label: Remark = ""
    name: Remark = ""
    text: Remark = ""
    question: Remark = ""
    detail: Remark = ""

    @property
    def above(self) -> tuple[str, ...]:
        """Ids of the parts in which it is counted."""
        if self.counts_in or self.informs or self.parent is None:
            return self.counts_in
        return (self.parent,)

    @property
    def given_weight(self) -> Fraction:
        """What it weighs where weights are given."""
        return exact(self.weight)


class LevelName(Part, frozen=True):
    """The name of a level on a ladder.

    Attributes:
        number: the level.
        name: its name.
        summary: its essence in a sentence or two.
    """

    number: LadderLevel
    name: Remark
    summary: Remark = ""


class Rulebook(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True, dict=True):
    """All that results follow from, besides what is said.

    Attributes:
        scales: how parts are answered.
        kinds: the rules.
        parts: the content: a tree, each part after the one it stands under.
        levels: names of levels.
    """

    scales: tuple[RatingScale, ...]
    kinds: tuple[PartKind, ...]
    parts: tuple[PackPart, ...]
    levels: tuple[LevelName, ...] = ()

    @cached_property
    def scale_by_id(self) -> dict[str, RatingScale]:
        """Scales by id."""
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def kind_by_id(self) -> dict[str, PartKind]:
        """Kinds by id."""
        return {kind.id: kind for kind in self.kinds}

    @cached_property
    def part_by_id(self) -> dict[str, PackPart]:
        """Parts by id, in their order."""
        return {part.id: part for part in self.parts}

    @cached_property
    def children(self) -> dict[str, tuple[PackPart, ...]]:
        """The parts that stand under each."""
        found: dict[str, list[PackPart]] = {part.id: [] for part in self.parts}
        for part in self.parts:
            if part.parent is not None:
                found[part.parent].append(part)
        return {part: tuple(beneath) for part, beneath in found.items()}

    @cached_property
    def counted(self) -> dict[str, tuple[PackPart, ...]]:
        """The parts that are counted in each, in their order."""
        found: dict[str, list[PackPart]] = {part.id: [] for part in self.parts}
        for part in self.parts:
            for above in part.above:
                found[above].append(part)
        return {part: tuple(counted) for part, counted in found.items()}

    @cached_property
    def informants(self) -> dict[str, tuple[PackPart, ...]]:
        """The parts whose answers suggest something for each, in their order."""
        found: dict[str, list[PackPart]] = {part.id: [] for part in self.parts}
        for part in self.parts:
            for informed in part.informs:
                found[informed].append(part)
        return {part: tuple(informing) for part, informing in found.items()}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each part."""
        return {part.id: place for place, part in enumerate(self.parts)}

    @cached_property
    def kept(self) -> dict[tuple[str, int], Any]:
        """What the engine has worked out that follows from the rulebook alone; empty at first."""
        return {}

    @property
    def root(self) -> PackPart:
        """The whole model.

        Raises:
            StopIteration: no part is without parent.
        """
        return next(part for part in self.parts if part.parent is None)

    def kind_of(self, part: PackPart) -> PartKind:
        """The kind of a part.

        Raises:
            KeyError: there is no such kind.
        """
        return self.kind_by_id[part.kind]

    def answered_for(self, part: PackPart) -> str:
        """The model's word for what a part is answered for; empty where that is once, or by respondents alone."""
        across = self.kind_of(part).across
        return "" if across is None or across.of == RESPONDENTS else across.of

    def scale_of(self, part: PackPart) -> RatingScale | None:
        """The scale on which a part is answered, None where it is not.

        Raises:
            KeyError: there is no such scale.
        """
        named = part.scale or self.kind_of(part).scale
        return None if named is None else self.scale_by_id[named]

    @cached_property
    def beneath(self) -> dict[str, tuple[PackPart, ...]]:
        """Everything that stands under each part, in the order of the tree."""

        def under(part: str) -> Iterator[PackPart]:
            for child in self.children[part]:
                yield child
                yield from under(child.id)

        return {part.id: tuple(under(part.id)) for part in self.parts}

    @cached_property
    def items_of(self) -> dict[str, tuple[PackPart, ...]]:
        """What is answered and counted somewhere, of all that stands under each part."""
        answered = {part.id for part in self.parts if part.above and self.scale_of(part) is not None}
        return {part.id: tuple(each for each in self.beneath[part.id] if each.id in answered) for part in self.parts}

    def taken(self, part: str, rule: MeasureRule) -> tuple[PackPart, ...]:
        """The parts that a measure of a part is taken over."""
        if rule.over == PARTS:
            return self.counted[part]
        if rule.over == ITEMS:
            return self.items_of[part]
        return tuple(each for each in self.beneath[part] if each.kind == rule.over)
