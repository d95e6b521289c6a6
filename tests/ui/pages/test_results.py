"""The results page: its pictures and tables say what the documents say."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton, QWidget

from desktop import resources
from desktop.exchange import figures
from desktop.exchange.deliverable import gather
from desktop.exchange.figures import FigureKind, drawing
from desktop.exchange.reports.front_sections import verdict_of
from desktop.model.assessment import Assessment
from desktop.model.maturity import Pack
from desktop.ui import theme
from desktop.ui.pages.results.page import ResultsPage
from desktop.ui.pages.results.report_view import ReportView
from desktop.ui.session import Session
from desktop.ui.tables import Table
from desktop.ui.widgets.chart import Chart, figure_chart
from desktop.wording import outcome, traces
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import filled
from tests.gui import ScriptedDialogs, put_in_front
from tests.moulds import Moulds

KINDS = [FigureKind.RADAR_BY_AREA, FigureKind.RADAR_BY_CATEGORY, FigureKind.STAIRCASE, FigureKind.HEAT_MAP]
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def pack() -> Pack:
    return tiny_pack()


@pytest.fixture
def assessment(closed_session: Session, pack: Pack, moulds: Moulds, tmp_path: Path) -> Assessment:
    made = moulds.cast("results", tmp_path / "a.maturity", lambda mould: filled(mould, [pack]), author="Canary author")
    closed_session.adopt(made)
    return made


@pytest.fixture
def page(closed_session: Session, assessment: Assessment, qtbot) -> ResultsPage:
    page = ResultsPage(closed_session)
    put_in_front(qtbot, page)
    return page


def picture(page: ResultsPage) -> Chart:
    return one(page, Chart)


def table(page: ResultsPage) -> Table:
    return one(page, Table)


def one(page: ResultsPage, kind: type[W]) -> W:
    """The one widget of a kind that is in view; what is put into a layout comes into view with the next turn."""
    QApplication.processEvents()
    (found,) = [widget for widget in page.findChildren(kind) if widget.isVisible()]
    return found


def chip(page: ResultsPage, kind: FigureKind) -> QPushButton:
    return next(button for button in page.findChildren(QPushButton) if button.text() == figures.title(kind))


def save_button(page: ResultsPage) -> QPushButton:
    return next(button for button in page.findChildren(QPushButton) if button.text().startswith("Save picture"))


def test_the_heading_says_the_level_and_why(page: ResultsPage, assessment: Assessment, pack: Pack):
    level = assessment.results.of("tiny").level
    assert page.subtitle.text() == outcome.headline(level, pack)
    assert page._why.text() == outcome.why(level, pack)


def test_a_picture_is_there_at_once(page: ResultsPage):
    image = picture(page).grab().toImage()
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 2


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_is_the_one_that_is_saved(page: ResultsPage, assessment: Assessment, kind: FigureKind):
    chip(page, kind).click()
    shown = picture(page).picture(theme.current())
    wanted = drawing.figure(kind, gather(assessment, day=page.session.today()), "tiny")
    alone = figure_chart("Alone")
    alone.resize(picture(page).size())
    alone.show_drawing(wanted)
    assert alone.picture(theme.current()) == shown
    assert picture(page).accessibleName() == (f"Picture: {wanted.words}" if wanted.words else "Picture")


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_says_what_the_documents_say(page: ResultsPage, assessment: Assessment, kind: FigureKind):
    chip(page, kind).click()
    said = figures.table(kind, gather(assessment, day=page.session.today()), "tiny")
    source = table(page).source
    assert [column.heading for column in source.columns] == [column.heading for column in said.columns]
    assert list(source.rows) == list(said.rows)


def test_numbers_sort_as_numbers(page: ResultsPage, assessment: Assessment, qtbot):
    chip(page, FigureKind.RADAR_BY_AREA).click()
    shown, last = table(page), len(table(page).source.columns) - 1
    shown.sortByColumn(last, Qt.SortOrder.AscendingOrder)
    values = [
        shown.source.row(shown.proxy.mapToSource(shown.proxy.index(n, 0)).row()).answers.mean_percent for n in range(4)
    ]
    known = [value for value in values if value is not None]
    assert known == sorted(known)
    assert values[: len(known)] == known


def test_a_line_says_why(page: ResultsPage, assessment: Assessment):
    page.reveal("PLN")
    said = one(page, QPlainTextEdit).toPlainText()
    area = next(area for area in assessment.results.of("tiny").areas if area.id == "PLN")
    assert area.goals
    assert all(goal.id in said for goal in area.goals)


ALL = [(tiny_pack(), kind) for kind in KINDS]
ALL += [(tiny_streams(), kind) for kind in (FigureKind.STREAM_RADAR, FigureKind.STREAM_MATRIX)]
ALL += [(tiny_criteria(), kind) for kind in (FigureKind.TRACK_STAIRCASE, FigureKind.STATEMENT_BARS)]


@pytest.mark.parametrize(("other", "kind"), ALL, ids=[kind.value for _pack, kind in ALL])
def test_every_line_of_every_table_says_why_it_is_so(
    page: ResultsPage, assessment: Assessment, other: Pack, kind: FigureKind
):
    if other.id != "tiny":
        assessment.models.add(other)
        models = one(page, QComboBox)
        models.setCurrentIndex(models.findData(other.id))
    chip(page, kind).click()
    shown, told = table(page), set()
    of_levels = (FigureKind.TRACK_STAIRCASE, FigureKind.STATEMENT_BARS)
    for number, line in enumerate(shown.source.rows):
        shown.setCurrentIndex(shown.proxy.mapFromSource(shown.source.index(number, 0)))
        said = one(page, QPlainTextEdit).toPlainText()
        assert said.splitlines()[0] == traces.sentence((line.level if kind in of_levels else line).trace, other)
        told.add(said)
    assert len(told) == len(shown.source.rows)


def test_the_line_of_a_level_tells_of_that_level(page: ResultsPage):
    for number in ("3", "1", "2"):
        chip(page, FigureKind.STAIRCASE).click()
        page.reveal(number)
        assert one(page, QPlainTextEdit).toPlainText().startswith(f"Level {number} “Level {number}”.")


def test_another_picture_forgets_the_reasons_of_the_last(page: ResultsPage):
    page.reveal("PLN")
    chip(page, FigureKind.RADAR_BY_CATEGORY).click()
    assert one(page, QPlainTextEdit).toPlainText() == ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_revealed_by_its_kind(page: ResultsPage, kind: FigureKind):
    page.reveal(kind.value)
    assert chip(page, kind).isChecked()
    assert [chip(page, each).isChecked() for each in KINDS].count(True) == 1


def test_only_pictures_of_the_models_scheme_are_offered(page: ResultsPage, closed_session: Session):
    shown = [button.property("figure") for button in page.findChildren(QPushButton) if button.isVisible()]
    assert [kind for kind in shown if kind] == [*KINDS, FigureKind.DISTRIBUTION]
    page.reveal(FigureKind.STREAM_MATRIX.value)
    assert chip(page, KINDS[0]).isChecked()


@pytest.mark.parametrize("other", [tiny_streams(), tiny_criteria()], ids=["streams", "criteria"])
def test_a_model_of_another_scheme_has_its_own(page: ResultsPage, assessment: Assessment, other: Pack):
    assessment.models.add(other)
    models = one(page, QComboBox)
    models.setCurrentIndex(models.findData(other.id))
    part = gather(assessment, day=page.session.today()).part(other.id)
    assert chip(page, figures.kinds(part)[0]).isChecked()
    assert page.subtitle.text() == outcome.standing(part.result, other)
    page.reveal(next(iter(other.place_by_id)))
    assert one(page, QPlainTextEdit).toPlainText()


@pytest.mark.parametrize(("name", "magic"), [("p.png", b"\x89PNG"), ("p.svg", b"<?xml"), ("p.pdf", b"%PDF")])
def test_a_picture_is_saved(
    page: ResultsPage, dialogs: ScriptedDialogs, closed_session: Session, qtbot, tmp_path: Path, name: str, magic: bytes
):
    dialogs.files = [tmp_path / name]
    with qtbot.waitSignal(closed_session.told) as told:
        save_button(page).click()
    assert told.args[1] == "good"
    assert (tmp_path / name).read_bytes().startswith(magic)


def test_a_name_without_an_ending_becomes_a_png(page: ResultsPage, dialogs: ScriptedDialogs, tmp_path: Path):
    dialogs.files = [tmp_path / "radar"]
    save_button(page).click()
    assert (tmp_path / "radar.png").read_bytes().startswith(b"\x89PNG")


def test_a_format_nobody_draws_is_refused(
    page: ResultsPage, dialogs: ScriptedDialogs, closed_session: Session, qtbot, tmp_path: Path
):
    dialogs.files = [tmp_path / "radar.bmp"]
    with qtbot.waitSignal(closed_session.told) as told:
        save_button(page).click()
    assert told.args[1] == "bad"
    assert not (tmp_path / "radar.bmp").exists()


def test_a_place_that_cannot_be_written_is_refused(
    page: ResultsPage, dialogs: ScriptedDialogs, closed_session: Session, qtbot, tmp_path: Path
):
    dialogs.files = [tmp_path / "no such folder" / "radar.png"]
    with qtbot.waitSignal(closed_session.told) as told:
        save_button(page).click()
    assert told.args[1] == "bad"
    assert "no such folder" in told.args[0]


def test_saving_can_be_thought_better_of(page: ResultsPage, dialogs: ScriptedDialogs, tmp_path: Path):
    before = sorted(tmp_path.iterdir())
    dialogs.files = [None]
    save_button(page).click()
    assert sorted(tmp_path.iterdir()) == before


def test_an_edit_elsewhere_shows_here(page: ResultsPage, assessment: Assessment):
    before = list(table(page).source.rows)
    assessment.models.set_scope("tiny", ["PLN"], in_scope=False, reason="Elsewhere.")
    assert list(table(page).source.rows) != before


def test_without_a_model_the_page_says_what_to_do(page: ResultsPage, assessment: Assessment):
    assessment.models.remove("tiny")
    assert "Preparation" in page.subtitle.text()


def test_what_is_out_of_scope_has_no_line_and_is_told(page: ResultsPage, assessment: Assessment) -> None:
    assessment.models.set_scope("tiny", ["STD", "DLV"], in_scope=False, reason="Up to level 2.")
    page.refresh()
    assert [area.id for area in table(page).source.rows] == ["PLN", "SUP"]
    assert page.subtitle.text().endswith("2 areas of level 3 are out of scope")


def report(page: ResultsPage) -> ReportView:
    page.tabs.setCurrentWidget(page.report)
    return page.report


def test_the_report_tells_each_section_with_what_the_program_says(page: ResultsPage) -> None:
    view = report(page)
    titles = [row.section.title for row in view.table.source.rows]
    assert titles[:3] == ["Summary for the sponsor", "Scope and method", "Profile"]
    assert titles[-2:] == ["How sure the team is", "Appendix: tables"]
    deliverable = gather(page.assessment, day=page.session.today())
    assert verdict_of(deliverable) in view.said.toPlainText()
    assert view.reveal("limits")
    assert verdict_of(deliverable) not in view.said.toPlainText()


def test_words_of_the_team_are_written_as_one_goes_on(page: ResultsPage, qtbot) -> None:
    view = report(page)
    view.reveal("summary")
    view.words.setFocus()
    qtbot.keyClicks(view.words, "All keep their word.")
    view.reveal("plan")
    assert page.assessment.narratives.get("summary").text == "All keep their word."
    assert view.words.toPlainText() == ""
    assert [row.mark for row in view.table.source.rows if row.section.id == "summary"] == ["✓ own words"]


def test_enter_on_a_section_leads_to_the_words_even_where_they_are_folded_away(page: ResultsPage, qtbot) -> None:
    page.resize(560, 500)
    view = report(page)
    qtbot.waitUntil(lambda: not view.words.isVisible())
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.words.hasFocus()


def test_words_that_name_somebody_are_told_until_that_is_settled(page: ResultsPage, qtbot) -> None:
    page.assessment.preparation.add_participant(name="Anna Miller")
    page.assessment.narratives.set("summary", "Anna keeps her word.")
    page.reveal("summary")
    view = page.report
    view.show_deliverable(gather(page.assessment, day=page.session.today()))
    assert "Anna" in view.naming.text()
    assert [row.mark for row in view.table.source.rows if row.mark] == ["names somebody"]
    qtbot.mouseClick(view.nobody, Qt.MouseButton.LeftButton)
    assert page.assessment.narratives.get("summary").names_nobody
    assert not view.naming.isVisibleTo(view)


def test_a_house_template_is_chosen_once_and_a_bad_one_refused(
    page: ResultsPage, dialogs: ScriptedDialogs, tmp_path: Path, qtbot
) -> None:
    view = report(page)
    bad, good = tmp_path / "letter.docx", tmp_path / "house.docx"
    bad.write_text("Dear sponsor", encoding="utf-8")
    shutil.copyfile(resources.document("report.docx"), good)
    house = next(
        each for each in view.findChildren(QPushButton) if "template" in each.text() and "House" in each.text()
    )
    for path, kept in ((bad, None), (good, good)):
        dialogs.files = [path]
        qtbot.mouseClick(house, Qt.MouseButton.LeftButton)
        assert page.session.settings.template == kept
    without = next(each for each in view.findChildren(QPushButton) if each.text() == "Without template")
    qtbot.mouseClick(without, Qt.MouseButton.LeftButton)
    assert page.session.settings.template is None
