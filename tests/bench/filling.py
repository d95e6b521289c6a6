"""Many filled forms from one that the program wrote, as a spreadsheet program would save them: with shared strings."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

STRINGS = "xl/sharedStrings.xml"
REMARK = "Some teams do, others have their own way."
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_INLINE = re.compile(r't="inlineStr"\s*(?:/>|>\s*<is>(.*?)</is>\s*</c>)', re.DOTALL)
_EMPTY = re.compile(r'<c r="([A-Z]+\d+)"( s="\d+")?(?: t="n")?\s*/>')


class Blank:
    """A form that nobody has filled in."""

    def __init__(self, path: Path, participant: str) -> None:
        """Read the form of a participant."""
        with zipfile.ZipFile(path) as archive:
            self._parts = {name: archive.read(name).decode() for name in archive.namelist()}
        self._participant = participant
        self._texts: dict[str, int] = {}
        for name in self._parts:
            if name.startswith("xl/worksheets/sheet"):
                self._parts[name] = _INLINE.sub(self._share, self._parts[name])
        self._add("[Content_Types].xml", "</Types>", f'<Override PartName="/{STRINGS}" ContentType="{_CONTENT}"/>')
        self._add(
            "xl/_rels/workbook.xml.rels",
            "</Relationships>",
            f'<Relationship Id="rIdStrings" Type="{_TYPE}" Target="sharedStrings.xml"/>',
        )

    def fill(self, path: Path, participant: str, sheet: str, cells: Mapping[str, str]) -> None:
        """Write the form of another participant.

        Args:
            path: where.
            participant: id of the participant.
            sheet: name of the part that holds the questions.
            cells: what stands in the empty cells, by place, e.g. ``D8``.
        """
        filled = _EMPTY.sub(lambda cell: self._put(cell, cells.get(cell[1])), self._parts[sheet])
        texts = "".join(f"<si>{text}</si>" for text in self._texts).replace(self._participant, participant)
        strings = f'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="{_MAIN}">{texts}</sst>'
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in {**self._parts, sheet: filled, STRINGS: strings}.items():
                archive.writestr(name, part)

    def _add(self, name: str, end: str, element: str) -> None:
        assert end in self._parts[name]
        self._parts[name] = self._parts[name].replace(end, element + end)

    def _share(self, cell: re.Match[str]) -> str:
        return "/>" if cell[1] is None else f't="s"><v>{self._texts.setdefault(cell[1], len(self._texts))}</v></c>'

    def _put(self, cell: re.Match[str], text: str | None) -> str:
        if text is None:
            return cell[0]
        place = self._texts.setdefault(f"<t>{text}</t>", len(self._texts))
        return f'<c r="{cell[1]}"{cell[2] or ""} t="s"><v>{place}</v></c>'


def answer(
    answers: Sequence[str], comments: Sequence[str], choices: Sequence[str], chance: random.Random
) -> dict[str, str]:
    """Answers by chance for the cells at these places: a tenth blank, some with a remark."""
    cells = {place: chance.choice(choices) for place in answers if chance.random() < 0.9}
    return cells | {place: REMARK for place in comments if chance.random() < 0.05}
