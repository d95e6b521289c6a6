"""Deliverables into a folder: the results workbook and the charts."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import FORMATS, FigureKind, as_file, file_words, kinds
from desktop.exchange.file_names import file_name
from desktop.exchange.workbook import write_workbook
from desktop.language import _
from desktop.model.errors import RefusalError

PARTS = ("workbook", "charts")
"""What can be asked for."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class _Job(Struct, frozen=True):
    """A file to write."""

    name: str
    write: Callable[[Path], None]


def export(
    deliverable: Deliverable,
    folder: Path,
    only: Iterable[str] | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Path]:
    """Write the deliverables into a folder, all of them or none.

    They are written beside their place first and moved there when all are whole. A file of the same name, such as an
    earlier export, is replaced. Needs no assessment, so it can run beside the window.

    Args:
        deliverable: what may leave the team.
        folder: is made when it is not there.
        only: some of `PARTS`; None means all.
        progress: told how many files are written, of how many.
        cancelled: asked before each file; when it says so, nothing is kept and nothing returned.

    Returns:
        The files, the workbook first.

    Raises:
        RefusalError: ``export.part_unknown``; ``export.nothing`` when the assessment uses no model;
            ``export.unwritable``; ``export.in_use`` when a file to be replaced is open elsewhere.
    """
    jobs = _jobs(deliverable, PARTS if only is None else tuple(only))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".export-", dir=folder) as workplace:
            for done, job in enumerate(jobs):
                if cancelled is not None and cancelled():
                    return []
                job.write(Path(workplace) / job.name)
                if progress is not None:
                    progress(done + 1, len(jobs))
            for job in jobs:
                _refuse_held(folder / job.name)
            return [_move(Path(workplace) / job.name, folder / job.name) for job in jobs]
    except OSError as error:
        raise RefusalError("export.unwritable", path=folder, reason=error.strerror or type(error).__name__) from error


def _refuse_held(target: Path) -> None:
    """A file that another program holds cannot be opened for writing where it could not be replaced either."""
    if target.exists():
        try:
            target.open("r+b").close()
        except PermissionError as error:
            raise RefusalError("export.in_use", path=target) from error


def _move(source: Path, target: Path) -> Path:
    try:
        return source.replace(target)
    except PermissionError as error:
        raise RefusalError("export.in_use", path=target) from error


def _jobs(deliverable: Deliverable, parts: Sequence[str]) -> list[_Job]:
    for part in parts:
        if part not in PARTS:
            raise RefusalError("export.part_unknown", part=part, known=PARTS)
    if not deliverable.models:
        raise RefusalError("export.nothing")
    jobs: list[_Job] = []
    if "workbook" in parts:
        name = file_name(deliverable.subject.organisation, _("results"), ending=".xlsx")
        jobs.append(_Job(name, lambda path: _write_workbook(deliverable, path)))
    if "charts" in parts:
        jobs += [
            _chart(deliverable, part, kind, format_)
            for part in deliverable.models
            for kind in kinds(part)
            for format_ in FORMATS
        ]
    return jobs


def _write_workbook(deliverable: Deliverable, path: Path) -> None:
    write_workbook(deliverable, path)


def _chart(deliverable: Deliverable, part: ModelPart, kind: FigureKind, format_: str) -> _Job:
    name = file_name(
        deliverable.subject.organisation, _model_words(deliverable, part), file_words(kind), ending=f".{format_}"
    )

    def write(path: Path) -> None:
        path.write_bytes(as_file(kind, deliverable, format_, part.pack.id))

    return _Job(name, write)


def _model_words(deliverable: Deliverable, part: ModelPart) -> str:
    """What tells the charts of several models apart."""
    if len(deliverable.models) == 1:
        return ""
    namesakes = [each for each in deliverable.models if each.pack.name == part.pack.name]
    return part.pack.name if len(namesakes) == 1 else f"{part.pack.name} ({part.pack.id})"
