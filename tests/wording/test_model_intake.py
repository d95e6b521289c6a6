import string

import pytest

from desktop.exchange.foreign_models import practice_tables, rubric_packs
from desktop.exchange.foreign_models.foreign_model import ForeignForm, Notice, Topic
from desktop.model.errors import Fact
from desktop.wording import model_intake

FACTS: dict[str, Fact] = {
    "name": "Water",
    "text": "Total",
    "levels": ("3",),
    "alike": True,
    "what": ("threats", "risks"),
    "count": 2,
}


@pytest.mark.parametrize("form", ForeignForm)
def test_every_form_has_its_words(form):
    assert model_intake.form_name(form)


@pytest.mark.parametrize("topic", Topic)
def test_every_question_is_plain(topic):
    said = model_intake.question_text(topic, {"name": "Initial"})
    assert "?" in said
    assert not set(string.Formatter().parse(said)) & {"{"}


@pytest.mark.parametrize("notice", Notice)
def test_every_notice_has_its_sentence(notice):
    said = model_intake.notice_text(notice, FACTS)
    assert said.endswith(".")
    assert "{" not in said


def test_every_choice_has_its_words():
    for module in (rubric_packs, practice_tables):
        words = {value for name, value in vars(module).items() if name.isupper() and isinstance(value, str)}
        for word in words:
            assert model_intake.choice_text(word, {}) != word, word


def test_tables_are_named_by_where_they_stand():
    assert model_intake.choice_text("2", {"tables": ("A, 2", "B, 1: Serving")}) == "B, 1: Serving"
    assert model_intake.choice_text("0", {}) == "0"
