"""Which sources speak of each practice, and what is missing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.evaluation.part_inputs import PartWord
from desktop.model.maturity.questionnaire import scales
from desktop.model.maturity.scheme_settings import EvidenceSetting, SchemeSettings
from desktop.model.scoring.coverage import Lack, LackKind, SourceGroup, Spoken, Voice, outside
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import AreaJudgement, Source
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, SourceKind
from tests.builders import coverage_of, judged, nothing_said, tiny_pack, with_answers, with_areas, with_practices
from tests.builders_schemes import no_levels, said_of, tallied, tiny_criteria, tiny_streams
from tests.own_rules import own_rules

PACK = tiny_pack()
TALK = Voice(SourceKind.INTERVIEW, "Interview 1", "Manager")
PLAN = Voice(SourceKind.DOCUMENT, "Plan")


def parts(*voices, practice="PLN-AC-1", given=None, pack=PACK):
    found = coverage_of(pack, given or nothing_said(), {practice: Spoken.of(voices)})
    return {part.part: part for part in found.parts}


def lacks(part):
    return [lack.kind for lack in part.lacks]


def test_every_kind_of_evidence_is_a_kind_of_source():
    assert {SourceKind(kind.value).evidence for kind in EvidenceKind} == set(EvidenceKind)


def test_sources_are_counted_by_kind_and_role():
    again = Voice(SourceKind.INTERVIEW, " interview  1", "")
    shown = Voice(SourceKind.DISCUSSION, "Talk", "Agent")
    part = parts(PLAN, TALK, again, replace(TALK, role="Agent"), shown)["PLN-AC-1"]
    assert dict(part.counts) == {
        SourceGroup(SourceKind.INTERVIEW, "Manager"): 1,
        SourceGroup(SourceKind.INTERVIEW, "Agent"): 1,
        SourceGroup(SourceKind.DISCUSSION): 1,
        SourceGroup(SourceKind.DOCUMENT): 1,
    }
    assert [group.kind for group, _count in part.counts] == sorted(
        (group.kind for group, _count in part.counts), key=list(SourceKind).index
    )
    assert part.sources == 3
    assert part.corroborated
    assert not part.lacks


def test_what_is_missing_is_told_with_its_reason():
    assert parts()["PLN-AC-1"].lacks == (
        Lack(LackKind.SOURCES, {"has": 0, "needed": 2, "beyond": ("questionnaire",)}),
        Lack(LackKind.FACE_TO_FACE, {"has": 0, "needed": 2}),
    )
    (one,) = parts(TALK)["PLN-AC-1"].lacks
    assert one == Lack(LackKind.SOURCES, {"has": 1, "needed": 2, "beyond": ()})
    only_asked = replace(
        PACK, settings=SchemeSettings(evidence=EvidenceSetting(sources=1, beyond=(EvidenceKind.QUESTIONNAIRE,)))
    )
    answered = with_answers(nothing_said(), "PLN-Q1", {"often": 4})
    part = parts(given=answered, pack=only_asked)["PLN-AC-1"]
    assert part.lacks[0] == Lack(LackKind.BEYOND, {"beyond": ("questionnaire",)})


@pytest.mark.parametrize("voices", [(), (TALK,), (PLAN,), (TALK, PLAN), (replace(TALK, source="Plan"), PLAN)])
@pytest.mark.parametrize("counts", [{}, {"dont_know": 3}, {"often": 3}])
def test_it_counts_as_the_ratings_do(voices, counts):
    answered = with_answers(nothing_said(), "PLN-Q1", counts)
    sources = tuple(Source(voice.kind.evidence, voice.source) for voice in voices)
    given = with_practices(answered, **{"PLN-AC-1": judged(Characterisation.FULLY, sources=sources)})
    rated = {practice.id: practice for practice in score(PACK, given).practices}["PLN-AC-1"]
    part = parts(*voices, given=given)["PLN-AC-1"]
    assert (part.sources, part.corroborated) == (rated.sources, rated.corroborated)


def test_half_of_the_practices_of_each_area_are_to_be_affirmed_face_to_face():
    found = parts(TALK)
    assert LackKind.FACE_TO_FACE not in lacks(found["PLN-AC-1"])
    assert LackKind.FACE_TO_FACE in lacks(found["PLN-AC-2"])
    talk, plan = Spoken.of((TALK,)), Spoken.of((PLAN,))
    whole = coverage_of(PACK, nothing_said(), {"PLN-AC-1": talk, "PLN-AC-2": talk, "SUP-AC-1": plan})
    places = {place.place: place for place in whole.places}
    assert (places["PLN"].affirmed, places["PLN"].needed, places["PLN"].parts) == (2, 2, 3)
    assert places["SUP"].affirmed == 0
    assert LackKind.FACE_TO_FACE not in lacks({part.part: part for part in whole.parts}["PLN-CO-1"])
    assert whole.total.parts == sum(place.parts for place in whole.places)
    assert not places["PLN"].enough


def test_what_does_not_apply_or_is_out_of_scope_lacks_nothing():
    given = with_areas(nothing_said(), SUP=AreaJudgement(in_scope=False))
    given = with_practices(given, **{"PLN-AC-1": judged(Characterisation.NOT_APPLICABLE, reason="No plans here.")})
    found = coverage_of(PACK, given, {})
    assert "SUP" not in {place.place for place in found.places}
    part = next(part for part in found.parts if part.part == "PLN-AC-1")
    assert (part.applies, part.lacks, part.corroborated) == (False, (), False)
    assert found.places[0].parts == 2


def test_answers_are_told_and_no_origin():
    part = parts(given=with_answers(nothing_said(), "PLN-Q1", {"often": 3, "half": 1, "dont_know": 2}))["PLN-AC-1"]
    assert (part.answers, part.questions, part.sources) == (4, ("PLN-Q1",), 1)
    assert (part.counts, part.affirmed) == ((), False)


def test_a_model_that_asks_for_no_evidence_is_measured_by_the_usual_rule():
    streams = tiny_streams()
    item = next(iter(streams.item_by_id))
    question = streams.streams[0].question
    given = replace(no_levels(), tallies={question.id: tallied(5, level_2=4)})
    part = parts(TALK, practice=item, given=given, pack=streams)[item]
    assert (part.waits, part.answers, part.sources, part.corroborated) == (False, 4, 2, True)
    assert part.place == streams.streams[0].id
    criteria = tiny_criteria()
    found = coverage_of(criteria, said_of(criteria), {})
    assert [part.part for part in found.parts] == list(criteria.statement_by_id)


def test_own_rules_cover_what_the_team_answers():
    pack = own_rules("numbers-with-targets")
    given = replace(nothing_said(scale=scales(pack)[0].id), words={"GV.OC-01": PartWord(in_scope=False)})
    found = coverage_of(pack, given, {})
    assert found.parts
    assert "GV.OC-01" not in {part.part for part in found.parts}
    assert all(pack.rules.scale_of(pack.rules.part_by_id[part.part]) is not None for part in found.parts)


def test_outside_the_team_nobody_is_told_by_role():
    given = with_answers(with_answers(nothing_said(), "PLN-Q1", {"often": 3}), "SUP-Q1", {"often": 9})
    found = coverage_of(PACK, given, {"PLN-AC-1": Spoken.of((TALK, replace(TALK, role="Agent"), PLAN))})
    shown = {part.part: part for part in outside(found, {"SUP-Q1": 9}).parts}
    part = shown["PLN-AC-1"]
    assert dict(part.counts) == {SourceGroup(SourceKind.INTERVIEW): 1, SourceGroup(SourceKind.DOCUMENT): 1}
    assert (part.answers, part.questions, part.sources, part.corroborated) == (0, (), 3, True)
    assert shown["SUP-AC-1"].answers == 9
