"""A copy of an assessment file to try something on: beside the file, as unreadable as it, and gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.model.assessment.opened import SUFFIX, Assessment
from desktop.model.files.system_refusals import refusing_for
from desktop.model.files.workplace import workplace
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.migrations import copy_pages

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey


@contextmanager
def trial(path: Path, author: str, key: FileKey | None = None) -> Iterator[Assessment]:
    """The file as it is now, open to be changed without consequence; any thread may, also while the file is open.

    Args:
        path: the file.
        author: whom what is tried is by.
        key: of an encrypted file.

    Raises:
        RefusalError: what the environment causes.
    """
    with refusing_for(path.parent), workplace(path.parent) as place:
        draft = place / f"trial{SUFFIX}"
        draft.touch(mode=0o600, exist_ok=False)
        with blaming_the_environment(path, strange=True):
            copy_pages(path, draft, key)
        with Assessment.open(draft, author=author, key=key) as found:
            yield found
