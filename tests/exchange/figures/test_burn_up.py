"""What was to be done by when, and what was."""

from __future__ import annotations

import datetime as dt

import pytest
from matplotlib.figure import Figure
from msgspec.structs import replace

from desktop.exchange.deliverable import ActionLine, Deliverable
from desktop.exchange.figures import FigureKind, table
from desktop.exchange.figures.burn_up import BurnUpData, burn_up_data
from desktop.exchange.figures.drawing import burn_up
from desktop.exchange.figures.figure_paper import PIXELS_PER_INCH, FigurePaper
from desktop.exchange.tables.burn_up import BurnUpRow, burn_up_rows
from desktop.exchange.tokens import tokens
from desktop.model.records import ActionStatus
from tests.exchange.figures.strokes import Stroke, noted

TODAY = dt.date(2031, 3, 15)
LIGHT = tokens("light")


def day(offset: int) -> dt.date:
    return TODAY + dt.timedelta(days=offset)


@pytest.fixture
def actions(every: Deliverable) -> list[ActionLine]:
    """Done before its day, done late, open, dropped, without a day, done and nobody wrote when."""
    told = [
        (ActionStatus.DONE, -10, -20),
        (ActionStatus.DONE, -10, -5),
        (ActionStatus.AGREED, 30, None),
        (ActionStatus.DROPPED, 40, -1),
        (ActionStatus.PROPOSED, None, None),
        (ActionStatus.DONE, 60, None),
    ]
    return [
        replace(
            every.actions[0],
            status=status,
            due=None if due is None else day(due),
            closed=None if closed is None else day(closed),
        )
        for status, due, closed in told
    ]


def drawn(data: BurnUpData, width: float = 700, height: float = 340) -> list[Stroke]:
    size = (width / PIXELS_PER_INCH, height / PIXELS_PER_INCH)
    paper = FigurePaper(Figure(figsize=size, dpi=PIXELS_PER_INCH), LIGHT)
    strokes = noted(paper)
    burn_up(data).draw(paper)
    for stroke in strokes:
        assert all(0 <= x <= width and 0 <= y <= height for x, y in stroke.points)
    return strokes


def climbing(strokes: list[Stroke], colour: str) -> Stroke:
    (line,) = [each for each in strokes if each.verb == "line" and each.look[0] == colour and len(each.points) > 2]
    return line


def test_rows_count_what_is_due_and_done_by_each_day(actions: list[ActionLine]) -> None:
    assert burn_up_rows(actions, TODAY) == (
        BurnUpRow(day(-20), 0, 1),
        BurnUpRow(day(-10), 2, 1),
        BurnUpRow(day(-5), 2, 2),
        BurnUpRow(TODAY, 2, 3),
        BurnUpRow(day(30), 3, None),
        BurnUpRow(day(60), 4, None),
    )


def test_what_was_closed_after_today_counts_today(actions: list[ActionLine]) -> None:
    """An export for an earlier day draws nothing to the right of it."""
    (row, *_later) = burn_up_rows([replace(actions[0], due=day(5), closed=day(2))], TODAY)
    assert row == BurnUpRow(TODAY, 0, 1)


def test_words_tell_how_far_one_is(actions: list[ActionLine]) -> None:
    told = burn_up(burn_up_data(actions, TODAY)).words
    assert told == ("2031-03-15: 3 of 5 actions done, 2 due by then; 4 due by 2031-05-14; 1 action has no due day")
    assert burn_up(burn_up_data([], TODAY)).words == ""


def test_lines_climb_by_steps_and_what_is_done_ends_today(actions: list[ActionLine]) -> None:
    strokes = drawn(burn_up_data(actions, TODAY))
    done, due = climbing(strokes, LIGHT.accent), climbing(strokes, LIGHT.mute)
    for line in (done, due):
        heights = [y for _x, y in line.points]
        assert heights == sorted(heights, reverse=True)
        assert all(x == to or y == there for (x, y), (to, there) in zip(line.points, line.points[1:], strict=False))
    (today,) = [each for each in strokes if each.verb == "line" and each.look[0] == LIGHT.edge]
    assert done.points[-1][0] == today.points[0][0] < due.points[-1][0]
    (ceiling,) = [each for each in strokes if each.verb == "line" and ("dashes", (1.0, 2.0)) in each.look][:1]
    assert ceiling.points[0][1] < due.points[-1][1] < done.points[-1][1]


def test_without_actions_it_is_said(every: Deliverable) -> None:
    strokes = drawn(burn_up_data([], TODAY))
    assert [each.words for each in strokes] == ["There are no actions yet."]
    assert table(FigureKind.BURN_UP, replace(every, actions=())).rows == ()


@pytest.mark.parametrize("count", [1, 7, 200])
def test_numbers_on_the_left_are_few_and_reach_all(actions: list[ActionLine], count: int) -> None:
    strokes = drawn(burn_up_data([actions[2]] * count, TODAY), 420, 300)
    numbers = [int(each.words) for each in strokes if each.verb == "write" and each.words.isdigit()]
    assert numbers[0] == 0
    assert count <= numbers[-1] <= count * 2
    assert len(numbers) <= 8
