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
        not_so: the refusal of whatever is none.
        with_macros: the refusal of one with macros.
    """

    file: bytes
    template: bytes
    macros: tuple[bytes, ...]
    not_so: str
    with_macros: str


def template_content(path: Path, kind: OfficeKind) -> bytes:
    """A template's content as that of a file of its own.

    Raises:
        RefusalError: ``template.missing``, ``template.too_large``, ``template.password``, ``template.broken`` and those
            that the kind names, each with ``path``; what `read_plain` refuses.
    """
    try:
        archive = Archive(path)
        types = archive.read(_TYPES.lower())
    except RefusalError as refusal:
        raise _of_template(refusal, path, kind) from refusal
    if any(mark in types for mark in kind.macros):
        raise RefusalError(kind.with_macros, path=path)
    if kind.file not in types and kind.template not in types:
        raise RefusalError(kind.not_so, path=path)
    content = read_plain(path, bounds.FILE_BYTES)
    return content if kind.file in types else _as_file(content, kind)


def _of_template(refusal: RefusalError, path: Path, kind: OfficeKind) -> RefusalError:
    """What was refused of an archive, told of a template."""
    if refusal.code == "form.unreadable":
        return RefusalError("file.unreadable", path=path, reason=refusal.facts["reason"])
    told = {
        "form.missing": RefusalError("template.missing", path=path),
        "form.macros": RefusalError(kind.with_macros, path=path),
        "form.too_large": RefusalError("template.too_large", path=path),
        "form.password": RefusalError("template.password", path=path),
        "form.truncated": RefusalError("template.broken", path=path),
        "form.not_a_workbook": RefusalError(kind.not_so, path=path),
        "form.other_format": RefusalError(kind.not_so, path=path),
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
