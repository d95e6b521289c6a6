"""All labels of a chart have equally many decimals: 100.0 % beside 53.3 %."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.exchange.deliverable import gather
from desktop.exchange.figures.data import radar_by_area, radar_by_category
from tests.moulds import Moulds

PERCENT = re.compile(r"\b\d+(?:\.(\d+))? %")


def test_labels_of_a_chart_have_equally_many(moulds: Moulds, tmp_path: Path) -> None:
    with moulds.sample(tmp_path / "a.maturity", "Assessor A") as assessment:
        deliverable = gather(assessment)
    labels = [
        [axis.told for axis in draw(deliverable, part).axes]
        for part in deliverable.models
        for draw in (radar_by_area, radar_by_category)
        if part.result.areas
    ]
    digits = [{len(found[1] or "") for told in each if (found := PERCENT.search(told))} for each in labels]
    assert digits
    assert all(each == {1} for each in digits)
