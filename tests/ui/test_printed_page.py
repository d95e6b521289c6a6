"""A page on paper shows its tables, charts and texts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.ui.places import PLACES, SHELF
from desktop.ui.printed_page import document_of
from desktop.ui.session import Session
from desktop.ui.widgets.chart import Chart
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, ScriptedDialogs


def printed(window: MainWindow, place: str) -> str:
    window.show_place(place)
    QApplication.processEvents()
    assert window.page is not None
    return document_of(window.page, window.session).toPlainText()


def test_ctrl_p_prints_the_page_in_front(
    open_window: MainWindow, dialogs: ScriptedDialogs, keyboard: Keyboard, tmp_path: Path
):
    file = tmp_path / "page.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    dialogs.printers = [printer]
    open_window.show_place("gaps")
    keyboard.press("Ctrl+P")
    assert file.read_bytes().startswith(b"%PDF")
    assert str(file) in open_window.toast.text


def test_no_printer_nothing_printed(open_window: MainWindow, dialogs: ScriptedDialogs, keyboard: Keyboard):
    dialogs.printers = [None]
    open_window.show_place("gaps")
    keyboard.press("Ctrl+P")
    assert not open_window.toast.text


def test_every_page_goes_on_paper(open_window: MainWindow, session: Session):
    session.assessment.actions.add("Write it <b>down</b>")
    for place in (*PLACES, SHELF):
        text = printed(open_window, place.key)
        assert text.splitlines()[0] == open_window.page.title.text()  # type: ignore[union-attr]
        assert "Test centre" in text, place.key
        assert len(text) > 60 or "\ufffc" in text, f"{place.key}: a picture, at least"


def test_the_heading_of_a_chart_is_its_name_without_its_values(open_window: MainWindow):
    open_window.show_place("results")
    page = open_window.page
    assert page is not None
    chart = next(each for each in page.findChildren(Chart) if each.isVisible())
    assert len(chart.accessibleName()) > 40
    text = printed(open_window, "results")
    assert chart.accessibleName() not in text
    assert text.index("\ufffc") < 200


def test_a_table_is_printed_as_it_is_filtered(open_window: MainWindow, session: Session):
    for title in ("Write it <b>down</b>", "Train & tell"):
        session.assessment.actions.add(title)
    open_window.show_place("actions")
    page = open_window.page
    page.search.setText("train")  # type: ignore[union-attr]
    page.table.setCurrentIndex(page.table.proxy.index(0, 0))  # type: ignore[union-attr]
    page.search.setText("trai")  # type: ignore[union-attr]
    text = document_of(page, session).toPlainText()  # type: ignore[arg-type]
    assert "Train & tell" in text


def test_an_outline_is_printed_as_it_is_unfolded(open_window: MainWindow):
    text = printed(open_window, "model")
    assert "Outline of the model" in text
