"""Printing the page in front."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.language import _
from desktop.ui.session import Session

if TYPE_CHECKING:
    from desktop.ui.page import Page


class PagePrinter(QObject):
    """Prints for one window.

    Args:
        session: where it is asked which printer, and told how it went.
        window: owns it.
        place: gives the page in front.
    """

    def __init__(self, session: Session, window: QObject, place: Callable[[], tuple[str, Page | None]]) -> None:
        super().__init__(window)
        self._session = session
        self._place = place

    @Slot()
    def do_print(self) -> None:
        """Ask for the printer and print the page in front."""
        _key, page = self._place()
        if page is None:
            return
        printer = self._session.dialogs.printer(_("Print this page"))
        if printer is None:
            return
        from desktop.ui.printed_page import document_of  # noqa: PLC0415 - loads tables; only when asked for

        document_of(page, self._session).print_(printer)
        if printer.outputFileName():
            self._session.tell(_("The page was printed to {file}.").format(file=printer.outputFileName()))
        else:
            self._session.tell(_("The page was sent to the printer {name}.").format(name=printer.printerName()))
