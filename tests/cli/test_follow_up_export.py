import datetime as dt

from desktop.model.assessment import Assessment


def test_the_note_and_the_calendar_are_written_by_themselves(command, scored, tmp_path):
    out = tmp_path / "out"
    with Assessment.open(scored, author="Ada") as assessment:
        action = assessment.actions.add("Write it down", due=dt.date(2027, 3, 1))
    ran = command("export", scored, "--out", out, "--only", "follow-up", "--json")
    assert [name.rpartition(" - ")[2] for name in ran.json["files"]] == ["due dates.ics"]
    assert "No review has said anything yet" in ran.err
    with Assessment.open(scored, author="Ada") as assessment:
        review = assessment.reviews.plan("First", dt.date(2027, 3, 1))
        assessment.reviews.record(review, action, text="Nearly there")
    ran = command("export", scored, "--out", out, "--only", "follow-up", "--json")
    assert len(ran.json["files"]) == 3
    assert command("export", scored, "--out", out, "--only", "follow-up", "--only", "charts").status == 1
