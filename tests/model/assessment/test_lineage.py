"""Forms and published numbers of a version that another took the place of."""

import datetime as dt

import pytest
from msgspec.structs import replace

from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm, Outcome, Unclear, UnclearCell
from desktop.model.maturity import Question
from desktop.model.records import Adoption
from tests.model.assessment.returned import MONDAY
from tests.newer_versions import staged_1, staged_2

DAY = dt.date(2026, 5, 1)
SIX, TWELVE = {"often": 6}, {"often": 12}


@pytest.fixture
def staged(moulds, path):
    with moulds.cast(
        "lineage", path, lambda made: Assessment.create(made, [staged_1()], author="Ada"), author="A"
    ) as it:
        yield it


def renumbered():
    """`staged_1` with its first question under another id."""
    area, *others = staged_1().areas
    first, *questions = area.questions
    asked = (Question(id="PLN-Q7", text=first.text, informs=first.informs), *questions)
    return replace(staged_1(), version="1.1", areas=(replace(area, questions=asked), *others))


@pytest.fixture
def late(staged):
    """A form of the first version, filled in."""
    person = staged.preparation.add_participant()
    said = {"PLN-Q1": FilledAnswer("often"), "PLN-Q2": FilledAnswer("seldom", "Hm."), "STD-Q1": FilledAnswer()}
    return FilledForm(staged.questionnaires.identity("tiny", person), MONDAY, said)


def choices(assessment, form):
    said = assessment.questionnaires.answers("tiny", form.identity.participant)
    return {question: answer.choice for question, answer in said.items() if answer.choice}


def test_a_form_of_an_earlier_version_is_taken_as_far_as_its_questions_go_on(staged, late):
    staged.adoptions.adopt(staged_2())
    (examined,) = staged.questionnaires.examine([late])
    assert examined.form.outdated == ("Are estimates compared with what was spent?",)
    assert staged.questionnaires.take(late).outcome is Outcome.NEW
    assert choices(staged, late) == {"PLN-Q1": "often"}
    assert staged.questionnaires.take(late).outcome is Outcome.UNCHANGED


def test_over_several_versions_and_to_another_id(staged, late):
    staged.adoptions.adopt(renumbered())
    staged.adoptions.adopt(replace(renumbered(), version="1.2"))
    staged.questionnaires.take(late)
    assert choices(staged, late) == {"PLN-Q7": "often", "PLN-Q2": "seldom"}


def test_what_was_unclear_stays_so_under_its_new_id(staged, late):
    cells = tuple(UnclearCell(question, "Questions", 4, "1", "?", Unclear.NO_CHOICE) for question in late.answers)
    staged.adoptions.adopt(renumbered())
    (examined,) = staged.questionnaires.examine([replace(late, unclear=cells)])
    assert [cell.question for cell in examined.unclear] == ["PLN-Q7", "PLN-Q2", "STD-Q1"]


def test_the_same_form_is_known_again_after_the_version_was_adopted(staged, late):
    staged.questionnaires.take(late)
    staged.adoptions.adopt(renumbered())
    assert choices(staged, late) == {"PLN-Q7": "often", "PLN-Q2": "seldom"}
    assert staged.questionnaires.take(late).outcome is Outcome.UNCHANGED
    later = replace(
        late, answers={**late.answers, "PLN-Q1": FilledAnswer("always")}, saved=MONDAY + dt.timedelta(days=4)
    )
    assert staged.questionnaires.take(later).outcome is Outcome.REPLACED
    assert choices(staged, late)["PLN-Q7"] == "always"


def test_without_a_way_to_the_version_in_use_a_form_is_refused(staged, late, refused):
    staged.adoptions.adopt(renumbered())
    other = staged.questionnaires.identity("tiny", late.identity.participant)
    staged.history.undo()
    assert refused(staged.questionnaires.take, replace(late, identity=other)) == "form.other_version"
    staged.history.redo()
    scale = replace(late, identity=replace(late.identity, scale="yes_no_4"))
    assert refused(staged.questionnaires.take, scale) == "form.other_version"


def test_versions_that_replace_each_other_lead_nowhere(staged, late, refused):
    with staged._desk.step("x.set") as step:
        digest = staged.models.get("tiny").model.digest
        step.draft.put(Adoption, "tiny", "1" * 64, after="2" * 64, scale="frequency_5", questions="{}")
        step.draft.put(Adoption, "tiny", "2" * 64, after="1" * 64, scale="frequency_5", questions="no pairs")
    lost = replace(late, identity=replace(late.identity, digest="1" * 64))
    assert refused(staged.questionnaires.take, lost) == "form.other_version"
    assert digest == late.identity.digest


def test_what_was_shown_of_a_question_is_remembered_under_its_new_id_and_through_undo(staged):
    staged.releases.remember(DAY, {"tiny": {"PLN-Q1": SIX}}, {})
    staged.adoptions.adopt(renumbered())
    assert staged.releases.shown("tiny")["PLN-Q7"] == [SIX]
    staged.releases.remember(DAY, {"tiny": {"PLN-Q7": TWELVE}}, {})
    assert staged.history.steps(1)[0].facts == {"questions": 1, "newest": 0}
    assert staged.releases.shown("tiny")["PLN-Q7"] == [SIX, TWELVE]
    staged.history.undo()
    assert staged.releases.shown("tiny")["PLN-Q1"] == [SIX, TWELVE]
    assert staged.check() == ()
