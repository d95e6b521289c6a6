"""Kinds, and the document that explains their keys to authors."""

from __future__ import annotations

import re

import msgspec
import pytest

from desktop.model.maturity import rulebook
from desktop.model.maturity.rulebook import MeasureRule, NamedMeasure, PartKind, measures
from desktop.model.maturity.rulebook.values import Combiner, Intake, Treatment, Turn, Weighing, WithoutReason
from tests.architecture.repository import ROOT

DOCUMENT = (ROOT / "docs" / "scoring-vocabulary.md").read_text(encoding="utf-8")
HEADINGS: dict[str, type[msgspec.Struct]] = {
    "Scales": rulebook.RatingScale, "Parts": rulebook.PackPart, "Kinds": PartKind, "Measure": MeasureRule,
    "Scale choice": rulebook.ScaleChoice, "Number range": rulebook.NumberRange, "Level name": rulebook.LevelName,
    "Grade band": rulebook.GradeBand, "Rounding rule": rulebook.RoundingRule, "Level ladder": rulebook.LevelLadder,
    "Ladder step": rulebook.LadderStep, "Choice row": rulebook.ChoiceRow, "Part needs": rulebook.PartNeeds,
    "Held down": rulebook.HeldDown, "Blank rules": rulebook.BlankRules, "Across rule": rulebook.AcrossRule,
    "Evidence rule": rulebook.EvidenceRule, "Judged rule": rulebook.JudgedRule,
    "Suggestion rule": rulebook.SuggestionRule, "Target rule": rulebook.TargetRule,
}  # fmt: skip


def keys(struct: type[msgspec.Struct]) -> set[str]:
    return {field.encode_name for field in msgspec.structs.fields(struct)}


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_document_explains_every_key_and_no_other(heading):
    struct = HEADINGS[heading]
    table = re.search(rf"^##+ {heading}$.*?^\| key .*?\n\n", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert table, heading
    told = set(re.findall(r"^\| `(\w+)` \|", table[0], re.MULTILINE))
    assert told == keys(struct) - (keys(MeasureRule) if struct is PartKind else set())


def test_no_struct_of_the_vocabulary_is_left_out():
    structs = {each for each in vars(rulebook).values() if isinstance(each, type) and issubclass(each, msgspec.Struct)}
    assert structs - set(HEADINGS.values()) == {rulebook.Rulebook, NamedMeasure}


WORDS = [each for words in (Combiner, Intake, Weighing, Turn, Treatment, WithoutReason) for each in words]


@pytest.mark.parametrize("word", WORDS)
def test_the_document_explains_every_word_that_a_key_can_have(word):
    assert f"`{word.value}`" in DOCUMENT, f"say in docs/scoring-vocabulary.md what {word.value} means"


def test_a_kind_holds_its_result_and_further_measures():
    kind = msgspec.convert(
        {"id": "model", "combine": "mean", "also": [{"id": "weak", "combine": "count", "count": {"below": 5}}]},
        PartKind,
    )
    assert kind.combine is rulebook.Combiner.MEAN
    assert [each.id for each in kind.also] == ["weak"]
    assert kind.blanks == measures.BlankRules()
