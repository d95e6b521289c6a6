"""One file, written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import tidy
from desktop.model.files.plain_files import refuse_assessment
from desktop.model.files.syncing import give_name, sync_file, sync_folder, take_place, write_synced
from desktop.model.files.system_refusals import refuse_long_name, refusing_for
from desktop.model.files.workplace import workplace

_DRAFT = "draft"


def write_file(path: Path, content: bytes) -> None:
    """Write a file, in the place of one that is there; the earlier one stays until the new one is whole.

    Raises:
        RefusalError: ``file.not_plain`` when the name is that of a link, folder or device,
            ``file.is_assessment``, ``file.no_folder``, and
            what the system causes; then all is as it was.
    """
    refuse_other_than_file(path)
    refuse_assessment(path)
    with refusing_for(path):
        _refuse_missing_folder(path)
        tidy(path.parent)
        with workplace(path.parent) as place:
            write_synced(place / _DRAFT, content)
            take_place(place / _DRAFT, path)
            sync_folder(path.parent)


def write_new_file(path: Path, content: bytes) -> None:
    """Write a file under a name that nothing has.

    Raises:
        RefusalError: ``file.exists``, and what else `drafted` refuses; then nothing is there.
    """
    with drafted(path) as draft:
        draft.write_bytes(content)


@contextmanager
def drafted(path: Path, *, room: int = 0) -> Iterator[Path]:
    """A new file in the making, empty; when the block has ended well, it has the name `path`.

    What the block refuses about the draft is told of `path`.

    Args:
        path: the name, which nothing may have.
        room: so many bytes more must a name be able to have, for others that will stand beside the file.

    Raises:
        RefusalError: ``file.exists``, ``file.no_folder``, ``file.name_too_long``, and what the system causes; then
            nothing is there.
    """
    with refusing_for(path):
        refuse_long_name(path, room)
        tidy(path.parent)
        refuse_taken(path)
        with workplace(path.parent) as place:
            draft = place / (_DRAFT + path.suffix)
            draft.touch(exist_ok=False)
            try:
                yield draft
            except RefusalError as refusal:
                raise _about(refusal, draft, path) from refusal
            sync_file(draft)
            give_name(draft, path)


def refuse_other_than_file(path: Path) -> None:
    """Refuse to write where something other than a file is; nothing there is fine.

    Raises:
        RefusalError: ``file.not_plain``, or what the system says of the name.
    """
    with refusing_for(path):
        try:
            mode = path.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return
        if not stat.S_ISREG(mode):
            raise RefusalError("file.not_plain", path=path)


def refuse_taken(path: Path) -> None:
    """Refuse a name that something has, or that is in no folder.

    Raises:
        RefusalError: ``file.exists``, ``file.no_folder``, or what the system says of the name.
    """
    with refusing_for(path):
        try:
            path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            _refuse_missing_folder(path)
        else:
            raise RefusalError("file.exists", path=path)


def _refuse_missing_folder(path: Path) -> None:
    if not os.path.isdir(path.parent):  # noqa: PTH112 - Path.is_dir raises for names that are too long
        raise RefusalError("file.no_folder", path=path.parent)


def _about(refusal: RefusalError, draft: Path, path: Path) -> RefusalError:
    if refusal.facts.get("path") != draft:
        return refusal
    return RefusalError(refusal.code, **{**refusal.facts, "path": path})
