from desktop.model.assessment import Assessment
from desktop.model.journal import StepKind
from desktop.model.records import Details, PracticeRating
from desktop.model.scoring.vocabulary import Characterisation
from tests.model.assessment.copied import copies, hand_over


def test_the_way_back_and_forth(assessment, heard):
    for name in ("One", "Two", "Three"):
        assessment.preparation.set_details(organisation=name)
    start = assessment.history.steps()[-1].number
    assert assessment.history.next_undo().facts == {"fields": "organisation"}
    heard.clear()
    assessment.history.undo()
    assert assessment.preparation.details().organisation == "Two"
    assessment.history.undo_to(start)
    assert assessment.preparation.details() == Details()
    assessment.history.redo()
    assert assessment.preparation.details().organisation == "One"
    assert [change.step.kind for change in heard] == [StepKind.UNDO, StepKind.UNDO, StepKind.REDO]


def test_nothing_to_undo_is_no_news(assessment, heard):
    assessment.history.undo_to(0)
    heard.clear()
    assessment.history.undo()
    assessment.history.undo_to(0)
    assert heard == []


def test_who_changed_a_cell_and_when(assessment):
    for value in (Characterisation.PARTIALLY, Characterisation.LARGELY):
        assessment.ratings.characterise("tiny", "PLN-AC-1", value)
    entries = assessment.history.of(PracticeRating, "tiny", "PLN-AC-1")
    assert [(entry.change.before, entry.change.after, entry.step.author) for entry in entries] == [
        ("PI", "LI", "Ada"),
        (None, "PI", "Ada"),
    ]
    assert entries[0].step.at >= entries[1].step.at
    assert assessment.history.changes(entries[0].step.id) == [entries[0].change]


def test_steps_in_effect(assessment):
    assessment.preparation.set_details(organisation="One")
    made = assessment.history.steps(1)[0].id
    assert made in assessment.history.in_effect()
    assessment.history.undo()
    assert made not in assessment.history.in_effect()


def test_steps_of_copies_that_have_the_same_number_are_counted_each(assessment):
    before = assessment.history.count()
    with copies(assessment, "Bea") as (here, there):
        for each in (here, there):
            each.actions.add("One")
            each.actions.add("Two")
        hand_over(there, here)
        first, second = {step.number for step in here.history.steps() if step.author == "Bea"}
        assert here.history.count() == len(here.history.steps()) >= before + 4
        assert here.history.count(max(first, second)) == len(
            [step for step in here.history.steps() if step.number >= max(first, second)]
        )


def test_authors_are_everybody_who_wrote(assessment):
    assessment.preparation.set_details(organisation="One")
    first = assessment.history.authors()
    path = assessment.path
    assessment.close()
    with Assessment.open(path, author="Another") as again:
        assert again.history.authors() == first
        again.actions.add("Mine")
        assert again.history.authors() == sorted(["Another", *first])
