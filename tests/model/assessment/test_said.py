import pytest

from desktop.model.assessment.forms import FilledAnswer
from desktop.model.assessment.said import said_answers, said_text


def test_what_a_form_says_is_kept_without_what_it_leaves_empty():
    answers = {"B": FilledAnswer("often"), "A": FilledAnswer(None, "So it is."), "C": FilledAnswer()}
    text = said_text(answers)
    assert text == '{"A":[null,"So it is."],"B":["often",""]}'
    assert said_answers(text) == {"A": answers["A"], "B": answers["B"]}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"A": 1}', '{"A": ["often"]}'])
def test_what_was_not_kept_is_unknown(text):
    assert said_answers(text) is None
