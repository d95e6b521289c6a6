"""A pack with rules of its own, as assessments use it: a pack like any other, with its rulebook inside."""

from __future__ import annotations

from functools import cached_property

from desktop.model.maturity.pack import Level, Pack, Place
from desktop.model.maturity.part_places import PartPlace
from desktop.model.maturity.rulebook import PackPart
from desktop.model.maturity.vocabulary import Scheme
from desktop.model.maturity.vocabulary_pack import VocabularyPack


class PartsPack(Pack, frozen=True, kw_only=True, dict=True):
    """A maturity model as data whose rules stand in the pack.

    Attributes:
        rules: the pack as its author wrote it.
    """

    rules: VocabularyPack

    @cached_property
    def place_by_id(self) -> dict[str, Place]:
        """All its parts, the whole among them, by id and in the pack's order."""
        return {
            part.id: PartPlace(part.id, part_name(part), part.text, part.parent or "", part.level or 0)
            for part in self.rules.parts
        }


def as_pack(rules: VocabularyPack) -> PartsPack:
    """The pack that an assessment uses."""
    return PartsPack(
        format=1,
        id=rules.id,
        version=rules.version,
        name=rules.name,
        based_on=rules.based_on,
        summary=rules.summary,
        language=rules.language,
        scheme=Scheme.PARTS,
        sources=rules.sources,
        levels=tuple(Level(number=level.number, name=level.name, summary=level.summary) for level in rules.levels),
        examples=rules.examples,
        checklist=rules.checklist,
        rules=rules,
    )


def rules_of(pack: Pack) -> VocabularyPack:
    """The rules that a pack of the scheme `PARTS` brings.

    Raises:
        TypeError: it is of another scheme.
    """
    if not isinstance(pack, PartsPack):
        raise TypeError(f"{pack.id} brings no rules of its own")
    return pack.rules


def as_written(pack: Pack) -> Pack | VocabularyPack:
    """The pack with the keys that its author wrote."""
    return pack.rules if isinstance(pack, PartsPack) else pack


def part_name(part: PackPart) -> str:
    """What people read of a part in one line."""
    return part.name or part.text or part.question or part.label or part.id


def part_title(part: PackPart) -> str:
    """The same with the model's own numbering in front."""
    number, name = part.label or part.id, part_name(part)
    return name if name == number else f"{number} {name}"
