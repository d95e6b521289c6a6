"""The review of forms that were read."""

import datetime as dt

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.exchange.forms.intake import ReadForm, take_forms
from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm, Unclear, UnclearCell
from desktop.ui.pages.questionnaires.review import Review
from desktop.ui.pages.questionnaires.review_items import Matter
from tests.builders_schemes import tiny_streams

MODEL = "it-service-cmm"
MONDAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


@pytest.fixture
def assessment(session):
    return session.assessment


@pytest.fixture
def people(assessment):
    return [one.id for one in assessment.preparation.participants()]


@pytest.fixture
def review(qtbot, session):
    found = Review()
    qtbot.addWidget(found)
    found.resize(1000, 600)
    found.show()
    return found


@pytest.fixture
def read(assessment, tmp_path):
    """What was read; forms get names in order."""

    def of(*forms):
        return [ReadForm(tmp_path / f"{number}.xlsx", form) for number, form in enumerate(forms, start=1)]

    return of


def form(assessment, person, choice="seldom", *, saved=MONDAY, unclear=(), **answers):
    """A form with one answer to the first three questions; `answers` go to some, with _ for -."""
    given = {question: FilledAnswer() for question in assessment.models.numbers(MODEL)}
    given |= {f"SCM-Q{number}": FilledAnswer(choice) for number in (1, 2, 3)}
    given |= {question.replace("_", "-"): FilledAnswer(answer) for question, answer in answers.items()}
    cells = tuple(UnclearCell(question, "Questions", 8, "1", "so so", Unclear.NO_CHOICE) for question in unclear)
    given |= dict.fromkeys(unclear, FilledAnswer())
    return FilledForm(assessment.questionnaires.identity(MODEL, person), saved, given, cells)


def press(review, *keys, repeat=False):
    for key in keys:
        text = key if len(key) == 1 else ""
        code = Qt.Key[f"Key_{key}"]
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text, repeat)
            QApplication.sendEvent(review.table, event)


def answers(assessment, person):
    found = assessment.questionnaires.answers(MODEL, person)
    return [found[f"SCM-Q{number}"].choice if f"SCM-Q{number}" in found else None for number in (1, 2, 3)]


def test_what_needs_no_decision_needs_no_review(review, assessment, people, read):
    blank = form(assessment, people[1], None)
    assert not review.begin(assessment, read(form(assessment, people[0]), blank))
    assert not review.items


def test_a_cell_is_settled_by_its_number(review, assessment, people, read):
    assert review.begin(assessment, read(form(assessment, people[0], unclear=["SCM-Q1", "SCM-Q2"])))
    first, second = review.items
    assert (first.matter, first.number, first.where) == (Matter.CELL, "P-01", "1.xlsx, sheet “Questions”, row 8")
    assert first.title.startswith("No. 1 · ")
    assert [option.digit for option in first.options] == [1, 2, 3, 4, 5, 6, 7, 0]
    assert (first.chosen, first.decision) == (None, "Leave unanswered")
    press(review, "2")
    assert review.items[0].decision == "Frequently"
    assert review.table.current_row().key == second.key
    press(review, "9")
    assert [item.chosen for item in review.items] == [2, None]
    press(review, "0")
    assert [item.chosen for item in review.items] == [2, 0]
    take_forms(assessment, review.read, review.settled())
    assert answers(assessment, people[0]) == ["frequently", None, "seldom"]


def test_a_held_key_decides_once(review, assessment, people, read):
    review.begin(assessment, read(form(assessment, people[0], unclear=["SCM-Q1", "SCM-Q2"])))
    press(review, "1")
    press(review, "1", repeat=True)
    assert [item.chosen for item in review.items] == [1, None]


def test_the_same_for_all_like_it(review, assessment, people, read):
    review.begin(assessment, read(form(assessment, people[0], unclear=["SCM-Q1", "SCM-Q2", "SCM-Q3"])))
    press(review, "A")
    assert [item.chosen for item in review.items] == [0, 0, 0]


def test_cells_are_alike_in_which_the_same_stands_and_what_was_decided_stays(review, assessment, people, read):
    found = form(assessment, people[0], unclear=["SCM-Q1", "SCM-Q2", "SCM-Q3"])
    other = form(assessment, people[1], unclear=["SCM-Q1"])
    cells = (replace(other.unclear[0], value="another"),)
    review.begin(assessment, read(found, replace(other, unclear=cells)))
    press(review, "3", "2", "A")
    assert [item.chosen for item in review.items] == [3, 2, 0, None]


@pytest.mark.parametrize(("key", "left"), [("1", ["seldom"] * 3), ("2", [None, None, "seldom"])])
def test_what_would_be_lost_is_counted_and_asked_about(review, assessment, people, read, key, left):
    assessment.questionnaires.take(form(assessment, people[0]))
    later = form(assessment, people[0], saved=MONDAY + dt.timedelta(days=9), SCM_Q1=None, SCM_Q2=None)
    assert review.begin(assessment, read(later))
    (item,) = review.items
    assert (item.matter, item.title, item.brief) == (Matter.EMPTIES, "2 answers would be lost", "No. 1, No. 2")
    press(review, key)
    take_forms(assessment, review.read, review.settled())
    assert answers(assessment, people[0]) == left


@pytest.mark.parametrize(("keys", "cleared"), [((), False), (("1",), False), (("2",), True), (("2", "1"), False)])
def test_a_blank_form_clears_only_what_the_user_says(review, assessment, people, read, keys, cleared):
    assessment.questionnaires.take(form(assessment, people[0]))
    assert review.begin(assessment, read(form(assessment, people[0], None), form(assessment, people[1], None)))
    (item,) = review.items
    assert (item.matter, item.title) == (Matter.BLANK, "A blank form would clear 3 answers")
    assert [(option.text, option.usual) for option in item.options] == [
        ("Keep 3 answers", True),
        ("Clear 3 answers", False),
    ]
    for key in keys:
        press(review, key)
        assert [item.chosen for item in review.items] == [int(key)]
    take_forms(assessment, review.read, review.settled())
    assert answers(assessment, people[0]) == ([None] * 3 if cleared else ["seldom"] * 3)
    again = review.begin(assessment, read(form(assessment, people[0], None)))
    assert not again
    assert review.begin(assessment, read(form(assessment, people[0], None)), again=True) == (not cleared)


@pytest.mark.parametrize(("keys", "said"), [((), "rarely"), (("1",), "rarely"), (("2",), "almost_always")])
def test_where_form_and_team_differ_the_user_decides(review, assessment, people, read, keys, said):
    assessment.questionnaires.answer(MODEL, people[0], "SCM-Q1", "rarely")
    assert review.begin(assessment, read(form(assessment, people[0], SCM_Q1="almost_always")))
    (item,) = review.items
    assert (item.matter, item.brief) == (Matter.CONTEST, "The team: Rarely if ever · The form: Almost always")
    press(review, *keys)
    take_forms(assessment, review.read, review.settled())
    assert answers(assessment, people[0]) == [said, "seldom", "seldom"]


@pytest.mark.parametrize(("keys", "said"), [((), "seldom"), (("2",), "seldom"), (("1",), "rarely")])
def test_a_version_that_may_be_older_counts_when_the_user_says_so(review, assessment, people, read, keys, said):
    assessment.questionnaires.take(form(assessment, people[0]))
    other = form(assessment, people[0], SCM_Q1="rarely", SCM_Q2=None, saved=MONDAY - dt.timedelta(hours=8))
    assert review.begin(assessment, read(other))
    assert [item.matter for item in review.items] == [Matter.VERSION]
    press(review, *keys)
    more = [Matter.EMPTIES] if keys == ("1",) else []
    assert [item.matter for item in review.items[1:]] == more
    take_forms(assessment, review.read, review.settled())
    assert answers(assessment, people[0])[0] == said


@pytest.mark.parametrize(("key", "said"), [("1", "seldom"), ("2", "rarely"), ("0", None)])
def test_of_versions_that_come_together_the_user_picks_one(review, assessment, people, read, key, said):
    first, second = form(assessment, people[0]), form(assessment, people[0], SCM_Q1="rarely")
    assert review.begin(assessment, read(first, second))
    (item,) = review.items
    assert (item.matter, item.chosen) == (Matter.VERSIONS, None)
    assert [option.digit for option in item.options] == [1, 2, 0]
    press(review, key)
    assert review.items[0].chosen == int(key)
    take_forms(assessment, review.read, review.settled())
    assert answers(assessment, people[0])[0] == said


def test_edits_meanwhile_are_seen(review, assessment, people, read):
    assessment.questionnaires.answer(MODEL, people[0], "SCM-Q1", "rarely")
    review.begin(assessment, read(form(assessment, people[0])))
    assert [item.matter for item in review.items] == [Matter.CONTEST]
    assessment.history.undo()
    review.refresh()
    assert review.items == ()
    take_forms(assessment, review.read, review.settled())
    assert answers(assessment, people[0]) == ["seldom"] * 3


def test_enter_asks_once_more_while_something_is_open(qtbot, review, assessment, people, read):
    review.begin(assessment, read(form(assessment, people[0], unclear=["SCM-Q1"])))
    with qtbot.assertNotEmitted(review.accepted):
        press(review, "Return")
    assert "Press Enter again" in review._summary.text()
    with qtbot.waitSignal(review.accepted):
        press(review, "Return")
    with qtbot.waitSignal(review.left):
        press(review, "Escape")


def test_a_level_is_chosen_by_its_text(qtbot, review, closed_session, tmp_path, read):
    with Assessment.create(tmp_path / "b.maturity", [tiny_streams()], author="Ada") as made:
        person = made.preparation.add_participant()
        cell = UnclearCell("DSK-Q1", "Questions", 8, "1", "two?", Unclear.SEVERAL)
        given = FilledForm(
            made.questionnaires.identity("tiny-streams", person), None, {"DSK-Q1": FilledAnswer()}, (cell,)
        )
        assert review.begin(made, read(given))
        assert review.items[0].options[0].text.startswith("Level 1 · ")
        assert "could be several" in review.items[0].reason
        review.end()
