"""Parts of pages that one can ask for by name: tabs, views and filters."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QAbstractButton, QTabBar, QTabWidget, QWidget

from desktop.language import N_, NC_, _
from desktop.ui.places import PLACES
from desktop.ui.session import Session


class Corner(NamedTuple):
    """A tab, a view or a filter of a page.

    Attributes:
        page: the page's key.
        words: what it is called there, untranslated; what counts may stand behind.
    """

    page: str
    words: str

    @property
    def page_title(self) -> str:
        """What the page is called, untranslated."""
        return next(place.title for place in PLACES if place.key == self.page)

    def open(self, session: Session) -> None:
        """Go there."""
        session.go(self.page, f"{CORNER}{self.words}")


CORNER = "corner:"
"""Begins a target that names a part of a page by its words."""

CORNERS = (
    Corner("preparation", N_("Organisation")),
    Corner("preparation", N_("Team")),
    Corner("preparation", N_("Participants")),
    Corner("preparation", N_("Scope")),
    Corner("preparation", N_("Units")),
    Corner("preparation", N_("Sampling")),
    Corner("preparation", N_("Budget")),
    Corner("preparation", N_("Checklist")),
    Corner("schedule", N_("Calendar")),
    Corner("schedule", N_("List")),
    Corner("questionnaires", N_("Forms")),
    Corner("questionnaires", N_("Enter answers")),
    Corner("questionnaires", N_("Results")),
    Corner("interviews", N_("Notes")),
    Corner("interviews", N_("About")),
    Corner("interviews", N_("Guide")),
    Corner("evidence", N_("Register")),
    Corner("evidence", N_("Coverage")),
    Corner("findings", N_("Observations")),
    Corner("findings", N_("Findings")),
    Corner("findings", N_("Discussion")),
    Corner("ratings", N_("Blind ratings")),
    Corner("results", N_("Pictures")),
    Corner("results", NC_("results", "Report")),
    Corner("results", N_("Compare")),
    Corner("results", N_("Follow-up")),
    Corner("gaps", N_("List")),
    Corner("gaps", N_("What if")),
    Corner("gaps", N_("Road map")),
    Corner("gaps", N_("Only with a gap")),
    Corner("gaps", N_("Only blocking")),
    Corner("history", N_("Then and now")),
    Corner("history", N_("Restore points")),
    Corner("history", N_("Conflicts")),
    Corner("history", N_("Copies")),
    Corner("history", N_("Debrief")),
    Corner("actions", N_("List")),
    Corner("actions", N_("Priority")),
    Corner("actions", N_("Board")),
    Corner("actions", N_("Calendar")),
    Corner("actions", N_("Road map")),
    Corner("actions", N_("Within a budget")),
    Corner("actions", N_("Follow-up")),
    Corner("actions", N_("Dashboard")),
    Corner("actions", N_("All")),
    Corner("actions", NC_("of an action", "Open")),
    Corner("actions", N_("Overdue")),
    Corner("actions", N_("Without owner")),
    Corner("actions", NC_("of an action", "Done")),
)


def show_corner(page: QWidget, words: str) -> bool:
    """Choose a tab or press a chip of a page by its words; False when the page shows none such."""
    wanted = _(words)
    if turn_to(page, words):
        return True
    chips = [each for each in page.findChildren(QAbstractButton) if each.isCheckable() and _called(each.text(), wanted)]
    for chip in sorted(chips, key=lambda each: not each.isVisible()):
        if chip.isVisible() or _turned_to(page, chip):
            if not chip.isChecked():
                chip.click()
            return True
    return False


def turn_to(page: QWidget, words: str) -> bool:
    """Choose a tab of a page by its words; False when the page has none such."""
    wanted = _(words)
    for bar in page.findChildren(QTabBar):
        for number in range(bar.count()):
            if _called(bar.tabText(number), wanted) and _in_view(page, bar):
                bar.setCurrentIndex(number)
                return True
    return False


def _turned_to(page: QWidget, widget: QWidget) -> bool:
    """Whether a widget is seen, once the tab it is in is in front."""
    for tabs in page.findChildren(QTabWidget):
        for number in range(tabs.count()):
            behind = tabs.widget(number)
            if behind is not None and behind.isAncestorOf(widget):
                tabs.setCurrentIndex(number)
    return widget.isVisible()


def _in_view(page: QWidget, widget: QWidget) -> bool:
    """Whether a widget is seen, once the panes it is in have had their turn."""
    if not widget.isVisible():
        from desktop.ui.widgets.folding_panes import FoldingPanes  # noqa: PLC0415 - not needed for the start page

        for panes in page.findChildren(FoldingPanes):
            panes.reveal(widget)
    return widget.isVisible()


def _called(text: str, words: str) -> bool:
    plain = text.replace("&", "")
    rest = plain.removeprefix(words)
    return plain == words or (rest != plain and not rest.strip(" ()·:").strip("0123456789/ ()"))
