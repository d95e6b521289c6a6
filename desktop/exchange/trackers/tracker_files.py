"""Writing trackers into files, never over one that is there: somebody may have written in it."""

from __future__ import annotations

from pathlib import Path

from desktop.exchange.file_names import file_name
from desktop.exchange.trackers.content import TrackerContent
from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import Piece, write_set
from desktop.model.files.whole_files import write_new_file
from desktop.wording import names
from desktop.wording.exports import unfinished

WORKBOOK = ".xlsx"


def proposed_name(content: TrackerContent) -> str:
    """What the file of a tracker is called."""
    return file_name(content.organisation, _("action tracker"), names.day(content.day), ending=WORKBOOK)


def write_tracker(content: TrackerContent, folder: Path) -> Path:
    """Write a tracker into a folder, which is made when it is not there; returns the file.

    Raises:
        RefusalError: ``tracker.no_actions_yet``; ``tracker.in_the_way`` with ``path``; those of `write_set`.
    """
    data = _content(content)
    target = folder / proposed_name(content)
    if target.exists():
        raise RefusalError("tracker.in_the_way", path=target)
    (path,) = write_set(folder, [Piece(target.name, lambda path: _write(path, data))], unfinished())
    return path


def save_tracker(content: TrackerContent, path: Path) -> Path:
    """Write a tracker to a file that is not there yet; returns it.

    Raises:
        RefusalError: ``tracker.no_actions_yet``; ``tracker.in_the_way`` with ``path``; those of `write_new_file`.
    """
    data = _content(content)
    if path.exists():
        raise RefusalError("tracker.in_the_way", path=path)
    write_new_file(path, data)
    return path


def _content(content: TrackerContent) -> bytes:
    from desktop.exchange.trackers.writing import tracker_bytes  # noqa: PLC0415 - XlsxWriter takes a while

    if not content.actions:
        raise RefusalError("tracker.no_actions_yet")
    return tracker_bytes(content)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
