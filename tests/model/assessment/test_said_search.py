import pytest

from desktop.model.assessment import said_search
from desktop.model.assessment.said_search import SORTS
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind
from desktop.model.scoring.vocabulary import EvidenceKind


def read(search):
    while not search.read_on():
        pass


def found(search, typed):
    return {hits.sort: [hit.text for hit in hits.hits] for hits in search.find(typed, 9)}


@pytest.fixture
def search(assessment):
    """Something of every sort is said of planning."""
    person = assessment.preparation.add_participant(role="Manager")
    session = assessment.interviews.add(SessionKind.INTERVIEW, "Interview 1")
    assessment.interviews.note(session, "First planned.")
    assessment.interviews.note(session, "Then planned anew.")
    assessment.questionnaires.comment("tiny", person, "PLN-Q1", "We plan on paper.")
    assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", note="Of the year.", model="tiny", practices=["PLN-AC-1"])
    observation = assessment.observations.add("Planning is known.", tags=[Ref("tiny", "PLN-AC-1")])
    assert observation
    assert not assessment.search.ready
    assert assessment.search.find("plan", 9) == []
    read(assessment.search)
    return assessment.search


def test_all_that_says_something_is_found_the_newest_first(search):
    assert found(search, "plan") == {
        "session_note": ["Then planned anew.", "First planned."],
        "answer": ["We plan on paper."],
        "evidence": ["Plan – Of the year."],
        "observation": ["Planning is known."],
    }
    assert {*found(search, "plan")} < {*SORTS}


def test_what_is_found_follows_every_step_back_and_forth(assessment, search):
    (note,) = [hit.key for hits in search.find("first", 9) for hit in hits.hits]
    assessment.interviews.change_note(note, text="Never planned.")
    assert found(search, "first") == {}
    assert found(search, "never") == {"session_note": ["Never planned."]}
    assessment.interviews.remove_notes([note])
    assert found(search, "never") == {}
    assessment.history.undo()
    assert found(search, "never") == {"session_note": ["Never planned."]}
    (comment,) = [hit.key for hits in search.find("paper", 9) for hit in hits.hits]
    assessment.questionnaires.comment(*comment.split("/"), "")
    assert found(search, "paper") == {}
    assert search.ready


def test_it_reads_in_slices_and_starts_anew_where_it_cannot_keep_up(assessment, search, monkeypatch):
    monkeypatch.setattr(said_search, "_SLICE", 1)
    session = assessment.interviews.all()[0].id
    monkeypatch.setattr(said_search, "_MOST_FOLLOWED", 1)
    assessment.interviews.remove(session)
    assert not search.ready
    assert not search.read_on()
    read(search)
    assert "session_note" not in found(search, "plan")


def test_comments_of_those_who_are_gone_are_not_found(assessment, search):
    (person,) = assessment.preparation.participants()
    assessment.preparation.remove_participant(person.id)
    read(search)
    assert "answer" not in found(search, "plan")
