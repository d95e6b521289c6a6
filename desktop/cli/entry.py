"""Running one command: its arguments read, its refusals told, its exit status given."""

from __future__ import annotations

import argparse
import importlib
import os
import tempfile
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import bug_reports, language
from desktop.cli import console as streams
from desktop.cli.console import Console, OutputError
from desktop.cli.parser import parse
from desktop.language import _

if TYPE_CHECKING:
    from desktop.model.errors import RefusalError

_MODULES = {"import": "importing", "copy": "colleague_copy"}
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
    language.choose()
    try:
        streams.prepare()
        found = parse(arguments)
    except SystemExit as leaving:
        return _deliver(int(leaving.code or 0), Console())
    except OutputError as error:
        return _undelivered(error.reason, Console())
    descriptors = (getattr(found, "passphrase_fd", None), getattr(found, "new_passphrase_fd", None))
    console = Console(json=found.json, descriptors=descriptors)
    try:
        status = _carry_out(found, console)
    except OutputError as error:
        return _undelivered(error.reason, console)
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
    """See to it that the result has arrived."""
    try:
        streams.finish()
    except OutputError as error:
        return _undelivered(error.reason, console)
    return status


def _undelivered(reason: OSError, console: Console) -> int:
    """Tell that the result did not arrive whole."""
    streams.hang_up()
    if isinstance(reason, BrokenPipeError):
        text = _(
            "The program that reads the output ended before everything was written to it. No file is left half-written."
        )
    else:
        text = _("The output could not be written: {reason}. Write it somewhere else; nothing is left half-written.")
    console.tell(text.format(reason=reason.strerror or type(reason).__name__))
    return Status.REFUSED


def _carry_out(found: argparse.Namespace, console: Console) -> int:
    from desktop.model.errors import RefusalError  # noqa: PLC0415 - --help must not wait for it
    from desktop.model.files.system_refusals import system_refusal  # noqa: PLC0415

    command = importlib.import_module(f"desktop.cli.{_MODULES.get(found.command, found.command)}")
    try:
        return int(command.run(found, console))
    except RefusalError as refusal:
        return _refuse(refusal, console)
    except OSError as error:
        if error.filename is None:
            raise
        return _refuse(system_refusal(error, Path(os.fsdecode(error.filename))), console)


def _refuse(refusal: RefusalError, console: Console) -> int:
    from desktop.wording import refusals  # noqa: PLC0415 - see above

    message = refusals.sentence(refusal)
    console.result({"refused": {"code": refusal.code, "message": message}})
    console.tell(message)
    return Status.REFUSED


def _tell_bug(error: Exception) -> str:
    try:
        return _log_bug(error)
    except OSError:
        return bug_reports.details(error)


def _log_bug(error: Exception) -> str:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="maturity-workbench-", suffix=".log", delete=False
    ) as log:
        log.write(bug_reports.details(error))
    return _(
        "Something went wrong in the program: {error}\nDetails are in {log}; the command “check” tells whether a "
        "file is sound."
    ).format(error=bug_reports.kind(error), log=log.name)
