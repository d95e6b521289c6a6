"""Every released file format still opens, is sound, and says what it said."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.model.assessment import Assessment
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Rating
from desktop.model.store.file import make
from desktop.model.store.tables import FORMAT

FOLDER = Path(__file__).parent


@pytest.fixture(params=range(1, FORMAT + 1))
def copied(request, tmp_path):
    return shutil.copyfile(FOLDER / f"{request.param}.maturity", tmp_path / "site.maturity")


def schema(path):
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT type, name, sql FROM sqlite_master"))


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
        assert [action.status for action in assessment.actions.all()] == [ActionStatus.AGREED]
        assert assessment.ratings.areas("tiny")["PLN"].settled


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
