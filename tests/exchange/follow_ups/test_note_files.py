from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from desktop.exchange.follow_ups.due_calendar import due_bytes, due_days
from desktop.exchange.follow_ups.note_files import save_calendar, save_note, write_follow_up
from desktop.exchange.follow_ups.review_note import review_note
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.maturity import Direction
from desktop.model.records import ActionStatus
from tests.builders import tiny_pack

DAY = dt.date(2027, 3, 1)
A_DAY = dt.timedelta(days=1)
STAMP = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def assessment(tmp_path: Path) -> Iterator[Assessment]:
    path = tmp_path / "a.maturity"
    with Assessment.create(path, [tiny_pack()], author="Canary", organisation="Example Services") as made:
        yield made


@pytest.fixture
def review(assessment: Assessment) -> str:
    """A review that has talked about one of two actions; the id."""
    it = assessment.actions
    late = it.add("Write it down", owner="Desk lead", due=DAY - A_DAY, status=ActionStatus.IN_PROGRESS)
    it.add("Train the desk", owner="Head of desk", due=DAY + 9 * A_DAY, status=ActionStatus.AGREED)
    it.add("Some day")
    measure = assessment.measures.add(
        late, "Calls lost", direction=Direction.DOWN, baseline="20", target="5", due=DAY - A_DAY
    )
    assessment.measures.add_reading(measure, DAY - 9 * A_DAY, "18", note="canary note")
    first = assessment.reviews.plan("Canary review", DAY)
    assessment.reviews.plan("Next", DAY + 30 * A_DAY)
    assessment.reviews.record(first, late, text="The draft is with the desk", percent=60, day=DAY)
    return first


def words(content: bytes) -> str:
    word = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in word.paragraphs] + cells)


def test_the_note_says_what_was_said_what_was_not_and_what_is_behind(assessment, review, tmp_path):
    note = review_note(assessment, review, DAY)
    assert [(line.number, line.percent, line.said) for line in note.said] == [(1, 60, "The draft is with the desk")]
    assert [line.number for line in note.open] == [2]
    assert [(number, measure.name) for number, measure in note.off_track] == [(1, "Calls lost")]
    assert (note.upcoming, note.progress.open, note.progress.overdue) == (DAY + 30 * A_DAY, 3, 1)
    text = words(save_note(note, tmp_path / "n.docx").read_bytes())
    wanted = (
        "Follow-up review of 2027-03-01",
        "The draft is with the desk",
        "Train the desk",
        "Calls lost",
        "2027-03-31",
    )
    assert [each for each in wanted if each not in text] == []
    assert "anary" not in text
    book = load_workbook(save_note(note, tmp_path / "n.xlsx"))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert any(row[:3] == [1, "Write it down", "Desk lead"] for row in rows)


def test_a_review_that_has_said_nothing_has_no_note(assessment, review):
    silent = assessment.reviews.all()[-1].id
    with pytest.raises(RefusalError) as caught:
        review_note(assessment, silent, DAY)
    assert caught.value.code == "review.silent"


def test_the_calendar_has_open_actions_and_reviews_on_their_days(assessment, review):
    done = assessment.actions.add("Done already", due=DAY)
    assessment.actions.change(done, status=ActionStatus.DONE)
    content = due_bytes(due_days(assessment, DAY), STAMP)
    events = {str(event["summary"]): event for event in Calendar.from_ical(content).walk("VEVENT")}
    assert {name: event.decoded("dtstart") for name, event in events.items() if name != "Follow-up review"} == {
        "Due: Write it down": DAY - A_DAY,
        "Due: Train the desk": DAY + 9 * A_DAY,
    }
    assert content.count(b"SUMMARY:Follow-up review") == 2
    assert "Owner: Desk lead" in str(events["Due: Write it down"]["description"])
    assert b"anary" not in content
    assert due_bytes(due_days(assessment, DAY), STAMP) == content


def test_where_nothing_is_due_there_is_no_calendar(assessment):
    assessment.actions.add("Some day")
    with pytest.raises(RefusalError) as caught:
        due_days(assessment, DAY)
    assert caught.value.code == "follow_up.nothing_due"


def test_all_of_it_goes_into_a_folder(assessment, review, tmp_path):
    note, due = review_note(assessment, review, DAY), due_days(assessment, DAY)
    names = [path.name for path in write_follow_up(note, due, tmp_path / "out")]
    assert names == [
        "Example Services - review of 2027-03-01.docx",
        "Example Services - review of 2027-03-01.xlsx",
        "Example Services - due dates.ics",
    ]
    assert save_calendar(due, tmp_path / "x.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
