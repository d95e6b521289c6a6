from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures.data import group_share
from desktop.exchange.workbook.charts import Cells, Line, web_chart


@pytest.fixture
def charts(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        return [archive.read(f"xl/charts/chart{number}.xml").decode() for number in (1, 2)]


def test_axes_stay_visible_and_the_scale_is_fixed(charts: list[str]) -> None:
    for xml in charts:
        assert xml.count('<delete val="0" />') == 2
        assert '<max val="100" />' in xml
        assert '<min val="0" />' in xml
        assert '<majorUnit val="25" />' in xml
        assert '<radarStyle val="marker" />' in xml
        assert '<dispBlanksAs val="gap" />' in xml


def test_spokes_are_words(charts: list[str]) -> None:
    for xml in charts:
        assert xml.count("<cat><strRef>") == 2
        assert "<cat><numRef>" not in xml


def test_values_stand_in_the_charts_and_in_the_cells_they_refer_to(
    charts: list[str], book: Workbook, deliverable: Deliverable
) -> None:
    part = deliverable.part()
    shares = part.shares()
    expected = [
        [group_share(part, group) for group in part.result.categories],
        [group.mean_percent for group in part.result.categories],
        [shares[area.id] for area in part.result.areas],
        [area.answers.mean_percent for area in part.result.areas],
    ]
    series = [each for xml in charts for each in re.findall(r"<val><numRef>(.*?)</numRef></val>", xml)]
    assert len(series) == 4
    for xml, values in zip(series, expected, strict=True):
        cached = {int(place): float(value) for place, value in re.findall(r'<pt idx="(\d+)"><v>([^<]*)</v>', xml)}
        assert cached == pytest.approx({place: value for place, value in enumerate(values) if value is not None})
        assert _cells(book, xml) == values


def test_spokes_and_names_stand_in_the_cells_they_refer_to(charts: list[str], book: Workbook) -> None:
    for xml in charts:
        for reference in re.findall(r"<strRef>(.*?)</strRef>", xml):
            assert re.findall(r"<v>([^<]*)</v>", reference) == _cells(book, reference)


def test_too_few_spokes_are_bars() -> None:
    for count, kind in ((1, "barChart"), (2, "barChart"), (3, "radarChart")):
        spokes = Cells("'S'!$A$1:$A$3", tuple(f"Area {number}" for number in range(count)))
        line = Line(Cells("'S'!$B$1", ("In place",)), Cells("'S'!$B$2:$B$4", (50.0,) * count), "#1f6f8b")
        chart = web_chart("Title", spokes, [line], size=(10, 8))
        assert chart.tagname == kind
        assert chart.x_axis.delete is chart.y_axis.delete is False  # type: ignore[attr-defined]  # both kinds have them


def test_a_series_without_values_is_left_out() -> None:
    spokes = Cells("'S'!$A$1:$A$3", ("a", "b", "c"))
    full = Line(Cells("'S'!$B$1", ("In place",)), Cells("'S'!$B$2:$B$4", (50.0, None, 3.0)), "#1f6f8b")
    empty = Line(Cells("'S'!$C$1", ("Mean",)), Cells("'S'!$C$2:$C$4", (None, None, None)), "#8a5c00", dash="dash")
    assert len(web_chart("Title", spokes, [full, empty], size=(10, 8)).series) == 1
    assert len(web_chart("Title", spokes, [empty, empty], size=(10, 8)).series) == 1


def _cells(book: Workbook, xml: str) -> list[object]:
    found = re.search(r"<f>'(.*?)'!(.*?)</f>", xml)
    assert found is not None
    cells = book[found[1]][found[2].replace("$", "")]
    return [cell.value for row in cells for cell in row]


def test_the_workbook_with_charts_can_be_read_again(path: Path) -> None:
    assert len(load_workbook(path)["Summary"]._charts) == 2  # type: ignore[attr-defined]  # read back by openpyxl
