"""One walk over every page with every tab, model and view of it, looking for all that must be nowhere."""

from __future__ import annotations

import re
from collections import defaultdict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from tests.gui import Keyboard
from tests.journeys.test_question_names import ID
from tests.sample_window import SampleWindow, sample_window
from tests.seen_texts import texts

__all__ = ["sample_window"]

PERCENT = re.compile(r"\b\d+(?:\.(\d+))? %")
DECIMAL = re.compile(r"\d+(?:\.(\d+))?")


def test_every_look(sample_window: SampleWindow):
    window = sample_window.window
    keyboard = Keyboard(window)
    wrong: list[str] = []
    read, numbers = 0, 0
    for look in sample_window.looks():
        page = window.page
        assert page is not None
        said = [*texts(page)]
        read += len(said)
        wrong += [f"{look}: an id of a question: {text[:120]}" for text in said if shows_id(look, text)]
        found, uneven = digits(page)
        numbers += found
        wrong += [f"{look}: {each}" for each in uneven]
        page.landing.setFocus(Qt.FocusReason.TabFocusReason)
        window.session.tell("This was not done.", "bad")
        keyboard.press("Esc")
        if window.toast.text:
            wrong.append(f"{look}: Esc leaves the toast")
    assert wrong == []
    assert read > 2000
    assert numbers > 400


def shows_id(look: str, text: str) -> bool:
    """Whether a question is called by its id, other than by the author of a model in its text."""
    written = look.startswith("shelf") and text.startswith("# yaml-language-server")
    return not written and bool(ID.search(text))


def digits(page: QWidget) -> tuple[int, list[str]]:
    """How many numbers the tables of a page show, and the columns where some have more decimals than others."""
    seen, uneven = 0, []
    for table in page.findChildren(QTableView):
        model = table.model()
        if not table.isVisible() or model is None:
            continue
        columns: dict[int, dict[int, str]] = defaultdict(dict)
        for column in range(model.columnCount()):
            for row in range(model.rowCount()):
                told = str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "")
                if found := PERCENT.fullmatch(told) or DECIMAL.fullmatch(told):
                    columns[column].setdefault(len(found[1] or ""), told)
                    seen += 1
        for column, kinds in columns.items():
            heading = model.headerData(column, Qt.Orientation.Horizontal)
            if len(kinds) > 1 and heading != "Version":  # which is no number
                uneven.append(f"{heading}: {sorted(kinds.values())}")
    return seen, uneven
