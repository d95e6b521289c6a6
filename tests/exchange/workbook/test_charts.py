from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.workbook.charts import Cells, Line, web_chart


def charts(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]


def test_axes_stay_visible_and_the_scale_is_fixed(results_of_one: Path, results_of_every: Path) -> None:
    """Excel hides axes of which nothing is said."""
    for xml in charts(results_of_every):
        assert xml.count('<delete val="0" />') == 2
        assert '<min val="0" />' in xml
    for xml in charts(results_of_one):
        assert '<max val="100" />' in xml
        assert '<majorUnit val="25" />' in xml
        assert '<radarStyle val="marker" />' in xml
        assert '<dispBlanksAs val="gap" />' in xml


def test_the_summary_of_one_model_shows_its_own_chart(results_of_one: Path) -> None:
    first, second = charts(results_of_one)
    assert re.findall("<f>(.*?)</f>", first) == re.findall("<f>(.*?)</f>", second)


def test_the_summary_of_several_models_shows_their_levels(results_of_every: Path, every: Deliverable) -> None:
    (bars,) = [xml for xml in charts(results_of_every) if "'Summary'!" in xml]
    assert '<grouping val="clustered" />' in bars
    assert '<max val="5" />' in bars
    now, target = (_cached(xml) for xml in re.findall(r"<val><numRef>(.*?)</numRef></val>", bars))
    assert now == {place: part.result.level.reached for place, part in enumerate(every.models)}
    assert target == {p: part.whole.target for p, part in enumerate(every.models) if part.whole.target is not None}


def test_charts_cover_the_columns_of_their_sheet(results_of_every: Path) -> None:
    with ZipFile(results_of_every) as archive:
        drawings = [archive.read(name).decode() for name in archive.namelist() if "drawings/drawing" in name]
    ends = [
        re.findall(r"<(?:xdr:)?col>(\d+)</(?:xdr:)?col>", xml)
        for xml in drawings
        if "twoCellAnchor" in xml or "TwoCellAnchor" in xml
    ]
    assert sorted(ends) == [["0", "4"], ["0", "6"], ["0", "6"], ["0", "8"]]


def test_spokes_are_words(results_of_one: Path) -> None:
    for xml in charts(results_of_one):
        assert xml.count("<cat><strRef>") == 2
        assert "<cat><numRef>" not in xml


def test_values_stand_in_the_charts_and_in_the_cells_they_refer_to(
    results_of_one: Path, results: Workbook, deliverable: Deliverable
) -> None:
    part = deliverable.part()
    assert [area.id for area in part.result.areas] == ["PLN", "SUP", "STD", "DLV"]
    found = part.result.areas[:-1]
    expected = [[area.in_place_percent for area in found], [area.answers.mean_percent for area in found]]
    for chart in charts(results_of_one):
        series = re.findall(r"<val><numRef>(.*?)</numRef></val>", chart)
        for xml, values in zip(series, expected, strict=True):
            assert _cached(xml) == pytest.approx({n: value for n, value in enumerate(values) if value is not None})
            assert _cells(results, xml) == values


def test_spokes_and_names_stand_in_the_cells_they_refer_to(results_of_every: Path, every_result: Workbook) -> None:
    for xml in charts(results_of_every):
        for reference in re.findall(r"<strRef>(.*?)</strRef>", xml):
            assert re.findall(r"<v>([^<]*)</v>", reference) == _cells(every_result, reference)


def _cached(xml: str) -> dict[int, float]:
    return {int(place): float(value) for place, value in re.findall(r'<pt idx="(\d+)"><v>([^<]*)</v>', xml)}


def test_too_few_spokes_are_bars() -> None:
    for count, kind in ((1, "barChart"), (2, "barChart"), (3, "radarChart")):
        spokes = Cells("'S'!$A$1:$A$3", tuple(f"Area {number}" for number in range(count)))
        line = Line(Cells("'S'!$B$1", ("In place",)), Cells("'S'!$B$2:$B$4", (50.0,) * count), "#1f6f8b")
        chart = web_chart("Title", spokes, [line])
        assert chart.tagname == kind
        assert chart.x_axis.delete is chart.y_axis.delete is False  # type: ignore[attr-defined]  # both kinds have them


def test_a_series_without_values_is_left_out() -> None:
    spokes = Cells("'S'!$A$1:$A$3", ("a", "b", "c"))
    full = Line(Cells("'S'!$B$1", ("In place",)), Cells("'S'!$B$2:$B$4", (50.0, None, 3.0)), "#1f6f8b")
    empty = Line(Cells("'S'!$C$1", ("Mean",)), Cells("'S'!$C$2:$C$4", (None, None, None)), "#8a5c00", dash="dash")
    assert len(web_chart("Title", spokes, [full, empty]).series) == 1
    assert len(web_chart("Title", spokes, [empty, empty]).series) == 1


def _cells(book: Workbook, xml: str) -> list[object]:
    found = re.search(r"<f>'(.*?)'!(.*?)</f>", xml)
    assert found is not None
    cells = book[found[1]][found[2].replace("$", "")]
    return [cell.value for row in cells for cell in row] if isinstance(cells, tuple) else [cells.value]
