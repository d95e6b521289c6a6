import datetime as dt

import pytest

from desktop.model.assessment.rules.item_freshness import Freshness
from desktop.model.records import Evidence
from desktop.wording.attachments import freshness_text, size_text


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (1, "1 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (64_000, "64 kB"),
        (1_449_000, "1.4 MB"),
        (2 * 10**8, "200 MB"),
    ],
)
def test_sizes_are_told_as_people_read_them(size, told):
    assert size_text(size) == told


def test_the_age_of_an_item_is_told_with_its_day():
    item = Evidence(id="e", dated=dt.date(2024, 5, 1), expires=dt.date(2026, 1, 31))
    told = {each: freshness_text(item, each) for each in Freshness}
    assert told[Freshness.FRESH] == ""
    assert "2026-01-31" in told[Freshness.EXPIRED]
    assert "2026-01-31" in told[Freshness.SOON]
    assert "2024-05-01" in told[Freshness.OLD]
