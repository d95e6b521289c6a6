"""Arguments of the commands that are about the plan of improvement."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.language import _

_STATES = ("proposed", "agreed", "in_progress", "waiting", "done")
"""What a state of another program can mean: that an action is verified or dropped, the team says, and why."""


def add_tracker(tracker: argparse.ArgumentParser) -> None:
    """What is done with the workbook of the actions."""
    what = tracker.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=Path, metavar=_("DIR"), help=_("write it; the folder is made if it is not there"))
    what.add_argument(
        "--take",
        type=Path,
        metavar="TRACKER.xlsx",
        help=_("take back one that came back, or what another program exports"),
    )
    tracker.add_argument(
        "--for",
        dest="program",
        choices=("jira", "azure", "github", "planner"),
        help=_("with --out: write the open actions as a list that this program takes in, in place of the workbook"),
    )
    tracker.add_argument("--dry-run", action="store_true", help=_("with --take: tell what it would do, change nothing"))
    tracker.add_argument(
        "--conflicts",
        choices=("ours", "theirs"),
        help=_("with --take: which side counts where the team changed a cell meanwhile, and otherwise"),
    )
    tracker.add_argument(
        "--state",
        type=_state,
        action="append",
        default=[],
        metavar="WORD=STATE",
        help=_("with --take: what a state of another program means, as “Code review=in_progress”; can be given again"),
    )
    tracker.add_argument(
        "--skip-unclear", action="store_true", help=_("with --take: leave out what cannot be read; each is listed")
    )


def add_plan(plan: argparse.ArgumentParser) -> None:
    """Within what bounds the best plan is looked for."""
    plan.add_argument("--quarters", type=int, default=4, metavar="N", help=_("how many quarters there are; 4 without"))
    plan.add_argument("--cost", metavar=_("AMOUNT"), help=_("what may be spent in total; without it, any amount"))
    plan.add_argument("--effort", metavar=_("DAYS"), help=_("person days in each quarter; without it, any number"))
    plan.add_argument(
        "--from",
        dest="starts",
        metavar=_("YYYY-MM-DD"),
        help=_("the plan begins with the quarter of this day; without it, of today"),
    )
    plan.add_argument("--model", metavar="ID", help=_("with --level: the model, if the assessment uses several"))
    plan.add_argument(
        "--level",
        metavar=_("LEVEL"),
        help=_("what the model is to reach, a level or of own rules a number or grade; without it, the targets set"),
    )
    for pin, text in (
        ("in", _("put the action of this number into the plan; may be repeated")),
        ("out", _("leave the action of this number out of the plan; may be repeated")),
    ):
        plan.add_argument(f"--{pin}", dest=f"pin_{pin}", type=int, action="append", default=[], metavar="NO", help=text)
    plan.add_argument("--free-dates", action="store_true", help=_("plan open actions as though they had no dates"))
    plan.add_argument(
        "--seconds", type=float, default=20.0, metavar="N", help=_("how long the best is looked for; 20 without")
    )
    plan.add_argument("--accept", action="store_true", help=_("set start and due date of the actions of the plan"))


def _state(text: str) -> tuple[str, str]:
    """A word of another program with the state that it means."""
    word, _equals, state = text.rpartition("=")
    if not word.strip() or state.strip() not in _STATES:
        told = _("“{text}” is not WORD=STATE with one of the states {known}")
        raise argparse.ArgumentTypeError(told.format(text=text, known=", ".join(_STATES)))
    return word.strip(), state.strip()
