"""Findings: from valid observations, ordered, merged, split, and marked for the report."""

import pytest

from desktop.model.errors import RefusalError
from desktop.model.maturity.refs import Ref
from desktop.model.records import Tone

PLAN, STANDARD = Ref("tiny", "PLN"), Ref("tiny", "STD")
WEAK = Tone.WEAKNESS


def texts(assessment):
    return [each.text for each in assessment.findings.all()]


def test_a_finding_is_about_the_area_of_its_observations_and_keeps_them(assessment, agreed, refused):
    it = assessment.findings
    found = it.get(it.add("Planning is weak.", tone=WEAK, observations=agreed))
    assert (Ref(found.model, found.place), found.number, found.final) == (PLAN, 1, False)
    assert [each.id for each in it.observations(found.id)] == agreed
    assert [each.findings for each in assessment.observations.all()] == [(found.id,), (found.id,)]
    draft = assessment.observations.add("Something.")
    assert refused(it.add, "A", observations=[draft]) == "observation.not_valid"
    assert refused(it.keep, found.id, [draft]) == "observation.not_valid"
    assert refused(it.add, " ") == "finding.empty"
    assert refused(it.add, "A", area=Ref("tiny", "gone")) == "area.unknown"
    assert refused(it.get, "gone") == "finding.unknown"


def test_they_stand_area_by_area_in_the_order_of_the_team(assessment):
    it = assessment.findings
    outside = it.add("Outside")
    late, first, second = (it.add(text, area=area) for text, area in (("c", STANDARD), ("a", PLAN), ("b", PLAN)))
    assert texts(assessment) == ["a", "b", "c", "Outside"]
    it.move(second, before=first)
    assert texts(assessment) == ["b", "a", "c", "Outside"]
    it.move(second)
    assert texts(assessment) == ["a", "b", "c", "Outside"]
    it.change(late, area=PLAN)
    assert [(each.area, [one.id for one in each.findings]) for each in it.by_area()] == [
        (PLAN, [first, second, late]),
        (Ref("", ""), [outside]),
    ]


def test_merging_keeps_the_observations_of_all_and_splitting_parts_them(assessment, agreed):
    it = assessment.findings
    first, second = (it.add(text, tone=WEAK, observations=[each]) for text, each in zip("ab", agreed, strict=True))
    assessment.actions.add("Plan anew", finding=second)
    it.merge([first, second])
    assert texts(assessment) == ["a b"]
    assert [each.id for each in it.observations(first)] == agreed
    assert [each.title for each in assessment.discussions.of(first).actions] == ["Plan anew"]
    other = it.split(first, agreed[1:], "b")
    assert texts(assessment) == ["a b", "b"]
    assert [[one.id for one in it.observations(each)] for each in (first, other)] == [agreed[:1], agreed[1:]]
    assessment.history.undo()
    assessment.history.undo()
    assert texts(assessment) == ["a", "b"]


def test_what_is_marked_for_the_report_is_valid_and_names_nobody(assessment, agreed, refused):
    it = assessment.findings
    assessment.preparation.add_participant(name="Anna Miller")
    found = it.add("Anna plans alone.", observations=agreed[:1])
    assert refused(it.mark, [found]) == "finding.toneless"
    it.change(found, tone=WEAK)
    with pytest.raises(RefusalError) as caught:
        it.mark([found])
    assert (caught.value.code, caught.value.facts["found"]) == ("finding.names", ("Anna",))
    it.change(found, names_nobody=True)
    it.mark([found])
    assert it.get(found).final
    it.mark([found], final=False)
    assert not it.get(found).final
    bare = it.add("Nothing beneath.", tone=WEAK, area=PLAN)
    assert refused(it.mark, [bare]) == "finding.unfounded"
