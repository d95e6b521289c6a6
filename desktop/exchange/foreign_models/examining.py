"""What a file with a model is, by what stands in it, and the model that it is with the answers given so far."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop.exchange.foreign_models.activity_models import ActivityFolder, activity_model, model_folder, read_folder
from desktop.exchange.foreign_models.foreign_model import (
    AnswerSheet,
    ForeignForm,
    ForeignModel,
    ModelNotice,
    Notice,
)
from desktop.exchange.foreign_models.libraries import Library, library_model
from desktop.exchange.foreign_models.library_files import library_in
from desktop.exchange.foreign_models.library_sheets import library_of_sheets
from desktop.exchange.foreign_models.practice_tables import PracticeTable, practice_model, practice_table
from desktop.exchange.foreign_models.rubric_packs import rubric_model
from desktop.exchange.foreign_models.rubric_tables import RubricTable, rubrics
from desktop.exchange.foreign_models.separated_tables import TABLES, is_workbook, separated_table
from desktop.exchange.foreign_models.sheet_grids import grids
from desktop.exchange.foreign_models.zipped_folders import zipped_folder
from desktop.exchange.forms.sheet_cells import SheetCells
from desktop.exchange.model_books.places import SourcePlaces
from desktop.exchange.model_books.reading import ModelBook, is_model_book, model_book_in, sheets_of_model
from desktop.model.errors import RefusalError
from desktop.model.files.system_refusals import refusing_for
from desktop.model.maturity.faults import Fault
from desktop.model.maturity.nodes import Entries
from desktop.model.maturity.reading import tree_in

Content = ModelBook | list[RubricTable] | PracticeTable | Library | ActivityFolder | Entries


class ForeignFile:
    """A file, or a folder, in which somebody has a model. It is read once, and understood anew with each answer.

    Attributes:
        path: where it is.
        form: what it is.
    """

    def __init__(
        self,
        path: Path,
        form: ForeignForm,
        content: Content,
        places: SourcePlaces,
        faults: tuple[Fault, ...] = (),
        notices: tuple[ModelNotice, ...] = (),
    ) -> None:
        """Keep what was read; `open_model` reads."""
        self.path = path
        self.form = form
        self._content = content
        self._places = places
        self._faults = faults
        self._notices = notices

    def understood(self, answers: Mapping[str, str] | None = None) -> ForeignModel:
        """The model with these answers, by the topics of questions.

        Raises:
            RefusalError: ``model.answer_unknown``, ``model.answer_unasked``: an answer fits no question.
        """
        sheet = AnswerSheet(answers or {})
        match self._content:
            case Library():
                found = library_model(self.path, self._content, self._places, sheet)
            case PracticeTable():
                found = practice_model(self.path, self._content, self._places, sheet)
            case ActivityFolder():
                return activity_model(self.path, self._content, sheet)
            case list():
                found = rubric_model(self.path, self._content, self._places, sheet)
            case ModelBook():
                sheet.refuse_unasked()
                book = self._content
                return ForeignModel(self.form, self.path, book.places, faults=tuple(book.faults), root=book.root)
            case _:
                sheet.refuse_unasked()
                found = ForeignModel(self.form, self.path, self._places, root=self._content)
        return _with_told(found, self._faults, self._notices)


def open_model(path: Path) -> ForeignFile:
    """Read a file, or a folder, and find out what it is. Workbooks are read in a process of their own.

    Raises:
        RefusalError: ``model.form_unknown`` or ``model.no_workbook`` with ``path``, and what the system causes.
        PackFaultsError: it is YAML that cannot be read to its end.
    """
    with refusing_for(path, "file.unreadable"):
        is_folder = path.is_dir()
        folder = model_folder(path) if is_folder else None
    if is_folder and folder is None:
        raise RefusalError("model.form_unknown", path=path)
    if folder is not None:
        read = read_folder(folder)
        return ForeignFile(path, ForeignForm.ACTIVITY_MODEL, read, read.places)
    if is_workbook(path):
        return _archived(path)
    if table := _separated(path):
        return table
    faults: list[Fault] = []
    root = tree_in(path, faults)
    places = SourcePlaces(())
    if library := library_in(root):
        return ForeignFile(path, ForeignForm.LIBRARY, library, places, tuple(faults))
    if not isinstance(root, Entries) or not {"format", "scheme", "kinds", "parts"} & set(root.by_key):
        raise RefusalError("model.form_unknown", path=path)
    return ForeignFile(path, ForeignForm.PACK, root, places, tuple(faults))


def _archived(path: Path) -> ForeignFile:
    """What a workbook is, or a folder that was packed into a file."""
    if read := zipped_folder(path):
        return ForeignFile(path, ForeignForm.ACTIVITY_MODEL, read, read.places)
    if path.suffix.lower() == ".zip":
        raise RefusalError("model.form_unknown", path=path)
    return workbook_model(path, sheets_of_model(path))


def _separated(path: Path) -> ForeignFile | None:
    """What a text with a table is; None where it has none, or does not say by its name that it is one."""
    table, named = separated_table(path), path.suffix.lower() in TABLES
    if table is None and named:
        raise RefusalError("model.form_unknown", path=path)
    if table is None:
        return None
    told = (ModelNotice(0, Notice.OLD_LETTERS),) if table.old_letters else ()
    try:
        return workbook_model(path, (table.cells,), told)
    except RefusalError as refusal:
        if named or refusal.code != "model.form_unknown":
            raise
        return None


def workbook_model(path: Path, sheets: tuple[SheetCells, ...], notices: tuple[ModelNotice, ...] = ()) -> ForeignFile:
    """What the sheets of a workbook are.

    Args:
        path: the workbook.
        sheets: what was read.
        notices: what is to be known about the reading.

    Raises:
        RefusalError: ``model.form_unknown`` with ``path``.
    """
    if is_model_book(sheets):
        book = model_book_in(sheets)
        return ForeignFile(path, ForeignForm.PACK_BOOK, book, book.places)
    found = grids(sheets)
    places = SourcePlaces([grid.title for grid in found])
    if library := library_of_sheets(found, places):
        return ForeignFile(path, ForeignForm.LIBRARY, library, places, notices=notices)
    if table := practice_table(found, places):
        return ForeignFile(path, ForeignForm.PRACTICE_TABLE, table, places, notices=notices)
    if tables := rubrics(found, places):
        return ForeignFile(path, ForeignForm.RUBRIC, tables, places, notices=notices)
    raise RefusalError("model.form_unknown", path=path)


def _with_told(model: ForeignModel, faults: tuple[Fault, ...], notices: tuple[ModelNotice, ...]) -> ForeignModel:
    return ForeignModel(
        model.form,
        model.path,
        model.places,
        model.questions,
        model.missing,
        (*notices, *model.notices),
        (*faults, *model.faults),
        model.root,
    )
