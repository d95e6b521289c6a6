from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.model.vetting.vetted_packs import VettedPack, vet
from desktop.wording import pack_examples

PACKS = Path(__file__).parents[1] / "model" / "vetting" / "packs"


@pytest.fixture
def ran(tmp_path):
    """Lines about the examples of a pack that was changed."""

    def run(pack, old, new):
        path = tmp_path / "mine.yaml"
        path.write_text((PACKS / f"{pack}.yaml").read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        vetted = vet(path)
        assert isinstance(vetted, VettedPack)
        return path, list(pack_examples.run_lines(vetted.examples, lambda line: f"{path}:{line}")), vetted

    return run


def test_an_example_that_holds_is_named(ran):
    _, lines, _ = ran("minimum-tiers", "none", "none")
    assert lines[0] == "Example “the weakest aspect is the tier” holds."


def test_a_wrong_one_tells_what_was_expected_what_came_and_why(ran):
    path, lines, vetted = ran("weighted-mean", "gives: {CAB: 2, DOOR", "gives: {CAB: 3, DOOR")
    assert lines[0] == "Example “a weighted mean is rounded down” does not hold:"
    assert lines[1].startswith(f"{path}:36: “CAB” should be 3 and is 2. ")
    assert lines[1].endswith("The mean of 4 parts, weighted 5, 4, 2, 3, is 2.21. Rounded down: 2.")
    told: dict[str, Any] = pack_examples.as_data(vetted.examples[0])
    assert told["holds"] is False
    assert (told["misses"][0]["expected"], told["misses"][0]["came"]) == (3, "2")


@pytest.mark.parametrize(
    ("pack", "old", "new", "said"),
    [
        ("weighted-mean", "CAB.4: unanswered", "CAB.4: 2", "“CAB.4” should be 2 and is not answered."),
        ("numbers-with-targets", "weak: 2}", "weak: 3}", "The measure “weak” of “ALL” should be 3 and is 2."),
        ("numbers-with-targets", "GV: 2.5", "GV: 2", "The gap of “GV” should be 2 and is 2.5."),
        ("mean-with-bands", "TILL: 4.333", "TILL: 4.3334", "“TILL” should be 4.3334 and is 4.33333."),
    ],
)
def test_measures_gaps_and_blanks_are_told(ran, pack, old, new, said):
    _, lines, _ = ran(pack, old, new)
    assert any(said in line for line in lines)


def test_what_a_pack_holds(ran):
    _, _, vetted = ran("attributes-to-level", "none", "none")
    assert list(pack_examples.summary_lines(vetted.pack)) == [
        "10 parts: 7 × attribute, 2 × process, 1 × model",
        "Levels: 0 Incomplete, 1 Performed, 2 Managed, 3 Established",
    ]
    assert pack_examples.contents(vetted.pack)["kinds"] == {"attribute": 7, "process": 2, "model": 1}
