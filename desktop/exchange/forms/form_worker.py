"""What runs in the process that reads forms: it may be ended at any moment, and nothing is lost by that."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO

import msgspec
from msgspec import Struct

from desktop import language
from desktop.exchange.forms.frames import read_frame, write_frame
from desktop.exchange.forms.notes import Note, notes_on
from desktop.exchange.forms.reader import read_form
from desktop.exchange.forms.sheet_cells import SheetCells
from desktop.exchange.forms.workbook import ReturnedWorkbook
from desktop.model import bounds
from desktop.model.assessment.forms import FilledForm
from desktop.model.errors import Fact, RefusalError

READY = b"ready"
TOO_SLOW = 75
"""Status of a process that ended itself over a file that takes too much of the processor."""

FORM, SHEETS, WHOLE = b"F", b"S", b"W"
"""What is asked for, in front of the path: the form in a file, all that stands in the sheets that people see, or in all
sheets with the notes on them."""

_MOST_CPU_SECONDS = 600
_LOOKS = 0.1


class Reply(Struct, frozen=True):
    """What became of a file.

    Attributes:
        form: what was read, where a form was asked for.
        sheets: what stands in the sheets, where these were asked for.
        notes: the notes on them, by title, where these were asked for.
        code: why it is refused; empty when it is not.
        facts: of the refusal; paths as text.
    """

    form: FilledForm | None = None
    sheets: tuple[SheetCells, ...] | None = None
    notes: dict[str, tuple[Note, ...]] = {}
    code: str = ""
    facts: dict[str, str | int | float | bool | tuple[str, ...] | None] = {}


def run(spoken: str) -> int:
    """Serve the program that started this process; returns the exit status.

    Args:
        spoken: code of the language of texts; empty for English as written.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bound_resources()
    language.use(spoken or None)
    watch_time()
    with os.fdopen(0, "rb") as heard, os.fdopen(os.dup(1), "wb") as said:
        os.dup2(2, 1)
        serve(heard, said)
    return 0


def serve(heard: IO[bytes], said: IO[bytes]) -> None:
    """Read a file for each path that comes in, until nobody listens any more."""
    with contextlib.suppress(OSError):
        write_frame(said, READY)
        while asked := read_frame(heard):
            _BEGUN.at = time.process_time()
            reply = msgspec.msgpack.encode(reply_to(Path(os.fsdecode(asked[1:])), asked[:1]))
            _BEGUN.at = float("inf")
            write_frame(said, reply)


def reply_to(path: Path, asked: bytes = FORM) -> Reply:
    """Read one file; whatever goes wrong with it is its refusal, which names no value of the file."""
    try:
        if asked == WHOLE:
            return Reply(sheets=sheets_in(path, hidden=True), notes=notes_in(path))
        return Reply(sheets=sheets_in(path)) if asked == SHEETS else Reply(read_form(path))
    except RefusalError as refusal:
        return _refused(refusal)
    except (MemoryError, RecursionError):
        return _refused(RefusalError("form.too_large"))
    except Exception as error:  # noqa: BLE001 - one form must not end the reading of the others
        fault = f"{type(error).__name__} at {_place(error.__traceback__)}"
        return _refused(RefusalError("form.reader_failed", fault=fault))


def sheets_in(path: Path, *, hidden: bool = False) -> tuple[SheetCells, ...]:
    """All that stands in the sheets that people see, or in all. Foreign files are read in a process of their own.

    Raises:
        RefusalError: those of `ReturnedWorkbook`.
    """
    book = ReturnedWorkbook(path)
    return tuple(book.sheet(title) for title in book.titles if hidden or book.shows(title))


def notes_in(path: Path) -> dict[str, tuple[Note, ...]]:
    """The notes on the sheets of a workbook, by title.

    Raises:
        RefusalError: those of `ReturnedWorkbook`.
    """
    book = ReturnedWorkbook(path)
    return {title: tuple(notes_on(book.package, part)) for title, part in book.parts.items()}


def _refused(refusal: RefusalError) -> Reply:
    return Reply(code=refusal.code, facts={name: _plain(fact) for name, fact in refusal.facts.items()})


class _Begun:
    """When the file that is read was begun, in seconds of this process's time on the processor."""

    at = float("inf")


_BEGUN = _Begun()


def watch_time() -> None:
    """End this process once one file has taken too much of the processor, however busy the computer is meanwhile."""
    threading.Thread(target=_watch_time, daemon=True).start()


def _watch_time() -> None:
    while time.process_time() - _BEGUN.at < bounds.SECONDS:
        time.sleep(_LOOKS)
    os._exit(TOO_SLOW)


def bound_resources() -> None:
    """Bound the memory and the time of this process and leave no image of it, where the system can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    bounded = (
        (resource.RLIMIT_AS, bounds.MEMORY_BYTES),
        (resource.RLIMIT_CPU, _MOST_CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in bounded:
        with contextlib.suppress(ValueError, OSError):
            _soft, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _plain(fact: Fact) -> str | int | float | bool | tuple[str, ...] | None:
    return str(fact) if isinstance(fact, Path) else fact


def _place(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)[-3:]
    return ", ".join(f"{Path(frame.filename).stem}:{frame.lineno} {frame.name}" for frame in reversed(frames))
