"""What a template names between double braces, such as ``{{title}}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop import characters
from desktop.exchange.reports.faults import FaultKind, TemplateFault
from desktop.exchange.reports.templates import story_roots

if TYPE_CHECKING:
    from docx.document import Document as WordFile

CONTENT = "content"
"""Where the document's own words go; it stands in a paragraph by itself."""

_NAMED = re.compile(r"\{\{\s*([^{}]{1,80}?)\s*\}\}")


class Filled:
    """A template whose placeholders have been filled in.

    Attributes:
        place: the paragraph in whose place the content goes; None where the template names none.
        in_body: the names that stood in the template's own text.
        faults: what it names that there is not.
    """

    def __init__(self, word: WordFile, values: Mapping[str, str]) -> None:
        self.place: BaseOxmlElement | None = None
        self.in_body: set[str] = set()
        unknown: dict[str, None] = {}
        body = word.element.body
        for root in story_roots(word):
            for paragraph in root.iter(qn("w:p")):
                for name in _fill(paragraph, values):
                    if root is word.element:
                        self.in_body.add(name)
                    if name == CONTENT and paragraph.getparent() is body and self.place is None:
                        self.place = paragraph
                    elif name not in values:
                        unknown.setdefault(name)
        self.faults = [TemplateFault(FaultKind.UNKNOWN_PLACEHOLDER, name, ", ".join(values)) for name in unknown]


def _fill(paragraph: BaseOxmlElement, values: Mapping[str, str]) -> list[str]:
    """Fill in what a paragraph names, though it stand in several runs; returns the names."""
    texts = [each for each in paragraph.iter(qn("w:t")) if _own(each, paragraph)]
    whole = "".join(each.text or "" for each in texts)
    if "{{" not in whole:
        return []
    found = list(_NAMED.finditer(whole))
    for match in reversed(found):
        if match[1] in values:
            _replace(texts, match.start(), match.end(), characters.one_line(values[match[1]]))
    return [match[1] for match in found]


def _own(text: BaseOxmlElement, paragraph: BaseOxmlElement) -> bool:
    """Whether a text is of the paragraph itself, not of one in a box that is anchored in it."""
    return next(text.iterancestors(qn("w:p"))) is paragraph


def _replace(texts: list[BaseOxmlElement], start: int, end: int, value: str) -> None:
    """Put a value in place of the letters from `start` up to `end` of texts in a row."""
    at = 0
    for each in texts:
        text = each.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last or (first == last == 0 and start == at):
            each.text = text[:first] + (value if start >= at else "") + text[last:]
            each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at += len(text)
