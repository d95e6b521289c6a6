"""The practices of a stream that are ticked, level by level."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

from msgspec import Struct

from desktop.model.maturity import Stream


class Ticks(Struct, frozen=True):
    """What the ticks say about a stream.

    Attributes:
        practices: ids of the practices of each cell, by level from the lowest.
        open: those not ticked.
    """

    practices: Mapping[int, tuple[str, ...]]
    open: Mapping[int, tuple[str, ...]]

    @property
    def any(self) -> bool:
        """Whether a practice is ticked."""
        return self.practices != self.open

    @property
    def floor(self) -> int:
        """The lowest level."""
        return next(iter(self.practices))

    @property
    def held(self) -> int:
        """The highest level up to which all practices are ticked; 0 where the lowest level is not ticked in full."""
        held = 0
        for level, open_ in self.open.items():
            if open_:
                break
            held = level
        return held

    @property
    def level(self) -> int:
        """The level that the ticks give: never below the lowest."""
        return max(self.held, self.floor)

    def after(self, level: int) -> int | None:
        """The next level, None above the highest."""
        return next((number for number in self.practices if number > level), None)

    def missing(self, above: int, up_to: int) -> tuple[str, ...]:
        """The practices not ticked of all levels above one and up to another."""
        return tuple(item for level, open_ in self.open.items() if above < level <= up_to for item in open_)

    def share(self, level: int) -> Fraction:
        """The share of a cell's practices that are ticked, 0 to 1."""
        practices = self.practices[level]
        return Fraction(len(practices) - len(self.open[level]), len(practices)) if practices else Fraction(0)


def read_ticks(stream: Stream, ticked: Collection[str]) -> Ticks:
    """The ticks of a stream.

    Args:
        stream: the stream.
        ticked: ids of practices ticked, of any stream.
    """
    cells = sorted(stream.cells, key=lambda cell: cell.level)
    practices = {cell.level: tuple(item.id for item in cell.practices) for cell in cells}
    return Ticks(
        practices=practices,
        open={level: tuple(item for item in items if item not in ticked) for level, items in practices.items()},
    )
