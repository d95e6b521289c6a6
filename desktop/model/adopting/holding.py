"""What holds, besides the part itself, of that on which something that was said rests."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.adopting.compared_parts import ComparedPart, PartSort, compared_parts
from desktop.model.adopting.correspondence import Correspondence
from desktop.model.adopting.likeness import is_alike, says_the_same
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import WHOLE, cell_id
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.maturity.rulebook import RatingScale
from desktop.model.maturity.scales import Scale
from desktop.model.maturity.staged import INSTANCES
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.records.record import RestsOn


class ModelVersion(Struct, frozen=True, dict=True):
    """A version of a model with the answer scale in use."""

    pack: Pack
    scale: str

    @cached_property
    def parts(self) -> Mapping[str, ComparedPart]:
        """All its parts by id."""
        return {part.id: part for part in compared_parts(self.pack)}

    @cached_property
    def answering(self) -> Mapping[str, Answering]:
        """How each part is answered that is, by respondents or by the team."""
        if isinstance(self.pack, PartsPack):
            return dict(_answered_parts(self.pack.rules))
        return {question: _of_scale(asked.scale) for question, asked in asked_by_id(self.pack, self.scale).items()}

    @cached_property
    def sorts(self) -> frozenset[str]:
        """The words for what parts are answered for: sites, projects."""
        kinds = self.pack.rules.kinds if isinstance(self.pack, PartsPack) else ()
        own = {INSTANCES} if self.pack.areas else set()
        return frozenset(own | {kind.across.of for kind in kinds if kind.across is not None})

    @cached_property
    def beneath(self) -> Mapping[str, frozenset[str]]:
        """Ids of what stands under each part and is judged."""
        found: dict[str, set[str]] = {}
        for part in self.parts.values():
            if part.sort is not PartSort.QUESTION:
                found.setdefault(part.parent, set()).add(part.id)
        return {above: frozenset(ids) for above, ids in found.items()}


class Answering(Struct, frozen=True):
    """How a part is answered.

    Attributes:
        choices: name and meaning of each choice by its id.
        otherwise: all else, in a text that is the same for what is answered in the same way.
    """

    choices: Mapping[str, tuple[str, str]]
    otherwise: str = ""

    def holds(self, later: Answering) -> bool:
        """Whether an answer means the same in a later version: the same choices, each saying the same."""
        return (
            self.otherwise == later.otherwise
            and self.choices.keys() == later.choices.keys()
            and all(_means_the_same(said, later.choices[choice]) for choice, said in self.choices.items())
        )


class Holding(Struct, frozen=True):
    """Two versions, and how their parts correspond."""

    before: ModelVersion
    after: ModelVersion
    found: Correspondence

    def holds(self, rests_on: RestsOn, part: str, value: object) -> bool:
        """Whether what a cell rests on is still so.

        Args:
            rests_on: what the cell says that it rests on.
            part: id in the earlier version, of a part that has an image, or `WHOLE`.
            value: of the cell.
        """
        match rests_on:
            case RestsOn.CHOICES:
                return self.answered_alike(part)
            case RestsOn.RULE:
                return self._rule_holds(part)
            case RestsOn.LEVEL:
                return isinstance(value, int) and self._level_holds(part, value)
            case RestsOn.BENEATH:
                return self._beneath_holds(part)

    def answered_alike(self, part: str) -> bool:
        """Whether a part is answered as before; one that is not answered in either version is."""
        before, after = self.before.answering.get(part), self.after.answering.get(self.found.image[part])
        return before is after is None or (before is not None and after is not None and before.holds(after))

    def _rule_holds(self, part: str) -> bool:
        old, new = self.before.pack, self.after.pack
        if not (isinstance(old, PartsPack) and isinstance(new, PartsPack)):
            return True
        before, after = old.rules, new.rules
        one = before.root if part == WHOLE else before.part_by_id[part]
        other = after.root if part == WHOLE else after.part_by_id[self.found.image[part]]
        named = {"id": "kind", "name": ""}
        same = replace(before.kind_of(one), **named) == replace(after.kind_of(other), **named)
        return same and (part == WHOLE or self.answered_alike(part))

    def _level_holds(self, part: str, level: int) -> bool:
        if part in self.before.pack.area_by_id:
            return True  # an area is wanted satisfied or not
        if part in self.before.pack.stream_by_id:
            return self.found.image.get(cell_id(part, level)) == cell_id(self.found.image[part], level)
        levels = ({each.number: each for each in version.pack.levels} for version in (self.before, self.after))
        one, other = (numbered.get(level) for numbered in levels)
        if one is None or other is None:
            return one is other
        return _means_the_same((one.name, one.summary), (other.name, other.summary))

    def _beneath_holds(self, part: str) -> bool:
        image = self.found.image
        before = self.before.beneath.get(part, frozenset())
        if {image.get(each) for each in before} != self.after.beneath.get(image[part], frozenset()):
            return False
        return all(
            {image.get(each) for each in self.before.parts[child].bearing}
            == set(self.after.parts[image[child]].bearing)
            for child in before
        )


def _means_the_same(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether a name with its meaning stands for the same: by the meaning, where both versions say one."""
    if one[1] and other[1]:
        return is_alike(one[1], other[1])
    return says_the_same(one[0], other[0])


def _answered_parts(book: VocabularyPack) -> Mapping[str, Answering]:
    scales = ((part, book.scale_of(part)) for part in book.parts)
    return {
        part.id: _of_rating(scale, across.of if (across := book.kind_of(part).across) else "")
        for part, scale in scales
        if scale is not None
    }


def _of_scale(scale: Scale) -> Answering:
    return Answering({choice.id: (choice.name, choice.meaning) for choice in scale.choices})


def _of_rating(scale: RatingScale, across: str) -> Answering:
    choices = {choice.id: (choice.name or choice.id, choice.meaning) for choice in scale.offered}
    return Answering(choices, f"{scale.number_range} {scale.several} {scale.box} {across}")
