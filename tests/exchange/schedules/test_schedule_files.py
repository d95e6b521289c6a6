from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event
from openpyxl import load_workbook

from desktop.exchange.planned_days import PlannedDays, planned_days
from desktop.exchange.schedules.calendar_file import calendar_bytes, uid
from desktop.exchange.schedules.local_zone import is_zone, local_zone
from desktop.exchange.schedules.schedule_files import save_schedule, write_schedule
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind
from tests.builders import tiny_pack

MONDAY = dt.date(2027, 3, 1)
STAMP = dt.datetime(2027, 2, 1, 12, tzinfo=dt.UTC)
PARIS = "Europe/Paris"


@pytest.fixture(scope="module")
def assessment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assessment]:
    path = tmp_path_factory.mktemp("schedule") / "a.maturity"
    with Assessment.create(path, [tiny_pack()], author="Ada", organisation="Example; Services") as made:
        it, preparation = made.interviews, made.preparation
        lead = preparation.add_member("Assessor A")
        person = preparation.add_participant(role="Manager", name="Canary Name", email="canary@example.org")
        talk = it.add(
            SessionKind.INTERVIEW,
            "Talk, with a comma; and more",
            day=MONDAY,
            starts="09:30",
            ends="10:45",
            place="Room 1",
        )
        it.take_part(talk, members=[lead], participants=[person])
        it.set_areas(talk, [Ref("tiny", "PLN")])
        it.note(talk, "canary note", participant=person)
        forms = MONDAY + dt.timedelta(days=27)
        it.add(SessionKind.QUESTIONNAIRES, "Forms", day=forms, last_day=forms + dt.timedelta(days=2))
        it.add(SessionKind.DEBRIEF, "Debrief", day=MONDAY + dt.timedelta(days=30), starts="16:00")
        it.add(SessionKind.OTHER, "Loose")
        it.add(SessionKind.OTHER, "Backwards", day=MONDAY, starts="10:00", ends="09:00")
        yield made


@pytest.fixture(scope="module")
def schedule(assessment: Assessment) -> PlannedDays:
    return planned_days(assessment)


def events(content: bytes) -> dict[str, Event]:
    found = [event for event in Calendar.from_ical(content).walk("VEVENT") if isinstance(event, Event)]
    return {str(event["summary"]): event for event in found}


def test_sessions_keep_their_identity_and_their_local_times(assessment, schedule):
    found = events(calendar_bytes(schedule, PARIS, STAMP))
    assert list(found) == ["Talk, with a comma; and more", "Forms", "Debrief"]
    talk, forms, debrief = found.values()
    assert str(talk["uid"]) == uid(assessment.interviews.all()[0].id, assessment.about()["id"])
    zone = ZoneInfo(PARIS)
    assert talk.decoded("dtstart") == dt.datetime(2027, 3, 1, 9, 30, tzinfo=zone)
    assert talk.decoded("dtend") == dt.datetime(2027, 3, 1, 10, 45, tzinfo=zone)
    assert talk["dtstart"].params["TZID"] == PARIS
    assert str(talk["location"]) == "Room 1"
    assert str(talk["description"]) == "Team: Assessor A\nIs heard: P-01 Manager\nAbout: PLN"
    assert (forms.decoded("dtstart"), forms.decoded("dtend")) == (dt.date(2027, 3, 28), dt.date(2027, 3, 31))
    assert forms["transp"] == "TRANSPARENT"
    summer = debrief.decoded("dtstart")
    assert (summer.hour, summer.utcoffset()) == (16, dt.timedelta(hours=2))
    assert debrief.decoded("dtend") - summer == dt.timedelta(hours=1)


def test_the_rules_of_the_time_zone_are_in_the_file(schedule):
    content = calendar_bytes(schedule, PARIS, STAMP)
    assert [str(zone["tzid"]) for zone in Calendar.from_ical(content).walk("VTIMEZONE")] == [PARIS]
    assert content == calendar_bytes(schedule, PARIS, STAMP)


def test_without_a_zone_times_are_those_of_the_wall_clock(schedule):
    talk = events(calendar_bytes(schedule, "", STAMP))["Talk, with a comma; and more"]
    assert talk.decoded("dtstart").isoformat() == "2027-03-01T09:30:00"


def test_nobody_who_takes_part_is_named_in_any_byte(schedule, tmp_path):
    for path in write_schedule(schedule, tmp_path / "out"):
        content = path.read_bytes()
        if path.suffix == ".xlsx":
            sheets = load_workbook(path).worksheets
            content = repr([[cell.value for cell in row] for sheet in sheets for row in sheet.iter_rows()]).encode()
        assert b"P-01 Manager" in content
        assert b"canary" not in content.lower()


def test_the_workbook_has_a_row_for_each_session(schedule, tmp_path):
    path = save_schedule(schedule, tmp_path / "plan.xlsx")
    sheet = load_workbook(path)["Schedule"]
    assert "for the assessment team" in str(sheet["A2"].value)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [row[1] for row in rows] == ["Talk, with a comma; and more", "Forms", "Debrief"]
    (role,) = [row for row in load_workbook(path)["Sampling"].iter_rows(min_row=5) if row[0].value == "Role"]
    assert [cell.value for cell in role] == ["Role", "Manager", 1, 1, 1, 0, None]
    assert rows[0][2:6] == ["Mon", None, "09:30–10:45", "Interview"]


def test_nothing_planned_writes_nothing(tmp_path):
    with pytest.raises(RefusalError) as caught:
        save_schedule(PlannedDays("a", "", (), ("Loose",)), tmp_path / "a.ics")
    assert caught.value.code == "schedule.empty"
    assert not list(tmp_path.iterdir())


def test_the_zone_of_the_computer_is_one_that_calendars_know(monkeypatch):
    monkeypatch.setenv("TZ", PARIS)
    assert local_zone() == PARIS
    monkeypatch.setenv("TZ", "Nowhere/At all")
    assert local_zone() == "" or is_zone(local_zone())
    assert not is_zone("../etc/passwd")
