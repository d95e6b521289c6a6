"""A pack that says its rules itself, as a tree in lines: what is answered, on which scale, and what it weighs."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.language import _
from desktop.model.maturity.rulebook import PackPart, RatingScale
from desktop.model.maturity.vocabulary_pack import VocabularyPack

_SHOWN = 100
_INDENT = "  "


def outline_lines(pack: VocabularyPack) -> Iterator[str]:
    """The parts from the whole down; the answers of a scale stand beneath the first part that is answered on it."""
    told: set[str] = set()
    waiting = [(pack.root, 0)]
    while waiting:
        part, depth = waiting.pop()
        yield f"{_INDENT * depth}{_line(part)}"
        scale = pack.scale_of(part)
        if scale is not None and scale.id not in told:
            told.add(scale.id)
            yield from (f"{_INDENT * (depth + 2)}{line}" for line in scale_lines(scale))
        waiting += [(child, depth + 1) for child in reversed(pack.children[part.id])]


def scale_lines(scale: RatingScale) -> Iterator[str]:
    """The answers of a scale, from the lowest up."""
    if scale.number_range is not None:
        numbers = scale.number_range
        yield _("a number from {low} to {high}").format(low=numbers.low, high=numbers.high)
    for choice in scale.offered:
        name = choice.name or choice.id
        yield f"{name}: {_clipped(choice.meaning)}" if choice.meaning else name


def _line(part: PackPart) -> str:
    name = f"{part.label or part.id} {_clipped(part.name or part.text)}".strip()
    said = [_("level {level}").format(level=part.level)] if part.level is not None else []
    said += [_("weight {weight}").format(weight=part.weight)] if part.weight != 1 else []
    return f"{name} ({', '.join(said)})" if said else name


def _clipped(text: str) -> str:
    first = text.partition("\n")[0]
    return first if len(first) <= _SHOWN else f"{first[:_SHOWN]}…"
