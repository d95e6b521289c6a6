"""The window draws what is in the files: the same strokes, on another paper."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.exchange.deliverable import Deliverable, gather
from desktop.exchange.figures import PLAN_KINDS, FigureKind, kinds
from desktop.exchange.figures.drawing import figure
from desktop.exchange.figures.figure_paper import PIXELS_PER_INCH, FigurePaper
from desktop.exchange.figures.paper import BODY, SEMI_BOLD, SMALL, Paper, Point
from desktop.exchange.tokens import tokens
from desktop.ui import theme
from desktop.ui.qt_paper import QtPaper
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.figures.strokes import Stroke, noted, story
from tests.exchange.filled import DAY, filled
from tests.own_rules import with_own_rules

LIGHT = tokens("light")
USUAL, LOW = QSize(1100, 860), QSize(260, 200)


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    path = tmp_path_factory.mktemp("every") / "a.maturity"
    with filled(path, [tiny_pack(), tiny_streams(), tiny_criteria()], respondents=30, upto=3) as assessment:
        return with_own_rules(gather(assessment, day=DAY), path.parent)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    theme.load_fonts()


class Sheet:
    """An image with a paper on it."""

    def __init__(self, size: QSize) -> None:
        self.image = QImage(size, QImage.Format.Format_ARGB32)
        self.image.fill(QColor(LIGHT.surface))
        self._painter = QPainter(self.image)
        self.paper = QtPaper(self._painter, LIGHT, QSizeF(size))

    def done(self) -> QImage:
        self._painter.end()
        return self.image


def file_paper(size: QSize) -> Paper:
    inches = (size.width() / PIXELS_PER_INCH, size.height() / PIXELS_PER_INCH)
    return FigurePaper(Figure(figsize=inches, dpi=PIXELS_PER_INCH), LIGHT)


def model_of(kind: FigureKind, deliverable: Deliverable) -> str:
    return next(part.pack.id for part in deliverable.models if kind in (*kinds(part), *PLAN_KINDS))


@pytest.mark.parametrize("kind", FigureKind)
def test_window_and_file_issue_the_same_strokes(every: Deliverable, kind: FigureKind):
    drawing = figure(kind, every, model_of(kind, every))
    sheet, paper = Sheet(USUAL), file_paper(USUAL)
    in_window, in_file = noted(sheet.paper), noted(paper)
    drawing.draw(sheet.paper)
    drawing.draw(paper)
    sheet.done()
    assert len(in_window) > 10
    assert story(in_window) == story(in_file)
    far = [
        abs(here - there)
        for one, other in zip(_shapes(in_window), _shapes(in_file), strict=True)
        for at, other_at in zip(one.points, other.points, strict=True)
        for here, there in zip(at, other_at, strict=True)
    ]
    assert max(far) < 4, "letters are a little wider on one of them, nothing more"


@pytest.mark.parametrize("kind", FigureKind)
@pytest.mark.parametrize("size", [USUAL, LOW], ids=["usual", "low"])
def test_nothing_leaves_the_paper(every: Deliverable, kind: FigureKind, size: QSize):
    sheet = Sheet(size)
    strokes = noted(sheet.paper)
    figure(kind, every, model_of(kind, every)).draw(sheet.paper)
    for stroke in strokes:
        assert all(-1 <= x <= size.width() + 1 for x, _y in stroke.points), stroke
    sheet.done()


def test_texts_are_as_wide_as_in_files_and_weights_count():
    sheet, file = Sheet(USUAL), file_paper(USUAL)
    window = sheet.paper
    assert QFontInfo(QFont(theme.FAMILY)).family() == theme.FAMILY
    for words in ("Configuration management", "100 %", "Überprüfung der Prozesse"):
        for size in (SMALL, BODY):
            assert window.width_of(words, size) == pytest.approx(file.width_of(words, size), rel=0.04)
    assert window.width_of("Configuration", BODY, SEMI_BOLD) > window.width_of("Configuration", BODY)
    sheet.done()


def test_words_stand_where_they_are_put():
    for across in ("left", "center", "right"):
        sheet = Sheet(QSize(200, 60))
        room = sheet.paper.width_of("Hhhhhhh", 12)
        sheet.paper.write((100.0, 40.0), "Hhhhhhh", 12, LIGHT.text, 400, across)
        xs, ys = _inked(sheet.done())
        begin = 100 - {"left": 0.0, "center": room / 2, "right": room}[across]
        assert begin - 1 <= min(xs) <= begin + 4
        assert max(xs) <= begin + room + 1
        assert 28 <= min(ys) <= max(ys) <= 40


@pytest.mark.parametrize(
    ("marker", "inside", "outside"),
    [
        ("o", (30, 30), (38, 22)),
        ("s", (37, 23), (42, 30)),
        ("D", (30, 20), (39, 21)),
        ("^", (37, 37), (24, 23)),
    ],
)
def test_each_marker_has_its_shape(marker: str, inside: Point, outside: Point):
    sheet = Sheet(QSize(60, 60))
    sheet.paper.line([(30.0, 30.0)], LIGHT.accent, marker=marker, marker_size=16)  # type: ignore[arg-type]  # all of them
    xs, ys = _inked(sheet.done())
    marked = set(zip(xs, ys, strict=True))
    assert any(abs(x - inside[0]) <= 1 and abs(y - inside[1]) <= 1 for x, y in marked)
    assert not any(abs(x - outside[0]) <= 1 and abs(y - outside[1]) <= 1 for x, y in marked)


def test_dashes_are_as_long_as_on_file():
    """Strokes of 4 and gaps of 3 widths, from the first point."""
    sheet = Sheet(QSize(60, 20))
    sheet.paper.line([(2.0, 10.0), (58.0, 10.0)], LIGHT.text, 2.0, dashes=(4.0, 3.0))
    image = sheet.done()
    dark = ["#" if image.pixelColor(x, 10).lightness() < 128 else " " for x in range(2, 30)]
    assert "".join(dark) == "########      ########      "


def test_a_border_and_a_fill_are_as_they_are_told():
    sheet = Sheet(QSize(40, 40))
    sheet.paper.box((5.5, 5.5), 20, 20, fill=LIGHT.accent)
    sheet.paper.box((30.5, 5.5), 6, 20, border=LIGHT.bad)
    sheet.paper.polygon([(0, 30), (40, 30), (40, 40), (0, 40)], "#000000", 0.5)
    image = sheet.done()
    assert image.pixelColor(15, 15).name() == LIGHT.accent
    assert image.pixelColor(33, 15).name() == LIGHT.surface
    assert image.pixelColor(30, 15).name() == LIGHT.bad
    assert abs(image.pixelColor(20, 35).lightness() - 128) <= 2


PAINTED = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from desktop.exchange.figures.drawing import staircase
from desktop.exchange.figures.data import Stair, StaircaseData
from desktop.ui.widgets.chart import wide_chart
import desktop.ui.pages.results.page, desktop.ui.pages.overview.page
import desktop.ui.pages.gaps.page, desktop.ui.pages.actions.page
chart = wide_chart("Levels", 120)
chart.resize(400, 120)
chart.show_drawing(staircase(StaircaseData("", "", (Stair(1, "Initial", "reached", True, 1.0),))))
assert not chart.grab().isNull()
assert not {"matplotlib", "numpy"} & {*sys.modules}
"""


def test_the_window_paints_without_matplotlib(tmp_path: Path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "MATURITY_WORKBENCH_SETTINGS": str(tmp_path / "s.ini")}
    subprocess.run([sys.executable, "-c", PAINTED], env=environment, check=True)


def _shapes(strokes: list[Stroke]) -> list[Stroke]:
    return [stroke for stroke in strokes if stroke.verb != "write"]


def _inked(image: QImage) -> tuple[list[int], list[int]]:
    """Where an image is not its ground."""
    ground = QColor(LIGHT.surface)
    found = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60
    ]
    return [x for x, _y in found], [y for _x, y in found]
