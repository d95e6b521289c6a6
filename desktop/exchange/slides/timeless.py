"""Office files without the time of their making, so that equal content gives equal bytes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_DAY = (1980, 1, 1, 0, 0, 0)
_MADE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_NEVER = rb"\g<1>1980-01-01T00:00:00Z"


def timeless(content: bytes) -> bytes:
    """The same archive, each entry on the same day; workbooks within it, such as those of charts, were never made."""
    with zipfile.ZipFile(BytesIO(content)) as made, BytesIO() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in made.infolist():
                content = _part(entry.filename, made.read(entry))
                archive.writestr(zipfile.ZipInfo(entry.filename, _DAY), content, zipfile.ZIP_DEFLATED)
        return target.getvalue()


def _part(name: str, content: bytes) -> bytes:
    if not name.endswith(".xlsx"):
        return content
    with zipfile.ZipFile(BytesIO(content)) as made, BytesIO() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in made.infolist():
                found = made.read(entry)
                told = _MADE.sub(_NEVER, found) if entry.filename == "docProps/core.xml" else found
                archive.writestr(zipfile.ZipInfo(entry.filename, _DAY), told, zipfile.ZIP_DEFLATED)
        return target.getvalue()
