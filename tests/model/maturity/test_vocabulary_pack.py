"""Packs that say their rules themselves, and the document that explains their keys to authors."""

from __future__ import annotations

import re

import msgspec
import pytest

from desktop.model.maturity.rulebook import Rulebook
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.maturity.worked_examples import PackExample
from desktop.model.vetting.vetted_packs import VettedPack, vet
from tests.architecture.repository import ROOT

DOCUMENT = (ROOT / "docs" / "scoring-vocabulary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("heading", "struct"), [("A pack", VocabularyPack), ("Pack example", PackExample)])
def test_the_document_explains_every_key_and_no_other(heading, struct):
    table = re.search(rf"^##+ {heading}$.*?^\| key .*?\n\n", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert table, heading
    told = re.findall(r"^\| `(\w+)` \| (yes|no) \|", table[0], re.MULTILINE)
    fields = msgspec.structs.fields(struct)
    assert dict(told) == {field.encode_name: "yes" if field.required else "no" for field in fields}


def test_a_pack_is_a_rulebook():
    assert issubclass(VocabularyPack, Rulebook)


def test_the_first_example_of_the_document_is_a_sound_pack(tmp_path):
    found = re.search(r"^```yaml\n(format: 1\n.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert found
    path = tmp_path / "tea.yaml"
    path.write_text(found[1], encoding="utf-8")
    vetted = vet(path)
    assert isinstance(vetted, VettedPack)
    assert vetted.examples
    assert vetted.holds
