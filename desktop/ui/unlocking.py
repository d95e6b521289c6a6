"""Asking for the passphrase of a file that is to be opened, until it fits or one gives up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.model.files.file_key import FileKey, key_for
from desktop.wording.refusals import sentence

if TYPE_CHECKING:
    from desktop.ui.dialogs import Dialogs

R = TypeVar("R")


def ask_passphrase(dialogs: Dialogs, path: Path, opening: Callable[[FileKey | None], R]) -> R | None:
    """Open a file with the passphrase that somebody types; None when that was given up.

    Raises:
        RefusalError: what `opening` refuses but for the passphrase.
    """
    opened: list[R] = []
    refused: list[RefusalError] = []

    def judge(typed: list[str]) -> str:
        try:
            opened.append(opening(key_for(path, typed[0])))
        except RefusalError as refusal:
            if refusal.code == "file.wrong_passphrase":
                return sentence(refusal)
            refused.append(refusal)
        return ""

    text = _(
        "{name} is encrypted, or no assessment at all. Type its passphrase. There is no way to open it without."
    ).format(name=path.name)
    dialogs.passphrase(_("Open an encrypted file"), text, [_("Passphrase")], judge)
    if refused:
        raise refused[0]
    return opened[0] if opened else None


def ask_other(dialogs: Dialogs, path: Path) -> FileKey | None:
    """What opens a copy or a parcel that has not the passphrase of the open file; None when that was given up.

    Raises:
        RefusalError: why the file cannot be read, but for the passphrase.
    """
    from desktop.exchange.travelling.arriving import opens  # noqa: PLC0415 - seldom asked

    def opening(key: FileKey | None) -> FileKey | None:
        opens(path, key)
        return key

    return ask_passphrase(dialogs, path, opening)
