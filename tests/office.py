"""LibreOffice, run without a window and apart from the user's own: what it makes of our workbooks."""

from __future__ import annotations

import os
import re
import subprocess
import warnings
from pathlib import Path

from openpyxl import Workbook, load_workbook

from tests.programs import program

_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_SECONDS = 100
_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
"""What a profile says so that no value that stands beside a formula is taken for granted."""


class Office:
    """One profile for all that is converted, so that the program sets itself up once."""

    def __init__(self, folder: Path) -> None:
        """Begin with a new profile.

        Args:
            folder: an empty one, for the profile and what it makes.
        """
        self._folder = folder
        self._program = program("soffice", "libreoffice")
        self._made = 0
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_ALWAYS_RECALCULATE, encoding="utf-8")

    def convert(self, path: Path, kind: str) -> Path:
        """The file in another format, e.g. ``pdf``, each in a folder of its own."""
        self._made += 1
        target = self._folder / f"made{self._made}"
        command = [
            self._program,
            f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            kind,
            "--outdir",
            str(target),
            str(path),
        ]
        home = {"HOME": str(self._folder), "TMPDIR": str(self._folder)}
        ran = subprocess.run(
            command, env={**os.environ, **home}, check=False, capture_output=True, text=True, timeout=_SECONDS
        )
        made = target / f"{path.stem}.{kind}"
        assert made.exists(), f"{ran.returncode}: {ran.stdout} {ran.stderr}"
        return made

    def pages(self, path: Path) -> int:
        """On how many pages a workbook prints."""
        return len(_PAGE.findall(self.convert(path, "pdf").read_bytes()))


def values_of(copy: Path) -> Workbook:
    """The values in a workbook that LibreOffice wrote: days on the axis of a chart become texts, and openpyxl warns."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Unable to read chart")
        return load_workbook(copy, data_only=True)
