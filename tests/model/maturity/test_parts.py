import pytest

from desktop.model.maturity.parts import cell_id, is_cell, knows
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams

STAGED, STREAMS, CRITERIA = tiny_pack(), tiny_streams(), tiny_criteria()


@pytest.mark.parametrize(
    ("pack", "parts"),
    [
        (STAGED, ["PLN", "PLN-G1", "PLN-AC-1", "PLN-Q1"]),
        (STREAMS, ["DSK", "DSK-3", "DSK-3-P1", "DSK-3-O1", "DSK-3-M1"]),
        (CRITERIA, ["work", "WRK-1-1"]),
    ],
)
def test_parts_of_every_scheme_are_known_to_their_own_model_only(pack, parts):
    for each in (STAGED, STREAMS, CRITERIA):
        assert [knows(each, part) for part in parts] == [each is pack] * len(parts)


@pytest.mark.parametrize("part", ["", "*", "DSK-6", "DSK-", "DSK-3-P9", "dsk"])
def test_what_is_not_there_is_not_known(part):
    assert not knows(STREAMS, part)


def test_cells_are_named_by_stream_and_level():
    assert cell_id("DSK", 3) == "DSK-3"
    assert is_cell(STREAMS, "DSK-3")
    assert not is_cell(STREAMS, "DSK-3-P1")
