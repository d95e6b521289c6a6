"""Arguments of the commands that bring copies together."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop.language import _

COPY_COMMANDS = ("merge", "copy", "parcel", "sync")

Command = Callable[[str, str], argparse.ArgumentParser]


def unnamed() -> str:
    """What stands beside the steps of who gives no name."""
    return _("Command line")


def add_copy_commands(command: Command, author: Callable[[argparse.ArgumentParser], None]) -> None:
    """The four of them.

    Args:
        command: makes the parser of a command, by its name and what it does, with its assessment file.
        author: adds who does it.
    """
    merge = command("merge", _("take in what other copies of an assessment have, or parcels of them"))
    merge.add_argument("others", nargs="+", type=Path, metavar=_("OTHER"), help=_("a copy, or a parcel"))
    merge.add_argument("--dry-run", action="store_true", help=_("tell what would come in, and change nothing"))
    author(merge)

    copy = command("copy", _("make a copy for a colleague"))
    _for(copy, _("name of the member of the team"), required=True)
    copy.add_argument("--without-identities", action="store_true", help=_("leave out who the participants are"))
    copy.add_argument("--out", type=Path, required=True, metavar="X.maturity", help=_("must not exist yet"))
    author(copy)

    parcel = command("parcel", _("write what a colleague's copy lacks as a small file"))
    _for(parcel, _("whose copy, as the window lists it; without it, the copies that are known are told"))
    parcel.add_argument("--out", type=Path, required=True, metavar="X.maturity-parcel", help=_("must not exist yet"))
    author(parcel)

    sync = command("sync", _("bring an assessment and a shared folder to the same steps"))
    sync.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("on a share, a stick or a synced drive"))
    author(sync)


def _for(command: argparse.ArgumentParser, text: str, *, required: bool = False) -> None:
    command.add_argument("--for", dest="receiver", default="", required=required, metavar=_("NAME"), help=text)
