import pytest

from desktop.model.planning.aims import Aim, aim_of, place_of
from desktop.model.planning.origins import Origin, OriginKind
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams

STAGED, STREAMS, CRITERIA = tiny_pack(), tiny_streams(), tiny_criteria()


@pytest.mark.parametrize(
    ("pack", "part", "aim"),
    [
        (STAGED, "PLN", Aim("PLN")),
        (STAGED, "STD-G1", Aim("STD", Origin(OriginKind.GOAL, "STD-G1", "STD", 3))),
        (STREAMS, "DSK", Aim("DSK")),
        (STREAMS, "DSK-3", Aim("DSK", Origin(OriginKind.CELL, "DSK-3", "DSK", 3))),
        (CRITERIA, "tool", Aim("tool")),
        (CRITERIA, "TOL-3-1", Aim("tool", Origin(OriginKind.STATEMENT, "TOL-3-1", "tool", 3))),
        (STAGED, "PLN-AC-1", None),
        (STREAMS, "DSK-9", None),
        (STAGED, "", None),
        (None, "PLN", None),
    ],
)
def test_what_an_action_is_about(pack, part, aim):
    assert aim_of(pack, part) == aim
    assert place_of(pack, part) == (aim.place if aim else "")
