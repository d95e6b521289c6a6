"""Opening an assessment for a command, with its passphrase where it has one."""

from __future__ import annotations

from pathlib import Path

from desktop.cli.console import Console
from desktop.cli.copy_arguments import unnamed
from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError


def opened(path: Path, console: Console) -> Assessment:
    """The assessment, open for reading, so that the window may have it open, too.

    A file of an older format is brought to today's first, a copy of it kept, and that is told.

    Raises:
        RefusalError: see `Assessment.open`.
    """
    try:
        return console.passphrases.open(path, lambda key: Assessment.open(path, author="", readonly=True, key=key))
    except RefusalError as refusal:
        if refusal.code != "file.older_readonly":
            raise
    return opened_to_note(path, "", console)


def opened_to_note(path: Path, author: str, console: Console) -> Assessment:
    """The assessment, open for writing down what leaves the team; for reading only where another writes to it.

    Raises:
        RefusalError: see `Assessment.open`.
    """
    return _told(opened_to_edit(path, author, console), console)


def opened_to_edit(path: Path, author: str, console: Console) -> Assessment:
    """The assessment, open for writing; for reading only where another writes to it.

    Raises:
        RefusalError: see `Assessment.open`.
    """
    return console.passphrases.open(path, lambda key: Assessment.open(path, author=author, key=key))


def opened_copy(path: Path, author: str, console: Console) -> Assessment:
    """The same for what copies exchange: who gives no name leaves none with the others.

    Raises:
        RefusalError: see `Assessment.open`.
    """
    assessment = opened_to_edit(path, author, console)
    assessment.copies.unsigned = author == unnamed()
    return assessment


def _told(assessment: Assessment, console: Console) -> Assessment:
    if assessment.kept is not None:
        text = _("{path} was brought up to today's file format. The file as it was is kept as {kept}.")
        console.tell(text.format(path=assessment.path, kept=assessment.kept))
    return assessment
