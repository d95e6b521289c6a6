import datetime as dt

import pytest

from desktop.model.assessment.rules.item_freshness import Freshness, freshness
from desktop.model.records import Evidence

DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("dated", "expires", "found"),
    [
        (None, None, Freshness.FRESH),
        (dt.date(2026, 3, 1), None, Freshness.FRESH),
        (dt.date(2025, 3, 1), None, Freshness.FRESH),
        (dt.date(2025, 2, 28), None, Freshness.OLD),
        (dt.date(2030, 1, 1), None, Freshness.FRESH),
        (None, dt.date(2026, 3, 1), Freshness.EXPIRED),
        (None, dt.date(2026, 3, 2), Freshness.SOON),
        (None, dt.date(2026, 4, 1), Freshness.SOON),
        (None, dt.date(2026, 4, 2), Freshness.FRESH),
        (dt.date(2020, 1, 1), dt.date(2026, 3, 1), Freshness.EXPIRED),
        (dt.date(2020, 1, 1), dt.date(2027, 3, 1), Freshness.OLD),
    ],
)
def test_an_item_grows_old_and_expires(dated, expires, found):
    assert freshness(Evidence(id="e", dated=dated, expires=expires), DAY) is found


def test_an_item_is_as_old_as_on_the_first_day_of_the_assessment():
    item = Evidence(id="e", dated=dt.date(2024, 6, 1))
    assert freshness(item, DAY, assessed=dt.date(2025, 1, 10)) is Freshness.FRESH
    assert freshness(item, DAY) is Freshness.OLD
