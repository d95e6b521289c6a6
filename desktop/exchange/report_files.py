"""Report and two pages as files: what both say is made once, drawn once and laid out once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.file_names import file_name
from desktop.language import _
from desktop.model.files.file_sets import Piece

if TYPE_CHECKING:
    from desktop.exchange.reports.blocks import Document
    from desktop.exchange.reports.faults import TemplateFault
    from desktop.exchange.reports.pdf import Printed

REPORT, TWO_PAGES = "report", "two-pages"
OnFault = Callable[["TemplateFault"], None]


def report_pieces(
    deliverable: Deliverable, parts: Sequence[str], template: Path | None = None, on_fault: OnFault | None = None
) -> list[Piece]:
    """The files to write, each as Word and PDF.

    Args:
        deliverable: what may be told.
        parts: `REPORT`, `TWO_PAGES` or both; others are let be.
        template: of the Word files; None for the program's.
        on_fault: told what is the matter with the template, each once.
    """
    seen: set[TemplateFault] = set()

    def tell(fault: TemplateFault) -> None:
        if fault not in seen and on_fault is not None:
            seen.add(fault)
            on_fault(fault)

    wanted = [each for each in (_Report, _TwoPages) if each.part in parts]
    return [piece for kind in wanted for piece in kind(deliverable, template, tell).pieces()]


class _Report:
    """The report; each step is taken when a file first needs it."""

    part = REPORT

    def __init__(self, deliverable: Deliverable, template: Path | None, tell: OnFault) -> None:
        self._deliverable = deliverable
        self._template = template
        self._tell = tell

    def pieces(self) -> list[Piece]:
        """A Word file and a PDF."""
        organisation = self._deliverable.subject.organisation
        return [
            Piece(file_name(organisation, self._words(), ending=".docx"), self._write_word),
            Piece(file_name(organisation, self._words(), ending=".pdf"), self._write_pdf),
        ]

    def _words(self) -> str:
        return _("report")

    @cached_property
    def _document(self) -> Document:
        from desktop.exchange.reports.report import report  # noqa: PLC0415 - brings all that is written about

        return report(self._deliverable)

    @cached_property
    def _printed(self) -> Printed:
        from desktop.exchange.reports import pdf  # noqa: PLC0415 - reportlab takes a while to load

        return pdf.write(self._document)

    def _write_word(self, path: Path) -> None:
        from desktop.exchange.reports import word  # noqa: PLC0415 - python-docx takes a while to load

        made = word.write(self._document, self._template, self._printed.pages)
        for fault in made.faults:
            self._tell(fault)
        path.write_bytes(made.content)

    def _write_pdf(self, path: Path) -> None:
        path.write_bytes(self._printed.content)


class _TwoPages(_Report):
    """The two pages."""

    part = TWO_PAGES

    def _words(self) -> str:
        return _("two pages")

    @cached_property
    def _document(self) -> Document:
        from desktop.exchange.reports.report import two_pages  # noqa: PLC0415 - as above

        return two_pages(self._deliverable)
