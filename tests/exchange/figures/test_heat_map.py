"""Ratings of areas and goals: in words where there is room, else in signs that a legend explains."""

from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.text import Text

from desktop.exchange.figures.data import HeatMapData, HeatRow, Tile
from desktop.exchange.figures.figure_paper import PIXELS_PER_INCH, FigurePaper
from desktop.exchange.figures.heat_map import draw_heat_map
from desktop.exchange.tokens import tokens
from desktop.model.scoring.vocabulary import Rating

AREA, REACHED, OPEN = (
    Tile("PLN", "Planning", Rating.UNSATISFIED),
    Tile("PLN-G1", "Planned", Rating.SATISFIED),
    Tile("PLN-G2", "Followed", Rating.NOT_RATED),
)
DATA = HeatMapData("Areas and goals", "", (HeatRow(AREA, 2, (REACHED, OPEN)),), goals=2)


def said(width: float) -> list[str]:
    figure = Figure(figsize=(width / PIXELS_PER_INCH, 400 / PIXELS_PER_INCH), dpi=PIXELS_PER_INCH)
    draw_heat_map(FigurePaper(figure, tokens("light")), DATA)
    return [text.get_text() for text in figure.axes[0].get_children() if isinstance(text, Text) and text.get_text()]


def test_words_stand_where_they_have_room():
    told = said(900)
    assert {"Unsatisfied", "Satisfied", "Not rated", "Rating", "Goal 1", "Goal 2"} <= set(told)
    assert "✓" not in told


def test_signs_stand_where_words_have_none_and_are_explained():
    told = said(260)
    assert {"✗", "✓", "?", "1", "2"} <= set(told)
    assert not {"Unsatisfied", "Satisfied", "Uns", "Sat", "NR"} & set(told)
    assert any(text.startswith("✓ satisfied   ✗ unsat") for text in told)
