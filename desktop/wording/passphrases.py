"""What is said of passphrases and encrypted files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.language import N_, _, ngettext
from desktop.model.files.file_key import LEAST_LETTERS

if TYPE_CHECKING:
    from desktop.model.assessment.passphrases import Rekeyed

OF_PASSPHRASES: dict[str, str] = {
    "file.encrypted": N_("{path} is encrypted, or no assessment at all. Open it with its passphrase."),
    "file.wrong_passphrase": N_(
        "The passphrase does not open {path}. Nothing was changed. Look at the keyboard's language and at Caps Lock, "
        "and try again; a file that is no assessment, or whose beginning is damaged, cannot be told from one with "
        "another passphrase."
    ),
    "file.rekeyed": N_(
        "Another program put in place of {path} a copy of it with another passphrase, or with one more or less, while "
        "it was open. Nothing was written. Open it again."
    ),
    "file.not_encrypted": N_("{path} is not encrypted, so no passphrase opens it. It is left as it is."),
    "file.second_name": N_(
        "{path} has a second name on this disk, under which it would stay as it is. Nothing was changed. Make a copy "
        "of it, take the other names away, and try again."
    ),
    "passphrase.none": N_("{path} has no passphrase, so there is none to change or remove."),
    "passphrase.unasked": N_(
        "{path} is encrypted, and there is no terminal to ask for its passphrase at. Give it through a file descriptor "
        "with --passphrase-fd, or in the variable MATURITY_WORKBENCH_PASSPHRASE."
    ),
    "passphrase.new_unasked": N_(
        "There is no terminal to ask for the new passphrase of {path} at. Give it through a file descriptor with "
        "--new-passphrase-fd, or in the variable MATURITY_WORKBENCH_NEW_PASSPHRASE."
    ),
    "passphrase.unreadable": N_(
        "No passphrase could be read from file descriptor {descriptor}: {reason}. Let the shell open it, such as "
        "3< followed by a file."
    ),
    "passphrase.differs": N_("The two passphrases are not the same, so nothing was changed. Type them again."),
    "passphrase.there": N_("{path} has a passphrase already. Change it in place of setting one."),
    "passphrase.short": N_("A passphrase has at least {least} characters. Take four or five words of your own."),
    "passphrase.long": N_("A passphrase has at most {most} characters. Take a shorter one."),
    "passphrase.plain": N_(
        "The passphrase has fewer than {least} different characters and would be guessed at once. Take four or five "
        "words of your own."
    ),
}
"""Refusals, by code."""


def no_back_door() -> str:
    """What is said before a passphrase is set."""
    return _(
        "There is no back door. Who forgets the passphrase has lost what is in the file, and nobody can help: not the "
        "makers of this program either. Keep it where the team finds it again, such as a password manager."
    )


def advice() -> str:
    """What makes a good passphrase."""
    return _(
        "At least {least} characters. Five words that do not belong together are good and can be remembered."
    ).format(least=LEAST_LETTERS)


def told_set(path: Path, found: Rekeyed) -> str:
    """What is told when a passphrase was set or changed."""
    return " ".join(
        [
            _("{path} is encrypted now and opens with the new passphrase alone.").format(path=path),
            *_copies(found.copies),
            *_left(found.left),
            _("Copies that you made elsewhere, forms and exports are as they were."),
        ]
    )


def told_removed(path: Path, found: Rekeyed) -> str:
    """What is told when a passphrase was taken away."""
    text = _("{path} opens without a passphrase now.").format(path=path)
    return " ".join([text, *_copies(found.copies), *_left(found.left)])


def _copies(copies: Sequence[Path]) -> list[str]:
    text = ngettext("So does {count} copy beside it.", "So do {count} copies beside it.", len(copies))
    return [text.format(count=len(copies))] if copies else []


def _left(left: Sequence[Path]) -> list[str]:
    if not left:
        return []
    text = ngettext(
        "This copy could not be read or written and is as it was: {names}.",
        "These copies could not be read or written and are as they were: {names}.",
        len(left),
    )
    return [text.format(names=", ".join(each.name for each in left))]
