from __future__ import annotations

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
            "Here stands a text, but a list is needed.",
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
        (FaultCode.FILE_EMPTY, {}, "The file is empty."),
    ],
)
def test_sentences_name_the_facts(code, facts, said):
    assert sentence(Fault(3, code, facts)) == said


@pytest.mark.parametrize("kind", ["Slug", "Word", "Code", "Version", "Language"])
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


def test_without_a_line_the_place_inside_the_pack_is_named():
    faults = [Fault(0, FaultCode.TEXT_EMPTY, {}, "areas[3].name"), Fault(0, FaultCode.FILE_EMPTY, {})]
    assert describe(PackFaultsError(None, faults)) == ["areas[3].name: The text is empty.", "The file is empty."]
    assert describe(PackFaultsError(Path("m.yaml"), faults[1:])) == ["m.yaml: The file is empty."]
