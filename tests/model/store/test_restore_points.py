"""Restore points: whole copies under names that tell what they are, kept by a rule."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.errors import RefusalError
from desktop.model.records import Details
from desktop.model.store import restore_points
from desktop.model.store.restore_points import (
    KeepRule,
    RestorePoint,
    Why,
    before,
    folder_of,
    is_restore_point,
    kept_before,
    let_go,
    make,
    points_in,
    read,
    rule_of,
    save_as,
    say_rule,
    telling_of_points,
    tidy_up,
)
from desktop.model.store.store import Store
from desktop.wording.refusals import sentence
from tests.encrypted import MARKER, key, other_key
from tests.thoroughness import tries

TODAY = dt.date(2026, 6, 30)


def _point(day: dt.date, why: Why = Why.DAY, hour: int = 9) -> RestorePoint:
    at = dt.datetime.combine(day, dt.time(hour)).astimezone()
    return RestorePoint(Path(f"{at:%Y-%m-%d %H.%M.%S} {why}.maturity"), why, at)


def test_a_point_is_the_whole_file_and_tells_what_it_is(store, path):
    with store.step("details.set") as step:
        step.draft.put(Details, "assessment", organisation="x")
    made = make(path, folder_of(path), Why.NAMED, "Before the\ndebrief", "Ada")
    assert (made.name, made.author, made.step, made.why) == ("Before the debrief", "Ada", 1, Why.NAMED)
    assert made.path.parent == path.with_name("site.restore-points")
    assert points_in(made.path.parent) == [RestorePoint(made.path, Why.NAMED, made.at, size=made.path.stat().st_size)]
    assert is_restore_point(made.path)
    assert not is_restore_point(path)
    with closing(Store.open(made.path, "", readonly=True)) as found:
        assert found.whole().records == store.whole().records
        assert found.check() == ()


def test_two_in_a_second_do_not_meet(store, path, monkeypatch):
    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2026, 6, 30, 12, 0, 0, tzinfo=tz)

    monkeypatch.setattr("desktop.model.store.restore_points.dt.datetime", Clock)
    names = {make(path, folder_of(path), Why.DAY).path.name for _ in range(3)}
    assert names == {f"2026-06-30 12.00.00 day{more}.maturity" for more in ("", " 2", " 3")}


def test_where_they_lie(path, tmp_path):
    assert folder_of(path, str(tmp_path / "gone")) == path.with_name("site.restore-points")
    other = tmp_path / "share"
    other.mkdir()
    assert folder_of(path, str(other)) == other / "site.restore-points"


def test_nothing_is_left_of_one_that_could_not_be_made(store, path, monkeypatch):
    monkeypatch.setattr(restore_points, "copy_pages", lambda *_: (_ for _ in ()).throw(OSError(28, "full", str(path))))
    with pytest.raises((RefusalError, OSError)):
        make(path, folder_of(path), Why.DAY)
    assert not folder_of(path).exists()


def test_what_is_no_point_is_left_alone(store, path):
    folder = folder_of(path)
    made = make(path, folder, Why.DAY)
    for name in ("2026-06-30 12.00.00 mine.maturity", "notes.txt", "2026-99-30 12.00.00 day.maturity"):
        (folder / name).write_text("mine", encoding="utf-8")
    (folder / "2020-01-01 12.00.00 day.maturity").symlink_to(path)
    (folder / "2020-01-02 12.00.00 day.maturity").write_text("spoilt", encoding="utf-8")
    assert [point.path for point in points_in(folder)] == [made.path, folder / "2020-01-02 12.00.00 day.maturity"]
    assert [read(point).readable for point in points_in(folder)] == [True, False]
    assert [point.path.name for point in tidy_up(folder, KeepRule(), TODAY)] == ["2020-01-02 12.00.00 day.maturity"]
    assert {"notes.txt", "2020-01-01 12.00.00 day.maturity"} <= {each.name for each in folder.iterdir()}


def test_before_something_is_done(store, path):
    made = before(store, Why.MERGE)
    assert (made.why, made.author) == (Why.MERGE, "Ada")
    assert [each.path for each in points_in(folder_of(path))] == [made.path]


def test_the_rule_stands_in_the_file(store, tmp_path):
    assert rule_of(store.about()) == KeepRule()
    assert rule_of({"restore_days": "-3", "restore_weeks": "9" * 9}) == KeepRule()
    say_rule(store, KeepRule(3, 0), str(tmp_path))
    assert rule_of(store.about()) == KeepRule(3, 0)
    assert restore_points.chosen_folder(store.about()) == str(tmp_path)
    assert (store.steps(), store.check()) == ([], ())


def test_a_file_of_its_own(store, path, tmp_path):
    made = make(path, folder_of(path), Why.NAMED, "x")
    save_as(made, tmp_path / "own.maturity")
    with closing(Store.open(tmp_path / "own.maturity", "Eve")) as own:
        assert (own.about(), own.readonly) == (store.about(), False)
    with pytest.raises(RefusalError, match=r"file\.exists"):
        save_as(made, tmp_path / "own.maturity")


def test_all_of_the_last_days_then_the_first_of_each_week():
    points = [_point(TODAY - dt.timedelta(days=back)) for back in range(60)]
    gone = let_go([*points, _point(dt.date(2020, 1, 1), Why.NAMED)], KeepRule(days=10, weeks=4), TODAY)
    kept = [point.at.date() for point in points if point not in gone]
    last_days = [TODAY - dt.timedelta(days=back) for back in range(10)]
    assert kept == [*last_days, *map(dt.date.fromisoformat, ("2026-06-15", "2026-06-08", "2026-06-01", "2026-05-25"))]


def test_the_first_of_a_day_s_week_counts_and_the_newest_stays():
    points = [_point(dt.date(2026, 6, 1), hour=hour) for hour in (8, 10)]
    assert let_go(points, KeepRule(days=1, weeks=8), TODAY) == []
    assert let_go([*points, _point(TODAY)], KeepRule(days=1, weeks=8), TODAY) == [points[1]]
    assert let_go(points, KeepRule(days=1, weeks=0), TODAY) == [points[0]]


@tries(40)
@given(
    points=st.lists(st.tuples(st.integers(0, 400), st.sampled_from([*Why]), st.integers(0, 23)), max_size=30),
    days=st.integers(1, 30),
    weeks=st.integers(0, 30),
)
def test_what_is_kept_today_is_no_more_tomorrow(points, days, weeks):
    every = [_point(TODAY - dt.timedelta(days=back), why, hour) for back, why, hour in points]
    rule = KeepRule(days, weeks)
    gone = let_go(every, rule, TODAY)
    left = [point for point in every if point not in gone]
    assert let_go(left, rule, TODAY) == []
    assert all(point.why is not Why.NAMED for point in gone)
    assert {point.path for point in gone} <= {p.path for p in let_go(every, rule, TODAY + dt.timedelta(days=1))}


def test_that_of_an_encrypted_file_is_encrypted(path, tmp_path):
    with closing(Store.create(path, "Ada", {"id": "a1"}, key=key())) as store:
        with store.step("details.set") as step:
            step.draft.put(Details, "assessment", organisation=MARKER)
        made = make(path, folder_of(path), Why.NAMED, MARKER, "Ada", key())
        assert read(made, key()).name == MARKER
        assert not read(made).readable
        assert not read(made, other_key()).readable
        assert MARKER.encode() not in made.path.read_bytes()
        save_as(made, tmp_path / "own.maturity", key())
        with closing(Store.open(tmp_path / "own.maturity", "Eve", key=key())) as own:
            assert own.whole().records == store.whole().records
        before(store, Why.DAY)


def test_a_damaged_file_names_its_newest_point_which_nobody_writes_to(store, path):
    made = make(path, folder_of(path), Why.DAY)
    store.close()
    path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    with pytest.raises(RefusalError) as refused, telling_of_points(path):
        Store.open(path, "Ada")
    assert refused.value.facts["point"] == made.path
    assert str(made.path) in sentence(refused.value)
    with closing(Store.open(made.path, "Ada")) as point:
        assert point.readonly
    with pytest.raises(RefusalError) as refused, telling_of_points(path.with_name("none.maturity")):
        Store.open(path.with_name("none.maturity"), "Ada")
    assert "point" not in refused.value.facts


def test_copies_kept_before_a_migration_are_told_and_stay(store, path):
    kept = path.with_name("site.before-format-2.maturity")
    kept.write_bytes(path.read_bytes())
    (point,) = kept_before(path)
    assert (point.path, point.why) == (kept, Why.MIGRATION)
    tidy_up(folder_of(path), KeepRule(1, 0), TODAY)
    assert kept.exists()
