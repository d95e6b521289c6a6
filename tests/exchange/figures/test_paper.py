from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.text import Text

from desktop.exchange.figures.figure_paper import FigurePaper
from desktop.exchange.tokens import tokens


def paper() -> FigurePaper:
    return FigurePaper(Figure(figsize=(5, 4), dpi=96), tokens("light"))


def test_texts_are_wrapped_between_words() -> None:
    wrapped = paper().wrap("Service request and incident management", 120, 12)
    assert len(wrapped.split("\n")) == 3
    assert wrapped.replace("\n", " ") == "Service request and incident management"
    assert all(paper().size(line, 12).width <= 120 for line in wrapped.split("\n"))


def test_texts_are_shortened_to_the_room() -> None:
    assert paper().shorten("Short", 120, 12) == "Short"
    short = paper().shorten("Service request and incident management", 120, 12)
    assert short.endswith("…")
    assert paper().size(short, 12).width <= 120


def test_measures_do_not_depend_on_fineness() -> None:
    fine = FigurePaper(Figure(figsize=(5, 4), dpi=288), tokens("light"))
    assert abs(fine.size("Configuration management", 12).width - paper().size("Configuration management", 12).width) < 2


def test_dollars_are_no_formula_and_other_scripts_do_not_fail() -> None:
    figure = Figure(figsize=(5, 4), dpi=96)
    FigurePaper(figure, tokens("light")).text((10, 10), "$a_b$ Служба سرویس", 12)
    (text,) = (each for each in figure.axes[0].get_children() if isinstance(each, Text) and "$" in each.get_text())
    assert text.get_parse_math() is False
    figure.canvas.draw()
