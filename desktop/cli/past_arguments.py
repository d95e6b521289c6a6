"""Arguments of the commands that go back."""

from __future__ import annotations

import argparse

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
