"""Running one command: its arguments read, its refusals told, its exit status given."""

from __future__ import annotations

import argparse
import importlib
import tempfile
import traceback
from collections.abc import Sequence
from enum import IntEnum

from desktop.cli import console as streams
from desktop.cli.console import Console
from desktop.cli.parser import parse
from desktop.language import _

_MODULES = {"import": "importing"}
"""Where a command's module cannot bear its name."""


class Status(IntEnum):
    """What a program tells by leaving."""

    DONE = 0
    REFUSED = 1
    WRONG_USAGE = 2
    INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; returns a `Status`.

    A bug is told in a line, with the place of its details, unless ``--debug`` is given: then it is raised.
    """
    streams.prepare()
    try:
        found = parse(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    console = Console(json=found.json)
    try:
        status = _carry_out(found, console)
    except BrokenPipeError:
        streams.hang_up()
        return Status.DONE
    except KeyboardInterrupt:
        console.tell(_("Stopped. Nothing was left half-written."))
        return Status.INTERRUPTED
    except Exception as error:
        if found.debug:
            raise
        console.tell(_tell_bug(error))
        return Status.REFUSED
    return _deliver(status, console)


def _deliver(status: int, console: Console) -> int:
    """See to it that the result has arrived; a reader who has left had enough of it."""
    try:
        streams.finish()
    except BrokenPipeError:
        streams.hang_up()
    except OSError as error:
        streams.hang_up()
        console.tell(_("The result could not be written: {reason}.").format(reason=error.strerror))
        return Status.REFUSED
    return status


def _carry_out(found: argparse.Namespace, console: Console) -> int:
    from desktop.model.errors import RefusalError  # noqa: PLC0415 - --help must not wait for it
    from desktop.wording import refusals  # noqa: PLC0415

    command = importlib.import_module(f"desktop.cli.{_MODULES.get(found.command, found.command)}")
    try:
        return int(command.run(found, console))
    except RefusalError as refusal:
        message = refusals.sentence(refusal)
        console.result({"refused": {"code": refusal.code, "message": message}})
        console.tell(message)
        return Status.REFUSED


def _tell_bug(error: Exception) -> str:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="maturity-workbench-", suffix=".log", delete=False
    ) as log:
        log.writelines(traceback.format_exception(error))
    return _("This went wrong and should not have: {error}\nDetails are in {log}; the assessment file is safe.").format(
        error=f"{type(error).__name__}: {error}", log=log.name
    )
