"""Examples of packs that follow a scheme are run with the pack's own settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop import resources
from desktop.model.maturity import Pack
from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.vetting.vetted_packs import vet
from desktop.wording.pack_faults import describe

DOCUMENT = Path(__file__).parents[3] / "docs" / "model-packs.md"
SHOWN = {
    scheme: text
    for text, scheme in re.findall(
        r"^```yaml\n(# yaml-language-server.*?^scheme: (\w+)\n.*?)^```",
        DOCUMENT.read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
}


@pytest.fixture
def faults(tmp_path):
    """Codes and lines of the faults of a text."""

    def read(text):
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(PackFaultsError) as caught:
            vet(path)
        assert not [line for line in describe(caught.value) if re.search(r"\{\w+\}", line)]
        return [(fault.code, fault.line) for fault in caught.value.faults]

    return read


@pytest.mark.parametrize("scheme", SHOWN)
def test_the_examples_of_the_documentation_hold(tmp_path, scheme):
    path = tmp_path / "shown.yaml"
    path.write_text(SHOWN[scheme], encoding="utf-8")
    found = vet(path)
    assert isinstance(found, Pack)
    assert found.examples


@pytest.mark.parametrize("path", resources.model_packs(), ids=lambda path: path.stem)
def test_each_shipped_pack_has_examples_that_hold(path):
    found = vet(path)
    assert isinstance(found, Pack)
    assert len(found.examples) >= 3


@pytest.mark.parametrize(
    ("scheme", "old", "new", "code"),
    [
        ("staged", "TEA: unsatisfied, model: 1", "TEA: unsatisfied, model: 2", FaultCode.EXAMPLE_FAILS),
        ("staged", "gives: {TEA: out_of_scope}", "gives: {TEA: satisfied}", FaultCode.EXAMPLE_FAILS),
        ("staged", "TEA-AC-2: LI}", "TEA-AC-2: met}", FaultCode.ANSWER_OFF),
        ("staged", "out_of_scope: [TEA]", "out_of_scope: [TEE]", FaultCode.REFERENCE_DANGLING),
        ("streams", "gaps: {BEA: 1}", "gaps: {BEA: 2}", FaultCode.EXAMPLE_FAILS),
        ("streams", "may_set: false", "may_set: true", None),
        ("criteria", "tin: 1, model: 1}", "tin: 2, model: 1}", FaultCode.EXAMPLE_FAILS),
        ("criteria", "name: The tin has no lid", 'name: ""', FaultCode.TEXT_EMPTY),
    ],
)
def test_an_example_that_does_not_hold_is_a_fault(faults, tmp_path, scheme, old, new, code):
    text = SHOWN[scheme].replace(old, new, 1)
    assert text != SHOWN[scheme]
    if code is None:
        path = tmp_path / "sound.yaml"
        path.write_text(text, encoding="utf-8")
        assert isinstance(vet(path), Pack)
        return
    assert faults(text)[0] == (code, text[: text.index(new)].count("\n") + 1)


def test_settings_change_what_an_example_comes_to(faults):
    text = SHOWN["staged"].replace("may_lower: true", "may_lower: false")
    line = text[: text.index("gives: {TEA-G1: satisfied, TEA-G2: unsatisfied, model: 1}")].count("\n") + 1
    assert faults(text) == [(FaultCode.EXAMPLE_FAILS, line), (FaultCode.EXAMPLE_FAILS, line)]
