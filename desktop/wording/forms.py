"""Questionnaire forms in words: what they are called, what taking one did, and why one is refused."""

from __future__ import annotations

from desktop.language import N_, _, ngettext
from desktop.model.assessment.forms import Outcome, Taken
from desktop.model.maturity.vocabulary import Scheme

SENTENCES: dict[str, str] = {
    "form.missing": N_("The file is not there. Check its name."),
    "form.unreadable": N_("The file could not be read: {reason}. Check that you may read it, then try again."),
    "form.not_a_workbook": N_(
        "This is not an Excel workbook. Choose the questionnaire that came back, a file that ends in .xlsx."
    ),
    "form.other_format": N_(
        "This workbook is in the format {format}. Open it and save it as an Excel workbook (.xlsx), then import that."
    ),
    "form.password": N_("The workbook is protected by a password. Ask for it to be saved without one."),
    "form.macros": N_(
        "The workbook holds macros, which a questionnaire never has. "
        "Ask for it to be saved as an Excel workbook (.xlsx)."
    ),
    "form.too_large": N_(
        "The workbook is far larger than a questionnaire can be and was not opened. "
        "Ask for it again; pictures and other sheets do not belong in it."
    ),
    "form.entities": N_(
        "The workbook holds definitions that no office program writes and that can do harm; it was not opened. "
        "Ask who sent it."
    ),
    "form.truncated": N_("The file is incomplete or damaged. Ask for it to be sent again."),
    "form.no_identity": N_(
        "This workbook is no questionnaire of ours, or its hidden sheet “{sheet}” is gone. "
        "Send the participant a new form, or choose another file."
    ),
    "form.newer": N_("This form was written by a newer version of Maturity Workbench. Import it with that version."),
    "form.no_questions": N_(
        "The sheet “{sheet}” with the questions, or the heading of one of its columns, is gone. "
        "Have the answers put into a new form."
    ),
    "form.no_choices": N_(
        "The hidden sheet “{sheet}” with the answers to choose from is gone. Have the answers put into a new form."
    ),
    "form.questions_twice": N_(
        "There are two sheets with questions, “{sheet}” and “{other}”. "
        "Delete the one that does not count, then import the form again."
    ),
    "form.column_twice": N_(
        "On the sheet “{sheet}” a column stands twice. Delete the one that does not count, then import the form again."
    ),
    "form.unknown_row": N_(
        "Sheet “{sheet}”, row {row}: the form has no question “{question}”. "
        "Its hidden column was changed; have the answers put into a new form."
    ),
    "form.rows_mixed": N_(
        "Sheet “{sheet}”, row {row}: the number in front is not that of the question which the hidden column names. "
        "The rows were sorted without that column; have the answers put into a new form."
    ),
    "form.duplicate_question": N_(
        "Sheet “{sheet}”, rows {rows}: the question {question} stands there more than once. "
        "Delete the rows that do not count, then import the form again."
    ),
    "form.missing_questions": N_(
        "Sheet “{sheet}”: the rows of these questions are gone: {questions}. Have the answers put into a new form."
    ),
    "form.choice_not_on_form": N_(
        "Sheet “{sheet}”, row {row}: “{value}” is not one of the answers to question {question}. "
        "Ask what was meant, choose it from the list and import the form again."
    ),
    "form.stray_text": N_(
        "Sheet “{sheet}”, row {row}: “{value}” belongs to no question. "
        "Move it to the comment of a question or delete it, then import the form again."
    ),
    "form.other_assessment": N_("This form belongs to another assessment. Open that one to import it."),
    "form.other_model": N_("This form asks about the model “{model}”, which this assessment does not use."),
    "form.other_version": N_(
        "This form was written for another version of “{model}” than the one in this assessment. Send out a new form."
    ),
    "form.other_scale": N_(
        "This form was written for another answer scale ({scale}) than the one now chosen. Send out a new form."
    ),
    "form.unknown_participant": N_(
        "The participant of this form does not take part, or no longer. Bring the participant back to import it."
    ),
    "form.unknown_question": N_("The model has no question {question}. Send out a new form."),
    "form.unknown_choice": N_("“{choice}” is no answer of the scale (question {question}). Send out a new form."),
    "form.older": N_(
        "This form was saved on {saved}, before the one already taken ({taken}). Nothing changed; the newer one stays."
    ),
    "form.nobody": N_("No participant is to get a questionnaire. Add participants under Preparation first."),
    "form.no_questions_asked": N_(
        "Nothing of “{model}” is asked about. Bring areas into scope or raise the level of the questionnaire first."
    ),
    "form.in_the_way": N_(
        "{path} may hold answers, so it is left as it is and no form was written. "
        "Choose another folder, or move it away."
    ),
}
"""Why a form is refused, by code. Whoever shows one names the file before it."""


def participant_number(number: int) -> str:
    """How a participant is called where nobody is named, e.g. ``P-03``."""
    return _("P-{number:02}").format(number=number)


def progress_parts(total: int, scheme: Scheme) -> tuple[str, str]:
    """What stands before and after the number of questions, or statements, that are answered."""
    if scheme is Scheme.CRITERIA:
        text = ngettext("{answered} of {total} statement judged", "{answered} of {total} statements judged", total)
    else:
        text = ngettext("{answered} of {total} question answered", "{answered} of {total} questions answered", total)
    before, after = text.format(answered="\0", total=total).split("\0")
    return before, after


def taken_line(taken: Taken) -> str:
    """What taking a form did, in one line, e.g. ``P-03: 48 of 50 answered, new``."""
    answered = _("{participant}: {answered} of {total} answered").format(
        participant=participant_number(taken.number), answered=taken.answered, total=taken.questions
    )
    return f"{answered}, {_outcome(taken)}"


def _outcome(taken: Taken) -> str:
    if taken.outcome is Outcome.NEW:
        return _("new")
    if taken.outcome is Outcome.UNCHANGED:
        return _("the same as before, nothing changed")
    if not taken.changed:
        return _("replaces an earlier version, no answer changed")
    text = ngettext(
        "replaces an earlier version, {count} answer changed",
        "replaces an earlier version, {count} answers changed",
        taken.changed,
    )
    return text.format(count=taken.changed)
