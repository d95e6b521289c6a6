"""Printed in grey, what a legend tells apart is still told apart: by dashes, markers, borders or how dark it is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import combinations

import pytest
from matplotlib.figure import Figure
from PIL import Image, ImageColor

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures import PLAN_KINDS, FigureKind, as_file, kinds, legend
from desktop.exchange.figures.drawing import figure
from desktop.exchange.figures.figure_paper import FigurePaper
from desktop.exchange.figures.legend import Entry
from desktop.exchange.tokens import tokens

DIFFERENT = 12
"""So far apart are two greys, of 255, that one sees they differ."""


def entries_of(kind: FigureKind, deliverable: Deliverable, monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    """What the legend of a picture tells."""
    found: list[Entry] = []

    def note(_paper: object, entries: Sequence[Entry], *_rest: object) -> None:
        found.extend(entries)

    monkeypatch.setattr(legend, "_line", note)
    model = next(part.pack.id for part in deliverable.models if kind in (*kinds(part), *PLAN_KINDS))
    figure(kind, deliverable, model).draw(FigurePaper(Figure(figsize=(9, 7)), tokens("light")))
    return found


def grey(colour: str) -> int:
    """How light a colour is once it is grey."""
    red, green, blue = ImageColor.getrgb(colour)[:3]
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


def told_apart(one: Entry, other: Entry) -> bool:
    """Whether two signs differ although neither has a colour, or one of the letters beside them does."""
    if any((mark in one.words) is not (mark in other.words) for mark in "✓!"):
        return True
    if one.box is not other.box or (one.dashes, one.marker) != (other.dashes, other.marker):
        return True
    if abs(one.width - other.width) >= 1:
        return True
    edges = [grey(each.border or each.colour) for each in (one, other)]
    return any(abs(a - b) >= DIFFERENT for a, b in ((grey(one.colour), grey(other.colour)), edges))


@pytest.mark.parametrize("kind", FigureKind)
def test_signs_differ_without_their_colours(
    every: Deliverable, kind: FigureKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = entries_of(kind, every, monkeypatch)
    alike = [(one.words, other.words) for one, other in combinations(found, 2) if not told_apart(one, other)]
    assert alike == []


def test_a_radar_printed_in_grey_shows_as_many_lines(large: Deliverable) -> None:
    picture = Image.open(io.BytesIO(as_file(FigureKind.RADAR_BY_AREA, large, "png"))).convert("L")
    dark = [shade for shade, count in enumerate(picture.histogram()) if count > 400 and shade < 150]
    assert max(dark) - min(dark) >= DIFFERENT, "lines of different darkness"
