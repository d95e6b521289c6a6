"""Steps say what they are in whatever room there is."""

from __future__ import annotations

from matplotlib.figure import Figure

from desktop.exchange.figures.data import Stair, StaircaseData
from desktop.exchange.figures.figure_paper import PIXELS_PER_INCH, FigurePaper
from desktop.exchange.figures.staircase import draw_staircase
from desktop.exchange.tokens import tokens
from tests.exchange.figures.strokes import Stroke, noted

DATA = StaircaseData(
    "",
    "",
    (
        Stair(1, "Initial", "reached", True, 1.0),
        Stair(2, "Repeatable", "3 of 4 met", False, 0.75, "3 of 4"),
        Stair(3, "Defined", "0 of 5 met", False, 0.0, "0 of 5"),
    ),
)


def drawn(width: float, height: float) -> list[Stroke]:
    figure = Figure(figsize=(width / PIXELS_PER_INCH, height / PIXELS_PER_INCH), dpi=PIXELS_PER_INCH)
    paper = FigurePaper(figure, tokens("light"))
    paper.margin = 3.0
    strokes = noted(paper)
    draw_staircase(paper, DATA)
    return strokes


def words(strokes: list[Stroke]) -> list[str]:
    return [stroke.words for stroke in strokes if stroke.verb == "write"]


def test_names_stand_below_where_there_is_room() -> None:
    strokes = drawn(400, 160)
    floor = max(stroke.points[1][1] for stroke in strokes if stroke.verb == "box")
    below = [stroke.words for stroke in strokes if stroke.verb == "write" and stroke.points[0][1] > floor]
    assert below == ["Initial", "Repeatable", "Defined"]
    assert {"reached", "3 of 4 met", "0 of 5 met"} <= set(words(strokes))


def test_low_steps_have_their_names_inside_and_shorter_words_above() -> None:
    strokes = drawn(400, 64)
    assert {"Initial", "Repeatable", "Defined", "reached", "3 of 4", "0 of 5", "1", "2", "3"} == set(words(strokes))
    floor = max(stroke.points[1][1] for stroke in strokes if stroke.verb == "box")
    assert all(stroke.points[0][1] < floor for stroke in strokes if stroke.verb == "write")


def test_names_that_would_be_cut_to_nothing_are_left_out() -> None:
    assert {"1", "2", "3"} <= set(words(drawn(110, 64)))
    assert not {"Initial", "Repeatable", "Defined"} & set(words(drawn(110, 64)))
    assert not any(said.endswith("…") for said in words(drawn(110, 64)))


def test_a_step_is_as_full_as_its_share() -> None:
    boxes = [stroke for stroke in drawn(400, 160) if stroke.verb == "box"]
    half_tone = [box for box in boxes if ("fill", tokens("light").levels[1]) in box.look]
    whole = [box for box in boxes if ("border", tokens("light").line) in box.look]
    shares = [
        (part.points[1][1] - part.points[0][1]) / (all_.points[1][1] - all_.points[0][1])
        for part, all_ in zip(half_tone, whole, strict=True)
    ]
    assert [round(share, 2) for share in shares] == [0.75, 0.0]
