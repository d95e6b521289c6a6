import datetime as dt

from desktop.model.maturity.refs import Ref
from desktop.model.records import KINDS, SCORES, SessionKind
from desktop.model.records.record import key_part
from desktop.model.scoring.inputs import PracticeJudgement, Source, Tally
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment, Rating


def level_two(assessment):
    return [practice.id for area in assessment.models.get("tiny").pack.areas_at(2) for practice in area.practices]


def test_ratings_with_evidence_reach_a_level(assessment):
    assert assessment.results.of("tiny").level.reached == 1
    practices = level_two(assessment)
    assessment.ratings.characterise_all("tiny", dict.fromkeys(practices, Characterisation.FULLY))
    for kind, session in ((EvidenceKind.INTERVIEW, "Interview 1"), (EvidenceKind.DOCUMENT, "Plan")):
        assessment.evidence.add(kind, session, model="tiny", practices=practices)
    (result,) = assessment.results.all()
    assert result.level.reached == 2
    assessment.history.undo()
    assert assessment.results.of("tiny").level.reached == 1


def test_a_result_is_kept_until_something_it_rests_on_changes(assessment):
    before = assessment.results.of("tiny")
    assessment.preparation.add_member("Ada")
    assessment.actions.add("Do it")
    assert assessment.results.of("tiny") is before
    assessment.models.set_scope("tiny", ["PLN"], in_scope=False)
    assert assessment.results.of("tiny").areas[0].rating is Rating.OUT_OF_SCOPE


def asked(assessment, area):
    found = next(each for each in assessment.results.of("tiny").areas if each.id == area)
    return found.answers.asked


def test_scope_counts_the_answers_anew(assessment):
    assessment.preparation.add_participant()
    assert (asked(assessment, "PLN"), assessment.results.of("tiny").answers.asked) == (3, 12)
    assessment.models.set_scope("tiny", ["PLN"], in_scope=False)
    assert (asked(assessment, "PLN"), assessment.results.of("tiny").answers.asked) == (0, 9)
    assert assessment.results.given("tiny").tallies["PLN-Q1"].asked == 0
    assessment.models.set_scope("tiny", ["PLN"], in_scope=True)
    assert (asked(assessment, "PLN"), assessment.results.of("tiny").answers.asked) == (3, 12)


def test_each_change_of_evidence_is_scored_anew(assessment):
    def practice():
        return next(each for each in assessment.results.of("tiny").practices if each.id == "PLN-AC-1")

    assessment.ratings.characterise("tiny", "PLN-AC-1", Characterisation.FULLY)
    assert (practice().sources, practice().corroborated) == (0, False)
    plan = assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=["PLN-AC-1"])
    talk = assessment.evidence.add(EvidenceKind.INTERVIEW, "Interview 1")
    assert (practice().sources, practice().corroborated) == (1, False)
    assessment.evidence.link(talk, "tiny", ["PLN-AC-1"])
    assert (practice().sources, practice().corroborated) == (2, True)
    assessment.evidence.change(talk, session="Plan")
    assert (practice().sources, practice().corroborated) == (1, False)
    assessment.evidence.change(talk, session="Interview 2")
    assert practice().corroborated
    assessment.evidence.link(talk, "tiny", ["PLN-AC-1"], linked=False)
    assert not practice().corroborated
    assessment.history.undo()
    assert practice().corroborated
    assessment.evidence.remove(plan)
    assert not practice().corroborated


def test_tallies_count_those_who_take_part(assessment):
    people = [assessment.preparation.add_participant() for _ in range(3)]
    for person, choice in zip(people, ("often", "often", "dont_know"), strict=True):
        assessment.questionnaires.answer("tiny", person, "PLN-Q1", choice)
    assert assessment.results.given("tiny").tallies["PLN-Q1"] == Tally({"often": 2, "dont_know": 1}, 3)
    assert assessment.results.given("tiny").tallies["PLN-Q2"] == Tally({}, 3)
    assessment.preparation.remove_participant(people[0])
    assert assessment.results.given("tiny").tallies["PLN-Q1"] == Tally({"often": 1, "dont_know": 1}, 2)
    assessment.history.undo()
    assert assessment.results.given("tiny").tallies["PLN-Q1"] == Tally({"often": 2, "dont_know": 1}, 3)


def test_who_answers_without_being_asked_counts_as_asked(assessment):
    person = assessment.preparation.add_participant(asked=False)
    assessment.questionnaires.answer("tiny", person, "PLN-Q1", "often")
    assert assessment.results.given("tiny").tallies["PLN-Q1"] == Tally({"often": 1}, 1)
    assert assessment.results.given("tiny").tallies["PLN-Q2"] == Tally({}, 0)


def test_judgements_reach_the_engine(assessment):
    assessment.ratings.set_alternative("tiny", "PLN-AC-1", accepted=True)
    assessment.ratings.set_reason("tiny", "PLN-AC-1", "Another way.")
    assessment.evidence.add(EvidenceKind.DEMONSTRATION, "Tool", model="tiny", practices=["PLN-AC-1", "PLN-AC-2"])
    assessment.ratings.set_goal("tiny", "PLN-G1", weaknesses_significant=True, weakness="None.")
    assessment.ratings.set_not_applicable("tiny", "SUP", not_applicable=True, reason="No suppliers.")
    given = assessment.results.given("tiny")
    judged = given.practices["PLN-AC-1"]
    assert (judged.value, judged.alternative, judged.reason) == (None, True, "Another way.")
    assert given.practices["PLN-AC-2"].sources == (Source(EvidenceKind.DEMONSTRATION, "Tool"),)
    assert given.goals["PLN-G1"].weaknesses_significant
    assert (given.areas["SUP"].not_applicable, given.areas["SUP"].reason) == (True, "No suppliers.")


def test_sources_follow_every_edit_that_bears_on_them(assessment):
    """Each time after they were read, since they are kept while the team rates."""
    it, filed, plan = assessment.interviews, assessment.evidence, Ref("tiny", "PLN-AC-1")

    def sources():
        given = assessment.results.given("tiny").practices.get(plan.part, PracticeJudgement())
        return [(each.kind, each.session) for each in given.sources]

    assert sources() == []
    piece = filed.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=[plan.part])
    assert sources() == [(EvidenceKind.DOCUMENT, "Plan")]
    filed.change(piece, kind=EvidenceKind.DEMONSTRATION)
    assert sources() == [(EvidenceKind.DEMONSTRATION, "Plan")]
    filed.link(piece, "tiny", [plan.part], linked=False)
    assert sources() == []
    session = it.add(SessionKind.INTERVIEW, "Talk")
    note = it.note(session, "We plan.", tags=[plan])
    assert sources() == [(EvidenceKind.INTERVIEW, "Talk")]
    it.change(session, name="Talk 1")
    assert sources() == [(EvidenceKind.INTERVIEW, "Talk 1")]
    it.tag(note, [plan], tagged=False)
    assert sources() == []
    it.tag(note, [plan])
    assert sources() == [(EvidenceKind.INTERVIEW, "Talk 1")]
    it.remove_notes([note])
    assert sources() == []
    assessment.history.undo()
    assert sources() == [(EvidenceKind.INTERVIEW, "Talk 1")]


def test_a_session_that_is_moved_leaves_results_as_they_are_and_a_renamed_one_does_not(assessment):
    it = assessment.interviews
    session = it.add(SessionKind.INTERVIEW, "Talk", day=dt.date(2027, 3, 1))
    it.note(session, "We plan.", tags=[Ref("tiny", "PLN-AC-1")])
    before = assessment.results.of("tiny")
    assessment.schedule.move(session, dt.date(2027, 3, 2), "09:00")
    it.change(session, place="Room 2")
    assert assessment.results.of("tiny") is before
    for edit in (
        lambda: it.change(session, name="Talk 1"),
        lambda: it.change(session, kind=SessionKind.DEMONSTRATION),
        lambda: it.remove(session),
        assessment.history.undo,
    ):
        before = assessment.results.of("tiny")
        edit()
        assert assessment.results.of("tiny") is not before


def test_the_threshold_is_that_of_the_details(assessment):
    assert assessment.results.threshold() == 5
    assessment.preparation.set_details(threshold=8)
    assert assessment.results.threshold() == 8


def test_results_of_all_schemes_stand_side_by_side(several):
    results = {result.model: result for result in several.results.all()}
    assert results.keys() == {"tiny", "tiny-streams", "tiny-criteria"}
    assert results["tiny"].areas
    assert results["tiny-streams"].streams
    assert results["tiny-criteria"].tracks


def test_each_kind_of_judgement_makes_results_anew(several):
    person = several.preparation.add_participant()
    edits = [
        lambda: several.streams.rate_stream("tiny-streams", "DSK", 3),
        lambda: several.streams.tick("tiny-streams", "REQ-1-P1", done=True),
        lambda: several.statements.rate("tiny-criteria", "WRK-1-1", Fulfilment.MET),
        lambda: several.targets.set("tiny-criteria", "tool", level=3),
        lambda: several.questionnaires.answer("tiny-streams", person, "DSK-Q1", "level_3"),
    ]
    for edit in edits:
        before = several.results.all()
        edit()
        assert several.results.all() != before
        after = several.results.all()
        several.history.undo()
        assert several.results.all() == before
        several.history.redo()
        assert several.results.all() == after


def test_an_edit_leaves_the_results_of_other_models_as_they_are(several):
    person = several.preparation.add_participant()
    piece = several.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=["PLN-AC-1"])
    edits = [
        lambda: several.ratings.characterise("tiny", "PLN-AC-1", Characterisation.FULLY),
        lambda: several.questionnaires.answer("tiny", person, "PLN-Q1", "often"),
        lambda: several.models.set_scope("tiny", ["PLN"], in_scope=False),
        lambda: several.models.set_question_level("tiny", 2),
        lambda: several.evidence.change(piece, session="Plan 2"),
        lambda: several.evidence.link(piece, "tiny", ["PLN-AC-1"], linked=False),
    ]
    for edit in edits:
        streams, criteria = several.results.of("tiny-streams"), several.results.of("tiny-criteria")
        staged, given = several.results.of("tiny"), several.results.given("tiny")
        edit()
        assert several.results.of("tiny-streams") is streams
        assert several.results.of("tiny-criteria") is criteria
        assert several.results.of("tiny") is not staged
        assert several.results.given("tiny") != given


def test_who_takes_part_concerns_every_model(several):
    before = several.results.all()
    several.preparation.add_participant()
    assert [result.questions for result in several.results.all()] != [result.questions for result in before]
    assert not {id(result) for result in several.results.all()} & {id(result) for result in before}


def test_targets_and_measures_of_actions_leave_results_as_they_are(several):
    before = several.results.of("tiny-streams")
    action = several.actions.add("Do")
    several.measures.add_reading(several.measures.add(action, "Time"), dt.date(2026, 5, 1), "1")
    assert several.results.of("tiny-streams") is before


def test_no_record_has_its_model_last_in_its_key():
    keys = {kind: KINDS[kind].keys for kind in SCORES if len(KINDS[kind].keys) > 1}
    assert not [kind for kind, key in keys.items() if key_part(KINDS[kind], "/".join(key), "model") == key[-1]]
