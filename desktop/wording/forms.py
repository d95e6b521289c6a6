"""Questionnaire forms in words: what they are called, what taking one did, and why one is refused."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, _, counted, ngettext
from desktop.model.assessment.forms import Outcome, Remark, Taken, UnclearCell
from desktop.model.maturity.pack import Pack
from desktop.wording.model_words import FormWords
from desktop.wording.records import number_name

SENTENCES: dict[str, str] = {
    "form.missing": N_("The file is not there. Check its name."),
    "form.unreadable": N_("The file could not be read: {reason}. Check that you may read it, then try again."),
    "form.not_a_workbook": N_(
        "This is not an Excel workbook, so no answers can be read from it. Ask for the form as an Excel "
        "workbook (.xlsx)."
    ),
    "form.packed": N_("These are packed files. Unpack them, then import the folder."),
    "form.mail": N_("This is a mail. Save the workbook that is attached to it, then import that."),
    "form.too_many_files": N_(
        "There are more than {most} files in {path}. Choose the folder that holds the forms that came back."
    ),
    "form.too_slow": N_(
        "Reading this file took longer than {seconds} seconds and was stopped. Have the answers put into a new form."
    ),
    "form.reader_ended": N_(
        "This file could not be read: it is damaged, or made to do harm. Have the answers put into a new form."
    ),
    "form.no_reader": N_(
        "Forms are read in a process of their own, which could not be started: {reason}. "
        "Nothing was changed; close other programs and try again."
    ),
    "form.reader_failed": N_(
        "This file could not be read, through a fault of Maturity Workbench: {fault}. "
        "Have the answers put into a new form, and please report the fault."
    ),
    "form.other_format": N_(
        "This workbook is in the format {format}. Open it and save it as an Excel workbook (.xlsx), then import that."
    ),
    "form.password": N_("The workbook is protected by a password. Ask for it to be saved without one."),
    "form.macros": N_(
        "The workbook holds macros, which a form never has. Ask for it to be saved as an Excel workbook (.xlsx)."
    ),
    "form.too_large": N_(
        "The workbook is far larger than a form can be and was not opened. Ask for it again; pictures and "
        "other sheets do not belong in it."
    ),
    "form.entities": N_(
        "The workbook holds definitions that no office program writes and that can do harm; it was not opened. "
        "Ask who sent it."
    ),
    "form.truncated": N_("The file is incomplete or damaged. Ask for it to be sent again."),
    "form.no_identity": N_(
        "This workbook is not a form of this program, or its hidden sheet “{sheet}” is gone. Send the "
        "participant a new form, or choose another file."
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
        "On the sheet “{sheet}” a column is there twice. Delete the one that does not count, then import the "
        "form again."
    ),
    "form.unknown_row": N_(
        "Sheet “{sheet}”, row {row}: the hidden column was changed; it names a question “{question}” that the "
        "form does not have. Have the answers put into a new form."
    ),
    "form.rows_mixed": N_(
        "Sheet “{sheet}”, row {row}: the number in front is not that of the question in this row. The rows were "
        "sorted apart from their hidden column, so nobody can tell which answer belongs where; have the answers "
        "put into a new form."
    ),
    "form.duplicate_question": N_(
        "Sheet “{sheet}”, rows {rows}: question {question} stands there more than once. Delete the rows that do "
        "not count, then import the form again."
    ),
    "form.missing_questions": N_(
        "Sheet “{sheet}”: the rows of these questions are gone: {questions}. Have the answers put into a new form."
    ),
    "form.choice_not_on_form": N_(
        "Sheet “{sheet}”, row {row}: “{value}” is not one of the answers to question {question}. "
        "Ask what was meant, choose it from the list and import the form again."
    ),
    "form.merged": N_(
        "Sheet “{sheet}”, row {row}: the cell for the answer to question {question} is merged with that of an earlier "
        "question, where “{value}” stands. Unmerge the cells, choose an answer for each and import the form again."
    ),
    "form.stray_text": N_(
        "Sheet “{sheet}”, row {row}: “{value}” belongs to no question. "
        "Move it to the comment of a question or delete it, then import the form again."
    ),
    "form.comment_too_long": N_(
        "Sheet “{sheet}”, row {row}: the comment is longer than {most} characters. Have it shortened, "
        "then import the form again."
    ),
    "form.other_assessment": N_("This form belongs to another assessment. Open that one to import it."),
    "form.other_model": N_(
        "This form asks about the model “{model}”, which this assessment does not use. Open the assessment it "
        "was written for, or add the model under Preparation."
    ),
    "form.other_version": N_(
        "This form was written for another version of “{model}” than the one in this assessment. Send out a new form."
    ),
    "form.other_scale": N_(
        "This form was written for another answer scale ({scale}) than the one now chosen. Send out a new form."
    ),
    "form.unknown_participant": N_(
        "The participant of this form does not take part, or no longer does. Undo the removal to import it."
    ),
    "form.unknown_question": N_("The model has no question {question}. Send out a new form."),
    "form.unknown_choice": N_("“{choice}” is not an answer of the scale (question {question}). Send out a new form."),
    "form.older": N_(
        "This form was saved {saved}, before the one already imported ({taken}). Nothing changed; the "
        "newer one stays. If this one should count all the same, import it with --replace "
        "P-{participant:02}; if not, with --keep P-{participant:02}, and it is not asked about again."
    ),
    "form.was_replaced": N_(
        "This version was imported before, and another has replaced it since. Nothing changed; the newer "
        "one stays. If this one should count all the same, import it with --replace P-{participant:02}; "
        "if not, with --keep P-{participant:02}, and it is not asked about again."
    ),
    "form.unsure": N_(
        "This form changes answers of the one already imported, and it is not certain that it is newer: "
        "it was saved {saved}, the other {taken}. Nothing changed. If this one should count, import it with "
        "--replace P-{participant:02}; if not, with --keep P-{participant:02}, and it is not asked about again."
    ),
    "form.empties": N_(
        "This form leaves empty what an earlier version said (answers: {answers}, comments: {comments}). Nothing "
        "changed. Import it with --replace P-{participant:02} to clear them, or with --keep P-{participant:02} "
        "to keep them and import the rest."
    ),
    "form.contests": N_(
        "The team has entered something else than this form says (questions: {questions}). Nothing changed. "
        "Import it with --replace P-{participant:02} if the form is right, or with --keep P-{participant:02} if "
        "the team is; the rest is imported either way."
    ),
    "form.which_counts": N_(
        "These are versions of one form, and nothing tells for sure which is the newest: {versions}. None "
        "was imported. Import the one that counts by itself."
    ),
    "form.nobody": N_("Nobody is to get a form. Add participants under Preparation first."),
    "form.no_questions_asked": N_(
        "Nothing of “{model}” is asked about. Bring something into scope, or raise the level of the "
        "questionnaire, first."
    ),
    "form.in_the_way": N_(
        "{path} may hold answers, so it is left as it is and no form was written. "
        "Choose another folder, or move it away."
    ),
}
"""Why a form is refused, by code. Whoever shows one names the file before it."""


def participant_number(number: int) -> str:
    """How a participant is called where nobody is named, e.g. ``P-03``."""
    return number_name("participant", number)


def progress_parts(total: int, words: FormWords) -> tuple[str, str]:
    """What stands before and after the number of questions, or statements, that are answered."""
    before, after = counted(words.progress, total, answered="\0").split("\0")
    return before, after


def taken_line(taken: Taken, winner: str = "") -> str:
    """What taking a form did, in one line, e.g. ``P-03: 48 of 50 answered, new``.

    Args:
        taken: what it did.
        winner: name of the file with the version that counts instead.
    """
    number = participant_number(taken.number)
    match taken.outcome:
        case Outcome.BLANK:
            text = _("{participant}: blank, nothing is filled in; not imported").format(participant=number)
            return ", ".join([text, *_besides(taken)])
        case Outcome.EARLIER:
            text = _("{participant}: an earlier version, not imported; “{file}” counts")
            return text.format(participant=number, file=winner)
        case Outcome.LEFT_OUT:
            return _("{participant}: left out before, not imported; what is there stays").format(participant=number)
        case Outcome.KEPT:
            return _("{participant}: not imported, what is there stays").format(participant=number)
        case _:
            answered = _("{participant}: {answered} of {total} answered").format(
                participant=number, answered=taken.answered, total=taken.questions
            )
            return ", ".join([answered, _outcome(taken), *_besides(taken)])


def question_number(number: int | str) -> str:
    """How a question is called on screen and on paper: by the number in front of it on the form, e.g. ``No. 10``."""
    return _("No. {number}").format(number=number)


def question_name(question: str, pack: Pack, numbers: Mapping[str, int]) -> str:
    """What a question is called: by its number, or, where no form asks it, by its text; never by its id.

    Args:
        question: id of a question or statement of the model.
        pack: the model.
        numbers: of the questions that forms ask, by id.
    """
    if question in numbers:
        return question_number(numbers[question])
    text = pack.question_texts.get(question)
    return question if text is None else _("“{text}”").format(text=text)


def cell_place(cell: UnclearCell) -> str:
    """Where an unclear cell is, and what stands there, e.g. ``No. 10 (sheet “Questions”, row 18): “mostly”``."""
    place = (
        _("{question} (sheet “{sheet}”, row {row}): “{value}”")
        if cell.number
        else _("Sheet “{sheet}”, row {row}: “{value}”")
    )
    return place.format(question=question_number(cell.number), sheet=cell.sheet, row=cell.row, value=cell.value)


def lost(answers: int, comments: int) -> str:
    """So many answers and comments, e.g. ``3 answers and 1 comment``."""
    parts = []
    if answers or not comments:
        parts.append(ngettext("{count} answer", "{count} answers", answers).format(count=answers))
    if comments:
        parts.append(ngettext("{count} comment", "{count} comments", comments).format(count=comments))
    return _("{one} and {other}").format(one=parts[0], other=parts[1]) if len(parts) > 1 else parts[0]


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


def _besides(taken: Taken) -> list[str]:
    found = []
    if taken.emptied or taken.emptied_comments:
        found.append(_("{what} cleared").format(what=lost(taken.emptied, taken.emptied_comments)))
    if taken.kept:
        text = ngettext("{count} earlier entry kept", "{count} earlier entries kept", taken.kept)
        found.append(text.format(count=taken.kept))
    if taken.skipped:
        text = ngettext("{count} unclear answer left out", "{count} unclear answers left out", len(taken.skipped))
        found.append(text.format(count=len(taken.skipped)))
    if taken.outdated:
        text = ngettext(
            "{count} answer left out, because the newer version of the model does not ask that any more",
            "{count} answers left out, because the newer version of the model does not ask that any more",
            len(taken.outdated),
        )
        found.append(text.format(count=len(taken.outdated)))
    if taken.unsure:
        found.append(_("though it is not certain that it is newer"))
    return found


def passed_over(count: int) -> str:
    """How many files in folders cannot be answers and were not read."""
    text = ngettext(
        "{count} file that cannot be a form was passed over.",
        "{count} files that cannot be forms were passed over.",
        count,
    )
    return text.format(count=count)


def outdated_lines(taken: Taken) -> list[str]:
    """The questions of an earlier version of the model whose answers were left out."""
    return [_("Left out: “{question}”").format(question=question) for question in taken.outdated]


def remark_line(remark: Remark) -> str:
    """What stands in a form where it belongs to no question, and is not kept."""
    return _("Sheet “{sheet}”, row {row}: “{text}” belongs to no question and was not kept").format(
        sheet=remark.sheet, row=remark.row, text=remark.text
    )
