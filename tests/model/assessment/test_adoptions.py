"""A newer version of a model in place of the one in use."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.model.adopting.adoption_plan import RecordFate
from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.assessment.said import said_answers
from desktop.model.maturity.refs import Ref
from desktop.model.records import (
    Action,
    Answer,
    AreaRating,
    Form,
    Measure,
    NoteTag,
    PartRating,
    PracticeRating,
    SessionKind,
    Stance,
    StatementRating,
    StreamRating,
    Target,
    Tick,
)
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from tests.builders import YES_NO, scale_of, tiny_area, tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.model.assessment.snapshots import snapshot
from tests.newer_versions import key_care_2, staged_1, staged_2
from tests.own_rules import own_rules, say
from tests.thoroughness import tries

CELLS = {"practice_rating": "practice", "goal_rating": "goal", "answer": "question", "evidence_link": "part"}
FULLY, LARGELY = Characterisation.FULLY, Characterisation.LARGELY


@pytest.fixture
def staged(moulds, path):
    """An assessment with `staged_1` of which everything is said that can be."""
    with moulds.cast("adopting", path, _staged, author="Ada") as made:
        yield made


def _staged(path):
    made = Assessment.create(path, [staged_1()], author="Ada")
    people = [made.preparation.add_participant() for _ in range(2)]
    member = made.preparation.add_member("Ada")
    for person in people:
        for question in made.models.questions("tiny"):
            made.questionnaires.answer("tiny", person, question, "often")
    made.questionnaires.comment("tiny", people[0], "PLN-Q2", "Who knows?")
    pack = staged_1()
    made.ratings.characterise_all("tiny", dict.fromkeys(pack.practice_by_id, FULLY))
    made.ratings.set_goal("tiny", "PLN-G1", weaknesses_significant=False, weakness="Slow.")
    session = made.interviews.add(SessionKind.INTERVIEW, "Interview 1")
    made.interviews.set_areas(session, [Ref("tiny", "PLN")])
    note = made.interviews.note(session, "It is so.")
    made.interviews.tag(note, [Ref("tiny", "PLN-AC-3"), Ref("tiny", "PLN-AC-4"), Ref("tiny", "PLN-AC-2")])
    piece = made.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=list(pack.practice_by_id))
    made.evidence.link(piece, "tiny", ["PLN-AC-3"])
    for area in pack.areas:
        made.targets.set("tiny", area.id, level=1, importance=4)
        for number, practice in enumerate(area.practices):
            made.evidence.add(EvidenceKind.INTERVIEW, f"Talk {number}", model="tiny", practices=[practice.id])
    made.targets.set("tiny", "*", level=3)
    action = made.actions.add("Plan ahead", model="tiny", aim="PLN-G1")
    made.measures.add(action, "Time")
    for id_ in pack.area_by_id:
        made.ratings.set_stance("tiny", id_, member, Stance.AGREES)
    with made._desk.step("area.settle") as step:
        step.draft.put_many(AreaRating, [(("tiny", area), {"settled": True}) for area in pack.area_by_id])
    return made


def told(assessment, pack, settled=None):
    """By kind and fate, the parts of which something is said."""
    found: dict[tuple[str, str], set[str]] = {}
    for each in assessment.adoptions.preview(pack, settled).plan.counts:
        found.setdefault((each.kind, each.fate.value), set()).add(each.part)
    return found


def test_what_holds_goes_on_under_the_new_id_and_what_does_not_is_asked_again(staged):
    staged.adoptions.adopt(staged_2())
    practices = staged.ratings.practices("tiny")
    judged = ("PLN-CO-1", "PLN-AC-1", "PLN-AC-4", "STD-CO-1", "STD-AC-1", "STD-AC-2")
    assert {id_: one.value for id_, one in practices.items() if one.value} == dict.fromkeys(judged, FULLY)
    answers = staged._desk.all(Answer, model="tiny", question="PLN-Q2")
    assert [(answer.choice, answer.comment) for answer in answers] == [(None, "")] * 2
    assert [link.part for link in staged._desk.all(NoteTag) if link.tagged] == ["PLN-AC-4"]
    assert staged.models.get("tiny").pack == staged_2()
    assert staged.check() == ()


def test_the_preview_tells_every_record(staged):
    found = told(staged, staged_2())
    assert found["answer", "again"] == {"PLN-Q2"}
    assert found["practice_rating", "again"] == {"PLN-AC-2", "PLN-AC-4"}
    assert found["note_tag", "again"] == {"PLN-AC-2", "PLN-AC-4"}
    assert found["practice_rating", "carried"] >= {"PLN-AC-1", "PLN-AC-3", "STD-AC-1"}
    assert found["target", "carried"] == {"PLN", "STD", "*"}
    assert found["action", "carried"] == {"PLN-G1"}
    assert found["area_rating", "again"] == {"PLN"}
    assert {fate for _kind, fate in found} == {"carried", "again"}


def test_an_area_stays_settled_where_nothing_beneath_it_changed(staged):
    staged.adoptions.adopt(staged_2())
    assert {id_: rating.settled for id_, rating in staged.ratings.areas("tiny").items()} == {"PLN": False, "STD": True}


def test_undo_takes_it_back_whole_and_redo_brings_it_again(staged):
    before, results = snapshot(staged), staged.results.all()
    staged.adoptions.adopt(staged_2())
    after = snapshot(staged)
    staged.history.undo()
    assert (snapshot(staged), staged.results.all(), staged.check()) == (before, results, ())
    staged.history.redo()
    assert (snapshot(staged), staged.check()) == (after, ())
    assert staged.models.get("tiny").pack == staged_2()


def test_what_somebody_settles_is_carried(staged):
    staged.adoptions.adopt(staged_2(), {"PLN-Q2": "PLN-Q2", "PLN-AC-2": "PLN-AC-5"})
    assert {answer.choice for answer in staged._desk.all(Answer, question="PLN-Q2")} == {"often"}
    assert staged.ratings.practices("tiny")["PLN-AC-5"].value is FULLY


def test_the_earlier_version_stays_frozen_beside(staged):
    before = staged.models.get("tiny").model.digest
    staged.adoptions.adopt(staged_2())
    assert set(staged.whole().packs) >= {before, staged.models.get("tiny").model.digest}


def test_a_model_out_of_use_comes_back_in_the_newer_version(staged):
    staged.models.remove("tiny")
    staged.adoptions.adopt(staged_2())
    assert staged.ratings.practices("tiny")["PLN-AC-4"].value is FULLY
    staged.history.undo()
    assert staged.models.all() == []


def test_evidence_of_what_was_merged_speaks_of_the_whole(staged, refused):
    staged.adoptions.adopt(staged_2())
    staged.evidence.add(EvidenceKind.DOCUMENT, "Register", model="tiny", practices=["PLN-AC-5"])
    staged.ratings.characterise("tiny", "PLN-AC-5", FULLY)
    staged.adoptions.adopt(staged_1())
    assert "Register" in {piece.session for piece in staged.evidence.by_practice("tiny")["PLN-AC-2"]}
    assert staged.ratings.practices("tiny")["PLN-AC-2"].value is None
    assert refused(staged.adoptions.preview, staged_1()) == "adopt.same_version"


def test_what_cannot_be_adopted(staged, refused):
    assert refused(staged.adoptions.preview, key_care_2()) == "adopt.never_used"
    assert refused(staged.adoptions.preview, replace(tiny_criteria(), id="tiny")) == "adopt.other_scheme"
    assert refused(staged.adoptions.adopt, staged_2(), {"PLN-Q9": ""}) == "adopt.no_part"
    assert staged.models.get("tiny").pack == staged_1()


def test_answers_on_other_choices_are_asked_again(staged):
    other = scale_of("frequency_5", always=100, never=0)
    staged.adoptions.adopt(replace(staged_1(), version="3.0", scales=(other, YES_NO)))
    assert {answer.choice for answer in staged._desk.all(Answer)} == {None}
    assert {answer.comment for answer in staged._desk.all(Answer)} == {"", "Who knows?"}
    assert staged.ratings.areas("tiny")["STD"].settled
    assert staged.check() == ()


def test_the_question_level_goes_along(assessment):
    longer = tiny_pack([*tiny_pack().areas, tiny_area("NEW", 4)], levels=4)
    assessment.adoptions.adopt(longer)
    assert assessment.models.get("tiny").model.question_level == 4
    assessment.models.set_question_level("tiny", 2)
    assessment.adoptions.adopt(tiny_pack())
    assert assessment.models.get("tiny").model.question_level == 2


def test_what_is_wanted_of_a_level_and_a_stream_goes_with_what_the_level_says(several):
    several.streams.rate_stream("tiny-streams", "DSK", 3, "So.")
    several.streams.rate_stream("tiny-streams", "REQ", 2, "So.")
    several.streams.tick("tiny-streams", "DSK-2-P1", done=True)
    several.targets.set("tiny-streams", "DSK", level=3)
    several.targets.set("tiny-streams", "*", level=2)
    stream, *others = tiny_streams().streams
    cells = tuple(
        replace(cell, text="All calls are answered by robots from now on.") if cell.level == 3 else cell
        for cell in stream.cells
    )
    several.adoptions.adopt(replace(tiny_streams([replace(stream, cells=cells), *others]), version="2.0"))
    chosen = {rating.stream: (rating.level, rating.reason) for rating in several._desk.all(StreamRating)}
    assert chosen == {"DSK": (None, "So."), "REQ": (2, "So.")}
    assert [tick.item for tick in several._desk.all(Tick) if tick.done] == ["DSK-2-P1"]
    assert {target.place: target.level for target in several._desk.all(Target)} == {"DSK": None, "*": 2}


def test_aims_and_metrics_follow(several):
    stream = tiny_streams().streams[0]
    metric = stream.cells[1].metrics[0].id
    action = several.actions.add("Do", model="tiny-streams", aim=f"{stream.id}-2")
    several.measures.add(action, "Time", metric=metric)
    renamed = replace(stream, id="NEW")
    several.adoptions.adopt(replace(tiny_streams([renamed, *tiny_streams().streams[1:]]), version="2.0"))
    assert [one.aim for one in several._desk.all(Action)] == ["NEW-2"]
    assert [one.metric for one in several._desk.all(Measure)] == [metric]


def test_parts_of_a_model_with_rules_of_its_own(tmp_path):
    pack = own_rules("weighted-mean")
    with Assessment.create(tmp_path / "own.maturity", [pack], author="Ada") as assessment:
        say(assessment, pack.rules, pack.rules.examples[0])
        assessment.parts.note("key-care", "CAB.1", "Seen.")
        assessment.targets.set("key-care", "CAB", value="4")
        assessment.adoptions.adopt(key_care_2())
        said = {one.part: one for one in assessment._desk.all(PartRating) if one.answer or one.note}
        assert {part: one.answer for part, one in said.items()} == {
            "CAB.1": None,  # on another scale
            "CAB.2": "advanced",
            "CAB.5": "initial",
            "DOOR.1": "optimised",  # gone, and left as it was
            "DOOR.2": "managed",
        }
        assert said["CAB.1"].note == "Seen."
        assert assessment.targets.all("key-care")["CAB"].value == "4"
        assert assessment.check() == ()


def test_what_was_left_behind_does_not_come_back_under_its_id(staged):
    assert told(staged, staged_2(), {"PLN-AC-4": ""})["practice_rating", "again"] >= {"PLN-AC-4"}
    staged.ratings.characterise("tiny", "STD-AC-1", LARGELY)
    without = replace(staged_1(), version="2.0", areas=staged_1().areas[:1])
    assert told(staged, without)["practice_rating", "left"] == {"STD-CO-1", "STD-AC-1", "STD-AC-2"}
    staged.adoptions.adopt(without)
    assert {one.value for one in staged._desk.all(PracticeRating) if one.practice == "STD-AC-1"} == {LARGELY}
    staged.adoptions.adopt(staged_1())
    assert {one.value for one in staged._desk.all(PracticeRating) if one.practice == "STD-AC-1"} == {None}
    assert not staged.ratings.areas("tiny")["STD"].settled
    assert staged.check() == ()


@tries(12)
@given(st.integers(0, 2**32))
def test_nothing_is_lost_silently_whatever_changes(moulds, tmp_path_factory, seed):
    chance = random.Random(seed)
    path = tmp_path_factory.mktemp("random") / "site.maturity"
    with moulds.cast("adopting", path, _staged, author="Ada") as assessment:
        before = snapshot(assessment)
        version = _changed_at_random(chance)
        preview = assessment.adoptions.preview(version)
        counted = {(each.kind, each.part) for each in preview.plan.counts}
        assert _spoken(before) == {(kind, part) for kind, part in counted if kind in CELLS}
        for name, records in before.items():
            if name in {each.kind for each in preview.plan.counts}:
                assert sum(each.count for each in preview.plan.counts if each.kind == name) == len(
                    [one for one in records if name != "action" or one.aim]
                )
        assessment.adoptions.adopt(version)
        assert assessment.check() == ()
        assert _carried(preview) <= {
            (name, part) for name, part in _spoken(snapshot(assessment)) if part in _ids(version)
        }
        assessment.history.undo()
        assert snapshot(assessment) == before
        assert assessment.check() == ()


def _changed_at_random(chance):
    pack = staged_1()
    area = pack.areas[0]
    practices = [one for one in area.practices if chance.random() > 0.2] or [area.practices[0]]
    ids = [one.id for one in practices]
    chance.shuffle(ids)
    renamed = tuple(replace(one, id=id_) for one, id_ in zip(practices, ids, strict=True))
    texts = [one.text for one in renamed]
    worded = tuple(
        replace(one, text=chance.choice([text, f"{text} So it is.", "Something else entirely is done here."]))
        for one, text in zip(renamed, texts, strict=True)
    )
    areas = (replace(area, practices=worded), *pack.areas[1:])
    return replace(pack, version="2.0", areas=areas if chance.random() > 0.3 else areas[:1])


def _ids(pack):
    return {*pack.practice_by_id, *pack.goal_by_id, *pack.question_by_id, *pack.area_by_id}


def _spoken(records):
    return {(name, getattr(one, cell)) for name, cell in CELLS.items() for one in records[name]}


def _carried(preview):
    image = preview.plan.found.image
    return {
        (each.kind, image[each.part])
        for each in preview.plan.counts
        if each.fate is RecordFate.CARRIED and each.kind in CELLS
    }


def test_forms_remember_what_goes_on(staged):
    person = staged.preparation.add_participant()
    said = {"PLN-Q1": FilledAnswer("often"), "PLN-Q2": FilledAnswer("seldom")}
    staged.questionnaires.take(FilledForm(staged.questionnaires.identity("tiny", person), None, said))
    staged.adoptions.adopt(staged_2())
    (form,) = [form for form in staged._desk.all(Form) if form.participant == person]
    assert said_answers(form.said) == {"PLN-Q1": FilledAnswer("often")}


def test_statements_are_judged_on(several):
    several.statements.rate("tiny-criteria", "TOL-1-1", Fulfilment.MET)
    several.adoptions.adopt(replace(tiny_criteria(), version="2.0", summary="Another."))
    assert [one.value for one in several._desk.all(StatementRating)] == [Fulfilment.MET]
