"""The road map: actions over quarters, what they wait for, and where that leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

import pytest
from matplotlib.figure import Figure
from msgspec.structs import replace

from desktop.exchange.deliverable import ActionLine, Deliverable, MilestoneLine, OutlookLine
from desktop.exchange.figures.drawing import roadmap as drawing
from desktop.exchange.figures.figure_paper import PIXELS_PER_INCH, FigurePaper
from desktop.exchange.figures.roadmap import roadmap_height, roadmap_plan
from desktop.exchange.figures.roadmap_data import BarState, RoadmapData, RoadmapOrder, roadmap_data
from desktop.exchange.tables.roadmap import in_time, outlook, owner_load, roadmap
from desktop.exchange.tokens import tokens
from desktop.model.planning.quarters import Quarter
from desktop.model.records import ActionStatus, DecimalMark
from desktop.wording.manners import Manner, written_in
from tests.exchange.figures.strokes import Stroke, noted

TODAY = dt.date(2031, 3, 15)
LIGHT = tokens("light")


def day(offset: int) -> dt.date:
    return TODAY + dt.timedelta(days=offset)


@pytest.fixture
def planned(every: Deliverable) -> Deliverable:
    """One that is done, one under way after it, one that begins too early, one overdue, one undated, one dropped."""

    def action(number: int, start: int | None, due: int | None, status: ActionStatus, **cells: object) -> ActionLine:
        base = replace(every.actions[0], id=f"a{number}", number=number, title=f"Do {number}", status=status)
        days = {"start": None if start is None else day(start), "due": None if due is None else day(due)}
        base = replace(base, model="", place="", part="", overdue=False, owner="Desk", needs=(), **days)
        return replace(base, **cells)

    actions = (
        action(1, -60, -10, ActionStatus.DONE, model="tiny", place="PLN", effort=Decimal(10)),
        action(2, 0, 40, ActionStatus.IN_PROGRESS, needs=(1,), percent=50, effort=Decimal(41)),
        action(3, 30, 60, ActionStatus.AGREED, needs=(2, 6), model="tiny-streams", place="DSK"),
        replace(action(4, -40, -1, ActionStatus.PROPOSED), overdue=True, owner=""),
        action(5, None, None, ActionStatus.PROPOSED),
        action(6, 0, 10, ActionStatus.DROPPED),
    )
    lines = tuple(
        OutlookLine(Quarter(2031, number), model, level)
        for number, levels in ((1, (1, 1)), (2, (2, 1)))
        for model, level in zip(("tiny", "tiny-streams"), levels, strict=True)
    )
    stone = MilestoneLine("All is written down", day(20), (2,))
    return replace(every, day=TODAY, actions=actions, milestones=(stone,), outlook=lines)


def data_of(deliverable: Deliverable, by: RoadmapOrder = RoadmapOrder.AREA) -> RoadmapData:
    return roadmap_data(in_time(deliverable), by=by)


def drawn(data: RoadmapData, width: float = 900, chosen: str = "") -> list[Stroke]:
    height = max(300.0, roadmap_height(data))
    size = (width / PIXELS_PER_INCH, height / PIXELS_PER_INCH)
    paper = FigurePaper(Figure(figsize=size, dpi=PIXELS_PER_INCH), LIGHT)
    strokes = noted(paper)
    drawing(data, chosen).draw(paper)
    for stroke in strokes:
        assert all(0 <= x <= width and 0 <= y <= height for x, y in stroke.points)
    return strokes


def words(strokes: Iterable[Stroke]) -> list[str]:
    return [stroke.words for stroke in strokes if stroke.verb == "write"]


def test_bars_stand_area_by_area_in_the_order_of_the_models_and_other_actions_last(planned: Deliverable) -> None:
    data = data_of(planned)
    assert [(group.name, [bar.number for bar in group.bars]) for group in data.groups] == [
        ("Area PLN", [1]),
        ("Stream DSK", [3]),
        ("Other actions", [4, 2]),
    ]
    assert data.notes == ("1 action has no day",)
    assert [bar.state for bar in data.bars] == [
        BarState.DONE,
        BarState.PLANNED,
        BarState.OVERDUE,
        BarState.UNDER_WAY,
    ]
    assert [bar.percent for bar in data.bars] == [100, 0, 0, 50]
    assert {bar.number: bar.needs for bar in data.bars} == {1: (), 2: ("a1",), 3: ("a2", "a6"), 4: ()}


def test_or_owner_by_owner(planned: Deliverable) -> None:
    data = data_of(planned, RoadmapOrder.OWNER)
    assert [(group.name, [bar.number for bar in group.bars]) for group in data.groups] == [
        ("Desk", [1, 2, 3]),
        ("Without an owner", [4]),
    ]


def test_the_quarters_tell_what_is_predicted_and_who_is_busy(planned: Deliverable) -> None:
    data = data_of(planned)
    assert data.quarters == (Quarter(2031, 1), Quarter(2031, 2))
    levels = {line.name: line.cells for line in data.levels}
    assert (levels["Tiny model"], levels["Tiny streams"]) == (("1", "2"), ("1", "1"))
    assert levels["Tiny criteria"] == ("", ""), "of which nothing is foretold here"
    assert [(line.name, line.cells) for line in data.loads] == [("Desk", ("27.0", "24.0"))], (
        "17 of 41 days lie in March"
    )
    with written_in(Manner(mark=DecimalMark.COMMA)):
        assert data_of(planned).loads[0].cells == ("27,0", "24,0")


def test_many_owners_are_told_together(planned: Deliverable) -> None:
    actions = tuple(replace(planned.actions[1], id=f"b{n}", number=n, owner=f"Owner {n:02}") for n in range(9))
    data = data_of(replace(planned, actions=actions))
    assert [line.name for line in data.loads] == [*(f"Owner {number:02}" for number in range(5)), "4 others"]
    assert data.loads[-1].cells == ("68.0", "96.0")


def test_it_draws_every_bar_within_its_days(planned: Deliverable) -> None:
    data = data_of(planned)
    strokes = drawn(data, chosen="a3")
    assert {"Do 1", "Do 2"} <= {text.partition(" ")[2] for text in words(strokes)}
    assert {"Q1 2031", "Q2 2031", "✓", "!", "All is written down"} <= set(words(strokes))
    paper = FigurePaper(Figure(figsize=(10, 6), dpi=PIXELS_PER_INCH), LIGHT)
    plan = roadmap_plan(paper, data, 0.0)
    box = plan.boxes["a2"]
    assert plan.day_at(box.left) == TODAY
    assert plan.day_at(box.right) == day(41), "a bar lasts to the end of its last day"
    assert plan.across(dt.date(2031, 1, 1)) == plan.left
    assert plan.across(dt.date(2040, 1, 1)) == plan.right
    ground = [stroke for stroke in strokes if ("fill", LIGHT.selection) in stroke.look]
    assert len(ground) == 1, "what is chosen stands out"


def test_a_line_shows_what_an_action_waits_for_and_whether_it_begins_too_early(planned: Deliverable) -> None:
    late = [stroke for stroke in drawn(data_of(planned)) if stroke.verb == "polygon"]
    colours = [stroke.look[0] for stroke in late]
    assert colours.count(LIGHT.mute) == 1, "2 begins after 1 is done"
    assert colours.count(LIGHT.bad) == 1, "3 begins before 2 is done"


def test_many_rows_stay_on_a_low_paper(planned: Deliverable) -> None:
    actions = tuple(replace(planned.actions[1], id=f"b{n}", number=n, needs=()) for n in range(1, 31))
    data = data_of(replace(planned, actions=actions))
    strokes = drawn(data, width=600)
    assert sum(text.endswith("Do 2") for text in words(strokes)) == 30


def test_without_a_day_it_says_what_to_do(planned: Deliverable) -> None:
    bare = data_of(replace(planned, actions=(planned.actions[4],), milestones=(), outlook=()))
    strokes = drawn(bare)
    assert any("No action has a day yet" in text for text in words(strokes))
    assert drawing(bare).words == ""


def test_it_is_told_in_words(planned: Deliverable) -> None:
    told = drawing(data_of(planned)).words
    assert told.startswith("1 Do 1: 2031-01-14 to 2031-03-05; ")
    assert "Tiny model: Q1 2031 1, Q2 2031 2" in told


def test_the_tables_tell_the_same(planned: Deliverable) -> None:
    rows = roadmap(planned)
    assert [row.action.number for row in rows.rows] == [1, 3, 4, 2, 5]
    assert rows.pick("area", "action.number", "quarter", "needs").cells[1] == ("Stream DSK", 3, "Q2 2031", "2, 6")
    assert owner_load(planned).cells == (
        ("Desk", Decimal("27.0"), Decimal("24.0"), 2),
        (None, None, None, 1),
    )
    shown = outlook(planned).pick("quarter", "tiny", "tiny-streams")
    assert shown.cells == (("Q1 2031", "1", "1"), ("Q2 2031", "2", "1"))
