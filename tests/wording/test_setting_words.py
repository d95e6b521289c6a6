from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.maturity.scheme_settings import EvidenceSetting, SchemeSettings, SurveySetting
from desktop.model.maturity.vocabulary import EvidenceKind
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation
from desktop.wording import setting_words, traces
from tests.builders import judged, nothing_said, tiny_pack, with_answers, with_practices
from tests.builders_schemes import tiny_criteria


def pack(**blocks):
    return replace(tiny_pack(), settings=SchemeSettings(**blocks))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (EvidenceSetting(), "two different sources, one of them not a questionnaire"),
        (EvidenceSetting(sources=1, beyond=()), "one source"),
        (EvidenceSetting(sources=3), "three different sources, one of them not a questionnaire"),
        (
            EvidenceSetting(beyond=(EvidenceKind.QUESTIONNAIRE, EvidenceKind.PRESENTATION)),
            "two different sources, one of them of another kind than: Questionnaire, Presentation",
        ),
        (EvidenceSetting(sources=0), "no evidence"),
    ],
)
def test_what_evidence_is_needed(said, words):
    assert setting_words.needed(pack(evidence=said)) == words


def test_reasons_tell_the_rules_of_the_pack():
    model = pack(
        evidence=EvidenceSetting(sources=3), suggest=SurveySetting(above={"FI": 92.5, "LI": 60, "PI": 20}, at_most="FI")
    )
    given = with_practices(nothing_said(), PLN_AC_1=judged(Characterisation.FULLY))
    practice = score(model, with_answers(given, "PLN-Q1", {"always": 4})).practices[1]
    assert practice.id == "PLN-AC-1"
    told = [words for _indent, words in traces.lines(practice.trace, 1, model)]
    assert "needs" not in told[0]
    alone = score(model, given).practices[1]
    assert "needs three different sources, one of them not a questionnaire." in traces.sentence(alone.trace, model)
    assert "(above 92.5 % fully, above 60 % largely, above 20 % partially)" in told[1]


def test_limits_of_a_pack_that_sets_none():
    assert setting_words.practice_limits(tiny_pack()) == setting_words.practice_limits(None)
    assert setting_words.statement_limits(tiny_criteria()) == setting_words.statement_limits(None)


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ((EvidenceKind.DOCUMENT, EvidenceKind.DEMONSTRATION), "No document or demonstration shows the work"),
        ((), "The model lets the survey suggest no more"),
        ((EvidenceKind.INTERVIEW,), "No evidence of these kinds shows the work: Interview"),
    ],
)
def test_why_the_survey_is_held_down(shown, words):
    assert setting_words.unshown(pack(suggest=SurveySetting(unless_shown=shown))) == words
