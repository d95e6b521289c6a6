"""Coverage from the file: notes and filed evidence alike, read once and kept while they hold."""

from __future__ import annotations

from desktop.model.assessment.session_reading import group_of
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind
from desktop.model.scoring.coverage import SourceGroup
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, SourceKind

PLAN = Ref("tiny", "PLN-AC-1")


def part(assessment, id_=PLAN.part):
    return next(each for each in assessment.coverage.of("tiny").parts if each.part == id_)


def test_notes_speak_by_the_role_of_the_one_heard(assessment):
    it, people = assessment.interviews, assessment.preparation
    manager, agent = (people.add_participant(role=role) for role in ("Manager", "Agent"))
    both, alone = it.add(SessionKind.INTERVIEW, "Interview 1"), it.add(SessionKind.INTERVIEW, "Talk")
    it.take_part(both, participants=[manager, agent])
    it.take_part(alone, participants=[agent])
    assert not part(assessment).counts
    it.note(both, "Somebody plans.", tags=[PLAN])
    assert dict(part(assessment).counts) == {SourceGroup(SourceKind.INTERVIEW): 1}
    it.note(both, "I plan.", participant=manager, tags=[PLAN])
    it.note(both, "So do I.", participant=manager, tags=[PLAN])
    it.note(alone, "Nobody does.", tags=[PLAN])
    assert dict(part(assessment).counts) == {
        SourceGroup(SourceKind.INTERVIEW, "Manager"): 1,
        SourceGroup(SourceKind.INTERVIEW, "Agent"): 1,
    }
    assert part(assessment).corroborated
    it.take_part(alone, participants=[manager])
    assert dict(part(assessment).counts) == {SourceGroup(SourceKind.INTERVIEW, "Manager"): 2}


def test_the_same_notes_by_the_group_of_the_one_heard(assessment):
    it, people = assessment.interviews, assessment.preparation
    lead, agent = (
        people.add_participant(role=role, group=group) for role, group in (("Lead", "Desk"), ("Agent", "Desk"))
    )
    head = people.add_participant(role="Lead", group="Management")
    for name, person in (("a", lead), ("b", agent), ("c", head)):
        it.note(it.add(SessionKind.INTERVIEW, name), "I plan.", participant=person, tags=[PLAN])
        it.take_part(it.all()[-1].id, participants=[person])
    by_group = next(each for each in assessment.coverage.of("tiny", group_of).parts if each.part == PLAN.part)
    assert dict(by_group.counts) == {
        SourceGroup(SourceKind.INTERVIEW, "Desk"): 2,
        SourceGroup(SourceKind.INTERVIEW, "Management"): 1,
    }
    assert dict(part(assessment).counts) == {
        SourceGroup(SourceKind.INTERVIEW, "Lead"): 2,
        SourceGroup(SourceKind.INTERVIEW, "Agent"): 1,
    }
    assert (by_group.lacks, by_group.sources) == (part(assessment).lacks, part(assessment).sources)
    assert it.roles(group_of) == ("Desk", "Management")
    assert [each.role for each in it.heard(*PLAN, by=group_of)] == ["Desk", "Desk", "Management"]


def test_filed_evidence_of_a_session_is_that_session(assessment):
    session = assessment.interviews.add(SessionKind.DISCUSSION, "Talk")
    assessment.interviews.note(session, "We plan.", tags=[PLAN])
    assessment.evidence.add(EvidenceKind.INTERVIEW, "talk", model="tiny", practices=[PLAN.part])
    assert dict(part(assessment).counts) == {SourceGroup(SourceKind.DISCUSSION): 1}
    assessment.evidence.add(EvidenceKind.DOCUMENT, "talk", model="tiny", practices=[PLAN.part])
    assert dict(part(assessment).counts) == {SourceGroup(SourceKind.DISCUSSION): 1, SourceGroup(SourceKind.DOCUMENT): 1}
    assert part(assessment).sources == 1


def test_coverage_counts_as_results_do(assessment):
    assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=["PLN-AC-1", "PLN-AC-2"])
    session = assessment.interviews.add(SessionKind.INTERVIEW, "Interview 1")
    assessment.interviews.note(session, "We plan.", tags=[PLAN])
    results = {each.id: (each.sources, each.corroborated) for each in assessment.results.of("tiny").practices}
    assert {each.part: (each.sources, each.corroborated) for each in assessment.coverage.of("tiny").parts} == results


def test_coverage_is_kept_until_something_changes(assessment):
    kept = assessment.coverage.of("tiny")
    assessment.actions.add("Plan better")
    assert assessment.coverage.of("tiny") is kept
    assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=[PLAN.part])
    assert assessment.coverage.of("tiny") is not kept


def test_coverage_follows_every_edit_that_bears_on_it(assessment):
    """Each time after it was read, since what is read may be kept."""
    it, person = assessment.interviews, assessment.preparation.add_participant()
    assert part(assessment).applies
    assessment.ratings.characterise("tiny", PLAN.part, Characterisation.NOT_APPLICABLE)
    assessment.ratings.set_reason("tiny", PLAN.part, "Bought.")
    assert not part(assessment).applies
    assessment.ratings.characterise("tiny", PLAN.part, None)
    assert part(assessment).applies
    document = assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=[PLAN.part])
    assert part(assessment).sources == 1
    note = it.note(it.add(SessionKind.INTERVIEW, "Interview 1"), "We plan.")
    assert part(assessment).sources == 1
    it.tag(note, [PLAN])
    assert part(assessment).sources == 2
    assert part(assessment).affirmed
    assessment.evidence.change(document, session=" interview 1 ")
    assert part(assessment).sources == 1
    it.remove_notes([note])
    assert not part(assessment).affirmed
    assessment.evidence.link(document, "tiny", [PLAN.part], linked=False)
    assert not part(assessment).sources
    assessment.questionnaires.answer("tiny", person, "PLN-Q1", "often")
    assert (part(assessment).answers, part(assessment).sources) == (1, 1)
    assessment.history.undo()
    assert (part(assessment).answers, part(assessment).sources) == (0, 0)
    assessment.models.set_scope("tiny", ["PLN"], in_scope=False)
    assert PLAN.part not in {each.part for each in assessment.coverage.of("tiny").parts}
