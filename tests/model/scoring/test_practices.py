import pytest

from desktop.model.scoring.inputs import PracticeJudgement, Source
from desktop.model.scoring.practices import is_in_place, is_open, is_weak, work
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.staged import score
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from tests.builders import CORROBORATED, all_in_place, judged, nothing_said, tiny_pack, with_answers, with_practices

PACK = tiny_pack()
FI, LI, PI, NI, NY, NA = (Characterisation(value) for value in ("FI", "LI", "PI", "NI", "NY", "NA"))

DOCUMENT = Source(EvidenceKind.DOCUMENT, "plan")
INTERVIEW = Source(EvidenceKind.INTERVIEW, "interview 1")
PAPER_FORM = Source(EvidenceKind.QUESTIONNAIRE, "paper form")


def scored(judgement: PracticeJudgement | Characterisation | None, **answers: int):
    given = with_practices(nothing_said(), PLN_AC_1=judgement)
    if answers:
        given = with_answers(given, "PLN-Q1", answers)
    return next(practice for practice in score(PACK, given).practices if practice.id == "PLN-AC-1")


@pytest.mark.parametrize(
    ("filed", "answered", "sources", "corroborated"),
    [
        ((), False, 0, False),
        ((), True, 1, False),
        ((DOCUMENT,), False, 1, False),
        ((DOCUMENT,), True, 2, True),
        ((DOCUMENT, DOCUMENT), False, 1, False),
        ((INTERVIEW, Source(EvidenceKind.INTERVIEW, "interview 2")), False, 2, True),
        ((INTERVIEW, INTERVIEW, DOCUMENT), True, 3, True),
        ((INTERVIEW, Source(EvidenceKind.INTERVIEW, "Interview 1 ")), False, 1, False),
        ((INTERVIEW, Source(EvidenceKind.DEMONSTRATION, "interview 1")), False, 1, False),
        ((PAPER_FORM,), True, 1, False),
        ((PAPER_FORM, Source(EvidenceKind.QUESTIONNAIRE, "another")), True, 1, False),
        ((PAPER_FORM, INTERVIEW), False, 2, True),
    ],
)
def test_corroboration_needs_two_sources_and_not_only_questionnaires(filed, answered, sources, corroborated):
    found = scored(judged(FI, sources=filed), **({"always": 1} if answered else {}))
    assert (found.sources, found.corroborated) == (sources, corroborated)


@pytest.mark.parametrize(("kind", "direct"), [(kind, kind in ("document", "demonstration")) for kind in EvidenceKind])
def test_only_documents_and_demonstrations_show_the_work_itself(kind, direct):
    found = scored(judged(None, sources=[Source(kind, "one")]), always=1).suggestion
    assert (found.value, found.capped) == ((FI, False) if direct else (PI, True))


@pytest.mark.parametrize(
    ("answers", "survey"),
    [
        ({"always": 1}, FI),
        ({"always": 501, "often": 499}, FI),
        ({"always": 1, "often": 1}, LI),
        ({"often": 1}, LI),
        ({"half": 1}, PI),
        ({"half": 1, "rarely": 1}, PI),
        ({"seldom": 1, "rarely": 1}, NI),
        ({"rarely": 1}, NI),
    ],
)
def test_the_survey_suggests_by_the_mean_as_it_is_unrounded(answers, survey):
    assert scored(judged(None, sources=(DOCUMENT,)), **answers).suggestion.survey is survey


def test_a_mean_just_above_a_limit_is_told_with_the_decimals_that_decide():
    assert scored(judged(None, sources=(DOCUMENT,)), always=501, often=499).suggestion.mean_percent == 85.02


@pytest.mark.parametrize("answers", [{}, {"dont_know": 3, "does_not_apply": 2}])
def test_no_answers_suggest_nothing(answers):
    assert scored(None, **answers).suggestion is None


@pytest.mark.parametrize(
    ("judgement", "rule", "open_", "weak", "in_place", "to_do"),
    [
        (None, Rule.PRACTICE_NOT_CHARACTERISED, True, False, False, 1),
        (NY, Rule.PRACTICE_NOT_YET, True, False, False, 1),
        (judged(NA), Rule.PRACTICE_REASON_MISSING, True, False, False, 1),
        (judged(NA, reason="  "), Rule.PRACTICE_REASON_MISSING, True, False, False, 1),
        (PracticeJudgement(NA, reason="No suppliers."), Rule.PRACTICE_NOT_APPLICABLE, False, False, True, 0),
        (FI, Rule.PRACTICE_IN_PLACE, False, False, True, 0),
        (LI, Rule.PRACTICE_IN_PLACE, False, False, True, 0),
        (PI, Rule.PRACTICE_WEAK, False, True, False, 1),
        (NI, Rule.PRACTICE_WEAK, False, True, False, 2),
        (judged(NI, alternative=True), Rule.PRACTICE_ALTERNATIVE, False, False, True, 0),
        (judged(FI, alternative=True), Rule.PRACTICE_IN_PLACE, False, False, True, 0),
        (judged(None, alternative=True), Rule.PRACTICE_NOT_CHARACTERISED, True, False, False, 1),
        (judged(FI, sources=(DOCUMENT,)), Rule.PRACTICE_NOT_CORROBORATED, True, False, False, 1),
        (judged(NI, sources=(DOCUMENT,)), Rule.PRACTICE_NOT_CORROBORATED, True, True, False, 2),
        (judged(NI, sources=(), alternative=True), Rule.PRACTICE_NOT_CORROBORATED, True, False, False, 1),
    ],
)
def test_how_a_practice_counts(judgement, rule, open_, weak, in_place, to_do):
    found = scored(judgement)
    assert found.trace.rule == rule
    assert (is_open(found), is_weak(found), is_in_place(found), work(found)) == (open_, weak, in_place, to_do)


def test_answers_are_one_source():
    assert scored(judged(FI, sources=(DOCUMENT,)), always=8).corroborated
    assert not scored(judged(FI, sources=()), always=8).corroborated


@pytest.mark.parametrize("blank", ["dont_know", "does_not_apply"])
def test_blanks_are_no_source(blank):
    found = scored(judged(FI, sources=(DOCUMENT,)), **{blank: 8})
    assert (found.sources, found.corroborated) == (1, False)


def test_a_goals_question_informs_the_activities_that_serve_it():
    result = score(PACK, with_answers(nothing_said(), "PLN-Q1", {"always": 4}))
    assert [practice.id for practice in result.practices if practice.suggestion] == ["PLN-AC-1"]


def test_a_practices_own_question_informs_it():
    result = score(PACK, with_answers(nothing_said(), "PLN-Q3", {"always": 4}))
    assert [practice.id for practice in result.practices if practice.suggestion] == ["PLN-CO-1"]


@pytest.mark.parametrize(
    ("judgement", "answers", "rule"),
    [
        (None, {}, Rule.SUGGESTION_NO_ANSWERS),
        (None, {"always": 3}, Rule.SUGGESTION_CAPPED),
        (None, {"rarely": 3}, Rule.SUGGESTION_FROM_ANSWERS),
        (judged(None, sources=(DOCUMENT,)), {"always": 3}, Rule.SUGGESTION_FROM_ANSWERS),
        (judged(None, sources=(INTERVIEW,)), {"always": 3}, Rule.SUGGESTION_CAPPED),
    ],
)
def test_the_trace_rests_on_the_suggestion_and_that_on_the_questions(judgement, answers, rule):
    found = scored(judgement or judged(None, sources=()), **answers)
    (suggestion,) = found.trace.parts
    assert suggestion.rule == rule
    assert suggestion.facts["questions"] == ("PLN-Q1",)
    assert [part.facts["question"] for part in suggestion.parts] == ["PLN-Q1"]


def shared(**values: Characterisation | PracticeJudgement | None) -> float | None:
    found = score(PACK, with_practices(nothing_said(), **values)).areas[0]
    assert found.id == "PLN"
    return found.in_place_percent


def test_the_share_in_place_is_that_of_the_practices_that_apply() -> None:
    away = PracticeJudgement(Characterisation.NOT_APPLICABLE, reason="No such work.")
    given = with_practices(all_in_place(PACK), PLN_AC_1=Characterisation.NOT)
    assert score(PACK, given).areas[0].in_place_percent == 66.7
    assert score(PACK, with_practices(given, PLN_AC_2=away)).areas[0].in_place_percent == 50.0
    assert score(PACK, with_practices(given, PLN_AC_1=away)).areas[0].in_place_percent == 100.0


def test_an_area_in_which_nothing_is_characterised_has_no_share_rather_than_0() -> None:
    away = PracticeJudgement(Characterisation.NOT_APPLICABLE, reason="No such work.")
    assert shared() is None
    assert shared(PLN_AC_1=away, PLN_AC_2=away, PLN_CO_1=away) is None
    assert shared(PLN_AC_1=away) is None
    assert shared(PLN_AC_1=Characterisation.NOT_YET) == 0.0
    assert shared(PLN_AC_1=Characterisation.NOT) == 0.0


def test_levels_take_the_mean_of_the_shares_that_exist() -> None:
    result = score(PACK, with_practices(nothing_said(), PLN_AC_1=judged_fully()))
    second, third = result.levels[1:]
    assert (second.in_place_percent, second.trace.facts["begun"]) == (33.3, 1)
    assert (third.in_place_percent, third.trace.facts["begun"]) == (None, 0)


def judged_fully() -> PracticeJudgement:
    return PracticeJudgement(Characterisation.FULLY, sources=CORROBORATED)


def test_kinds_of_sources_stand_in_one_order_whatever_was_filed_first():
    """They are told in the sentence that answers why; it must not change with the order of filing."""
    demonstration = Source(EvidenceKind.DEMONSTRATION, "shown")
    others = {EvidenceKind.PRESENTATION, EvidenceKind.OBSERVATION}
    expected = tuple(kind for kind in EvidenceKind if kind not in others)
    for filed in ((INTERVIEW, DOCUMENT, demonstration), (demonstration, DOCUMENT, INTERVIEW)):
        assert scored(judged(FI, sources=filed), always=1).trace.facts["kinds"] == expected


@pytest.mark.parametrize("sources", [(INTERVIEW,), (DOCUMENT, INTERVIEW)], ids=["capped", "direct"])
def test_the_trace_of_a_suggestion_tells_what_it_says_and_rests_on(sources):
    """What the answers alone would say stands beside what is suggested, with how many they are."""
    practice = scored(judged(FI, sources=sources), always=4, often=1)
    told, suggestion = practice.trace.parts[0].facts, practice.suggestion
    assert suggestion.n == 5
    assert suggestion.survey is FI
    assert (suggestion.value is PI) is suggestion.capped is (sources == (INTERVIEW,))
    assert told == {
        "practice": "PLN-AC-1",
        "questions": ("PLN-Q1",),
        "n": 5,
        "mean_percent": suggestion.mean_percent,
        "survey": FI,
        "value": suggestion.value,
    }


def test_the_trace_of_no_suggestion_tells_that_nobody_answered():
    told = scored(None).trace.parts[0].facts
    assert (told["n"], told["mean_percent"], told["survey"], told["value"]) == (0, None, None, None)
