"""What the short forms have in common."""

from __future__ import annotations

from desktop.model.maturity.pack import Choice, Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.rulebook import LevelName, PackPart, ScaleChoice

MODEL = "model"
"""Id of the kind of the whole."""

QUESTION = "question"
"""Id of the kind of what is only asked."""


def whole(pack: Pack) -> PackPart:
    """The model as a whole."""
    return PackPart(id=WHOLE, kind=MODEL, name=pack.name, text=pack.summary)


def level_names(pack: Pack) -> tuple[LevelName, ...]:
    """The names of its levels."""
    return tuple(LevelName(number=level.number, name=level.name, summary=level.summary) for level in pack.levels)


def ends_of(pack: Pack) -> tuple[int, int]:
    """The lowest and the highest level."""
    numbers = [level.number for level in pack.levels]
    return min(numbers), max(numbers)


def percents(choices: tuple[Choice, ...]) -> tuple[ScaleChoice, ...]:
    """The answers of a scale with their percents as numbers."""
    return tuple(
        ScaleChoice(id=choice.id, value=choice.percent, name=choice.name, meaning=choice.meaning) for choice in choices
    )
