"""What takes a finding out of the report."""

import pytest

from desktop.model.maturity.refs import Ref
from desktop.model.records import ScopeSort, Tone


@pytest.mark.parametrize(
    "change",
    [
        lambda a, f, _o: a.findings.change(f, text="Planning is poor."),
        lambda a, f, _o: a.findings.change(f, tone=Tone.STRENGTH),
        lambda a, f, o: a.findings.keep(f, o, kept=False),
        lambda a, _f, o: a.observations.change(o[0], text="The plan is new."),
        lambda a, _f, o: a.observations.reject(o[0], "No."),
        lambda a, _f, o: a.observations.remove(o[:1]),
        lambda a, _f, _o: a.interviews.remove(a.interviews.all()[0].id),
        lambda a, _f, _o: a.preparation.add_participant(name="Paul Weak"),
        lambda a, _f, _o: a.preparation.add_participant(group="Planning"),
    ],
)
def test_a_mark_goes_when_what_it_rests_on_does_not_hold(assessment, agreed, change):
    found = assessment.findings.add("Planning is weak.", tone=Tone.WEAKNESS, observations=agreed)
    assessment.findings.mark([found])
    change(assessment, found, agreed)
    assert not assessment.findings.get(found).final


def test_a_mark_stays_when_a_finding_is_moved_or_somebody_else_joins(assessment, agreed):
    found = assessment.findings.add("Planning is weak.", tone=Tone.WEAKNESS, observations=agreed)
    assessment.findings.mark([found])
    assessment.findings.change(found, area=Ref("tiny", "STD"))
    assessment.preparation.add_participant(name="Paul Strong")
    assessment.interviews.note(assessment.interviews.all()[0].id, "More.")
    assert assessment.findings.get(found).final
    assessment.findings.remove([found])
    assert assessment.findings.all() == []


@pytest.mark.parametrize(
    "change",
    [
        lambda a, _p: a.preparation.add_participant(name="Paul Old"),
        lambda a, p: a.preparation.set_participant(p, name="Anna Old"),
        lambda a, p: a.preparation.set_participant(p, group="Only"),
        lambda a, p: a.preparation.set_participant(p, unit=a.organisation.add(ScopeSort.UNIT, "Only")),
        lambda a, _p: a.preparation.add_participant(name="Anna Baker"),
    ],
)
def test_that_a_text_gives_nobody_away_lapses_once_it_names_somebody_else(assessment, agreed, change):
    anna = assessment.preparation.add_participant(name="Anna Miller")
    found = assessment.findings.add("Anna is the only old plan.", tone=Tone.WEAKNESS, observations=agreed)
    assessment.findings.change(found, names_nobody=True)
    assessment.findings.mark([found])
    change(assessment, anna)
    assert not assessment.findings.get(found).final
    assert not assessment.findings.get(found).names_nobody


def test_that_a_text_gives_nobody_away_holds_where_nothing_new_is_named(assessment, agreed):
    anna = assessment.preparation.add_participant(name="Anna Miller", group="Old")
    found = assessment.findings.add("Anna is the only old plan.", tone=Tone.WEAKNESS, observations=agreed)
    assessment.findings.change(found, names_nobody=True)
    assessment.findings.mark([found])
    assessment.preparation.add_participant(name="Paul Strong")
    assessment.preparation.set_participant(anna, name="Anna Baker", group="Planning")
    assessment.preparation.set_details(threshold=4)
    assessment.preparation.set_details(threshold=7)
    assessment.preparation.set_participant(anna, group="")
    assert assessment.findings.get(found).final


def test_that_a_text_gives_nobody_away_lapses_when_a_group_that_it_names_gets_small(assessment, agreed):
    people = [assessment.preparation.add_participant(group="Old") for _person in range(5)]
    assessment.preparation.add_participant(name="Anna Miller")
    found = assessment.findings.add("Anna is the only old plan.", tone=Tone.WEAKNESS, observations=agreed)
    assessment.findings.change(found, names_nobody=True)
    assessment.findings.mark([found])
    assessment.preparation.remove_participant(people[0])
    assert not assessment.findings.get(found).final
