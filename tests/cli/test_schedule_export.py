import datetime as dt

from desktop.model.assessment import Assessment
from desktop.model.records import SessionKind


def test_calendar_and_workbook_are_written(command, made, tmp_path):
    day = dt.date(2027, 3, 1)
    with Assessment.open(made, author="Ada") as assessment:
        member = assessment.preparation.add_member("Assessor A")
        for name in ("One", "Two"):
            session = assessment.interviews.add(SessionKind.INTERVIEW, name, day=day, starts="09:00")
            assessment.interviews.take_part(session, members=[member])
        assessment.interviews.add(SessionKind.INTERVIEW, "Loose")
        steps = len(assessment.history.steps())
    ran = command("export", made, "--out", tmp_path / "out", "--only", "schedule", "--zone", "Europe/Paris", "--json")
    assert ran.status == 0
    names = ["Example Services - schedule.ics", "Example Services - schedule.xlsx"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    assert ran.json["files"] == [str(tmp_path / "out" / name) for name in names]
    assert "Loose" in ran.err
    assert "1 clash" in ran.err
    with Assessment.open(made, author="Ada") as assessment:
        assert len(assessment.history.steps()) == steps


def test_nothing_is_written_where_nothing_is_planned_or_more_is_asked_for(command, made, tmp_path):
    for more, code in (
        ((), "schedule.empty"),
        (("--zone", "Paris"), "schedule.zone"),
        (("--only", "charts"), "export.alone"),
    ):
        ran = command("export", made, "--out", tmp_path / "out", "--only", "schedule", *more, "--json")
        assert ran.json["refused"]["code"] == code
    assert not (tmp_path / "out").exists()
