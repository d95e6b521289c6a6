"""A template is looked at before a library reads it: what is none is told with its name."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from desktop.exchange.office_templates import OfficeKind, template_content
from desktop.model.errors import RefusalError
from desktop.wording.document_templates import SENTENCES

KIND = OfficeKind(b"thing.main+xml", b"thing.template+xml", (b"thing.macros",), slides=True)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(kind: bytes, **more: bytes) -> bytes:
    with io.BytesIO() as stream:
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in {"[Content_Types].xml": b"<Types>" + kind, "_rels/.rels": b"<Relationships/>"}.items():
                archive.writestr(name, content)
            for name, content in more.items():
                archive.writestr(name, content)
        return stream.getvalue()


def at(folder: Path, content: bytes) -> Path:
    path = folder / "house.potx"
    path.write_bytes(content)
    return path


def test_a_file_is_taken_as_it_is_and_a_template_as_a_file(tmp_path: Path) -> None:
    content = packed(b"application/thing.main+xml", word=b"kept")
    assert template_content(at(tmp_path, content), KIND) == content
    made = template_content(at(tmp_path, packed(b"application/thing.template+xml", word=b"kept")), KIND)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.read("[Content_Types].xml") == b"<Types>application/thing.main+xml"
        assert archive.read("word") == b"kept"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "template.broken"),
        (b"no archive", "template.not_slides"),
        (packed(b"another.main+xml"), "template.not_slides"),
        (packed(b"thing.macros"), "template.slides_macros"),
        (packed(b"thing.main+xml", **{"ppt/vbaProject.bin": b""}), "template.slides_macros"),
        (packed(b"thing.main+xml")[:-30], "template.broken"),
        (_COMPOUND + "EncryptedPackage".encode("utf-16-le"), "template.password"),
    ],
    ids=["empty", "text", "other", "macros", "hidden macros", "torn", "locked"],
)
def test_what_is_no_template_is_refused_by_name(tmp_path: Path, content: bytes, code: str) -> None:
    path = at(tmp_path, content)
    with pytest.raises(RefusalError) as refused:
        template_content(path, KIND)
    assert (refused.value.code, refused.value.facts["path"]) == (code, path)
    assert code in SENTENCES


def test_a_template_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RefusalError) as refused:
        template_content(tmp_path / "gone.potx", KIND)
    assert refused.value.code == "template.missing"
