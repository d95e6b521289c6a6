"""Which style of a template each kind of block has; where one is missing, the nearest that there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.exchange.reports.blocks import Look
from desktop.exchange.reports.faults import FaultKind, TemplateFault

if TYPE_CHECKING:
    from docx.document import Document as WordFile

HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
LOOKS: Mapping[Look, str] = {
    Look.BODY: "Normal",
    Look.LEAD: "Lead",
    Look.QUIET: "Quiet",
    Look.LABEL: "Label",
}
OF_CELLS, OF_HEADING_CELLS, OF_TABLES = "Table Text", "Table Heading", "Report Table"

_NEAREST: Mapping[str, Sequence[str]] = {
    "Heading 1": ("Title",),
    "Heading 2": ("Heading 1", "Title"),
    "Heading 3": ("Heading 2", "Heading 1"),
    "Title": ("Heading 1",),
    "Subtitle": (),
    "List Bullet": ("List Paragraph",),
    "List Number": ("List Paragraph",),
    "caption": (),
    "TOC Heading": ("Heading 1", "Title"),
    "toc 1": (),
    "toc 2": ("toc 1",),
    "toc 3": ("toc 2", "toc 1"),
    "Lead": ("Intense Quote", "Strong"),
    "Quiet": ("Subtle Quote",),
    "Label": ("Heading 4",),
    "Table Text": ("No Spacing",),
    "Table Heading": ("Table Text", "No Spacing"),
}
_TABLES = ("Report Table", "Grid Table Light", "Table Grid Light", "Table Grid")
_ASKED = (*HEADINGS, "Title", "List Bullet", "List Number", "caption")
"""Styles whose absence is told: what is only ours, no template of others can have."""


class Styles:
    """The styles of a template.

    Attributes:
        faults: what is missing.
        headless: whether there is no style for headings at all.
    """

    def __init__(self, word: WordFile) -> None:
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - python-docx takes a while to load

        self._ids: dict[str, str] = {
            style.name.casefold(): style.style_id
            for style in word.styles
            if style.name and style.type == WD_STYLE_TYPE.PARAGRAPH
        }
        self._tables: dict[str, str] = {
            style.name.casefold(): style.style_id
            for style in word.styles
            if style.name and style.type == WD_STYLE_TYPE.TABLE
        }
        default = word.styles.default(WD_STYLE_TYPE.PARAGRAPH)
        self._plain: str = default.style_id if default is not None else "Normal"
        self._plain_name = (default.name if default is not None else None) or "Normal"
        self.headless = not any(name.casefold() in self._ids for name in HEADINGS)
        self.faults = self._missing()

    def id(self, name: str) -> str:
        """The id of a style of paragraphs, or of the nearest."""
        for each in (name, *_NEAREST.get(name, ())):
            if each.casefold() in self._ids:
                return self._ids[each.casefold()]
        return self._plain

    def has(self, name: str) -> bool:
        """Whether there is that very style."""
        return name.casefold() in self._ids

    @property
    def table(self) -> str | None:
        """The id of the style of tables; None where a table has to bring its own lines."""
        return next((self._tables[name.casefold()] for name in _TABLES if name.casefold() in self._tables), None)

    def _missing(self) -> list[TemplateFault]:
        if self.headless:
            asked = [name for name in _ASKED if name not in HEADINGS]
            begun = [TemplateFault(FaultKind.NO_HEADINGS, ", ".join(HEADINGS))]
        else:
            asked, begun = list(_ASKED), []
        names = {id_: name for name, id_ in self._ids.items()}
        return begun + [
            TemplateFault(FaultKind.NO_STYLE, name.title(), names.get(self.id(name), self._plain_name).title())
            for name in asked
            if not self.has(name)
        ]
