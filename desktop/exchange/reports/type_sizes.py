"""How large type and white space of documents are, in points; margins of A4 in millimetres."""

from __future__ import annotations

from typing import NamedTuple


class TypeSizes(NamedTuple):
    """Of one kind of document.

    Attributes:
        line: height of a line, as a share of its type.
        after: what stands free below a paragraph.
        headings: of the three levels.
        margins: at the sides, at the top, at the bottom.
    """

    body: float
    line: float
    after: float
    headings: tuple[float, float, float]
    cell: float
    title: float
    margins: tuple[float, float, float]


BETWEEN_CHAPTERS = 20.0
"""Free above a heading of the first level that begins no page."""

REPORT = TypeSizes(10, 1.3, 6, (20, 13.5, 11), 8.5, 32, (25, 24, 22))
BRIEF = TypeSizes(9, 1.2, 3, (13, 11, 10), 8, 20, (20, 16, 16))
"""For what has to fit few pages."""


def sizes(*, dense: bool) -> TypeSizes:
    """Those of a document."""
    return BRIEF if dense else REPORT
