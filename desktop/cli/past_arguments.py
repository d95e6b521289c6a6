"""Arguments of the commands that go back."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.language import _


def add_moments(command: argparse.ArgumentParser) -> None:
    """The two moments between which changes are told."""
    for name, place, text in (
        (
            "from",
            "since",
            _("the earlier moment: a day, such as 2026-03-31, as it was in the evening, or a step's number"),
        ),
        ("to", "until", _("the later moment; without it, now")),
    ):
        command.add_argument(
            f"--{name}", dest=place, required=name == "from", default="now", metavar=_("DAY|STEP"), help=text
        )


def add_as_of(command: argparse.ArgumentParser) -> None:
    """The moment that is looked back to."""
    command.add_argument(
        "--as-of",
        default="",
        metavar=_("DAY|STEP"),
        help=_("as it was in the evening of this day, such as 2026-03-31, or after the step of this number"),
    )


def add_restoring(command: argparse.ArgumentParser) -> None:
    """What is done with restore points."""
    what = command.add_mutually_exclusive_group()
    what.add_argument("--make", metavar=_("NAME"), help=_("make one, and call it so"))
    what.add_argument(
        "--to", metavar=_("POINT"), help=_("put everything as it was at this one, by its number, name or file")
    )
    what.add_argument("--save", metavar=_("POINT"), help=_("write this one as a file of its own, which --out names"))
    command.add_argument("--out", type=Path, metavar="NEW.maturity", help=_("with --save: must not exist yet"))
    command.add_argument(
        "--keep-days", type=int, metavar="N", help=_("keep all that the program makes for so many days")
    )
    command.add_argument(
        "--keep-weeks", type=int, metavar="N", help=_("and after that the first of each week for so many weeks")
    )
    command.add_argument(
        "--folder", metavar=_("DIR"), help=_("put new ones into this folder; an empty name puts them beside the file")
    )
