import datetime as dt

import pytest
from msgspec.structs import replace

from desktop.model.assessment.comparison import Part
from desktop.model.assessment.examined import Ruling
from desktop.model.assessment.forms import FilledAnswer, Outcome, Unclear, UnclearCell
from desktop.model.errors import RefusalError
from tests.model.assessment.returned import MONDAY, choices, form


def test_unclear_cells_can_be_settled_or_skipped(assessment, participant, refused):
    cells = tuple(
        UnclearCell(f"PLN-Q{number}", "Questions", 7 + number, str(number), "perhaps", Unclear.NO_CHOICE)
        for number in (1, 2)
    )
    unclear = replace(form(assessment, participant, PLN_Q1=None, PLN_Q2=None), unclear=cells)
    assert refused(assessment.questionnaires.take, unclear) == "form.choice_not_on_form"
    assert refused(assessment.questionnaires.take, unclear, Ruling(cells={"PLN-Q1": "half"})) == (
        "form.choice_not_on_form"
    )
    taken = assessment.questionnaires.take(unclear, Ruling(cells={"PLN-Q1": "half"}, skips_unclear=True))
    assert (taken.answered, [cell.question for cell in taken.skipped]) == (11, ["PLN-Q2"])
    answers = assessment.questionnaires.answers("tiny", participant)
    assert answers["PLN-Q1"].choice == "half"
    assert "PLN-Q2" not in answers
    assert assessment.questionnaires.take(unclear).outcome is Outcome.UNCHANGED
    assert assessment.questionnaires.take(unclear, Ruling(skips_unclear=True)).outcome is Outcome.UNCHANGED
    assert refused(assessment.questionnaires.take, unclear, Ruling(again=True)) == "form.choice_not_on_form"
    settled = assessment.questionnaires.take(unclear, Ruling(cells={"PLN-Q1": "half", "PLN-Q2": "often"}))
    assert (settled.outcome, settled.changed) == (Outcome.REPLACED, 1)
    assert assessment.questionnaires.take(unclear).outcome is Outcome.UNCHANGED


def test_an_unclear_cell_that_is_skipped_wipes_nothing(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant))
    cell = UnclearCell("PLN-Q1", "Questions", 8, "1", "perhaps", Unclear.NO_CHOICE)
    newer = form(assessment, participant, PLN_Q1=None, saved=MONDAY + dt.timedelta(days=9))
    taken = assessment.questionnaires.take(replace(newer, unclear=(cell,)), Ruling(skips_unclear=True))
    assert (taken.changed, taken.emptied) == (0, 0)
    assert choices(assessment, participant) == {"often"}


def test_a_question_that_is_asked_no_longer_is_told_by_its_text(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant))
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "half")
    assessment.models.set_scope("tiny", ["PLN"], in_scope=False)
    newer = form(assessment, participant, PLN_Q1="rarely", saved=MONDAY + dt.timedelta(days=9))
    with pytest.raises(RefusalError) as refusal:
        assessment.questionnaires.take(newer)
    assert (refusal.value.code, refusal.value.facts["questions"]) == ("form.contests", ("Is PLN-G1 so?",))


def test_what_the_team_corrected_stays_unless_the_form_changed_it_too(assessment, participant, refused):
    assessment.questionnaires.take(form(assessment, participant))
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "half")
    assessment.questionnaires.answer("tiny", participant, "PLN-Q2", "half")
    later = MONDAY + dt.timedelta(days=9)
    newer = form(assessment, participant, PLN_Q3="seldom", saved=later)
    assert assessment.questionnaires.take(newer).changed == 1
    answers = assessment.questionnaires.answers("tiny", participant)
    assert [answers[f"PLN-Q{number}"].choice for number in (1, 2, 3)] == ["half", "half", "seldom"]
    latest = later + dt.timedelta(days=2)
    newest = form(assessment, participant, PLN_Q1="rarely", PLN_Q2="half", PLN_Q3="seldom", saved=latest)
    with pytest.raises(RefusalError) as refusal:
        assessment.questionnaires.take(newest)
    assert (refusal.value.code, refusal.value.facts["questions"]) == ("form.contests", ("1",))
    assert assessment.questionnaires.take(newest, Ruling(prevails=False)).kept == 1
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice == "half"
    assessment.history.undo()
    assessment.questionnaires.take(newest, Ruling(contests={("PLN-Q1", Part.CHOICE): True}))
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice == "rarely"


def test_answers_emptied_one_by_one_go_only_after_it_was_asked(assessment, participant):
    first = form(assessment, participant)
    answers = {**first.answers, "PLN-Q1": FilledAnswer("often", "Mostly.")}
    assessment.questionnaires.take(replace(first, answers=answers))
    less = form(assessment, participant, PLN_Q1=None, PLN_Q2=None, PLN_Q3="half", saved=MONDAY + dt.timedelta(days=9))
    with pytest.raises(RefusalError) as refusal:
        assessment.questionnaires.take(less)
    assert refusal.value.code == "form.empties"
    assert (refusal.value.facts["answers"], refusal.value.facts["comments"]) == (2, 1)
    assert choices(assessment, participant) == {"often"}
    kept = assessment.questionnaires.take(less, Ruling(empties=False))
    assert (kept.changed, kept.emptied, kept.kept) == (1, 0, 3)
    answers = assessment.questionnaires.answers("tiny", participant)
    assert (answers["PLN-Q1"].choice, answers["PLN-Q1"].comment, answers["PLN-Q3"].choice) == (
        "often",
        "Mostly.",
        "half",
    )
    assessment.history.undo()
    gone = assessment.questionnaires.take(less, Ruling(empties=True))
    assert (gone.changed, gone.emptied, gone.emptied_comments) == (3, 2, 1)
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].comment == ""


def test_a_form_meets_what_the_team_entered_before(assessment, participant, refused):
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "half")
    assessment.questionnaires.answer("tiny", participant, "PLN-Q2", "often")
    first = form(assessment, participant, PLN_Q3=None)
    assert refused(assessment.questionnaires.take, first) == "form.contests"
    assert assessment.questionnaires.take(form(assessment, participant, PLN_Q1=None)).outcome is Outcome.NEW
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice == "half"


@pytest.mark.parametrize(
    ("saved", "other"),
    [
        (None, MONDAY),
        (MONDAY, None),
        (MONDAY, MONDAY - dt.timedelta(hours=8)),  # LibreOffice wrote Tokyo's local time as UTC
        (MONDAY, MONDAY + dt.timedelta(hours=2)),
    ],
)
def test_a_version_of_no_certain_age_counts_when_the_user_says_so(assessment, participant, refused, saved, other):
    assessment.questionnaires.take(form(assessment, participant, saved=saved))
    second = form(assessment, participant, "half", saved=other)
    assert refused(assessment.questionnaires.take, second) == "form.unsure"
    kept = assessment.questionnaires.take(second, Ruling(counts=False))
    assert (kept.outcome, kept.changed) == (Outcome.KEPT, 0)
    assert choices(assessment, participant) == {"often"}
    taken = assessment.questionnaires.take(second, Ruling(counts=True))
    assert (taken.outcome, taken.unsure) == (Outcome.REPLACED, False)
    assert choices(assessment, participant) == {"half"}
    assert refused(assessment.questionnaires.take, form(assessment, participant, saved=saved)) == "form.was_replaced"
    assert assessment.questionnaires.take(form(assessment, participant), Ruling(counts=True)).changed == 12


def test_an_unclear_version_is_refused_by_itself_and_weighs_where_the_user_is_asked(assessment, participant):
    cell = UnclearCell("PLN-Q1", "Questions", 8, "1", "#REF!", Unclear.ERROR)
    unclear = replace(form(assessment, participant, PLN_Q1=None), unclear=(cell,))
    sound = form(assessment, participant)
    examine = assessment.questionnaires.examine
    asked = dict.fromkeys(range(2), Ruling(is_asked=True))
    assert [one.rivals for one in examine([unclear, sound], asked)] == [(0, 1)] * 2
    decided = {**asked, 0: Ruling(is_asked=True, cells={"PLN-Q1": None})}
    assert [one.winner for one in examine([unclear, sound], decided)] == [1, None]
    refusal, taken = assessment.questionnaires.take_all([unclear, sound])
    assert (refusal.code, refusal.facts["row"]) == ("form.choice_not_on_form", 8)
    assert (taken.outcome, taken.answered) == (Outcome.NEW, 12)


@pytest.mark.parametrize(
    ("answers", "saved", "became"),
    [
        ({"PLN_Q1": "seldom", "PLN_Q2": "seldom"}, MONDAY - dt.timedelta(hours=8), "seldom"),
        ({"PLN_Q1": "seldom"}, MONDAY - dt.timedelta(hours=8), "form.unsure"),
        ({"PLN_Q1": None, "PLN_Q2": "seldom"}, None, "form.empties"),
        ({"PLN_Q1": "seldom", "PLN_Q2": "seldom"}, MONDAY - dt.timedelta(days=2), "form.older"),
    ],
)
def test_who_changes_answers_and_gives_more_has_gone_on(assessment, participant, refused, answers, saved, became):
    first = form(assessment, participant, None, PLN_Q1="often")
    assessment.questionnaires.take(first)
    second = form(assessment, participant, None, saved=saved, **answers)
    if became.startswith("form."):
        assert refused(assessment.questionnaires.take, second) == became
        return
    assert assessment.questionnaires.take(second).unsure
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice == became
    assert refused(assessment.questionnaires.take, first) == "form.was_replaced"
