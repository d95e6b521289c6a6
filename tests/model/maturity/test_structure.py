"""Faults of a pack's keys and kinds of value."""

from __future__ import annotations

import pytest

from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.reading import read_pack


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("name: Tea making", "naem: Tea making", FaultCode.KEY_UNKNOWN, "naem:"),
        ("id: tea-kitchen", "id: tea-kitchen\n<<: {}", FaultCode.KEY_UNKNOWN, "<<:"),
        ("name: Tea making", "name: [Tea, making]", FaultCode.TYPE_WRONG, "name: [Tea"),
        ("name: Tea making", "name:", FaultCode.TYPE_WRONG, "name:\n    level"),
        ("name: Tea making", "name: {tea: making}", FaultCode.TYPE_WRONG, "name: {tea"),
        ("level: 2", "level: two", FaultCode.TYPE_WRONG, "level: two"),
        ("level: 2", "level: 2.0", FaultCode.TYPE_WRONG, "level: 2.0"),
        ("level: 2", "level: 0b_", FaultCode.TYPE_WRONG, "level: 0b_"),
        ("level: 2", 'level: "2"', FaultCode.TYPE_WRONG, 'level: "2"'),
        ("level: 2", "level: true", FaultCode.TYPE_WRONG, "level: true"),
        ("categories: [delivery]", "categories: delivery", FaultCode.TYPE_WRONG, "categories: delivery"),
        (
            "    good:\n      - At ten in the morning the pot is full.",
            "    good: [At ten, the pot is full]",
            FaultCode.LIST_SPLIT,
            "    good: [At",
        ),
        ("name: Tea making", "name: Tea making # all", FaultCode.TEXT_CUT, "name: Tea making # all"),
        ("certain: false", "certain: 0", FaultCode.TYPE_WRONG, "certain: 0"),
        ("    about: [TEA-G2]", "    about:\n      - TEA-G2\n      - [TEA-G1]", FaultCode.TYPE_WRONG, "- [TEA-G1]"),
        ("  - id: TEA\n", "  - just words\n  - id: TEA\n", FaultCode.TYPE_WRONG, "- just words"),
        ("format: 1", "format: one", FaultCode.TYPE_WRONG, "format: one"),
        ("name: Tea making", "name: 2024-05-01", FaultCode.TYPE_UNQUOTED, "name: 2024-05-01"),
        ("name: Tea making", "name: 12", FaultCode.TYPE_UNQUOTED, "name: 12"),
        ("name: Tea making", 'name: ""', FaultCode.TEXT_EMPTY, 'name: ""'),
        ("name: Tea making", 'name: "  "', FaultCode.TEXT_EMPTY, 'name: "  "'),
        ("name: Tea making", 'name: "Tea "', FaultCode.TEXT_EDGES, 'name: "Tea "'),
        ("name: Tea making", "name: >\n      Tea making", FaultCode.TEXT_EDGES, "name: >"),
        ("id: tea-kitchen", 'id: "tea-kitchen\\n"', FaultCode.TEXT_EDGES, 'id: "tea-kitchen'),
        ("name: Tea making", 'name: "Tea\\amaking"', FaultCode.TEXT_CHARACTER, 'name: "Tea\\a'),
        ("name: Tea making", f"name: {'x' * 2001}", FaultCode.TEXT_LONG, "name: xxx"),
        ("help: Judge the last two weeks.", f"help: {'x' * 2001}", FaultCode.TEXT_LONG, "help: xxx"),
        ("id: tea-kitchen", "id: Tea kitchen", FaultCode.TEXT_PATTERN, "id: Tea kitchen"),
        ("  - id: TEA\n", "  - id: Tea\n", FaultCode.TEXT_PATTERN, "id: Tea\n"),
        ("language: en", "language: english", FaultCode.TEXT_PATTERN, "language: english"),
        ("scheme: staged", "scheme: stagged", FaultCode.WORD_UNKNOWN, "scheme: stagged"),
        ("blank: dont_know", "blank: don't_know", FaultCode.WORD_UNKNOWN, "blank: don't_know"),
        ("level: 2", "level: 10", FaultCode.NUMBER_RANGE, "level: 10"),
        ("percent: 100", "percent: 101", FaultCode.NUMBER_RANGE, "percent: 101"),
        ("percent: 0", "percent: -1", FaultCode.NUMBER_RANGE, "percent: -1"),
        ("format: 1", "format: 2", FaultCode.FORMAT_UNSUPPORTED, "format: 2"),
    ],
)
def test_a_fault_of_form_is_named_with_its_line(example, found_in, line_of, old, new, code, at):
    text = example.replace(old, new, 1)
    assert text != example
    assert found_in(text) == [(code, line_of(text, at))]


@pytest.mark.parametrize("key", ["format", "scheme", "levels", "areas"])
def test_a_missing_key_of_the_pack_is_named_at_its_start(example, found_in, line_of, key):
    start = example.index(f"\n{key}:") + 1
    rest = example[start + len(key) :]
    text = f"{example[:start]}other{rest}"
    assert (FaultCode.KEY_MISSING, line_of(text, "format" if key != "format" else "other")) in found_in(text)


def test_a_missing_key_of_a_part_is_named_at_the_part(example, found_in, line_of):
    text = example.replace("        feature: CO\n", "")
    assert found_in(text) == [(FaultCode.KEY_MISSING, line_of(text, "- id: TEA-CO-1"))]


@pytest.mark.parametrize("text", ["just words", "[1, 2]", "42"])
def test_yaml_that_is_no_mapping_is_no_pack(found_in, text):
    assert found_in(text) == [(FaultCode.TYPE_WRONG, 1)]


def test_all_faults_of_form_are_found_at_once_in_the_order_of_lines(example, found_in, line_of):
    text = (
        example.replace("format: 1", "format: 7")
        .replace("name: Tea making", "naem: Tea")
        .replace("percent: 0", "percent: x")
    )
    assert found_in(text) == [
        (FaultCode.FORMAT_UNSUPPORTED, line_of(text, "format: 7")),
        (FaultCode.TYPE_WRONG, line_of(text, "percent: x")),
        (FaultCode.KEY_UNKNOWN, line_of(text, "naem:")),
    ]


def test_the_nearest_key_and_word_are_suggested(example, tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_text(
        example.replace("based_on:", "based-on:").replace("scheme: staged", "scheme: Staged"), encoding="utf-8"
    )
    with pytest.raises(PackFaultsError) as caught:
        read_pack(path)
    nearest = {fault.code: fault.facts.get("nearest") for fault in caught.value.faults}
    assert nearest[FaultCode.KEY_UNKNOWN] == "based_on"
    assert nearest[FaultCode.WORD_UNKNOWN] == "staged"


@pytest.mark.parametrize(
    ("scheme", "key", "of"),
    [
        ("staged", "streams: []", "streams"),
        ("staged", "tracks: []", "criteria"),
        ("staged", "caps: [1, 2]", "criteria"),
        ("streams", "areas: []", "staged"),
        ("streams", "scales: []", "staged"),
        ("streams", "caps: []", "criteria"),
        ("criteria", "streams: []", "streams"),
        ("criteria", "features: []", "staged"),
    ],
)
def test_content_of_another_scheme_is_refused(examples, tmp_path, line_of, scheme, key, of):
    text = examples[scheme] + key
    path = tmp_path / "pack.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackFaultsError) as caught:
        read_pack(path)
    found = [(fault.code, fault.line, fault.facts["scheme"]) for fault in caught.value.faults]
    assert found == [(FaultCode.KEY_FOREIGN, line_of(text, key), of)]


@pytest.mark.parametrize(("scheme", "key"), [("staged", "scales"), ("streams", "streams"), ("criteria", "tracks")])
def test_the_content_of_its_scheme_must_be_there(examples, found_in, line_of, scheme, key):
    text = examples[scheme]
    start = text.index(f"\n{key}:\n") + 1
    text = text[:start] + text[text.index("\n\n", start) + 2 :]
    assert found_in(text) == [(FaultCode.KEY_MISSING, line_of(text, "format: 1"))]


@pytest.mark.parametrize(("scheme", "old", "new"), [("streams", "streams", "stream"), ("criteria", "caps", "cap")])
def test_the_nearest_key_of_the_scheme_is_suggested(examples, tmp_path, scheme, old, new):
    path = tmp_path / "pack.yaml"
    path.write_text(examples[scheme].replace(f"\n{old}:", f"\n{new}:", 1), encoding="utf-8")
    with pytest.raises(PackFaultsError) as caught:
        read_pack(path)
    assert [(fault.code, fault.facts["nearest"]) for fault in caught.value.faults] == [(FaultCode.KEY_UNKNOWN, old)]


@pytest.mark.parametrize(
    ("scheme", "old", "new", "code", "at"),
    [
        ("streams", "            unit: days\n", "", FaultCode.KEY_MISSING, "- id: BEA-1-M1"),
        ("streams", "unit: days", 'unit: ""', FaultCode.TEXT_EMPTY, 'unit: ""'),
        ("streams", "direction: down", "direction: downwards", FaultCode.WORD_UNKNOWN, "direction: downwards"),
        ("streams", "question: {id: BEA-Q1, text:", "question: {id: BEA-Q1, txt:", FaultCode.KEY_UNKNOWN, "question:"),
        ("streams", "  - from: BEA", "  - form: BEA", FaultCode.KEY_UNKNOWN, "- form: BEA"),
        ("streams", "from: BEA", "from: Bea", FaultCode.TEXT_PATTERN, "from: Bea"),
        ("streams", "to: [TEA]", "to: TEA", FaultCode.TYPE_WRONG, "to: TEA"),
        ("streams", "  target: 2", "  target: high", FaultCode.TYPE_WRONG, "target: high"),
        ("streams", "  notes:\n    - One bag in reserve is cheap.\n", "", FaultCode.KEY_MISSING, "  target: 2"),
        ("criteria", "at_most: 1", "at_most: 0", FaultCode.NUMBER_RANGE, "at_most: 0"),
        ("criteria", "    at_most: 1\n", "", FaultCode.KEY_MISSING, "- id: CAP-1"),
        ("criteria", "        level: 2\n", "        level: two\n", FaultCode.TYPE_WRONG, "level: two"),
        ("criteria", "- {level: 3, text: A", "- {level: 3, txt: A", FaultCode.KEY_UNKNOWN, "- {level: 3, txt"),
    ],
)  # fmt: skip
def test_a_fault_of_form_in_streams_and_criteria_is_named_with_its_line(
    examples, found_in, line_of, scheme, old, new, code, at
):
    text = examples[scheme].replace(old, new, 1)
    assert text != examples[scheme]
    assert found_in(text) == [(code, line_of(text, at))]
