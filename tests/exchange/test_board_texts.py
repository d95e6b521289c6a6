"""What a board is told of the results, whatever shows it."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from desktop.exchange.board_texts import has_level, level_now, limits, reasons
from desktop.exchange.deliverable import ActionLine, Deliverable, ModelPart
from desktop.model.records import ActionStatus, Priority
from desktop.model.scoring.vocabulary import Rating


def act(action: ActionLine, number: int, status: ActionStatus, priority: Priority, due: dt.date | None) -> ActionLine:
    return replace(action, number=number, status=status, priority=priority, due=due)


def with_gap(part: ModelPart, gap: int | None) -> ModelPart:
    return replace(part, whole=replace(part.whole, gap=gap))


def test_reasons_are_three_a_model_each_first_and_those_farthest_from_their_target_before(every: Deliverable) -> None:
    first, second, third = every.models
    names = [part.pack.name for part in every.models]
    told = reasons(replace(every, models=(with_gap(first, None), with_gap(second, 1), with_gap(third, 2))))
    assert [about.split("(")[1] for about, _reason in told] == [f"{names[place]})" for place in (2, 1, 0)]
    told = reasons(replace(every, models=(third,)))
    assert [about for about, _reason in told] == [
        third.pack.place_by_id[each.place].name for each in third.result.level.blockers
    ]


def test_the_heaviest_reason_of_a_model_comes_first(every: Deliverable) -> None:
    part = every.part("tiny-streams")
    light, heavy = (replace(each, work=work) for each, work in zip(part.result.level.blockers, (1, 9), strict=True))
    level = replace(part.result.level, blockers=(light, heavy))
    told = reasons(replace(every, models=(replace(part, result=replace(part.result, level=level)),)))
    assert told[0][0] == part.pack.place_by_id[heavy.place].name


def test_a_reason_names_its_next_action_or_that_there_is_none(every: Deliverable) -> None:
    part = every.part("tiny")
    (blocker,) = part.result.level.blockers
    some = replace(every.actions[0], model="tiny", place=blocker.place, overdue=False)
    day = dt.date(2026, 5, 1)
    done = act(some, 1, ActionStatus.DONE, Priority.HIGH, day)
    late = replace(act(some, 2, ActionStatus.AGREED, Priority.LOW, day), overdue=True, title="Ask", owner="Head")
    next_ = act(some, 3, ActionStatus.AGREED, Priority.HIGH, None)
    elsewhere = replace(next_, number=4, model="tiny-streams")

    def told(*actions: ActionLine) -> str:
        ((_about, reason),) = reasons(replace(every, models=(part,), actions=actions))
        return reason.split("\n")[1]

    assert told(done, elsewhere) == "No action yet."
    assert told(done, next_, late, elsewhere) == "Action: Ask (Head, overdue since 2026-05-01). 1 more is open."
    bare = replace(next_, owner="", title="Do")
    assert told(bare) == "Action: Do (no owner yet, no day yet)."


def test_what_was_not_assessed_names_its_model(every: Deliverable) -> None:
    told = dict(limits(every))
    assert list(told) == [part.pack.name for part in every.models]
    assert "Statements not judged: 4 of 16." in told[every.part("tiny-criteria").pack.name]


def test_a_model_has_a_level_once_some_of_it_is_rated_and_takes_part(every: Deliverable) -> None:
    streams, tracks = every.part("tiny-streams").result, every.part("tiny-criteria").result
    assert (has_level(streams), level_now(streams)) == (True, streams.level.reached)
    unrated = tuple(replace(each, rated=False) for each in streams.streams)
    assert level_now(replace(streams, streams=unrated)) is None
    assert has_level(replace(streams, streams=(*unrated[1:], streams.streams[0])))
    outside = tuple(replace(each, excluded=Rating.OUT_OF_SCOPE) for each in tracks.tracks)
    assert not has_level(replace(tracks, tracks=outside))
    assert has_level(replace(tracks, tracks=(*outside[1:], tracks.tracks[0])))
