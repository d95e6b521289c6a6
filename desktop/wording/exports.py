"""What is said of exports and of portable data; for refusals see `desktop.wording.refusals`."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import N_, _, ngettext
from desktop.model.assessment.outgoing_names import NamedText
from desktop.model.files.file_sets import Note
from desktop.wording.records import WORDS, cell_name, number_name

NAMED_SHOWN = 6
"""So many texts that name somebody are listed."""

SENTENCES: dict[str, str] = {
    "export.nothing": N_(
        "There is nothing to export yet: the assessment uses no model. Add one under Preparation first."
    ),
    "release.unremembered": N_(
        "The export would show answers that no earlier one showed, and {path} cannot be written to, so this could not "
        "be noted for the exports to come. Close it elsewhere or make it writable. Nothing was written."
    ),
    "export.part_unknown": N_("There is no export called “{part}”. Choose from: {known}."),
    "export.alone": N_(
        "“{kind}” is for others than the rest of the exports. Write it by itself, into a folder of its own."
    ),
    "export.format": N_("A picture cannot be saved as “{format}”. Choose from: {known}."),
    "portable.large": N_(
        "{file} holds more values than an assessment can, more than {most} in one list or in all. Nothing "
        "was made; choose another file."
    ),
    "portable.too_long": N_(
        "{file} takes far more work to read than any assessment of its size, so reading was stopped. Nothing was made; "
        "have it written anew by whom it came from."
    ),
    "portable.long_text": N_("{file} holds a text of more than {most} characters. Nothing was made; shorten it."),
    "portable.spoilt": N_(
        "The letters of {file} were spoilt when it was written by redirection (“>”) in PowerShell. Nothing was made; "
        "write the data anew with “data FILE --out DATA.json”."
    ),
    "portable.not_json": N_("{file} is not JSON: line {line}, column {column}. Take a copy that has not been damaged."),
    "portable.key_twice": N_(
        "{file} says “{key}” twice in one group, so it is unclear which counts. Nothing was made; delete one of them."
    ),
    "portable.character": N_(
        "{file} holds half a character (a lone surrogate). Nothing was made; have the data written out again."
    ),
    "portable.other_format": N_("{file} does not hold an assessment. Choose data that Maturity Workbench has written."),
    "portable.newer": N_(
        "{file} was written by a newer version of Maturity Workbench (data version {version}; this version knows "
        "versions up to {known}). Read it with that version."
    ),
    "portable.fault": N_(
        "{file} is faulty at {where}: {problem}. Nothing was made; mend it, or have the data written out again."
    ),
    "portable.id_twice": N_(
        "{file} is faulty: {where} has “{id}” twice. Nothing was made; mend it, or have the data written out again."
    ),
    "portable.unknown_step": N_(
        "{file} is faulty at {where}: there is no step {step}. Nothing was made; have the data written out again."
    ),
    "portable.unknown_writer": N_(
        "{file} is faulty at {where}: there is no writer “{writer}”. Nothing was made; have the data written out again."
    ),
    "portable.digest": N_(
        "{file} is faulty at {where}: this was changed after it was frozen. Nothing was made; have the data written "
        "out again."
    ),
}
"""By code."""

PARTS: dict[str, str] = {
    "workbook": N_("The results for the sponsor (Excel workbook)"),
    "report": N_("The report (Word and PDF)"),
    "two-pages": N_("The result on two pages (Word and PDF)"),
    "detail": N_("What the results rest on, for the team (Excel workbook)"),
    "deck": N_("Slides for the feedback meeting (PowerPoint)"),
    "charts": N_("Charts as pictures (PNG, SVG and PDF)"),
}
"""What can be exported, by its name on the command line."""


def part_text(part: str) -> str:
    """What can be exported, in words."""
    return _(PARTS[part])


def letters_told(letters: str) -> str:
    """That charts have boxes in place of letters.

    Args:
        letters: those that no font has.
    """
    return ngettext(
        "No font on this computer has {letters}, so the charts show a box in its place. "
        "Install a font that has it and export again.",
        "No font on this computer has {letters}, so the charts show boxes in their place. "
        "Install a font that has them and export again.",
        len(letters),
    ).format(letters=" ".join(letters))


def held_told(questions: int, threshold: int) -> str:
    """That some questions are shown as in an earlier export."""
    text = ngettext(
        "{count} question is shown as in an earlier export: since then fewer than {threshold} answers to it changed, "
        "and the difference would tell what these people said.",
        "{count} questions are shown as in an earlier export: since then fewer than {threshold} answers to them "
        "changed, and the difference would tell what these people said.",
        questions,
    )
    return text.format(count=questions, threshold=threshold)


def newest_offered(questions: int, threshold: int) -> str:
    """What the team may choose where questions would be shown as in an earlier export."""
    text = ngettext(
        "The newest answers to {count} question, too: beside an earlier export they tell what fewer than {threshold} "
        "people said",
        "The newest answers to {count} questions, too: beside an earlier export they tell what fewer than {threshold} "
        "people said",
        questions,
    )
    return text.format(count=questions, threshold=threshold)


def unsaid_told(sections: int) -> str:
    """That words of the team stay out of the report."""
    text = ngettext(
        "Your words for {count} section of the report name somebody and were left out. Reword them, or say there that "
        "they give nobody away, and export again.",
        "Your words for {count} sections of the report name somebody and were left out. Reword them, or say there that "
        "they give nobody away, and export again.",
        sections,
    )
    return text.format(count=sections)


def telling_told(questions: int) -> str:
    """That some questions are shown although that tells what a few people said."""
    text = ngettext(
        "{count} question is shown as it is now: beside an earlier export it tells what a few people said. The "
        "history notes it.",
        "{count} questions are shown as they are now: beside an earlier export they tell what a few people said. The "
        "history notes it.",
        questions,
    )
    return text.format(count=questions)


def unfinished() -> Note:
    """What lies in a folder while files are moved there, and stays when that is interrupted."""
    return Note(
        name=_("0 - NOT FINISHED - write again") + ".txt",
        text=_(
            "Maturity Workbench was interrupted while it put files here: some of them may be of an earlier time.\n"
            "Do not send them on. Write them again into this folder; that finishes it, and this note goes.\n"
        ),
    )


def named_told(named: Sequence[NamedText]) -> list[str]:
    """Which texts that would leave the team name somebody, a line for each."""
    lines = [
        _("{record}, {cell}: {found}").format(
            record=_record_told(each), cell=cell_name(each.kind, each.cell), found=", ".join(each.found)
        )
        for each in named[:NAMED_SHOWN]
    ]
    more = len(named) - len(lines)
    return [*lines, ngettext("and {count} more", "and {count} more", more).format(count=more)] if more > 0 else lines


def _record_told(named: NamedText) -> str:
    noun = _(WORDS[named.kind].noun)
    if named.number and WORDS[named.kind].number:
        return f"{noun} {number_name(named.kind, named.number)}"
    parts = named.key[1:]  # behind the model; an id that nobody knows is not told
    return f"{noun} {parts[0]}" if parts else noun
