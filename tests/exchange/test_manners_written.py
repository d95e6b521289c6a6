"""What leaves the program writes days and numbers as the assessment has chosen, whoever writes it."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from pathlib import Path

import pytest

from desktop.exchange.comparison import compare
from desktop.exchange.comparison_files import write_comparison
from desktop.exchange.deliverable import gather
from desktop.exchange.follow_ups.note_files import write_follow_up
from desktop.exchange.follow_ups.review_note import review_note
from desktop.exchange.planned_days import planned_days
from desktop.exchange.schedules.schedule_files import write_schedule
from desktop.exchange.trackers.content import tracker_content
from desktop.exchange.trackers.tracker_files import write_tracker
from desktop.exchange.workbook import write_team_detail, write_workbook
from desktop.model.assessment import Assessment
from desktop.model.records import DayStyle, DecimalMark, SessionKind
from desktop.wording import manners
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import DAY, filled

_ISO = re.compile(r"\b20\d\d-\d\d-\d\d\b")
_POINT = re.compile(r"(?<![\w.])\d+\.\d+(?![\d.])")
_SAID = re.compile(r"<(?:w:|a:)?t(?: [^>]*)?>([^<]*)<")
_TOLD_TO_TYPE = "2026-03-31"
"""How owners are told to type a day, which nobody can take for another one."""


@pytest.fixture
def assessment(tmp_path: Path):
    packs = [tiny_pack(), tiny_streams(), tiny_criteria()]
    with filled(tmp_path / "a.maturity", packs, respondents=30, upto=2) as opened:
        opened.preparation.set_details(day_style=DayStyle.DOTS, decimal_mark=DecimalMark.COMMA)
        yield opened


def said(path: Path) -> list[str]:
    """The texts of an office file that somebody sees."""
    found: list[str] = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.search(r"sharedStrings|word/(document|footer)|comments", name):
                found += _SAID.findall(archive.read(name).decode("utf-8"))
    return found


def written(assessment: Assessment, folder: Path) -> list[Path]:
    """Everything that is no export; those have their own tests."""
    day = dt.date(2031, 3, 4)
    review = assessment.reviews.plan("Review", day)
    action = assessment.actions.all()[0].id
    assessment.actions.change(action, due=dt.date(2031, 3, 9))
    assessment.reviews.record(review, action, text="Begun.", percent=10)
    assessment.interviews.add(SessionKind.INTERVIEW, "Desk", day=day, starts="09:00", ends="10:00")
    deliverable = gather(assessment, day=DAY)
    made = [
        *write_follow_up(review_note(assessment, review, day), None, folder),
        *[path for path in write_schedule(planned_days(assessment), folder, "UTC") if path.suffix == ".xlsx"],
        *[
            path
            for path in write_comparison(compare(assessment, assessment), "a", "b", folder)
            if path.suffix != ".png"
        ],
        folder / "results.xlsx",
        folder / "detail.xlsx",
    ]
    write_workbook(deliverable, folder / "results.xlsx")
    write_team_detail(deliverable, folder / "detail.xlsx")
    return made


def test_no_day_and_no_decimals_of_another_manner(assessment: Assessment, tmp_path: Path) -> None:
    versions = {each.pack.version for each in assessment.models.all()}
    found = {
        path.name: wrong
        for path in written(assessment, tmp_path)
        if (
            wrong := [
                text
                for text in said(path)
                if _ISO.search(text) or any(each not in versions for each in _POINT.findall(text))
            ]
        )
    }
    assert found == {}


def test_a_tracker_shows_days_as_they_are_chosen(assessment: Assessment, tmp_path: Path) -> None:
    path = write_tracker(tracker_content(assessment, DAY), tmp_path)
    with zipfile.ZipFile(path) as archive:
        styles = archive.read("xl/styles.xml").decode("utf-8")
        words = " ".join(_SAID.findall(archive.read("xl/sharedStrings.xml").decode("utf-8")))
        first = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
    assert "dd.mm.yyyy" in styles
    assert "yyyy-mm-dd" not in styles
    assert "as it was on 31.03.2026" in words
    assert "31.03.2026" in first, "in the footer"
    assert manners.day_format() == "yyyy-mm-dd", "nothing of it stays in force"
