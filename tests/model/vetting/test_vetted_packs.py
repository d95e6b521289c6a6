"""Pack files of the scoring vocabulary: read strictly, every fault at once with its line, and examples run."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from desktop import resources
from desktop.model.maturity import Pack
from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.reading import read_pack
from desktop.model.vetting.vetted_packs import VettedPack, vet
from desktop.wording.pack_faults import describe

PACKS = Path(__file__).parent / "packs"
BANDS = (PACKS / "mean-with-bands.yaml").read_text(encoding="utf-8")
WEIGHTS = (PACKS / "weighted-mean.yaml").read_text(encoding="utf-8")


@pytest.fixture
def written(tmp_path):
    """Writes a pack and gives its path."""

    def write(text):
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def faults(written):
    """The faults of a text: code and line."""

    def read(text):
        with pytest.raises(PackFaultsError) as caught:
            vet(written(text))
        assert not [line for line in describe(caught.value) if re.search(r"\{\w+\}", line)]
        return [(fault.code, fault.line) for fault in caught.value.faults]

    return read


def line_of(text, part):
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("text: Does everybody know the prices?}", "txet: Prices?}", FaultCode.KEY_UNKNOWN),
        ("{id: little, value: 2}", "{id: little, value: two}", FaultCode.TYPE_WRONG),
        ("{id: little, value: 2}", "{id: no, value: 2}", FaultCode.TYPE_UNQUOTED),
        ("{id: little, value: 2}", '{id: little, value: "2"}', FaultCode.NUMBER_QUOTED),
        ("{id: little, value: 2}", '{id: little, value: "2,5"}', FaultCode.NUMBER_COMMA),
        ("- {id: little, value: 2}", "- id: little\n        value: 2,5", FaultCode.NUMBER_COMMA),
        ("parent: PEOPLE, text: Does", "parent: PEOPLE, text: So, does", FaultCode.TEXT_SPLIT),
        ("name: Corner shop check", "name: Corner shop #1 # check", FaultCode.TEXT_CUT),
        ("- {id: P1, kind: question, parent: PEOPLE, text: Does everybody know the prices?}",
         "- id: P1\n    kind: question\n    parent: PEOPLE\n    text: Prices # of all", FaultCode.TEXT_CUT),
        ("- {id: model, combine: mean, ", "- {id: model, combine: meen, ", FaultCode.WORD_UNKNOWN),
        ("{id: P1, kind", "{id: P 1, kind", FaultCode.TEXT_PATTERN),
        ("{id: P1, kind", "{id: P1, weight: -1, kind", FaultCode.NUMBER_LOW),
        ("{id: P1, kind", "{id: P1, level: 21, kind", FaultCode.NUMBER_RANGE),
        ("{id: P1, kind", "{id: P1, level: 1.5, kind", FaultCode.TYPE_WRONG),
        ("{id: P1, kind", "{id: P1, level: , kind", None),
        ("- {id: model, combine: mean, ", "- {id: model, out: [0], combine: mean, ", FaultCode.TYPE_WRONG),
        ("- {id: model, combine: mean, ", '- {id: model, out: "0,5", combine: mean, ', FaultCode.LIST_UNBRACKETED),
        ("- {id: model, ", "- {id: model, blanks: {unanswered: none}, ", FaultCode.WORD_UNKNOWN),
        ("- {id: model, ", "- {id: model, blanks: {unanswered: yes}, ", FaultCode.TYPE_UNQUOTED),
        ("{P1: little, P2: partly,", "{P 1: little, P2: partly,", FaultCode.TEXT_PATTERN),
        ("{P1: little, P2: partly,", "{P9: little, P2: partly,", FaultCode.REFERENCE_DANGLING),
        ("{P1: little, P2: partly,", "{P1: a lot, P2: partly,", FaultCode.ANSWER_OFF),
        ("{P1: little, P2: partly,", "{P1: {Leeds: little}, P2: partly,", FaultCode.ANSWER_ONCE),
        ("{P1: little, P2: partly,", "{PEOPLE: little, P2: partly,", FaultCode.ANSWER_NONE),
        ("gives: {PEOPLE: advanced,", "gives: {PEOPLE: {mean: 3},", FaultCode.REFERENCE_DANGLING),
        ("gives: {PEOPLE: a", "targets: {ALL: good}\n    gives: {PEOPLE: a", FaultCode.REFERENCE_DANGLING),
        ("gives: {PEOPLE: a", "says: {ALL: good}\n    gives: {PEOPLE: a", FaultCode.REFERENCE_DANGLING),
        ("gives: {PEOPLE: a", "out_of_scope: [P9]\n    gives: {PEOPLE: a", FaultCode.REFERENCE_DANGLING),
        ("gives: {PEOPLE: advanced, TILL: advanced, ALL: advanced}", "gives: {}", FaultCode.LIST_EMPTY),
        ("name: numbers stand beside the bands", "name: a little more is the next band", FaultCode.NAME_TWICE),
        ("sources: []", "sources: [{note: A note., about: [X]}]", FaultCode.REFERENCE_DANGLING),
    ],
)  # fmt: skip
def test_a_fault_is_named(faults, written, old, new, code):
    text = BANDS.replace(old, new, 1)
    assert text != BANDS
    if code is None:
        assert isinstance(vet(written(text)), VettedPack)
    else:
        assert code in [found for found, _ in faults(text)]


def test_several_instances_are_answered_by_name(faults):
    text = (PACKS / "team-decides.yaml").read_text(encoding="utf-8")
    assert [code for code, _ in faults(text.replace("SP1.1: {north: FI, south: FI}", "SP1.1: FI", 1))] == [
        FaultCode.ANSWER_ACROSS
    ]


def test_all_faults_are_told_at_once_with_their_lines(faults):
    text = BANDS.replace("kind: subject, parent: ALL, name: People", "kind: subjct, parent: ALL, name: People")
    text = text.replace("{from: 2.5, is: advanced}", "{from: 4.5, is: advanced}", 1)
    assert faults(text) == [
        (FaultCode.BAND_ORDER, line_of(text, "{from: 4.5")),
        (FaultCode.REFERENCE_DANGLING, line_of(text, "kind: subjct")),
    ]


def test_what_was_probably_meant_is_said(written):
    with pytest.raises(PackFaultsError) as caught:
        vet(written(BANDS.replace("scale: grown", "scale: grwon")))
    assert any(line.endswith("There is no scale “grwon”. Did you mean “grown”?") for line in describe(caught.value))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("summary: How well", "summary: How: well", "put a text that holds “: ” in quotes"),
        ("summary: How well", "summary: @How well", "starts with @"),
        ("summary: How well", 'summary: "How well', "a quotation mark is opened here and never closed"),
        ("{id: little, value: 2}", "{id: little, value: 2", "opened with { and not closed"),
        ("sources: []", "sources: [", "and not closed before the next line"),
        ("sources: []", "sources: [1 2}", "opened with [ and not closed"),
    ],
)
def test_errors_of_yaml_are_told_in_plain_words(written, old, new, said):
    with pytest.raises(PackFaultsError) as caught:
        vet(written(BANDS.replace(old, new, 1)))
    assert said in describe(caught.value)[-1]


def test_comments_after_words_and_numbers_stay(written):
    text = BANDS.replace("combine: mean, bands", "combine: mean, bands", 1).replace(
        "sources: []", "sources: []   # none"
    )
    assert isinstance(vet(written(text)), VettedPack)


def test_an_example_that_fails_says_what_came_and_why(written):
    text = WEIGHTS.replace("gives: {CAB: 2, DOOR", "gives: {CAB: 3, DOOR", 1)
    vetted = vet(written(text))
    assert isinstance(vetted, VettedPack)
    assert not vetted.holds
    ((line, miss),) = vetted.examples[0].misses
    assert (miss.part, miss.wanted, miss.came) == ("CAB", 3, Fraction(2))
    assert line == line_of(text, "gives: {CAB: 3")
    assert [ground.code.value for ground in miss.grounds] == ["part.combined", "part.rounded"]


@pytest.mark.parametrize(
    ("pack", "old", "new", "part"),
    [
        ("mean-with-bands", "TILL: 4.333", "TILL: 4.334", "TILL"),
        ("mean-with-bands", "PEOPLE: 2,", "PEOPLE: 2.1,", "PEOPLE"),
        ("mean-with-bands", "PEOPLE: foundation", "PEOPLE: expert", "PEOPLE"),
        ("weighted-mean", "CAB.4: unanswered", "CAB.4: dont_know", "CAB.4"),
        ("numbers-with-targets", "GV: 2.5", "GV: 2", "GV"),
        ("numbers-with-targets", "weak: 2}", "weak: 3}", "ALL"),
        ("numbers-with-targets", "ALL: 5}", "ALL: 4}", "ALL"),
    ],
)
def test_an_example_holds_only_if_the_rules_give_it(written, pack, old, new, part):
    text = (PACKS / f"{pack}.yaml").read_text(encoding="utf-8")
    assert old in text
    vetted = vet(written(text.replace(old, new, 1)))
    assert isinstance(vetted, VettedPack)
    assert [miss.part for run in vetted.examples for _, miss in run.misses] == [part]


def test_a_pack_that_follows_a_scheme_is_read_as_before():
    assert isinstance(vet(resources.model_packs()[0]), Pack)


def test_the_author_of_a_pack_is_told_of_categories_that_no_area_has(written):
    path = next(path for path in resources.model_packs() if read_pack(path).categories)
    text = path.read_text(encoding="utf-8")
    text = text.replace("\ncategories:\n", "\ncategories:\n  - {id: spare, name: Spare, summary: Nobody has it.}\n", 1)
    with pytest.raises(PackFaultsError) as caught:
        vet(written(text))
    assert [fault.code for fault in caught.value.faults] == [FaultCode.CATEGORY_UNUSED]
    assert read_pack(written(text)).categories[0].id == "spare"


def test_a_pack_with_a_known_scheme_is_none_of_the_vocabulary(written):
    with pytest.raises(PackFaultsError) as caught:
        vet(written(BANDS.replace("sources: []", "sources: []\nscheme: criteria")))
    assert FaultCode.KEY_UNKNOWN in [fault.code for fault in caught.value.faults]
    assert "kinds" in "".join(describe(caught.value))
