"""Where a passphrase comes from, as arguments: the passphrase itself is never one."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, Protocol

from desktop.language import N_, _

USES: dict[str, str] = {
    "set": N_("encrypt a file with a passphrase"),
    "change": N_("give an encrypted file another passphrase"),
    "remove": N_("let an encrypted file be read without a passphrase"),
}
"""What can be done with it, untranslated."""


class _MakeCommand(Protocol):
    def __call__(
        self, commands: argparse._SubParsersAction[Any], name: str, text: str, *, again: bool = False
    ) -> argparse.ArgumentParser: ...


def add_uses(
    command: argparse.ArgumentParser, make: _MakeCommand, add_file: Callable[[argparse.ArgumentParser], None]
) -> None:
    """A command for each thing that can be done.

    Args:
        command: the one they belong to.
        make: makes a command.
        add_file: has it ask for the file.
    """
    inner = command.add_subparsers(dest="what", metavar="|".join(USES), required=True)
    for what, text in USES.items():
        made = make(inner, what, _(text), again=True)
        add_file(made)
        if what != "remove":
            _add_new(made)


def add_encrypting(command: argparse.ArgumentParser) -> None:
    """That a file which is made is to have a passphrase."""
    command.add_argument(
        "--encrypt", action="store_true", help=_("encrypt it with a passphrase, which is asked for twice")
    )
    _add_new(command)


def add_passphrase(command: argparse.ArgumentParser) -> None:
    """Where the passphrase of an encrypted file comes from."""
    command.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help=_("read the passphrase of an encrypted file from this file descriptor; without it, it is asked for"),
    )


def _add_new(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--new-passphrase-fd",
        type=int,
        metavar="N",
        help=_("read the new passphrase from this file descriptor; without it, it is asked for"),
    )
