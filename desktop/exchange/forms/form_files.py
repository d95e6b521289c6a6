"""Which files are meant when files and folders are named: everything that could be somebody's answers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from desktop.model.errors import RefusalError

MOST_FILES = 20_000
"""Looked at in folders; more are no folder of answers."""

_WORKBOOKS = (
    *(".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".xlw"),
    *(".ods", ".fods", ".ots", ".sxc", ".et", ".wks", ".numbers", ".csv", ".tsv"),
)
_DOCUMENTS = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages", ".htm", ".html", ".mht", ".mhtml")
_PACKED = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz")
_MAILS = (".eml", ".msg")
_COULD_BE_ANSWERS = frozenset((*_WORKBOOKS, *_DOCUMENTS, *_PACKED, *_MAILS))
_PACKAGES = (".numbers", ".pages")
"""What is a folder to other systems and one file to its own."""

_NOT_SEEN = (".", "~$", "__MACOSX")
_UNNAMED_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class FormFiles(Struct, frozen=True):
    """What was found.

    Attributes:
        files: in the order in which they were named, in folders by name; each once.
        passed_over: how many more stand in the folders that cannot be answers.
    """

    files: tuple[Path, ...]
    passed_over: int = 0


def find_forms(paths: Iterable[Path], cancelled: Callable[[], bool] | None = None) -> FormFiles:
    """Everything that could be answers, in folders and in the folders inside them.

    Args:
        paths: files, which are meant whatever they are, and folders.
        cancelled: asked before each folder; when it says so, nothing is found.

    Raises:
        RefusalError: ``form.too_many_files``.
    """
    files: dict[object, Path] = {}
    passed_over = 0
    for path in paths:
        if not path.is_dir() or _is_package(path):
            files.setdefault(_identity(path), path)
            continue
        for seen, (file, is_meant) in enumerate(_inside(path, cancelled)):
            if seen >= MOST_FILES:
                raise RefusalError("form.too_many_files", path=path, most=MOST_FILES)
            if is_meant:
                files.setdefault(_identity(file), file)
            passed_over += not is_meant
    if cancelled is not None and cancelled():
        return FormFiles(())
    return FormFiles(tuple(files.values()), passed_over)


def refuse_by_name(path: Path) -> None:
    """Refuse what need not be opened to know what it is.

    Raises:
        RefusalError: ``form.packed``, ``form.mail``, ``form.other_format``.
    """
    suffix = path.suffix.lower()
    if suffix in _PACKED:
        raise RefusalError("form.packed")
    if suffix in _MAILS:
        raise RefusalError("form.mail")
    if suffix in _PACKAGES and path.is_dir():
        raise RefusalError("form.other_format", format=suffix)


def _inside(folder: Path, cancelled: Callable[[], bool] | None) -> Iterator[tuple[Path, bool]]:
    """The files in a folder and the folders inside it, by name, each with whether it could be answers.

    A folder that cannot be looked into is told as a file that could.
    """
    barred: list[OSError] = []
    for name, folders, files in os.walk(folder, onerror=barred.append):
        if cancelled is not None and cancelled():
            return
        folders[:] = sorted(each for each in folders if not each.startswith(_NOT_SEEN))
        packages = [each for each in folders if _is_package(Path(each))]
        folders[:] = [each for each in folders if each not in packages]
        for each in sorted((*files, *packages)):
            if not each.startswith(_NOT_SEEN):
                yield Path(name, each), _could_be_answers(Path(name, each))
    for error in barred:
        yield Path(error.filename), True


def _could_be_answers(path: Path) -> bool:
    if path.suffix or not path.is_file():
        return path.suffix.lower() in _COULD_BE_ANSWERS
    try:
        with path.open("rb") as file:
            return file.read(4) in _UNNAMED_STARTS
    except OSError:
        return False


def _is_package(path: Path) -> bool:
    return path.suffix.lower() in _PACKAGES


def _identity(file: Path) -> object:
    """What tells files apart, by whatever way they are named; its name for one that is not there."""
    try:
        found = file.stat()
    except OSError:
        return file
    return found.st_dev, found.st_ino
