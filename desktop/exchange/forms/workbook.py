"""The sheets of a workbook that somebody sent, each read when it is asked for."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

from desktop.exchange.forms.markup import inside, value_of
from desktop.exchange.forms.number_text import NumberFormats
from desktop.exchange.forms.package import Package
from desktop.exchange.forms.shared_texts import SharedTexts
from desktop.exchange.forms.sheet_cells import SheetCells, read_cells
from desktop.model import bounds
from desktop.model.errors import RefusalError

_LONGEST_STAMP = 40
_LONGEST_PROGRAM = 100


class ReturnedWorkbook:
    """A workbook that came back. Sheets that hold no cells, such as charts, are none of it."""

    def __init__(self, path: Path) -> None:
        """Look at the file and find its sheets.

        Raises:
            RefusalError: those of `Package`, and ``form.too_large``, ``form.truncated``.
        """
        self.package = Package(path)
        part, root = self.package.workbook
        related = {relation.id: relation for relation in self.package.related(part)}
        self.parts: dict[str, str] = {}
        self._hidden: set[str] = set()
        entries = list(inside(root, "sheets", "sheet"))
        if len(entries) > bounds.SHEETS:
            raise RefusalError("form.too_large")
        for entry in entries:
            relation = related.get(value_of(entry, "id"))
            title = value_of(entry, "name")
            if relation is None or title in self.parts or relation.part in self.parts.values():
                raise RefusalError("form.truncated")
            if relation.kind == "worksheet":
                self.parts[title] = relation.part
                if value_of(entry, "state") in ("hidden", "veryHidden"):
                    self._hidden.add(title)

    @property
    def titles(self) -> list[str]:
        """The titles of the sheets in their order."""
        return [*self.parts]

    def shows(self, title: str) -> bool:
        """Whether people see the sheet."""
        return title in self.parts and title not in self._hidden

    def sheet(self, title: str) -> SheetCells:
        """A sheet; one without cells when there is none of that title.

        Raises:
            RefusalError: those of `Archive.read` and `read_cells`.
        """
        if title not in self.parts:
            return SheetCells(title, {}, {})
        data = self.package.archive.read(self.parts[title])
        return read_cells(title, data, self.package.markup, self._texts, self._formats)

    @cached_property
    def saved(self) -> dt.datetime | None:
        """When it was last saved, as it says itself."""
        stamp = self._property("core-properties", "modified")
        try:
            found = dt.datetime.fromisoformat(stamp if len(stamp) <= _LONGEST_STAMP else "")
            return found.replace(tzinfo=found.tzinfo or dt.UTC).astimezone(dt.UTC)
        except (ValueError, OverflowError):
            return None

    @cached_property
    def program(self) -> str:
        """The program that saved it last, as it says itself; empty when it does not say."""
        return self._property("extended-properties", "Application")[:_LONGEST_PROGRAM]

    @cached_property
    def _texts(self) -> SharedTexts:
        part, _root = self.package.workbook
        parts = self.package.parts("sharedStrings", part)
        return SharedTexts(self.package.archive.read(parts[0]) if parts else None, self.package.markup)

    @cached_property
    def _formats(self) -> NumberFormats:
        _part, root = self.package.workbook
        since_1904 = any(value_of(each, "date1904") in ("1", "true") for each in inside(root, "workbookPr"))
        return NumberFormats(self._styles, since_1904=since_1904)

    def _styles(self) -> Element | None:
        part, _root = self.package.workbook
        parts = self.package.parts("styles", part)
        return self.package.tree(parts[0]) if parts else None

    def _property(self, kind: str, name: str) -> str:
        """A property of the document; empty where it is not there or cannot be read, as nothing hangs on it."""
        for part in self.package.parts(kind):
            try:
                root = self.package.tree(part)
            except RefusalError as refusal:
                if refusal.code != "form.truncated":
                    raise
                return ""
            return next(((each.text or "").strip() for each in inside(root, name)), "")
        return ""
