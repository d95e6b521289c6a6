import datetime as dt

import pytest
from msgspec.structs import replace

from desktop.model.assessment.comparison import Part
from desktop.model.assessment.examined import Ruling
from desktop.model.assessment.forms import FilledAnswer, FilledForm, Outcome, Unclear, UnclearCell
from desktop.model.errors import RefusalError
from desktop.model.records import Form
from tests.builders import YES_NO, tiny_pack

MONDAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
QUESTIONS = sorted(tiny_pack().question_by_id)


@pytest.fixture
def participant(assessment):
    return assessment.preparation.add_participant(role="manager")


def form(assessment, participant, choice="often", *, saved=MONDAY, **answers):
    """A form with one answer to all questions; `answers` go to some, with _ for -."""
    identity = assessment.questionnaires.identity("tiny", participant)
    given = {question: FilledAnswer(choice) for question in QUESTIONS}
    given |= {question.replace("_", "-"): FilledAnswer(answer) for question, answer in answers.items()}
    return FilledForm(identity, saved, given)


def choices(assessment, participant):
    """Every choice of a participant."""
    return {answer.choice for answer in assessment.questionnaires.answers("tiny", participant).values()}


def test_answers_one_by_one(assessment, participant):
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "often")
    assessment.questionnaires.comment("tiny", participant, "PLN-Q1", "Mostly.")
    (answer,) = assessment.questionnaires.answers("tiny", participant).values()
    assert (answer.question, answer.choice, answer.comment) == ("PLN-Q1", "often", "Mostly.")
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", None)
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice is None


def test_impossible_answers_are_refused(assessment, participant, refused):
    answer, comment = assessment.questionnaires.answer, assessment.questionnaires.comment
    assert refused(answer, "unheard", participant, "PLN-Q1", "often") == "model.not_in_use"
    assert refused(answer, "tiny", participant, "PLN-Q9", "often") == "question.unknown"
    assert refused(answer, "tiny", participant, "PLN-Q1", "yes") == "choice.unknown"
    assert refused(answer, "tiny", "nobody", "PLN-Q1", "often") == "participant.unknown"
    assert refused(comment, "tiny", participant, "PLN-Q9", "x") == "question.unknown"
    assert assessment.questionnaires.answers("tiny", participant) == {}


def test_progress_counts_who_is_asked_and_who_has_answered_all_the_same(assessment, participant):
    other, _silent = (assessment.preparation.add_participant(asked=False) for _ in range(2))
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "dont_know")
    assessment.questionnaires.answer("tiny", other, "PLN-Q1", "often")
    progress, uninvited = assessment.questionnaires.progress("tiny")
    assert (progress.participant.id, progress.answered, progress.questions, progress.form) == (
        participant,
        1,
        12,
        False,
    )
    assert (uninvited.participant.id, uninvited.answered) == (other, 1)
    assessment.questionnaires.take(form(assessment, participant), Ruling(prevails=True))
    progress, _uninvited = assessment.questionnaires.progress("tiny")
    assert (progress.answered, progress.form) == (12, True)


def test_what_is_no_longer_asked_does_not_count_as_answered(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant))
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", None)
    assessment.models.set_question_level("tiny", 2)
    (progress,) = assessment.questionnaires.progress("tiny")
    assert (progress.answered, progress.questions) == (5, 6)


def test_comments_do_not_tell_whose_they_are(assessment, participant):
    other, gone = (assessment.preparation.add_participant() for _ in range(2))
    for one, comment in ((participant, "Zero"), (other, "All"), (gone, "Gone")):
        assessment.questionnaires.comment("tiny", one, "PLN-Q1", comment)
    assessment.preparation.remove_participant(gone)
    assert assessment.questionnaires.comments("tiny", "PLN-Q1") == ["All", "Zero"]


def test_a_form_is_taken_whole_as_one_step(assessment, participant):
    taken = assessment.questionnaires.take(form(assessment, participant, PLN_Q1=None, PLN_Q2="dont_know"))
    assert (taken.outcome, taken.number, taken.answered, taken.questions, taken.changed) == (Outcome.NEW, 1, 11, 12, 11)
    assessment.history.undo()
    assert all(answer.choice is None for answer in assessment.questionnaires.answers("tiny", participant).values())
    (progress,) = assessment.questionnaires.progress("tiny")
    assert not progress.form


def test_the_same_form_again_changes_nothing(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant))
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "half")
    steps = len(assessment.history.steps())
    again = assessment.questionnaires.take(form(assessment, participant, saved=MONDAY + dt.timedelta(days=1)))
    assert (again.outcome, again.changed) == (Outcome.UNCHANGED, 0)
    assert len(assessment.history.steps()) == steps
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice == "half"


def test_a_newer_version_replaces_the_older_in_one_step(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant))
    newer = form(assessment, participant, saved=MONDAY + dt.timedelta(days=2), PLN_Q1="half", PLN_Q2=None)
    taken = assessment.questionnaires.take(newer, Ruling(empties=True))
    assert (taken.outcome, taken.answered, taken.changed) == (Outcome.REPLACED, 11, 2)
    assessment.history.undo()
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice == "often"
    assert assessment.questionnaires.take(newer, Ruling(empties=True)).outcome is Outcome.REPLACED


def test_an_older_version_is_refused(assessment, participant, refused):
    assessment.questionnaires.take(form(assessment, participant))
    older = form(assessment, participant, "half", saved=MONDAY - dt.timedelta(days=2))
    assert refused(assessment.questionnaires.take, older) == "form.older"


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
    taken = assessment.questionnaires.take(second, Ruling(arrived_last=True))
    assert (taken.outcome, taken.unsure) == (Outcome.REPLACED, True)
    assert choices(assessment, participant) == {"half"}
    assert refused(assessment.questionnaires.take, form(assessment, participant, saved=saved)) == "form.was_replaced"
    assert assessment.questionnaires.take(form(assessment, participant), Ruling(counts=True)).changed == 12


def test_what_only_adds_is_taken_whatever_its_stamp(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant, PLN_Q1=None))
    more = form(assessment, participant, saved=MONDAY - dt.timedelta(days=9))
    taken = assessment.questionnaires.take(more)
    assert (taken.outcome, taken.changed, taken.unsure) == (Outcome.REPLACED, 1, False)


def test_a_blank_form_says_nothing(assessment, participant):
    blank = form(assessment, participant, None, saved=MONDAY + dt.timedelta(days=9))
    assert assessment.questionnaires.take(blank).outcome is Outcome.BLANK
    (progress,) = assessment.questionnaires.progress("tiny")
    assert not progress.form
    assessment.questionnaires.take(form(assessment, participant))
    steps = len(assessment.history.steps())
    assert assessment.questionnaires.take(blank).outcome is Outcome.BLANK
    assert (choices(assessment, participant), len(assessment.history.steps())) == ({"often"}, steps)
    back = assessment.questionnaires.take(blank, Ruling(counts=True, empties=True))
    assert (back.outcome, back.emptied) == (Outcome.REPLACED, 12)
    assert choices(assessment, participant) == {None}
    assessment.history.undo()
    assert choices(assessment, participant) == {"often"}


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


def test_a_form_meets_what_the_team_entered_before(assessment, participant, refused):
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "half")
    assessment.questionnaires.answer("tiny", participant, "PLN-Q2", "often")
    first = form(assessment, participant, PLN_Q3=None)
    assert refused(assessment.questionnaires.take, first) == "form.contests"
    assert assessment.questionnaires.take(form(assessment, participant, PLN_Q1=None)).outcome is Outcome.NEW
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice == "half"


def test_undo_brings_back_what_the_last_form_said(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant))
    before = assessment.questionnaires.progress("tiny")[0].sending
    assessment.questionnaires.take(form(assessment, participant, "half", saved=MONDAY + dt.timedelta(days=9)))
    assert assessment.questionnaires.progress("tiny")[0].sending.said != before.said
    assessment.history.undo()
    assert assessment.questionnaires.progress("tiny")[0].sending == before


def test_files_of_format_1_do_not_know_what_the_last_form_said(assessment, participant, refused):
    assessment.questionnaires.take(form(assessment, participant))
    with assessment.questionnaires._desk.step("form.take", number=1, answered=12) as step:
        step.draft.put(Form, "tiny", participant, said="")
    later = form(assessment, participant, PLN_Q1="half", saved=MONDAY + dt.timedelta(days=9))
    assert assessment.questionnaires.take(later).changed == 1
    assessment.history.undo()
    assessment.questionnaires.answer("tiny", participant, "PLN-Q2", "rarely")
    assert refused(assessment.questionnaires.take, later) == "form.contests"


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
    assert refused(assessment.questionnaires.take, unclear) == "form.choice_not_on_form"
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


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"assessment": "other"}, "form.other_assessment"),
        ({"model": "other"}, "form.other_model"),
        ({"digest": "0" * 64}, "form.other_version"),
        ({"scale": YES_NO.id}, "form.other_scale"),
        ({"participant": "nobody"}, "form.unknown_participant"),
    ],
)
def test_forms_of_something_else_are_refused(assessment, participant, refused, change, code):
    good = form(assessment, participant)
    bad = replace(good, identity=replace(good.identity, **change))
    assert refused(assessment.questionnaires.take, bad) == code
    assert assessment.questionnaires.answers("tiny", participant) == {}


def test_one_impossible_answer_refuses_the_form_whole(assessment, participant, refused):
    assert refused(assessment.questionnaires.take, form(assessment, participant, PLN_Q2="yes")) == "form.unknown_choice"
    unclear = UnclearCell("PLN-Q2", "Questions", 8, "2", "perhaps", Unclear.NO_CHOICE)
    assert (
        refused(assessment.questionnaires.take, replace(form(assessment, participant), unclear=(unclear,)))
        == "form.choice_not_on_form"
    )
    assert (
        refused(assessment.questionnaires.take, form(assessment, participant, PLN_Q9="half")) == "form.unknown_question"
    )
    assert assessment.questionnaires.answers("tiny", participant) == {}


def test_good_forms_are_taken_and_bad_ones_refused(assessment, participant, heard):
    other = assessment.preparation.add_participant()
    heard.clear()
    results = assessment.questionnaires.take_all(
        [form(assessment, participant), form(assessment, other, PLN_Q1="yes"), form(assessment, other)]
    )
    first, bad, second = results
    assert isinstance(bad, RefusalError)
    assert [first.outcome, second.outcome] == [Outcome.NEW, Outcome.NEW]
    assert len(heard) == 1
    assert {row for kind, row in heard[0].rows if kind == "form"} == {f"tiny/{participant}", f"tiny/{other}"}
    assessment.history.undo()
    assert [progress.form for progress in assessment.questionnaires.progress("tiny")] == [True, False]


def test_of_versions_that_come_together_one_counts(assessment, participant):
    later = form(assessment, participant, "half", saved=MONDAY + dt.timedelta(days=2))
    blank = form(assessment, participant, None, saved=MONDAY + dt.timedelta(days=3))
    forms = [form(assessment, participant), later, blank, replace(later, saved=None)]
    results = assessment.questionnaires.take_all(forms)
    assert [result.outcome for result in results] == [
        Outcome.EARLIER,
        Outcome.NEW,
        Outcome.BLANK,
        Outcome.UNCHANGED,
    ]
    assert results[0].winner == 1
    assert choices(assessment, participant) == {"half"}


def test_versions_that_come_together_and_nobody_knows_are_all_left(assessment, participant):
    forms = [form(assessment, participant), form(assessment, participant, "half")]
    results = assessment.questionnaires.take_all(forms)
    assert [(result.code, result.facts["versions"]) for result in results] == [("form.which_counts", ("0", "1"))] * 2
    assert choices(assessment, participant) == set()
    assert [one.rivals for one in assessment.questionnaires.examine(forms)] == [(0, 1)] * 2
    results = assessment.questionnaires.take_all(forms, {1: Ruling(counts=True)})
    assert [result.outcome for result in results] == [Outcome.EARLIER, Outcome.NEW]
    assert choices(assessment, participant) == {"half"}


def test_of_versions_that_come_together_none_may_count(assessment, participant):
    forms = [form(assessment, participant), form(assessment, participant, "half")]
    results = assessment.questionnaires.take_all(forms, dict.fromkeys(range(2), Ruling(counts=False)))
    assert [result.outcome for result in results] == [Outcome.KEPT] * 2
    assert choices(assessment, participant) == set()


def test_what_fails_midway_takes_no_form(assessment, participant, monkeypatch):
    other = assessment.preparation.add_participant()
    taking = assessment.questionnaires._taking
    keep = taking._keep
    kept: list[int] = []

    def fail_at_the_second(*arguments):
        if kept:
            raise OSError
        kept.append(1)
        return keep(*arguments)

    monkeypatch.setattr(taking, "_keep", fail_at_the_second)
    with pytest.raises(OSError):
        assessment.questionnaires.take_all([form(assessment, participant), form(assessment, other)])
    assert [progress.form for progress in assessment.questionnaires.progress("tiny")] == [False, False]
    assert assessment.check() == ()


@pytest.mark.parametrize(
    ("model", "question", "good", "bad"),
    [
        ("tiny-streams", "DSK-Q1", "level_5", "often"),
        ("tiny-streams", "DSK-Q1", "dont_know", "met"),
        ("tiny-criteria", "TOL-3-1", "partly_met", "level_1"),
        ("tiny-criteria", "TOL-3-1", "does_not_apply", "not_applicable"),
    ],
)
def test_answers_of_every_scheme_are_on_the_scale_of_their_question(several, refused, model, question, good, bad):
    person = several.preparation.add_participant()
    several.questionnaires.answer(model, person, question, good)
    assert refused(several.questionnaires.answer, model, person, question, bad) == "choice.unknown"
    assert several.questionnaires.answers(model, person)[question].choice == good


def test_a_form_of_streams_is_taken_whole(several):
    person = several.preparation.add_participant()
    identity = several.questionnaires.identity("tiny-streams", person)
    said = {"DSK-Q1": FilledAnswer("level_2"), "REQ-Q1": FilledAnswer("dont_know"), "REP-Q1": FilledAnswer()}
    taken = several.questionnaires.take(FilledForm(identity, MONDAY, said))
    assert (taken.outcome, taken.answered, taken.questions) == (Outcome.NEW, 2, 3)
    (progress,) = several.questionnaires.progress("tiny-streams")
    assert (progress.answered, progress.questions) == (2, 3)
    with pytest.raises(RefusalError) as refusal:
        several.questionnaires.take(FilledForm(identity, MONDAY, {"DSK-Q1": FilledAnswer("often")}))
    assert refusal.value.code == "form.unknown_choice"
    with pytest.raises(RefusalError) as refusal:
        several.questionnaires.take(FilledForm(identity, MONDAY, {"PLN-Q1": FilledAnswer("often")}))
    assert refusal.value.code == "form.unknown_question"


def test_nobody_is_behind_with_a_model_left_to_the_team(assessment):
    assessment.preparation.add_participant(role="Manager")
    model = assessment.models.all()[0].id
    assert len(assessment.questionnaires.progress(model)) == 1
    assessment.models.set_question_level(model, 0)
    assert assessment.questionnaires.progress(model) == []
