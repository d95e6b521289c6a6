"""The frame: what every command promises, and what the window does with a file."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from desktop.model.assessment import Assessment
from desktop.ui import theme
from desktop.ui.crash import CrashReporter
from desktop.ui.places import PLACES, SHELF
from desktop.ui.session import Session
from desktop.ui.widgets.editors import LineField
from desktop.ui.window import MainWindow
from tests.gui import called

INPUTS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


def actions_of(menu: QObject) -> list[QAction]:
    assert isinstance(menu, QMenu)
    return [action for action in menu.actions() if not action.isSeparator()]


def test_every_command_stands_in_a_menu_with_keys_of_its_own(window: MainWindow):
    in_menus = [a for item in window.menuBar().actions() for a in actions_of(item.menu())]
    assert {a.objectName() for a in in_menus} == set(window.commands.actions)
    keys = [a.shortcut().toString() for a in in_menus if a.objectName() != "about"]
    assert all(keys)
    assert len(keys) == len(set(keys))


def test_letters_of_a_menu_do_not_clash(window: MainWindow):
    for item in window.menuBar().actions():
        texts = [a.text() for a in actions_of(item.menu())]
        letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), texts


def test_without_an_assessment_only_what_makes_sense_is_allowed(window: MainWindow):
    allowed = {key for key, action in window.commands.actions.items() if action.isEnabled()}
    assert {"new", "open", "sample", "quit", "find"} <= allowed
    assert not allowed & {"export", "undo", "redo", "close", "go:ratings"}


def test_every_page_opens_by_its_keys(open_window: MainWindow, qtbot):
    for place in (*PLACES, SHELF):
        qtbot.keySequence(open_window, QKeySequence(place.shortcut))
        assert open_window.page is open_window.pages.currentWidget()
        assert open_window.page is not None
        assert open_window.page.accessibleName()


def test_every_input_of_every_page_has_a_name_a_screen_reader_can_say(open_window: MainWindow):
    nameless = []
    for place in (*PLACES, SHELF):
        open_window.show_place(place.key)
        page = open_window.page
        assert page is not None
        for widget in page.findChildren(QWidget):
            parent = widget.parent()
            above = (parent, parent.parent() if parent is not None else None)
            internal = widget.objectName().startswith("qt_") or any(
                isinstance(one, QComboBox | QAbstractSpinBox) for one in above
            )
            if isinstance(widget, INPUTS) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not internal:
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                if not (widget.accessibleName() or text or has_buddy(page, widget)):
                    nameless.append(f"{place.key}: {type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []


def has_buddy(page: QWidget, widget: QObject) -> bool:
    from PySide6.QtWidgets import QLabel

    return any(label.buddy() is widget and label.text() for label in page.findChildren(QLabel))


def test_undo_and_redo_by_keys_say_what_they_would_do(open_window: MainWindow, session: Session, qtbot):
    session.assessment.preparation.set_details(sponsor="Service director")
    assert "details" in open_window.commands.actions["undo"].text().casefold() or open_window.status_line.undoes
    before = open_window.status_line.undoes
    qtbot.keySequence(open_window, QKeySequence("Ctrl+Z"))
    assert session.assessment.preparation.details().sponsor == ""
    assert open_window.status_line.undoes != before
    qtbot.keySequence(open_window, QKeySequence("Ctrl+Shift+Z"))
    assert session.assessment.preparation.details().sponsor == "Service director"


def test_the_toast_lies_over_whatever_page_comes_to_the_front(open_window: MainWindow, session: Session):
    session.tell("This was not done.", "bad")
    for place in ("preparation", "history", "preparation"):
        open_window.show_place(place)
        assert open_window.pages.childAt(open_window.toast.geometry().topLeft() + QPoint(3, 20)) is open_window.toast


def test_a_refusal_is_told_in_the_toast_and_nothing_is_lost(open_window: MainWindow, session: Session):
    made = session.run(lambda: session.assessment.preparation.set_details(threshold=1))
    assert made is None
    assert open_window.toast.isVisible()
    assert "3" in open_window.toast.text
    assert session.assessment.preparation.details().threshold == 5


def test_a_second_window_opens_the_file_for_reading_and_says_so(
    open_window, session, qtbot, settings, dialogs, tmp_path
):
    other = Session(settings, dialogs)
    second = MainWindow(other, CrashReporter(tmp_path))
    qtbot.addWidget(second)
    second.show()
    assert other.open(session.assessment.path)
    assert other.assessment.readonly
    assert second.status_line.readonly.isVisible()
    assert "reading only" in second.status_line.says
    assert not open_window.status_line.readonly.isVisible()
    other.close()
    assert not second.status_line.readonly.isVisible()
    second.close()


def test_a_file_that_is_no_assessment_is_refused_and_the_window_stays(window: MainWindow, closed_session, tmp_path):
    path = tmp_path / "notes.maturity"
    path.write_text("these are notes")
    assert not closed_session.open(path)
    assert "notes.maturity" in window.toast.text
    assert path.read_text() == "these are notes"


def test_an_exception_in_a_slot_is_told_with_its_details_and_the_file_is_sound(open_window: MainWindow, session, qtbot):
    reporter = open_window.keeper.crashes
    try:
        raise ZeroDivisionError("a bug")
    except ZeroDivisionError as error:
        with qtbot.waitSignal(reporter.happened) as caught:
            reporter._arrived.emit(error)
    assert "ZeroDivisionError" in open_window.toast.text
    assert "Traceback" in caught.args[1]
    assert session.assessment.check() == ()


def test_themes_and_sizes_switch_by_keys(open_window: MainWindow, qtbot):
    qtbot.keySequence(open_window, QKeySequence("Ctrl+Alt+D"))
    assert theme.name() == "dark"
    qtbot.keySequence(open_window, QKeySequence("Ctrl+Alt+L"))
    assert theme.name() == "light"
    open_window.dressing.do_larger()
    assert theme.px(100) == 125
    open_window.dressing.do_smaller()
    assert theme.px(100) == 100
    open_window.dressing.do_larger()
    open_window.dressing.do_larger()
    qtbot.keySequence(open_window, QKeySequence("Ctrl+0"))
    assert theme.px(100) == 100


def test_a_change_of_theme_touches_only_the_page_that_is_seen(open_window: MainWindow, qapp):
    """Working the style sheet out anew for every page took ten seconds with all of them open."""
    for place in PLACES:
        open_window.show_place(place.key)
    open_window.dressing.do_dark()
    worn = {key: page.property("worn") for key, page in open_window._pages.items()}
    assert {key for key, dress in worn.items() if dress.startswith("dark")} == {PLACES[-1].key}
    assert qapp.styleSheet() == ""
    open_window.show_place(PLACES[0].key)
    assert open_window.page is not None
    assert open_window.page.property("worn").startswith("dark")
    open_window.dressing.do_light()


def test_closing_keeps_what_is_being_typed(open_window: MainWindow, session: Session, qtbot):
    path = session.assessment.path
    open_window.show_place("preparation")
    assert open_window.page is not None
    field = next(each for each in open_window.page.findChildren(LineField) if called(each) == "Organisation")
    field.setFocus()
    qtbot.keyClicks(field, "x")
    open_window.close()
    with Assessment.open(path, author="Later") as again:
        values = again.preparation.details()
        assert "x" in f"{values.organisation}{values.unit}{values.sponsor}"


def test_find_anything_leads_to_a_practice(open_window: MainWindow, session: Session, qtbot):
    from desktop.ui.find import Finder

    finder = Finder(open_window, session, open_window.commands)
    qtbot.addWidget(finder)
    finder.open_over(open_window)
    qtbot.keyClicks(finder.line, "sqa-ac-1 ")
    assert finder.list.count() >= 1
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert open_window.pages.currentWidget() is open_window.page
    assert open_window.page is not None
    assert open_window.page.accessibleName() == "Ratings"


def test_contrast_of_every_text_colour_is_at_least_four_and_a_half():
    from desktop.exchange.tokens import tokens

    for name in ("light", "dark"):
        t = tokens(name)
        on_accent = t.surface if name == "light" else t.bg
        pairs = [(ink, ground) for ink in (t.text, t.mute, t.accent) for ground in (t.bg, t.surface, t.rail)]
        pairs += [(t.text, t.selection), (t.accent, t.accent_soft), (on_accent, t.accent), (t.accent, t.selection)]
        pairs += [(t.good, t.good_soft), (t.warn, t.warn_soft), (t.bad, t.bad_soft)]
        pairs += [(t.text, soft) for soft in (t.good_soft, t.warn_soft, t.bad_soft)]
        for ink, ground in pairs:
            assert contrast(ink, ground) >= 4.5, (name, ink, ground, contrast(ink, ground))


def test_borders_handles_and_the_mark_of_what_is_chosen_stand_out():
    """WCAG 2, 1.4.11: 3:1 for what shows where something can be used and what is chosen."""
    from desktop.exchange.tokens import tokens

    for name in ("light", "dark"):
        t = tokens(name)
        for ground in (t.bg, t.surface, t.rail, t.selection):
            assert contrast(t.edge, ground) >= 3, (name, ground)
            assert contrast(t.accent, ground) >= 3, (name, ground)
        sheet = theme.style_sheet(t)
        for part, marked in (
            ("QPushButton {", t.edge),
            ("QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox {", t.edge),
            ("QScrollBar::handle {", t.edge),
            ("QSplitter::handle:horizontal {", t.edge),
            ("QSplitter::handle:vertical {", t.edge),
            ("QMenu::item:selected {", t.accent),
            ("QDialog#finder QListWidget::item:selected {", t.accent),
            ("QListWidget#offers::item:selected {", t.accent),
            ('QPushButton[kind="rail"]:checked {', t.accent),
            ("QCheckBox::indicator, QTreeView::indicator, QListView::indicator, QTableView::indicator {", t.mute),
        ):
            rule = sheet[sheet.index(part) :].partition("}")[0]
            assert marked in rule, (name, part)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_day_is_the_users(closed_session: Session):
    assert closed_session.today() == dt.datetime.now().astimezone().date()
