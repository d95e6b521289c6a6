"""Writing questionnaire forms: one workbook for each participant who is asked."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import Workbook

from desktop.exchange.cells import sheet_title
from desktop.exchange.forms.content import FormContent, gather
from desktop.exchange.forms.hidden import write_choices, write_identity
from desktop.exchange.forms.instructions import write_instructions
from desktop.exchange.forms.layout import CHOICES_SHEET, FORM_SHEET
from desktop.exchange.forms.questions import write_questions
from desktop.exchange.forms.reader import read_form
from desktop.exchange.heights import use_font
from desktop.language import _
from desktop.model.assessment.opened import Assessment
from desktop.model.errors import RefusalError
from desktop.wording.forms import participant_number

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_CREATOR = "Maturity Workbench"


def write_forms(
    assessment: Assessment,
    folder: Path,
    model: str,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Path]:
    """Write the form of every participant who is asked; see `write_all`.

    Raises:
        RefusalError: ``model.not_in_use``, ``form.nobody``, ``form.no_questions_asked``, and those of `write_all`.
    """
    return write_all(gather(assessment, model), folder, progress, cancelled)


def write_all(
    asks: Sequence[FormContent],
    folder: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Path]:
    """Write forms into a folder, all or none. Needs no assessment, so it can run beside the window.

    A form in the folder in which nothing is filled in is replaced; anything else is not.

    Args:
        asks: what the forms hold.
        folder: is made when it is not there.
        progress: told how many are written, of how many.
        cancelled: asked before each form; when it says so, none is kept and none returned.

    Raises:
        RefusalError: ``form.nobody``, ``form.no_questions_asked``, ``form.in_the_way``, ``form.unwritable``.
    """
    if not asks:
        raise RefusalError("form.nobody")
    if not asks[0].questions:
        raise RefusalError("form.no_questions_asked", model=asks[0].model)
    targets = [folder / ask.file_name for ask in asks]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_overwriting(targets)
        with tempfile.TemporaryDirectory(prefix=".forms-", dir=folder) as workplace:
            written = []
            for done, ask in enumerate(asks, start=1):
                if cancelled is not None and cancelled():
                    return []
                written.append(Path(workplace) / ask.file_name)
                write_form(written[-1], ask)
                if progress is not None:
                    progress(done, len(asks))
            for source, target in zip(written, targets, strict=True):
                source.replace(target)
    except OSError as error:
        raise RefusalError("form.unwritable", path=folder, reason=error.strerror or type(error).__name__) from error
    return targets


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
    workbook.save(path)


def _refuse_overwriting(targets: Sequence[Path]) -> None:
    for target in targets:
        if target.exists() and not _is_blank_form(target):
            raise RefusalError("form.in_the_way", path=target)


def _is_blank_form(path: Path) -> bool:
    try:
        form = read_form(path)
    except RefusalError:
        return False
    said = any(answer.choice or answer.comment for answer in form.answers.values())
    return not (said or form.unclear or form.remarks)
