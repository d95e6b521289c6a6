"""Pictures of results: radars, levels as steps, and maps of ratings, each with its table.

`drawing` draws them on any `desktop.exchange.figures.paper.Paper`; what makes files of them is loaded when needed.
"""

from __future__ import annotations

from pathlib import Path

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures.kinds import PLAN_KINDS, FigureKind, file_words, kinds, title
from desktop.exchange.figures.tables import table
from desktop.exchange.tables.words import in_line
from desktop.model.errors import RefusalError
from desktop.model.files.whole_files import write_file

FORMATS = ("png", "svg", "pdf")


def save(kind: FigureKind, deliverable: Deliverable, path: Path, model: str | None = None) -> None:
    """Write a picture to a file, as the file's ending says: PNG, SVG or PDF.

    Args:
        kind: which picture.
        deliverable: what may be shown.
        path: the file; one of that name is replaced.
        model: id of the model; the first one without.

    Raises:
        KeyError: there is no such model.
        RefusalError: ``export.format`` for another ending; those of `desktop.model.files.whole_files.write_file`.
    """
    content = as_file(kind, deliverable, path.suffix.lower().lstrip("."), model)
    write_file(path, content)


def as_file(kind: FigureKind, deliverable: Deliverable, format_: str, model: str | None = None) -> bytes:
    """The content of such a file; `format_` is one of `FORMATS`.

    Raises:
        KeyError: there is no such model.
        RefusalError: ``export.format``.
    """
    if format_ not in FORMATS:
        raise RefusalError("export.format", format=format_, known=FORMATS)
    from desktop.exchange.figures.picture_files import to_file  # noqa: PLC0415 - matplotlib takes most of a second

    return to_file(kind, deliverable, format_, model)


def missing_letters(deliverable: Deliverable) -> str:
    """The letters of all pictures that no font of this computer has and a box stands for; empty as a rule."""
    from desktop.exchange.figures.fonts import letters_without_font  # noqa: PLC0415 - loads matplotlib

    words = [deliverable.subject.organisation]
    for part in deliverable.models:
        words.append(part.pack.name)
        for kind in kinds(part):
            shown = table(kind, deliverable, part.pack.id)
            words += [column.heading for column in shown.columns]
            words += [in_line(column.value(row), column.kind) for column in shown.columns for row in shown.rows]
    return letters_without_font("".join(words))


__all__ = [
    "FORMATS",
    "PLAN_KINDS",
    "FigureKind",
    "as_file",
    "file_words",
    "kinds",
    "missing_letters",
    "save",
    "table",
    "title",
]
