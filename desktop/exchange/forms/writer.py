"""Writing questionnaire forms: one workbook for each participant who is asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from openpyxl import Workbook

from desktop.exchange.cells import sheet_title
from desktop.exchange.file_names import distinct
from desktop.exchange.forms.content import FormContent, gather
from desktop.exchange.forms.form_processes import read_apart
from desktop.exchange.forms.hidden import write_choices, write_identity
from desktop.exchange.forms.instructions import write_instructions
from desktop.exchange.forms.layout import CHOICES_SHEET, FORM_SHEET
from desktop.exchange.forms.questions import write_questions
from desktop.exchange.forms.saving import save_form
from desktop.exchange.heights import use_font
from desktop.language import _
from desktop.model.assessment.forms import FilledForm
from desktop.model.assessment.opened import Assessment
from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import Cancelled, Piece, Progress, tidy, write_set
from desktop.wording.exports import unfinished
from desktop.wording.forms import participant_number

_CREATOR = "Maturity Workbench"


def write_forms(
    assessment: Assessment,
    folder: Path,
    model: str,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    named: bool = False,
) -> list[Path]:
    """Write the form of every participant who is asked; see `gather` and `write_all`.

    Raises:
        RefusalError: ``model.not_in_use``, ``form.nobody``, ``form.no_questions_asked``, and those of `write_all`.
    """
    return write_all(gather(assessment, model, named=named), folder, progress, cancelled)


def write_all(
    asks: Sequence[FormContent],
    folder: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    by_model: bool = False,
) -> list[Path]:
    """Write forms into a folder, all or none. Needs no assessment, so it can run beside the window.

    A form in the folder in which nothing is filled in is replaced; anything else is not.

    Args:
        asks: what the forms hold.
        folder: is made when it is not there.
        progress: told how many are written, of how many.
        cancelled: asked before each form; when it says so, none is kept and none returned.
        by_model: whether each model has a folder of its own.

    Raises:
        RefusalError: ``form.nobody``, ``form.no_questions_asked``, ``form.in_the_way``, those of
            `desktop.model.files.file_sets.write_set`.
    """
    if not asks:
        raise RefusalError("form.nobody")
    if not asks[0].questions:
        raise RefusalError("form.no_questions_asked", model=asks[0].model)
    names = _names(asks, by_model=by_model)
    tidy(folder)
    _refuse_overwriting([folder / name for name in names])
    pieces = [Piece(name, partial(write_form, ask=ask)) for name, ask in zip(names, asks, strict=True)]
    return write_set(folder, pieces, unfinished(), progress, cancelled)


def write_form(path: Path, ask: FormContent) -> None:
    """Write one form, over whatever is there."""
    workbook = Workbook()
    use_font(workbook)
    instructions = workbook.worksheets[0]
    hidden = {CHOICES_SHEET.lower(), FORM_SHEET.lower()}
    instructions.title = sheet_title(_("Instructions"), hidden)
    questions = workbook.create_sheet(sheet_title(_("Questions"), {instructions.title.lower(), *hidden}))
    write_choices(workbook.create_sheet(CHOICES_SHEET), ask)
    write_identity(workbook.create_sheet(FORM_SHEET), ask, questions.title, instructions.title)
    write_instructions(instructions, ask, questions.title)
    write_questions(questions, ask)
    workbook.security.lockStructure = True
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = _CREATOR
    properties.title = _("Questionnaire {number}").format(number=participant_number(ask.number))
    save_form(workbook, path)


def _names(asks: Sequence[FormContent], *, by_model: bool) -> list[str]:
    return distinct(f"{ask.identity.model}/{ask.file_name}" if by_model else ask.file_name for ask in asks)


def _refuse_overwriting(targets: Sequence[Path]) -> None:
    there = [target for target in targets if target.exists()]
    for target, found in zip(there, read_apart(there), strict=True):
        if isinstance(found, RefusalError) or not _is_blank(found):
            raise RefusalError("form.in_the_way", path=target)


def _is_blank(form: FilledForm) -> bool:
    said = any(answer.choice or answer.comment for answer in form.answers.values())
    return not (said or form.unclear or form.remarks)
