"""What holds for what a part became, and what for the part that several became."""

from desktop.model.adopting.correspondence import PartFate
from desktop.model.adopting.pairing import correspondence
from tests.newer_versions import staged_1, staged_2


def test_only_what_says_the_same_has_an_image():
    found = correspondence(staged_1(), staged_2())
    assert found.image["PLN-AC-3"] == "PLN-AC-4"
    assert found.image.keys() & {"PLN-AC-2", "PLN-AC-4", "PLN-Q2"} == set()
    assert [each.before for each in found.of(PartFate.DOUBTFUL, PartFate.GONE)] == [("PLN-Q2",), ("PLN-AC-4",)]


def test_what_was_merged_has_become_one():
    found = correspondence(staged_2(), staged_1())
    assert found.merged == {"PLN-AC-2": "PLN-AC-2", "PLN-AC-5": "PLN-AC-2"}
