"""What a paper is given to show a picture."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures.drawing import LEAST, Drawing, figure
from desktop.exchange.figures.figure_paper import FigurePaper
from desktop.exchange.figures.kinds import PLAN_KINDS, FigureKind, kinds
from desktop.exchange.figures.paper import TINY
from desktop.exchange.figures.picture_files import drawing_file
from desktop.exchange.tokens import tokens
from tests.exchange.figures.strokes import noted

WIDTH, DPI = 600, 96
RADARS = {FigureKind.RADAR_BY_AREA, FigureKind.RADAR_BY_CATEGORY, FigureKind.STREAM_RADAR, FigureKind.PART_RADAR}
"""Names around a circle become shorter instead, and short ones a little smaller."""


@pytest.mark.parametrize("kind", [kind for kind in FigureKind if kind not in RADARS])
def test_words_can_be_read_on_the_lowest_paper(every: Deliverable, large: Deliverable, kind: FigureKind) -> None:
    seen = [
        (all_, part.pack.id) for all_ in (every, large) for part in all_.models if kind in (*kinds(part), *PLAN_KINDS)
    ]
    assert seen
    for deliverable, model in seen:
        drawing = figure(kind, deliverable, model)
        paper = FigurePaper(Figure(figsize=(WIDTH / DPI, drawing.least / DPI), dpi=DPI), tokens("light"))
        strokes = noted(paper)
        drawing.draw(paper)
        sizes = {stroke.words: stroke.look[0] for stroke in strokes if stroke.verb == "write"}
        assert min(sizes.values()) >= TINY - 0.01, (model, min(sizes.items(), key=lambda each: each[1]))


def test_files_are_no_higher_than_what_is_drawn_needs():
    heights = []

    def drawn(most):
        shown = Drawing(lambda paper: heights.append(round(paper.height)), most=most)
        drawing_file(shown, (600, 900), "svg", "A picture", "In words.")

    for most in (None, 400.0, 100.0, 2000.0):
        drawn(most)
    assert heights == [900, 400, LEAST, 900]
