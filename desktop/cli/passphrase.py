"""`passphrase`: give a file a passphrase, another one, or take it away."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.console import Console
from desktop.model.assessment import Assessment
from desktop.model.assessment.passphrases import Rekeyed, change_passphrase, remove_passphrase, set_passphrase
from desktop.model.errors import RefusalError
from desktop.wording import passphrases as words

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey


def run(arguments: Namespace, console: Console) -> int:
    """Set, change or remove it; returns 1 when a copy beside the file could not come along."""
    path: Path = arguments.file
    if arguments.what == "set":
        found = _set(path, console)
    elif arguments.what == "change":
        found = _change(path, console)
    else:
        found = remove_passphrase(path, _known(path, console))
    encrypted = arguments.what != "remove"
    console.result(
        {
            "file": str(path),
            "encrypted": encrypted,
            "copies": [str(each) for each in found.copies],
            "left": [str(each) for each in found.left],
        }
    )
    console.say(words.told_set(path, found) if encrypted else words.told_removed(path, found))
    return 1 if found.left else 0


def _set(path: Path, console: Console) -> Rekeyed:
    try:
        Assessment.open(path, author="", readonly=True).close()
    except RefusalError as refusal:
        if refusal.code == "file.encrypted":
            raise RefusalError("passphrase.there", path=path) from None
        if refusal.code != "file.older_readonly":
            raise
    console.tell(f"{words.no_back_door()}\n{words.advice()}")
    return set_passphrase(path, console.passphrases.new(path))


def _change(path: Path, console: Console) -> Rekeyed:
    key = _known(path, console)
    console.tell(f"{words.no_back_door()}\n{words.advice()}")
    return change_passphrase(path, key, console.passphrases.new(path))


def _known(path: Path, console: Console) -> FileKey:
    """The key of a file whose passphrase somebody gave, and it is the right one."""

    def look(key: FileKey | None) -> FileKey | None:
        with Assessment.open(path, author="", readonly=True, key=key) as assessment:
            return assessment.key

    key = console.passphrases.open(path, look)
    if key is None:
        raise RefusalError("passphrase.none", path=path)
    return key
