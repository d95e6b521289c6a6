"""Forms that came back, many at a time: read beside the window, then taken into the assessment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from desktop.exchange.forms.form_files import find_forms, refuse_by_name
from desktop.exchange.forms.form_processes import read_apart
from desktop.model.assessment.examined import Rulings
from desktop.model.assessment.forms import FilledForm, Taken
from desktop.model.assessment.opened import Assessment
from desktop.model.errors import RefusalError


class ReadForm(Struct, frozen=True):
    """A file that was read: the form in it, or why it is refused."""

    path: Path
    result: FilledForm | RefusalError


class Line(Struct, frozen=True):
    """What became of a file: what taking its form did, or why it is refused.

    Attributes:
        form: what was read; None where nothing could be.
        winner: the file with the version that counts instead.
    """

    path: Path
    result: Taken | RefusalError
    form: FilledForm | None = None
    winner: Path | None = None


def read_forms(
    paths: Iterable[Path],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[ReadForm]:
    """Read forms, in processes of their own. Touches no assessment.

    Args:
        paths: files, and folders in which everything is meant that could be answers; see `find_forms`.
        progress: told how many are read, of how many.
        cancelled: asked again and again; when it says so, nothing is returned.

    Raises:
        RefusalError: ``form.too_many_files``.
    """
    files = find_forms(paths, cancelled).files
    refused = {path: refusal for path in files if (refusal := _refused_by_name(path)) is not None}
    opened = [path for path in files if path not in refused]
    results = read_apart(opened, progress, cancelled)
    if len(results) < len(opened):
        return []
    found = dict(zip(opened, results, strict=True))
    return [ReadForm(path, refused.get(path) or found[path]) for path in files]


def _refused_by_name(path: Path) -> RefusalError | None:
    try:
        refuse_by_name(path)
    except RefusalError as refusal:
        return refusal
    return None


def filled(read: Sequence[ReadForm]) -> list[FilledForm]:
    """The forms among what was read, in order; rulings and examinations count their places."""
    return [item.result for item in read if isinstance(item.result, FilledForm)]


def paths_of(read: Sequence[ReadForm]) -> list[Path]:
    """The file of each of `filled`."""
    return [item.path for item in read if isinstance(item.result, FilledForm)]


def take_forms(assessment: Assessment, read: Sequence[ReadForm], rulings: Rulings | None = None) -> list[Line]:
    """Take what was read into the assessment: each form whole or not at all; one line a file, in order.

    Args:
        assessment: where it goes.
        read: what was read.
        rulings: what the user decided, by the form's place in `filled`.

    Raises:
        RefusalError: ``file.opened_readonly`` or what the environment causes; then nothing is taken.
    """
    paths = paths_of(read)
    taken = iter(assessment.questionnaires.take_all(filled(read), rulings))
    return [
        Line(item.path, item.result)
        if isinstance(item.result, RefusalError)
        else _line(item.path, item.result, next(taken), paths)
        for item in read
    ]


def _line(path: Path, form: FilledForm, result: Taken | RefusalError, paths: Sequence[Path]) -> Line:
    if isinstance(result, RefusalError):
        versions = result.facts.get("versions")
        if isinstance(versions, tuple):
            result = RefusalError("form.which_counts", versions=tuple(paths[int(place)].name for place in versions))
        return Line(path, result, form)
    return Line(path, result, form, None if result.winner is None else paths[result.winner])
