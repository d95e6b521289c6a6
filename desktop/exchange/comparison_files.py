"""A comparison as files: a workbook with what changed and the levels over rounds, and the radar of each model."""

from __future__ import annotations

from pathlib import Path

from desktop.exchange.compared_words import likeness, summary
from desktop.exchange.comparison import ComparedModel, Comparison
from desktop.exchange.figures.compared_radar import compared_radar
from desktop.exchange.file_names import distinct, file_name
from desktop.exchange.tables.changes import changes
from desktop.exchange.tables.levels import levels
from desktop.exchange.workbook.book import Book, TableSetUp
from desktop.language import _
from desktop.model.files.file_sets import Piece, write_set
from desktop.wording.exports import unfinished
from desktop.wording.manners import written_in

_WIDTH, _HEIGHT = 1040, 800


def write_comparison(comparison: Comparison, then: str, now: str, folder: Path) -> list[Path]:
    """Write them into a folder, all or none; gives the files, the workbook first.

    Args:
        comparison: as it may leave the team.
        then: what the earlier side is called.
        now: what the later side is called.
        folder: is made when it is not there.

    Raises:
        RefusalError: those of `desktop.model.files.file_sets.write_set`.
    """
    organisation = comparison.now.subject.organisation
    pieces = [
        Piece(
            file_name(organisation, _("comparison"), ending=".xlsx"),
            lambda path: _write_book(comparison, then, now, path),
        )
    ]
    pieces += [
        _picture(comparison, each, then, now, file_name(organisation, each.name, _("then and now"), ending=".png"))
        for each in comparison.models
        if each.places
    ]
    names = distinct(piece.name for piece in pieces)
    named = [Piece(name, piece.write) for name, piece in zip(names, pieces, strict=True)]
    with written_in(comparison.now.manner):
        return write_set(folder, named, unfinished(), None, None)


def _write_book(comparison: Comparison, then: str, now: str, path: Path) -> None:
    book = Book(comparison.now, _("Comparison"))
    over = levels(comparison.now)
    if comparison.now.rounds:
        book.table(over, over.name, TableSetUp(1))
    for each in comparison.models:
        table = changes(each, then, now)
        told = summary(each) if each.places else likeness(each.likeness, now if each.now else then)
        title, about = _("{model}: what changed").format(model=each.name), f"{table.about} {told}"
        book.table(type(table)(title, about, table.columns, table.rows, table.ref), each.name, TableSetUp(2))
    book.save(path)


def _picture(comparison: Comparison, compared: ComparedModel, then: str, now: str, name: str) -> Piece:
    def write(path: Path) -> None:
        from desktop.exchange.figures.picture_files import drawing_file  # noqa: PLC0415 - loads matplotlib

        drawing = compared_radar(comparison, compared.id, then, now)
        assert drawing is not None
        path.write_bytes(drawing_file(drawing, (_WIDTH, _HEIGHT), path.suffix.lstrip("."), name, drawing.words))

    return Piece(name, write)
