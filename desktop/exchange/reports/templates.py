"""The template of a Word document: the program's, or one's own, of which nothing is kept that tells of a person."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import resources
from desktop.exchange.office_templates import WORD, template_content
from desktop.model.errors import RefusalError

if TYPE_CHECKING:
    from docx.document import Document as WordFile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TELLING = tuple(
    f"/{kind}"
    for kind in (
        *("core-properties", "extended-properties", "custom-properties", "thumbnail", "customXml", "attachedTemplate"),
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "mailMergeSource"),
    )
)
"""Ends of the kinds of relationship to what may name who made a template."""

_MARKS = "commentRangeStart|commentRangeEnd|commentReference|attachedTemplate|mailMerge|docVars"
_SAID_BY = re.compile(r"\}(author|initials|date)$")


def opened(path: Path | None, *, dense: bool = False) -> WordFile:
    """A template to fill.

    Args:
        path: somebody's own, a Word document or template; None for the program's.
        dense: whether the program's is the one for documents that have to fit few pages.

    Raises:
        RefusalError: ``template.missing``, ``template.not_word``, ``template.macros``, ``template.too_large``,
            ``template.password``, ``template.broken``, each with ``path``; what `read_plain` refuses.
    """
    import docx  # noqa: PLC0415 - takes a while to load

    if path is None:
        return docx.Document(str(resources.document("brief.docx" if dense else "report.docx")))
    content = template_content(path, WORD)
    try:
        word = docx.Document(io.BytesIO(content))
        _forget_people(word)
        if not word.sections:
            word.element.body.get_or_add_sectPr()
    except Exception as error:  # python-docx and lxml raise many kinds for what is broken
        raise RefusalError("template.broken", path=path) from error
    return word


def check(path: Path) -> None:
    """See whether a file can be a template; refuses what `opened` does."""
    opened(path)


def _forget_people(word: WordFile) -> None:
    """Take out who made the template, where it lay, and what anybody remarked in it."""
    package = word.part.package
    assert package is not None
    settings = word.part._settings_part  # noqa: SLF001 - no other way to what it is related to
    for relations in (package.rels, word.part.rels, settings.rels):
        for id_ in [id_ for id_, each in relations.items() if each.reltype.endswith(_TELLING)]:
            del relations[id_]
    for root in _roots(word):
        for found in root.xpath("|".join(f".//w:{mark}" for mark in _MARKS.split("|"))):
            found.getparent().remove(found)
        for found in root.xpath(".//*[@w:author or @w:initials]"):
            for name in [name for name in found.attrib if _SAID_BY.search(str(name))]:
                del found.attrib[name]
            found.set(f"{{{root.nsmap['w']}}}author", "")


def _roots(word: WordFile) -> list[Any]:
    """The trees of the document, its settings, headers and footers."""
    roots: list[Any] = [word.element, word.settings.element]
    kinds = (f"{_OFFICE}header", f"{_OFFICE}footer")
    framing: list[Any] = [each.target_part for each in word.part.rels.values() if each.reltype in kinds]
    return roots + [part.element for part in framing]


def story_roots(word: WordFile) -> list[Any]:
    """The trees that hold words: the document, its headers and footers."""
    document, _settings, *others = _roots(word)
    return [document, *others]
