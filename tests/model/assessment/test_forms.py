import datetime as dt

from msgspec.structs import replace

from desktop.model.assessment.forms import FilledAnswer, FilledForm, FormIdentity

FORM = FilledForm(
    FormIdentity("a1", "tiny", "d1", "frequency_5", "p1"),
    dt.datetime(2026, 3, 2, tzinfo=dt.UTC),
    {"PLN-Q1": FilledAnswer("often"), "PLN-Q2": FilledAnswer(None, "Why?")},
)


def test_order_and_time_do_not_make_another_form():
    turned = dict(sorted(FORM.answers.items(), reverse=True))
    assert replace(FORM, answers=turned, saved=None).digest == FORM.digest


def test_answers_comments_and_whose_it_is_do():
    others = [
        replace(FORM, answers={**FORM.answers, "PLN-Q1": FilledAnswer("half")}),
        replace(FORM, answers={**FORM.answers, "PLN-Q2": FilledAnswer(None, "Why not?")}),
        replace(FORM, answers={**FORM.answers, "PLN-Q2": FilledAnswer("Why?")}),
        replace(FORM, identity=replace(FORM.identity, participant="p2")),
    ]
    assert len({form.digest for form in [FORM, *others]}) == 5
