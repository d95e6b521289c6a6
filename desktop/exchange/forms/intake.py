"""Forms that came back, many at a time: read beside the window, then taken into the assessment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from desktop.exchange.forms.reader import read_form
from desktop.model.assessment.forms import FilledForm, Taken
from desktop.model.assessment.opened import Assessment
from desktop.model.errors import RefusalError


class ReadForm(Struct, frozen=True):
    """A file that was read: the form in it, or why it is refused."""

    path: Path
    result: FilledForm | RefusalError


class Line(Struct, frozen=True):
    """What became of a file: what taking its form did, or why it is refused."""

    path: Path
    result: Taken | RefusalError


def read_forms(
    paths: Iterable[Path],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[ReadForm]:
    """Read forms. Touches no assessment.

    Args:
        paths: files, or folders whose ``.xlsx`` files are meant; each file is read once.
        progress: told how many are read, of how many.
        cancelled: asked before each file; when it says so, nothing is returned.
    """
    files = _files(paths)
    found: list[ReadForm] = []
    for done, path in enumerate(files, start=1):
        if cancelled is not None and cancelled():
            return []
        try:
            found.append(ReadForm(path, read_form(path)))
        except RefusalError as refusal:
            found.append(ReadForm(path, refusal))
        if progress is not None:
            progress(done, len(files))
    return found


def take_forms(assessment: Assessment, read: Sequence[ReadForm]) -> list[Line]:
    """Take what was read into the assessment: each form whole or not at all; one line a file, in order.

    Raises:
        RefusalError: ``file.opened_readonly`` or what the environment causes; then nothing is taken.
    """
    taken = iter(
        assessment.questionnaires.take_all([item.result for item in read if isinstance(item.result, FilledForm)])
    )
    return [Line(item.path, item.result if isinstance(item.result, RefusalError) else next(taken)) for item in read]


def _files(paths: Iterable[Path]) -> list[Path]:
    files: dict[object, Path] = {}
    for path in paths:
        for file in _inside(path) if path.is_dir() else [path]:
            files.setdefault(_identity(file), file)
    return list(files.values())


def _inside(folder: Path) -> Iterator[Path]:
    """The workbooks of a folder, by name, without those that only say that somebody has one open."""
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".xlsx" and not path.name.startswith(("~$", ".")) and path.is_file():
            yield path


def _identity(file: Path) -> object:
    """What tells files apart, by whatever way they are named; its name for one that is not there."""
    try:
        found = file.stat()
    except OSError:
        return file
    return found.st_dev, found.st_ino
