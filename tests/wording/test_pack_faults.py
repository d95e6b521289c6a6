from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.model.maturity import pack
from desktop.model.maturity.faults import Fault, FaultCode, PackFaultsError
from desktop.model.maturity.reading import read_pack
from desktop.wording import pack_faults
from desktop.wording.pack_faults import describe, sentence


@pytest.mark.parametrize("code", FaultCode)
def test_every_code_has_a_sentence(code):
    template = pack_faults._SENTENCES[code]
    assert template.rstrip().endswith((".", "}"))


def test_no_sentence_is_left_over():
    assert set(pack_faults._SENTENCES) == set(FaultCode)


@pytest.mark.parametrize(
    ("code", "facts", "said"),
    [
        (
            FaultCode.KEY_UNKNOWN,
            {"key": "naem", "nearest": "name", "known": ("id", "name")},
            "There is no key “naem” here. Did you mean “name”?",
        ),
        (
            FaultCode.KEY_UNKNOWN,
            {"key": "x", "nearest": "", "known": ("id", "name")},
            "There is no key “x” here. Possible are: id, name.",
        ),
        (
            FaultCode.TYPE_WRONG,
            {"wanted": "list", "found": "text"},
            "This is a text, but a list is needed.",
        ),
        (
            FaultCode.REFERENCE_DANGLING,
            {"id": "supply", "kind": "categories", "nearest": ""},
            "There is no process category “supply”.",
        ),
        (
            FaultCode.REFERENCE_DANGLING,
            {"id": "T-G9", "kind": "goals", "nearest": "T-G8"},
            "There is no goal “T-G9” in this area. Did you mean “T-G8”?",
        ),
        (
            FaultCode.REFERENCE_DANGLING,
            {"id": "tins", "kind": "tracks", "nearest": "tin"},
            "There is no track “tins”. Did you mean “tin”?",
        ),
        (
            FaultCode.REFERENCE_DANGLING,
            {"id": "TIN-2-2", "kind": "statements", "nearest": ""},
            "There is no statement “TIN-2-2”.",
        ),
        (
            FaultCode.REFERENCE_DANGLING,
            {"id": "CAP-1", "kind": "origins", "nearest": ""},
            "There is no area, stream, track or statement “CAP-1” in this pack.",
        ),
        (
            FaultCode.KEY_FOREIGN,
            {"key": "caps", "scheme": "criteria"},
            "The key “caps” belongs to the scheme “criteria”, and this pack follows another.",
        ),
        (
            FaultCode.ID_FORM,
            {"id": "BEA-2-X1", "form": "BEA-2-M1"},
            "The id “BEA-2-X1” does not say where it stands. Here it must look like “BEA-2-M1”.",
        ),
        (
            FaultCode.CELL_MISSING,
            {"id": "BEA", "level": 2},
            "Stream “BEA” has no cell for level 2. It needs one for each level.",
        ),
        (
            FaultCode.STATEMENT_NONE,
            {"id": "tin", "level": 3},
            "Track “tin” has no statement at level 3. It needs one at each level.",
        ),
        (FaultCode.FILE_EMPTY, {}, "The file is empty."),
    ],
)
def test_sentences_name_the_facts(code, facts, said):
    assert sentence(Fault(3, code, facts)) == said


@pytest.mark.parametrize("kind", ["Slug", "Word", "Code", "Mark", "Version", "Language"])
def test_every_pattern_is_said_in_words(kind):
    pattern = getattr(pack, kind).__metadata__[0].pattern
    said = sentence(Fault(1, FaultCode.TEXT_PATTERN, {"text": "?", "pattern": pattern}))
    assert said.startswith("“?” is not allowed here. Write ")
    assert pattern not in said


def test_each_line_names_file_line_and_what_is_wrong(tmp_path):
    path = tmp_path / "model.yaml"
    path.write_text("format: 1\nid: my model\n", encoding="utf-8")
    with pytest.raises(PackFaultsError) as caught:
        read_pack(path)
    lines = describe(caught.value)
    assert f"{path}:1: The key “version” is missing." in lines
    assert lines[-1].startswith(f"{path}:2: “my model” is not allowed here. Write small letters")


@pytest.mark.parametrize(
    ("scheme", "old", "new", "said"),
    [
        ("streams", "- level: 2", "- level: 1", "Stream “BEA” has a second cell for level 1 here."),
        ("streams", "from: BEA", "from: BEE", "There is no area, stream, track or statement “BEE” in this pack."),
        ("streams", "\n  - {number: 2, name: B", "\n  # {number: 2, name: B", "There is only one level."),
        ("criteria", "TIN-1-1", "TIN-2-9", "Here it must look like “TIN-1-1”."),
        ("criteria", "at_most: 1", "at_most: 3", "Cap “CAP-1” caps nothing: 3 is the highest level."),
        ("criteria", "at_most: 1", "at_most: 7", "There is no level 7."),
        ("criteria", "model: tea-kitchen", "model: biscuit-tin", "“biscuit-tin” is this pack itself."),
    ],
)  # fmt: skip
def test_a_fault_of_streams_or_criteria_is_said_with_its_facts(tmp_path, scheme, old, new, said):
    document = (Path(__file__).parents[2] / "docs" / "model-packs.md").read_text(encoding="utf-8")
    found = re.search(rf"^```yaml\n([^`]*?^scheme: {scheme}\n.*?)^```", document, re.MULTILINE | re.DOTALL)
    assert found
    path = tmp_path / "model.yaml"
    path.write_text(found[1].replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PackFaultsError) as caught:
        read_pack(path)
    assert any(said in line for line in describe(caught.value))


def test_without_a_line_the_place_inside_the_pack_is_named():
    faults = [Fault(0, FaultCode.TEXT_EMPTY, {}, "areas[3].name"), Fault(0, FaultCode.FILE_EMPTY, {})]
    assert describe(PackFaultsError(None, faults)) == ["areas[3].name: The text is empty.", "The file is empty."]
    assert describe(PackFaultsError(Path("m.yaml"), faults[1:])) == ["m.yaml: The file is empty."]


def test_a_text_without_end_is_quoted_in_part():
    long = "k" * 5_000
    for fault in (
        Fault(1, FaultCode.YAML_TAG, {"name": long}),
        Fault(1, FaultCode.KEY_UNKNOWN, {"key": long, "nearest": "", "known": (long,)}),
        Fault(1, FaultCode.YAML_MALFORMED, {"problem": long}),
    ):
        assert "kkk\u2026" in sentence(fault)
        assert len(sentence(fault)) < 600
    error = PackFaultsError(Path("a.yaml"), [Fault(0, FaultCode.YAML_TAG, {"name": "a"}, where=long)])
    assert len(describe(error)[0]) < 600
