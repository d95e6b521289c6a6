"""Folders of models packed into one file, as sites hand them out."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

SAMM = Path(__file__).with_name("samm")


def archive(path: Path, *, above: str = "", other: Mapping[str, bytes] | None = None) -> Path:
    """The model of activities in an archive, below a folder, with other files beside or in place of its own."""
    files = {at.relative_to(SAMM / "model").as_posix(): at.read_bytes() for at in sorted(SAMM.rglob("*.yml"))}
    with zipfile.ZipFile(path, "w") as made:
        for name, content in {**files, **(other or {})}.items():
            made.writestr(f"{above}{name}", content)
    return path
