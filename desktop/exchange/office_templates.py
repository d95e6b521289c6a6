"""Templates of one's own for documents and slides: looked at as a stranger's file before a library reads them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from msgspec import Struct

from desktop.exchange.forms.archive import Archive
from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import read_plain

_TYPES = "[Content_Types].xml"


class OfficeKind(Struct, frozen=True):
    """What a template is to be, in the words of the format.

    Attributes:
        file: the kind of a file of its own.
        template: that of a template of such.
        macros: those of both with macros.
        slides: whether it is for slides; otherwise for documents.
    """

    file: bytes
    template: bytes
    macros: tuple[bytes, ...]
    slides: bool = False


WORD = OfficeKind(
    file=b"wordprocessingml.document.main+xml",
    template=b"wordprocessingml.template.main+xml",
    macros=(b"word.document.macroEnabled", b"word.template.macroEnabledTemplate"),
)
SLIDES = OfficeKind(
    file=b"presentationml.presentation.main+xml",
    template=b"presentationml.template.main+xml",
    macros=(b"powerpoint.presentation.macroEnabled", b"powerpoint.template.macroEnabled"),
    slides=True,
)


def template_content(path: Path, kind: OfficeKind) -> bytes:
    """A template's content as that of a file of its own.

    Raises:
        RefusalError: ``template.missing``, ``template.too_large``, ``template.password``, ``template.broken``;
            ``template.not_word`` and ``template.macros``, of slides ``template.not_slides`` and
            ``template.slides_macros``, each with ``path``; what `read_plain` refuses.
    """
    try:
        archive = Archive(path)
        types = archive.read(_TYPES.lower())
    except RefusalError as refusal:
        raise _of_template(refusal, path, kind) from refusal
    if any(mark in types for mark in kind.macros):
        raise _with_macros(path, kind)
    if kind.file not in types and kind.template not in types:
        raise _not_so(path, kind)
    content = read_plain(path, bounds.FILE_BYTES)
    return content if kind.file in types else _as_file(content, kind)


def _not_so(path: Path, kind: OfficeKind) -> RefusalError:
    if kind.slides:
        return RefusalError("template.not_slides", path=path)
    return RefusalError("template.not_word", path=path)


def _with_macros(path: Path, kind: OfficeKind) -> RefusalError:
    if kind.slides:
        return RefusalError("template.slides_macros", path=path)
    return RefusalError("template.macros", path=path)


def _of_template(refusal: RefusalError, path: Path, kind: OfficeKind) -> RefusalError:
    """What was refused of an archive, told of a template."""
    if refusal.code == "form.unreadable":
        return RefusalError("file.unreadable", path=path, reason=refusal.facts["reason"])
    told = {
        "form.missing": RefusalError("template.missing", path=path),
        "form.macros": _with_macros(path, kind),
        "form.too_large": RefusalError("template.too_large", path=path),
        "form.password": RefusalError("template.password", path=path),
        "form.truncated": RefusalError("template.broken", path=path),
        "form.not_a_workbook": _not_so(path, kind),
        "form.other_format": _not_so(path, kind),
    }
    return told.get(refusal.code, refusal)


def _as_file(content: bytes, kind: OfficeKind) -> bytes:
    """A template's content with the kind of a file of its own."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive, io.BytesIO() as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
            for entry in archive.infolist():
                part = archive.read(entry)
                told = part.replace(kind.template, kind.file) if entry.filename == _TYPES else part
                made.writestr(entry, told)
        return stream.getvalue()
