"""Results of the past in a workbook: what its columns are taken for, and what is told of its rows and cells."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import N_, NC_, _, ngettext

_USES = {
    "rating": NC_("use of a column", "Rating by the team"),
    "note": NC_("use of a column", "Note"),
    "target": NC_("use of a column", "Target"),
    "answer": NC_("use of a column", "Answers of one person"),
    "left": NC_("use of a column", "Left out"),
}

_ROWS = {
    "alike": N_("“{text}” is taken for {part}."),
    "other_text": N_("The row is left out: it has the id {part}, but its text is about something else: “{text}”."),
    "unknown": N_("The row is left out: the model has nothing called “{text}”."),
    "old_letters": N_(
        "The file is not in UTF-8, and read as Windows-1252: look whether letters with accents are right."
    ),
    "broken": N_(
        "The row “{text}” has an error, or a formula without its value. Save the workbook anew in its program."
    ),
}

_CELLS = {
    "no_value": N_("“{said}” is none of the values for {part}."),
    "no_value among": N_("“{said}” is none of the values for {part}: {offered}."),
    "not_kept": N_("{part} has no such value of its own: “{said}”."),
    "several": N_("“{said}” could be about several parts that are called like {part}."),
}
_LONGEST = 60


def use_name(use: str) -> str:
    """What a column is taken for."""
    return _(_USES[use])


def row_text(notice: str, text: str, part: str) -> str:
    """What is to be known about a row."""
    return _(_ROWS[notice]).format(text=_short(text), part=part)


def cell_text(why: str, said: str, part: str, offered: Sequence[str]) -> str:
    """Why a cell is not taken."""
    key = f"{why} among" if offered else why
    return _(_CELLS[key]).format(said=_short(said), part=part, offered=", ".join(offered))


def counts_text(adds: int, same: int, replaces: int) -> str:
    """What taking the results would do."""
    new = ngettext("{count} new result", "{count} new results", adds)
    known = ngettext("{count} that stands there already", "{count} that stand there already", same)
    other = ngettext("{count} unlike what stands there", "{count} unlike what stands there", replaces)
    told = [text.format(count=count) for text, count in ((new, adds), (known, same), (other, replaces)) if count]
    return _("{counts}.").format(counts=", ".join(told)) if told else _("There is nothing to take.")


def taken_text(taken: int, left: int, file: str) -> str:
    """That results were taken, and how many values were not."""
    told = ngettext("{count} result was taken from {file}.", "{count} results were taken from {file}.", taken)
    told = told.format(count=taken, file=file)
    if not left:
        return told
    text = ngettext("{count} value was left out.", "{count} values were left out.", left)
    return f"{told} {text.format(count=left)}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
