from __future__ import annotations

from desktop.model.planning.quarters import Quarter
from desktop.wording.quarters import quarter_name


def test_a_quarter_has_its_year() -> None:
    assert quarter_name(Quarter(2027, 3)) == "Q3 2027"
