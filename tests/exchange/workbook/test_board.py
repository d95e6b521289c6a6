"""The first sheet: what a board reads on one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from desktop.exchange.board_tables import next_actions
from desktop.exchange.deliverable import ActionLine, Deliverable
from desktop.exchange.workbook import write_workbook
from desktop.model.maturity import Link
from desktop.model.records import ActionStatus, Priority
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import board as sentences


def texts(book: Workbook) -> list[str]:
    return [cell for row in book["Summary"].iter_rows(values_only=True) for cell in row if isinstance(cell, str)]


def below(book: Workbook, heading: str) -> list[tuple[object, ...]]:
    """The rows under a section's title, up to an empty one."""
    rows: list[tuple[object, ...]] = list(book["Summary"].iter_rows(values_only=True))
    begin = next(number for number, row in enumerate(rows) if row[0] == heading) + 1
    end = next((number for number, row in enumerate(rows[begin:], begin) if not any(row)), len(rows))
    return rows[begin:end]


def written(deliverable: Deliverable, folder: Path) -> Workbook:
    write_workbook(deliverable, folder / "a.xlsx")
    return load_workbook(folder / "a.xlsx", data_only=True)


def test_each_model_has_a_sentence_its_level_and_its_target(every_result: Workbook, every: Deliverable) -> None:
    rows = list(every_result["Summary"].iter_rows(min_row=9, max_row=8 + len(every.models), values_only=True))
    assert rows == [
        (
            part.pack.name,
            sentences.result_sentence(part.result, part.pack),
            part.result.level.reached,
            part.whole.target,
        )
        for part in every.models
    ]


def test_it_is_in_words_without_codes(every_result: Workbook, every: Deliverable) -> None:
    sheet = every_result["Summary"]
    assert sheet.page_setup.orientation == "portrait"
    words = " ".join(texts(every_result))
    codes = [goal.id for part in every.models for area in part.pack.areas for goal in area.goals]
    codes += [id_ for part in every.models for id_ in (*part.pack.statement_by_id, *part.pack.item_by_id)]
    assert not [code for code in codes if code in words.split()]
    assert not {"Determined", "yes", "no"} & set(texts(every_result))


def test_a_model_of_which_nothing_is_rated_has_no_level(every: Deliverable, tmp_path: Path) -> None:
    part = every.part("tiny-streams")
    unrated = tuple(replace(stream, rated=False) for stream in part.result.streams)
    alone = replace(every, models=(replace(part, result=replace(part.result, streams=unrated)),))
    assert written(alone, tmp_path)["Summary"]["C9"].value is None


def test_no_reason_is_told_where_nothing_blocks(every: Deliverable, tmp_path: Path) -> None:
    part = every.part("tiny")
    level = replace(part.result.level, blockers=(), next=None, reached=3)
    alone = replace(every, models=(replace(part, result=replace(part.result, level=level)),))
    assert not [text for text in texts(written(alone, tmp_path)) if text.startswith("Why no higher level")]


def act(action: ActionLine, number: int, status: ActionStatus, priority: Priority, due: dt.date | None) -> ActionLine:
    return replace(action, number=number, status=status, priority=priority, due=due)


def numbers(actions: Iterable[ActionLine]) -> list[int]:
    return [action.number for action in actions]


def test_actions_are_five_open_ones_overdue_first_then_by_priority_and_day(
    deliverable: Deliverable, tmp_path: Path
) -> None:
    some, day = deliverable.actions[0], dt.date(2026, 5, 1)
    found = [
        act(some, 1, ActionStatus.AGREED, Priority.LOW, day),
        act(some, 2, ActionStatus.DONE, Priority.HIGH, day),
        act(some, 3, ActionStatus.DROPPED, Priority.HIGH, day),
        act(some, 4, ActionStatus.PROPOSED, Priority.HIGH, None),
        act(some, 5, ActionStatus.IN_PROGRESS, Priority.HIGH, day),
        act(some, 6, ActionStatus.AGREED, Priority.MEDIUM, day),
        act(some, 7, ActionStatus.AGREED, Priority.HIGH, dt.date(2026, 4, 1)),
        act(some, 8, ActionStatus.AGREED, Priority.LOW, day),
    ]
    found = [replace(each, overdue=each.number == 8) for each in found]
    told = replace(deliverable, actions=tuple(found))
    assert numbers(next_actions(told).rows) == [8, 7, 5, 4, 6]
    assert (
        "The first 5 of 6 open ones: overdue before others, then by priority and day. "
        "1 proposed, 4 agreed, 1 in progress, 1 done, 1 dropped; 1 is overdue."
    ) in texts(written(told, tmp_path))


def test_an_action_tells_owner_and_day_or_that_there_is_none(deliverable: Deliverable, tmp_path: Path) -> None:
    late, bare = (replace(deliverable.actions[1], status=ActionStatus.AGREED, number=number) for number in (1, 2))
    late = replace(late, overdue=True, priority=Priority.HIGH)
    bare = replace(bare, owner="", due=None, overdue=False, priority=Priority.LOW)
    told = below(written(replace(deliverable, actions=(late, bare)), tmp_path), "Next actions")
    assert told[0][0] == "2 agreed; 1 is overdue."
    told = told[2:]
    assert told[0][:3] == ("Area PLN", late.title, "Service manager")
    assert isinstance(told[0][3], dt.datetime)
    assert told[1] == ("Area PLN", bare.title, "no owner yet", "no day yet")


def test_without_actions_it_says_so(deliverable: Deliverable, tmp_path: Path) -> None:
    assert "No action is open." in texts(written(replace(deliverable, actions=()), tmp_path))


def test_what_was_not_assessed_is_told_of_each_model(every_result: Workbook, every: Deliverable) -> None:
    told = below(every_result, "What was not assessed, and how sure the team is")
    assert [row[0] for row in told] == [part.pack.name for part in every.models]
    assert "Statements not judged: 4 of 16." in str(told[1][1])


def disagreeing(every: Deliverable) -> Deliverable:
    """Every area satisfied, every stream at the lowest level, eight links between them."""
    areas, streams = every.part("tiny"), every.part("tiny-streams")
    links = [Link(origin=id_, model="tiny", to=("PLN", "SUP", "STD", "DLV"), why="One.") for id_ in ("DSK", "REQ")]
    good = tuple(replace(area, rating=Rating.SATISFIED) for area in areas.result.areas)
    low = tuple(replace(stream, level=1, rated=True) for stream in streams.result.streams)
    return replace(
        every,
        models=(
            replace(areas, result=replace(areas.result, areas=good)),
            replace(
                streams,
                pack=replace(streams.pack, crosswalk=tuple(links)),
                result=replace(streams.result, streams=low),
            ),
        ),
    )


def test_of_disagreements_at_most_five_are_told(every: Deliverable, tmp_path: Path) -> None:
    told = below(written(disagreeing(every), tmp_path), "Where models disagree, worth another look")
    assert len(told) == 5
    assert all("Both are about the same thing: One." in str(row[1]) for row in told)
    assert not [text for text in texts(written(every, tmp_path)) if text.startswith("Where models disagree")]


def test_levels_that_are_no_numbers_are_not_drawn(every: Deliverable, tmp_path: Path) -> None:
    part = every.part("tiny-streams")
    unrated = tuple(replace(stream, rated=False) for stream in part.result.streams)
    part = replace(part, result=replace(part.result, streams=unrated))
    other = replace(part, pack=replace(part.pack, id="other", name="Other"))
    title = "Level now and target"
    for deliverable, drawn in ((every, True), (replace(every, models=(part, other)), False)):
        written(deliverable, tmp_path)
        with ZipFile(tmp_path / "a.xlsx") as archive:
            charts = [archive.read(name).decode() for name in archive.namelist() if "charts/chart" in name]
        assert any(title in chart for chart in charts) is drawn
