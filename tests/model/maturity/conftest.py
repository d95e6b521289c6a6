from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.reading import read_pack
from desktop.wording.pack_faults import describe

DOCUMENT = Path(__file__).parents[3] / "docs" / "model-packs.md"


@pytest.fixture
def document() -> str:
    return DOCUMENT.read_text(encoding="utf-8")


@pytest.fixture
def examples(document) -> dict[str, str]:
    """The packs shown in the documentation, by their scheme."""
    found = re.findall(
        r"^```yaml\n(# yaml-language-server.*?^scheme: (\w+)\n.*?)^```", document, re.MULTILINE | re.DOTALL
    )
    return {scheme: text for text, scheme in found}


@pytest.fixture
def example(examples):
    """The staged pack shown in the documentation."""
    return examples["staged"]


@pytest.fixture
def read_text(tmp_path):
    """The pack that a text holds."""

    def read(text: str) -> Pack:
        path = tmp_path / "sound.yaml"
        path.write_text(text, encoding="utf-8")
        return read_pack(path)

    return read


@pytest.fixture
def found_in(tmp_path):
    """Codes and lines of the faults in a pack's text."""

    def read(text: str | bytes) -> list[tuple[FaultCode, int]]:
        path = tmp_path / "pack.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        with pytest.raises(PackFaultsError) as caught:
            read_pack(path)
        assert caught.value.file == path
        assert all(line.startswith(f"{path}:") for line in describe(caught.value))
        return [(fault.code, fault.line) for fault in caught.value.faults]

    return read


@pytest.fixture
def line_of():
    """Line of the first place where a part of a text stands."""

    def find(text: str, part: str) -> int:
        assert part in text
        return text.count("\n", 0, text.index(part)) + 1

    return find
