"""Trying a model out: what is typed counts over the example it began with, and can become an example itself."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.maturity.shelf import find, shipped_ids
from desktop.model.own_models.checked_texts import check_text
from desktop.model.scoring.trials import Trial, trial_of
from desktop.wording.pack_examples import example_text
from tests.own_rules import PACKS, own_rules


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_every_example_holds_when_it_is_tried(path):
    pack = own_rules(path.stem)
    for example in pack.examples:
        trial = Trial(trial_of(pack).book, example)
        assert trial.missed() == []
        assert set(trial.results()) == set(pack.rules.part_by_id)


@pytest.mark.parametrize("id_", shipped_ids())
def test_shipped_models_can_be_tried_whatever_their_scheme(id_):
    trial = trial_of(find(id_))
    part = next(part for part in trial.book.parts if trial.book.scale_of(part) and not part.informs)
    scale = trial.book.scale_of(part)
    assert scale is not None
    best = scale.offered[-1].id
    answered = trial.with_answer(part.id, best)
    assert trial.results()[part.id].result.blank is BlankReason.UNANSWERED
    assert answered.results()[part.id].result.grade == best
    assert trial.book.root.id == "model"


def test_what_is_typed_counts_over_the_example_and_can_be_taken_back():
    pack = own_rules("attributes-to-level")
    example = next(each for each in pack.examples if each.name == "all fully")
    trial = Trial(trial_of(pack).book, example)
    assert (trial.answer("POUR-PA2.1"), trial.results()["POUR"].result.value) == ("86", Fraction(3))
    changed = trial.with_answer("POUR-PA2.1", "50")
    assert (changed.answer("POUR-PA2.1"), changed.results()["POUR"].result.value) == ("50", Fraction(1))
    assert changed.missed() == []
    opened = trial.with_answer("POUR-PA2.1", None)
    assert opened.answer("POUR-PA2.1") is None
    assert opened.results()["POUR-PA2.1"].result.blank is BlankReason.UNANSWERED


def test_an_answer_that_is_none_leaves_the_part_open():
    trial = trial_of(own_rules("attributes-to-level")).with_answer("POUR-PA2.1", "much")
    assert trial.results()["POUR-PA2.1"].result.blank is BlankReason.UNANSWERED


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_a_trial_becomes_an_example_that_holds(path):
    pack = own_rules(path.stem)
    trial = trial_of(pack)
    for part in pack.rules.parts:
        scale = pack.rules.scale_of(part)
        if scale is not None:
            offered = [str(scale.number_range.high)] if scale.number_range else [choice.id for choice in scale.offered]
            trial = trial.with_answer(part.id, offered[-1])
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n" + example_text(trial.as_example("tried"))
    checked = check_text(text)
    assert checked.sound, checked.faults
    assert checked.examples[-1].name == "tried"


def test_the_team_may_say_what_a_part_comes_to():
    trial = trial_of(find("service-provisioning"))
    stream = next(part.id for part in trial.book.parts if trial.book.kind_of(part).team_may_say)
    said = trial.with_word(stream, "3")
    assert (said.word(stream), said.results()[stream].result.value) == ("3", Fraction(3))
    assert said.as_example("it").says == {stream: 3}
    left = said.with_word(stream, None)
    assert left.word(stream) is None
    assert left.results()[stream].result.value != 3
    assert left.as_example("it").says == {}
