"""Every released file format still opens, is sound, and says what it said."""

import datetime as dt
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.model.assessment import Assessment
from desktop.model.maturity.parts import WHOLE
from desktop.model.records import FORMAT, ActionStatus, Adequacy
from desktop.model.scoring.vocabulary import Rating
from desktop.model.store.making import make

FOLDER = Path(__file__).parent


@pytest.fixture(params=range(1, FORMAT + 1))
def copied(request, tmp_path):
    return shutil.copyfile(FOLDER / f"{request.param}.maturity", tmp_path / "site.maturity")


def schema(path):
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name <> 'sqlite_sequence'"))


def test_it_opens_and_is_sound(copied):
    with Assessment.open(copied, author="Cy") as assessment:
        assert not assessment.readonly
        assert assessment.check() == ()


def test_it_says_what_it_said(copied):
    with Assessment.open(copied, author="Cy") as assessment:
        result = assessment.results.of("tiny")
        assert result.level.reached == 2
        assert {area.id: area.rating for area in result.areas} == {
            "PLN": Rating.SATISFIED,
            "SUP": Rating.SATISFIED,
            "STD": Rating.NOT_RATED,
            "DLV": Rating.OUT_OF_SCOPE,
        }
        answers = result.areas[0].answers
        assert (answers.n, answers.dont_know, answers.unanswered) == (4, 2, 3)
        assert assessment.preparation.details().sponsor == "The board"
        assert [member.name for member in assessment.preparation.members()] == ["Ada"]
        action = assessment.actions.all()[0]
        assert (action.title, action.status, action.aim) == ("Write the standard", ActionStatus.AGREED, "STD-G1")
        assert assessment.ratings.areas("tiny")["PLN"].settled


@pytest.fixture(params=range(2, FORMAT + 1))
def with_schemes(request, tmp_path):
    """From format 2 on there are three models, one of each scheme."""
    return shutil.copyfile(FOLDER / f"{request.param}.maturity", tmp_path / "site.maturity")


def test_streams_say_what_they_said(with_schemes):
    with Assessment.open(with_schemes, author="Cy") as assessment:
        result = assessment.results.of("tiny-streams")
        assert {stream.id: (stream.level, stream.rated, stream.target) for stream in result.streams} == {
            "DSK": (3, True, None),
            "REQ": (1, True, 3),
            "REP": (1, False, None),
        }
        assert assessment.streams.ratings("tiny-streams")["DSK"].reason == "The third text fits."
        assert result.answers.n == 1
        (standing,) = assessment.measures.all()
        assert [(reading.day, reading.value) for reading in standing.readings] == [(dt.date(2026, 5, 1), "67.5")]
        assert (standing.percent, standing.reached) == (25.0, False)
        assert assessment.actions.taken("tiny-streams")["REQ-2"].id == standing.measure.action


def test_statements_say_what_they_said(with_schemes):
    with Assessment.open(with_schemes, author="Cy") as assessment:
        result = assessment.results.of("tiny-criteria")
        assert {track.id: (track.level, track.uncapped, track.target) for track in result.tracks} == {
            "work": (2, 3, 3),
            "tool": (2, 2, 3),
        }
        assert assessment.statements.ratings("tiny-criteria")["TOL-3-1"].note == "Only by hand."
        assert set(assessment.evidence.by_practice("tiny-criteria")) == {"TOL-3-1"}
        assert set(assessment.targets.all("tiny-criteria")) == {WHOLE}
        shown = assessment.evidence.by_practice("tiny-criteria")["TOL-3-1"][0]
        assert (shown.version, shown.expires, shown.adequacy) == ("7.2", dt.date(2027, 3, 4), Adequacy.ADEQUATE)
        assert b"".join(assessment.attachments.content(shown.content)) == b"One, two, three.\n"


def test_its_history_can_be_undone_to_the_beginning(copied):
    with Assessment.open(copied, author="Cy") as assessment:
        redo = assessment.history.next_redo()
        assert redo is not None
        assert redo.label == "details.set"
        assessment.history.undo_to(0)
        assert assessment.models.all() == []
        assert assessment.check() == ()


def test_it_has_the_tables_of_a_new_file(copied, tmp_path):
    with Assessment.open(copied, author="Cy"):
        pass
    make(tmp_path / "new.maturity", {})
    assert schema(copied) == schema(tmp_path / "new.maturity")
