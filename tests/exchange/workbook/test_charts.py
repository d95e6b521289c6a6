from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook as ReadWorkbook
from xlsxwriter import Workbook

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.workbook.charts import Line, Names, _called_once, stacked_chart, web_chart

SERIES = r"<c:val><c:numRef>(.*?)</c:numRef></c:val>"


def charts(path: Path, over_time: bool = False) -> list[str]:
    """Those of results; or those of measures, which alone go over time."""
    with ZipFile(path) as archive:
        every = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    return [xml for xml in every if ("<c:dateAx>" in xml) is over_time]


def test_measures_are_drawn_over_the_days_they_were_read_on(results_of_one: Path, deliverable: Deliverable) -> None:
    read = [measure for action in deliverable.actions for measure in action.measures if len(measure.history) > 1]
    drawn = charts(results_of_one, over_time=True)
    assert len(drawn) == len(read) == 2
    for xml, measure in zip(drawn, read, strict=True):
        values, target = (_cached(series) for series in re.findall(SERIES, xml))
        assert list(values.values()) == [reading.value for reading in measure.history]
        assert set(target.values()) == {measure.target}
        assert "Time to restore (hours)" in xml


def test_axes_stay_visible_and_the_scale_is_fixed(results_of_one: Path, results_of_every: Path) -> None:
    """An axis of which nothing is said ends where the values do, and levels would seem equal."""
    for xml in charts(results_of_every):
        assert '<c:delete val="1"/>' not in xml[xml.index("Ax>") :]
        assert '<c:min val="0"/>' in xml
    for xml in charts(results_of_one):
        assert '<c:max val="100"/>' in xml
        assert '<c:majorUnit val="25"/>' in xml
        assert '<c:radarStyle val="marker"/>' in xml
        assert "<c:dispBlanksAs" not in xml  # what is not said is a gap


def test_bars_stand_in_the_order_of_their_rows(results_of_every: Path) -> None:
    bars = [xml for xml in charts(results_of_every) if "<c:barChart>" in xml]
    assert len(bars) == 2
    for xml in bars:
        names, values = xml.partition("<c:catAx>")[2].partition("</c:catAx>")[::2]
        assert '<c:orientation val="maxMin"/>' in names
        assert '<c:orientation val="minMax"/>' in values
        assert '<c:crosses val="max"/>' in values


def test_the_summary_of_one_model_shows_its_own_chart(results_of_one: Path) -> None:
    first, second = charts(results_of_one)
    assert re.findall("<c:f>(.*?)</c:f>", first) == re.findall("<c:f>(.*?)</c:f>", second)


def test_the_summary_of_several_models_shows_their_levels(results_of_every: Path, every: Deliverable) -> None:
    (bars,) = [xml for xml in charts(results_of_every) if "Summary!" in xml]
    assert '<c:grouping val="clustered"/>' in bars
    assert '<c:max val="5"/>' in bars
    now, target = (_cached(xml) for xml in re.findall(SERIES, bars))
    assert now == {place: part.result.level.reached for place, part in enumerate(every.models)}
    assert target == {p: part.whole.target for p, part in enumerate(every.models) if part.whole.target is not None}


def test_charts_cover_the_columns_of_their_sheet(results_of_every: Path) -> None:
    with ZipFile(results_of_every) as archive:
        drawings = [archive.read(name).decode() for name in archive.namelist() if "drawings/drawing" in name]
    ends = [re.findall(r"<xdr:col>(\d+)</xdr:col>", xml) for xml in drawings]
    assert sorted(ends) == [["0", "4"], ["0", "4", "4", "8"], ["0", "6"], ["0", "6"], ["0", "8"]]


def test_spokes_are_words(results_of_one: Path) -> None:
    for xml in charts(results_of_one):
        assert xml.count("<c:cat><c:strRef>") == 2
        assert "<c:cat><c:numRef>" not in xml


def test_values_stand_in_the_charts_and_in_the_cells_they_refer_to(
    results_of_one: Path, results: ReadWorkbook, deliverable: Deliverable
) -> None:
    """Previews read a chart's own copy of the values."""
    part = deliverable.part()
    assert [area.id for area in part.result.areas] == ["PLN", "SUP", "STD", "DLV"]
    found = part.result.areas[:-1]
    expected = [[area.in_place_percent for area in found], [area.answers.mean_percent for area in found]]
    for chart in charts(results_of_one):
        series = re.findall(SERIES, chart)
        for xml, values in zip(series, expected, strict=True):
            assert _cached(xml) == pytest.approx({n: value for n, value in enumerate(values) if value is not None})
            assert _cells(results, xml) == pytest.approx(values)


def test_spokes_and_names_stand_in_the_cells_they_refer_to(results_of_every: Path, every_result: ReadWorkbook) -> None:
    for xml in charts(results_of_every):
        for reference in re.findall(r"<c:strRef>(.*?)</c:strRef>", xml):
            assert re.findall(r"<c:v>([^<]*)</c:v>", reference) == _cells(every_result, reference)


def _cached(xml: str) -> dict[int, float]:
    found = re.findall(r'<c:pt idx="(\d+)"><c:v>([^<]+)</c:v>', xml)
    return {int(place): float(value) for place, value in found}


def line(values: Sequence[float | None]) -> Line:
    return Line("S!$B$1", "S!$B$2:$B$4", tuple(values), "#1f6f8b")


def workbook() -> Workbook:
    made = Workbook(BytesIO(), {"in_memory": True})
    made.add_worksheet("S")
    return made


@pytest.mark.parametrize(("count", "kind"), [(1, "ChartBar"), (2, "ChartBar"), (3, "ChartRadar")])
def test_too_few_spokes_are_bars(count: int, kind: str) -> None:
    chart = web_chart(workbook(), "Title", Names("S!$A$1:$A$3", count), [line([50.0] * count)])
    assert type(chart).__name__ == kind


def test_a_series_without_values_is_left_out() -> None:
    names, full, empty = Names("S!$A$1:$A$3", 3), line([50.0, None, 3.0]), line([None, None, None])
    assert len(web_chart(workbook(), "Title", names, [full, empty]).series) == 1
    assert len(web_chart(workbook(), "Title", names, [empty, empty]).series) == 1
    assert len(web_chart(workbook(), "Title", names, [full, line([0.0, None, None])]).series) == 2


def test_a_part_of_bars_that_is_nowhere_is_left_out() -> None:
    names, full, empty = Names("S!$A$1:$A$3", 3), line([1, 2, 0]), line([0, 0, 0])
    assert len(stacked_chart(workbook(), "Title", names, [empty, full, empty]).series) == 1
    assert len(stacked_chart(workbook(), "Title", names, [empty, empty]).series) == 1


def _cells(book: ReadWorkbook, xml: str) -> list[object]:
    found = re.search(r"<c:f>'?(.*?)'?!(.*?)</c:f>", xml)
    assert found is not None
    cells = book[found[1]][found[2].replace("$", "")]
    return [cell.value for row in cells for cell in row] if isinstance(cells, tuple) else [cells.value]


def test_bars_are_named_beside_the_first_of_each(results_of_every: Path) -> None:
    """Programs disagree about the order of a legend of bars that lie."""
    (xml,) = (xml for xml in charts(results_of_every) if "Level now and target" in xml)
    assert "<c:legend>" not in xml
    named = [labels.split("</c:dLbls>")[0] for labels in xml.split("<c:dLbls>")[1:]]
    deleted = [re.findall(r'<c:dLbl><c:idx val="(\d)"/><c:delete val="1"/>', labels) for labels in named]
    assert deleted == [["1", "2"], ["0", "2"]]  # of three models only the second has a target
    assert all('<c:showSerName val="1"/>' in labels for labels in named)


@pytest.mark.parametrize(
    ("values", "named", "position"),
    [
        ((100.0, 85.0, 20.0), 1, "outside_end"),
        ((None, 100.0, 86.0), 1, "inside_base"),
        ((None, None), 0, "inside_base"),
    ],
)
def test_a_name_stands_where_there_is_room(values: tuple[float | None, ...], named: int, position: str) -> None:
    labels = _called_once(Line("A!$A$1", "A!$A$2", values, "#123456"), 100)
    assert [number for number, each in enumerate(labels["custom"]) if each is None] == [named]
    assert labels["position"] == position
