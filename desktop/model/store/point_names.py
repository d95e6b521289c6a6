"""Where restore points lie, and what their names tell."""

from __future__ import annotations

import re
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

ENDING = ".restore-points"


class Why(StrEnum):
    """What a restore point was made for: because the team asked for one, or by the program itself."""

    NAMED = "named"
    DAY = "day"
    MERGE = "merge"
    MIGRATION = "migration"


CALLED = re.compile(rf"(\d{{4}}-\d\d-\d\d \d\d\.\d\d\.\d\d) ({'|'.join(Why)})(?: \d+)?")
TIME = "%Y-%m-%d %H.%M.%S"


def folder_of(path: Path, chosen: str = "") -> Path:
    """The folder with the restore points of a file: in the chosen folder where that is there, else beside the file."""
    name = path.stem + ENDING
    if chosen:
        with suppress(OSError, ValueError):
            if Path(chosen).is_dir():
                return Path(chosen) / name
    return path.with_name(name)


def is_restore_point(path: Path) -> bool:
    """Whether a file lies where restore points do: nothing is ever written to one."""
    return path.parent.name.endswith(ENDING) and CALLED.fullmatch(path.stem) is not None
