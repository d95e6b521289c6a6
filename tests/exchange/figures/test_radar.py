from __future__ import annotations

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from msgspec.structs import replace

from desktop.exchange.figures.data import Axis, RadarData, Rings, Role, Series
from desktop.exchange.figures.figure_paper import PIXELS_PER_INCH, FigurePaper
from desktop.exchange.figures.radar import _runs, _style, draw_radar, plan
from desktop.exchange.tokens import tokens

LIGHT = tokens("light")
LONG = (
    "Service request and incident management",
    "Quantitative process management",
    "Organisation process definition",
    "Training",
)


def radar(count: int, *, gap: bool = False) -> RadarData:
    values = tuple(None if gap and i % 3 == 0 else float((i * 97 + 31) % 101) for i in range(count))
    return RadarData(
        title="Practices in place",
        subtitle="Northern region · Model",
        axes=tuple(
            Axis(f"A{i}", LONG[i % 4], "not rated" if value is None else f"{value} %") for i, value in enumerate(values)
        ),
        series=lines(values, tuple(60.0 for _ in range(count))),
        rings=Rings((25, 50, 75, 100), "100 percent"),
        full_names=False,
    )


def lines(now: tuple[float | None, ...], survey: tuple[float | None, ...]) -> tuple[Series, ...]:
    return (Series(Role.NOW, "Practices in place", now), Series(Role.SURVEY, "Mean of the answers", survey))


def sheet(width: float, height: float) -> Figure:
    return Figure(figsize=(width / PIXELS_PER_INCH, height / PIXELS_PER_INCH), dpi=PIXELS_PER_INCH)


@pytest.mark.parametrize("count", [3, 5, 9, 22, 30])
@pytest.mark.parametrize(("width", "height"), [(1120, 900), (720, 520), (460, 360)])
def test_labels_neither_overlap_nor_leave_the_sheet(count: int, width: float, height: float) -> None:
    paper = FigurePaper(sheet(width, height), LIGHT)
    found = plan(paper, radar(count), 60)
    for number, box in enumerate(found.boxes):
        assert not any(box.meets(other) for other in found.boxes[number + 1 :])
        assert box.left >= 0
        assert box.right <= width
        assert box.top >= 60
        assert box.bottom <= height
    assert found.radius >= 60


def test_drawn_text_is_where_it_was_planned() -> None:
    """What matplotlib really draws, measured: no label meets another, at 22 axes with long names."""
    figure = sheet(1120, 900)
    draw_radar(FigurePaper(figure, LIGHT), radar(22))
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]  # of the Agg canvas
    texts = [text for text in figure.axes[0].get_children() if isinstance(text, Text) and text.get_text()]
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts]
    for number, (words, box) in enumerate(boxes):
        for other_words, other in boxes[number + 1 :]:
            assert not box.padded(-1).overlaps(other.padded(-1)), (words, other_words)


def test_full_names_where_they_fit_else_ids() -> None:
    assert plan(FigurePaper(sheet(1120, 900), LIGHT), radar(22), 60).labels[0].text.startswith("A0 Service request")
    assert plan(FigurePaper(sheet(460, 360), LIGHT), radar(22), 60).labels[0].text.startswith("A0\n") or (
        plan(FigurePaper(sheet(460, 360), LIGHT), radar(22), 60).labels[0].text == "A0"
    )


def test_a_missing_value_breaks_the_line() -> None:
    a, b, c, d = (0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0)
    assert _runs([a, b, c]) == [[a, b, c, a]]
    assert _runs([a, None, c, d]) == [[c, d, a]]
    assert _runs([None, b, None, d]) == [[b], [d]]
    assert _runs([None, None]) == []


def test_a_missing_value_is_told() -> None:
    figure = sheet(900, 700)
    draw_radar(FigurePaper(figure, LIGHT), radar(6, gap=True))
    words = [text.get_text() for text in figure.axes[0].get_children() if isinstance(text, Text)]
    assert words.count("not rated") == 2


@pytest.mark.parametrize("count", [1, 2])
def test_one_and_two_axes_are_bars(count: int) -> None:
    figure = sheet(720, 520)
    draw_radar(FigurePaper(figure, LIGHT), radar(count))
    drawn = [each for each in figure.axes[0].get_children() if isinstance(each, Rectangle) and each.get_width() > 1]
    longest = max(each.get_width() for each in drawn)
    assert longest == pytest.approx(680)
    assert len(drawn) >= count + 1


@pytest.mark.parametrize(
    "data",
    [
        radar(0),
        RadarData(
            "T", "", (Axis("A", "Area"),) * 4, lines((None,) * 4, (None,) * 4), Rings((50, 100)), full_names=True
        ),
    ],
)
def test_nothing_to_show_is_said(data: RadarData) -> None:
    figure = sheet(720, 520)
    draw_radar(FigurePaper(figure, LIGHT), data)
    words = " ".join(text.get_text() for text in figure.axes[0].get_children() if isinstance(text, Text))
    assert ("Nothing has been answered or rated yet." if data.axes else "Nothing is in scope.") in words


def test_all_equal_and_extreme_values_are_drawn() -> None:
    for value in (0.0, 100.0):
        found = lines((value,) * 5, (value,) * 5)
        data = RadarData("T", "", (Axis("A", "Area"),) * 5, found, Rings((50, 100)), full_names=True)
        draw_radar(FigurePaper(sheet(720, 520), LIGHT), data)


def test_every_line_with_a_value_is_in_the_legend() -> None:
    base = radar(5)
    target = Series(Role.TARGET, "Target", (None, 3.0, None, None, None))
    empty = Series(Role.SURVEY, "Nothing said", (None,) * 5)
    figure = sheet(720, 520)
    draw_radar(FigurePaper(figure, LIGHT), replace(base, series=(base.series[0], empty, target)))
    words = [text.get_text() for text in figure.axes[0].get_children() if isinstance(text, Text)]
    assert {"Practices in place", "Target", "100 percent"} <= set(words)
    assert "Nothing said" not in words


def test_lines_differ_without_colour() -> None:
    looks = [_style(role, LIGHT) for role in Role]
    assert len({(look.dashes, look.marker) for look in looks}) == len(looks)


def test_narrow_papers_show_ids_rather_than_a_tiny_radar() -> None:
    data = replace(radar(7), full_names=True, title="")
    wide, narrow = (plan(FigurePaper(sheet(width, 320), LIGHT), data, 3) for width in (480, 240))
    assert wide.labels[0].text.startswith("Service request")
    assert narrow.labels[0].text.startswith("A0")
    assert narrow.radius >= 0.24 * 240
