"""All labels of a chart have equally many decimals: 100.0 % beside 53.3 %."""

from __future__ import annotations

import re

from desktop.exchange.deliverable import gather
from desktop.exchange.figures.data import radar_by_area, radar_by_category
from tests.sample_window import SampleWindow, sample_window

__all__ = ["sample_window"]

PERCENT = re.compile(r"\b\d+(?:\.(\d+))? %")


def test_labels_of_a_chart_have_equally_many(sample_window: SampleWindow) -> None:
    deliverable = gather(sample_window.window.session.assessment)
    labels = [
        [axis.told for axis in draw(deliverable, part).axes]
        for part in deliverable.models
        for draw in (radar_by_area, radar_by_category)
        if part.result.areas
    ]
    digits = [{len(found[1] or "") for told in each if (found := PERCENT.search(told))} for each in labels]
    assert digits
    assert all(each == {1} for each in digits)
