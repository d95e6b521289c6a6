"""Every dialog, panel, menu and editor: keys open it, Tab goes down it, Esc leaves it and gives the focus back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTabWidget, QWidget

from desktop.ui.checklist_dialog import ChecklistDialog
from desktop.ui.deeds import DeedMenu
from desktop.ui.find import Finder
from desktop.ui.help_window import HelpWindow
from desktop.ui.keys_overlay import KeysOverlay
from desktop.ui.pages.gaps.offers import OfferTable
from desktop.ui.pages.interviews.note_rows import NotesTable
from desktop.ui.pages.interviews.typed_line import TypedLine
from desktop.ui.pages.model.reading import Reading
from desktop.ui.pages.ratings.settle_panel import SettlePanel
from desktop.ui.pages.ratings.streams.ticks import TickList
from desktop.ui.pages.ratings.wanted import Digits
from desktop.ui.pages.shelf.pack_text import PackText
from desktop.ui.passphrase_dialog import PassphraseDialog
from desktop.ui.said_panel import SaidPanel
from desktop.ui.widgets.date_field import CalendarPopup
from desktop.ui.widgets.editors import LineField, TextField
from tests.gui import called
from tests.sample_window import SampleWindow, sample_window

__all__ = ["sample_window"]

SIZE = QSize(1500, 900)


class Way(NamedTuple):
    """A way into something and out again.

    Attributes:
        place: the page; behind a blank the tab by its number, or the model on the ratings page.
        start: what has the focus before, by its accessible name; empty for where the page lands.
        keys: what opens it.
        into: what has the focus then, or stands around what has.
        out: what leaves it.
        back: what has the focus in the end, by its accessible name; empty for what had it before.
    """

    place: str
    start: str
    keys: str
    into: type[QWidget]
    out: str = "Esc"
    back: str = ""


WAYS = (
    Way("overview", "", "Ctrl+K", Finder),
    Way("overview", "", "Ctrl+F", SaidPanel),
    Way("overview", "", "?", KeysOverlay),
    Way("overview", "", "F1", HelpWindow),
    Way("preparation 0", "First day on site", "Alt+Down", CalendarPopup),
    Way("preparation 2", "Participants", "Return", QLineEdit),
    Way("preparation 2", "Participants", "Menu", DeedMenu),
    Way("preparation 3", "Add model", "Return", QMenu),
    Way("preparation 3", "Update", "Return", QMenu),
    Way("model", "", "Return", QWidget),
    Way("questionnaires 0", "Forms", "Menu", DeedMenu),
    Way("schedule", "Calendar of the week", "Return", LineField),
    Way("interviews", "Sessions", "Return", TypedLine),
    Way("interviews", "Sessions", "F2", LineField),
    Way("interviews", "Sessions", "Menu", DeedMenu),
    Way("interviews 0", "Notes of the session", "Return", TypedLine),
    Way("interviews 0", "Notes of the session", "Menu", DeedMenu),
    Way("interviews 0", "Note", "Up", NotesTable),
    Way("questionnaires 1", "Questions", "C", TextField),
    Way("questionnaires 1", "Questions", "Return", TextField),
    Way("ratings it-service-cmm", "Practices of the area", "Menu", DeedMenu),
    Way("ratings it-service-cmm", "Practices of the area", "Return", LineField),
    Way("ratings it-service-cmm", "The area and its goals", "Down Return", LineField),
    Way("ratings it-service-cmm", "The area and its goals", "Up Up Up Up Return", TextField),
    Way("ratings it-service-cmm", "Area is settled…", "Return", SettlePanel, back="Practices of the area"),
    Way("ratings itsm-maturity-curve", "Statements of Platform", "Return", LineField),
    Way("ratings itsm-maturity-curve", "Statements of Platform", "I", Digits),
    Way("ratings service-provisioning", "Streams and levels", "R", LineField),
    Way("ratings service-provisioning", "Streams and levels", "P", TickList),
    Way("ratings service-provisioning", "Streams and levels", "I", Digits),
    Way("ratings service-provisioning", "Does not apply…", "Return", LineField, back="Streams and levels"),
    Way("results", "Picture", "Menu", DeedMenu),
    Way("gaps", "Gaps", "Return", OfferTable),
    Way("gaps", "Gaps", "I", Digits),
    Way("gaps", "Gaps", "R", LineField),
    Way("gaps", "Gaps", "Menu", DeedMenu),
    Way("actions", "Improvement actions", "Return", LineField),
    Way("actions", "Improvement actions", "Menu", DeedMenu),
    Way("questionnaires 0", "Forms", "Shift+Tab", QWidget),
    Way("questionnaires 1", "Questions", "Shift+Tab", QWidget),
    Way("questionnaires 2", "Sections", "Tab", QWidget),
    Way("actions", "Improvement actions", "Tab Tab Tab Tab", QWidget),
    Way("history", "", "Tab", QWidget),
    Way("shelf", "", "Return", PackText),
    Way("shelf", "", "Menu", DeedMenu),
    Way("shelf 2", "Outline of the model", "Return", Reading, back="Outline of the model"),
    Way("shelf 3", "All models", "Shift+Tab", QWidget),
    Way("history", "Steps of the assessment", "Menu", DeedMenu),
)


def front(sample: SampleWindow) -> QWidget:
    """Where keys go now."""
    return QApplication.activePopupWidget() or QApplication.activeWindow() or sample.window


def press(sample: SampleWindow, keys: str) -> None:
    for key in keys.split():
        focus = QApplication.focusWidget()
        if key == "Menu" and focus is not None:  # which only a real keyboard's driver turns into this event
            at = focus.rect().center()
            QApplication.sendEvent(
                focus, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, focus.mapToGlobal(at))
            )
        else:
            QTest.keySequence(front(sample).windowHandle(), QKeySequence(key))
        QApplication.processEvents()


def go(sample: SampleWindow, way: Way) -> QWidget:
    """To the page, with the focus where the way starts."""
    place, _blank, part = way.place.partition(" ")
    sample.window.activateWindow()
    if place in sample.window._pages:  # it has come to rest before
        sample.window.show_place(place)
        QApplication.processEvents()
    else:
        sample.show(place, SIZE)
    page = sample.window.page
    assert page is not None
    tabs = min(page.findChildren(QTabWidget), key=lambda each: each.mapTo(page, QPoint()).x(), default=None)
    if part.isdigit() and tabs is not None:
        tabs.setCurrentIndex(int(part))
    elif part:
        page.reveal(part)
    elif place == "gaps":
        page.reveal("")
    QApplication.processEvents()
    start = named(page, way.start) if way.start else page.landing
    start.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def named(page: QWidget, name: str) -> QWidget:
    found = [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and called(each).split(":")[0] == name
    ]
    assert found, sorted({called(each) for each in page.findChildren(QWidget) if each.isVisible()})
    return found[0]


def around(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.place}: {way.start or 'landing'} {way.keys}")
def test_one_comes_in_and_out_by_keyboard(sample_window: SampleWindow, way: Way):
    steps = len(sample_window.window.session.assessment.history.steps())
    before = go(sample_window, way)
    press(sample_window, way.keys)
    shown = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert any(isinstance(each, way.into) for each in around(shown)), shown
    assert shown is not before
    press(sample_window, way.out)
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None
    focus = QApplication.focusWidget()
    assert focus is not None
    if way.back:
        assert called(focus) == way.back
    else:
        assert focus is before, f"the focus is on {called(focus)} instead of {called(before)}"
    assert len(sample_window.window.session.assessment.history.steps()) == steps, "nothing was written"


def settle_panel(sample: SampleWindow) -> QWidget:
    go(sample, Way("ratings it-service-cmm", "Area is settled…", "", QWidget))
    press(sample, "Return")
    return sample.window.findChildren(SettlePanel)[0]


def checklist(sample: SampleWindow) -> QWidget:
    dialog = ChecklistDialog(sample.window, "What to export", [("a", "Results"), ("b", "Details")], ["a"])
    dialog.open()
    return dialog


def passphrase(sample: SampleWindow) -> QWidget:
    dialog = PassphraseDialog(sample.window, "Change", "Type both.", ["Until now", "New"], lambda _typed: "")
    dialog.open()
    return dialog


def help_beside(sample: SampleWindow) -> QWidget:
    go(sample, Way("gaps", "", "", QWidget))
    press(sample, "F1")
    return sample.window.findChildren(HelpWindow)[0]


@pytest.mark.parametrize("opened", [settle_panel, checklist, passphrase, help_beside])
def test_tab_goes_down_it_and_reaches_everything(
    sample_window: SampleWindow, opened: Callable[[SampleWindow], QWidget]
):
    root = opened(sample_window)
    QApplication.processEvents()
    wanted = {
        each
        for each in root.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    passed = list(stops(sample_window, root))
    assert {called(each) for each in wanted - set(passed)} == set()
    first = min(range(len(passed)), key=lambda place: where(passed[place], root))
    read = passed[first:] + passed[:first]
    assert read == sorted(read, key=lambda each: where(each, root)), [called(each) for each in read]
    press(sample_window, "Esc")
    assert not root.isVisible()


def stops(sample: SampleWindow, root: QWidget) -> Iterator[QWidget]:
    """What Tab passes below a widget, from what has the focus, once around."""
    seen: list[QWidget] = []
    for _step in range(150):
        focus = QApplication.focusWidget()
        if focus is not None and root.isAncestorOf(focus):
            if len(seen) > 1 and focus is seen[0]:
                return
            if focus not in seen:  # a text keeps the focus while Tab goes through its links
                seen.append(focus)
                yield focus
        press(sample, "Tab")


def where(widget: QWidget, root: QWidget) -> tuple[int, int]:
    """The line on which it stands, and how far in."""
    place = widget.mapTo(root, widget.rect().center())
    return place.y() // 20, place.x()
