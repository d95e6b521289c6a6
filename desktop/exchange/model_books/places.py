"""Where something stands that comes from several sheets or files: one number for each line of each."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model import bounds

_LINES = 10 * bounds.ROWS
"""Lines of one sheet or file."""


class SourcePlaces:
    """Sheets or files, and the lines in them.

    Attributes:
        names: titles of the sheets or names of the files, in their order.
    """

    def __init__(self, names: Sequence[str]) -> None:
        """Number the lines of these."""
        self.names = tuple(names)
        self._starts = {name: number * _LINES for number, name in enumerate(self.names, 1)}

    def line(self, name: str, row: int) -> int:
        """The line of a row, or a line, of one of them."""
        return self._starts[name] + row

    def of(self, line: int) -> tuple[str, int]:
        """Sheet or file, and row or line, of a line; no name where it belongs to all of them."""
        number, row = divmod(line, _LINES)
        return (self.names[number - 1], row) if number else ("", row)
