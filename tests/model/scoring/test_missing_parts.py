"""What an area still lacks, told by the rules of its practices and goals."""

from __future__ import annotations

import pytest

from desktop.model.assessment import Assessment
from desktop.model.scoring.missing_parts import Missing, MissingKind, missing_parts
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from tests.builders import tiny_pack


@pytest.fixture
def assessment(tmp_path):
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack()], author="Tester") as made:
        yield made


def missing(assessment: Assessment, area: str = "PLN") -> tuple[Missing, ...]:
    result = assessment.results.of("tiny")
    return missing_parts(next(each for each in result.areas if each.id == area), result.practices)


def support(assessment: Assessment, *practices: str) -> None:
    for kind, session in ((EvidenceKind.DOCUMENT, "plan"), (EvidenceKind.INTERVIEW, "interview 1")):
        assessment.evidence.add(kind, session, model="tiny", practices=practices)


def test_each_practice_lacks_one_thing(assessment):
    values = {"PLN-CO-1": Characterisation.NOT_YET, "PLN-AC-1": Characterisation.FULLY}
    assessment.ratings.characterise_all("tiny", values)
    assert missing(assessment) == (
        Missing(MissingKind.CHARACTERISATION, ("PLN-AC-2",)),
        Missing(MissingKind.EVIDENCE, ("PLN-AC-1",)),
        Missing(MissingKind.NOT_DUE, ("PLN-CO-1",)),
    )


def test_weaknesses_of_unsatisfied_goals_come_after_the_practices(assessment):
    practices = ("PLN-CO-1", "PLN-AC-1", "PLN-AC-2")
    support(assessment, *practices)
    assessment.ratings.characterise_all("tiny", dict.fromkeys(practices, Characterisation.NOT))
    assert missing(assessment) == (Missing(MissingKind.WEAKNESS, ("PLN-G1", "PLN-G2")),)
    assessment.ratings.set_goal("tiny", "PLN-G1", weakness="No plan.")
    assert missing(assessment) == (Missing(MissingKind.WEAKNESS, ("PLN-G2",)),)


def test_a_practice_that_does_not_apply_lacks_its_reason(assessment):
    assessment.ratings.characterise("tiny", "PLN-AC-1", Characterisation.NOT_APPLICABLE)
    assert Missing(MissingKind.REASON, ("PLN-AC-1",)) in missing(assessment)


def test_an_area_outside_the_work_lacks_nothing(assessment):
    assessment.ratings.set_not_applicable("tiny", "PLN", not_applicable=True, reason="Not done here.")
    assert missing(assessment) == ()
    assert missing(assessment, "SUP")


def test_a_satisfied_area_lacks_nothing(assessment):
    practices = ("PLN-CO-1", "PLN-AC-1", "PLN-AC-2")
    support(assessment, *practices)
    assessment.ratings.characterise_all("tiny", dict.fromkeys(practices, Characterisation.FULLY))
    assert missing(assessment) == ()
