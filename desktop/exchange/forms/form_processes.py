"""Reading forms in processes of their own, so that nothing a file does ends the window, and stopping always works."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

import msgspec

import desktop
from desktop import language
from desktop.exchange.forms.form_worker import FORM, READY, SHEETS, TOO_SLOW, WHOLE, Reply
from desktop.exchange.forms.frames import read_frame, write_frame
from desktop.exchange.forms.notes import Note
from desktop.exchange.forms.sheet_cells import SheetCells
from desktop.model import bounds
from desktop.model.assessment.forms import FilledForm
from desktop.model.errors import RefusalError

Result = FilledForm | RefusalError

OPTION: Final = "--read-forms"
"""Starts the program as a process that reads forms; the code of a language follows."""

_SECONDS_TO_START = 60.0
_SECONDS_TO_ANSWER = 60.0
"""By the clock, for one file: a process that works ends itself after `bounds.SECONDS` of the processor, so this is for
one that hangs, and no form is refused because the computer is busy.
"""

_SECONDS_TO_END = 1.0
_LISTENING = 0.05
"""Seconds after which it is asked again whether to stop."""

_MOST_PROCESSES = 4
_WORTH_ANOTHER = 8
"""Files for which one more process is worth its start."""

_AHEAD = 4
"""Files that a process knows of, so that it need not wait to be told the next."""


def read_apart(
    files: Sequence[Path],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Result]:
    """Read forms; see `desktop.exchange.forms.reader.read_form`.

    A file over which its process ends, or that takes too long, is refused, and another process goes on with the next.

    Args:
        files: what to read.
        progress: told how many are read, of how many.
        cancelled: asked again and again; when it says so, what is being read is dropped and nothing is returned.

    Raises:
        RefusalError: ``form.no_reader``, when no process can be started.
    """
    read = _read(_Reading(files, FORM), progress, cancelled)
    return [reply if isinstance(reply, RefusalError) else _form_of(reply) for reply in read]


def sheets_apart(path: Path) -> tuple[SheetCells, ...]:
    """All that stands in the sheets of a workbook, in the order of its sheets; those that are hidden left out.

    Raises:
        RefusalError: why it cannot be read, or ``form.no_reader``, when no process can be started.
    """
    return _sheets_of(_read(_Reading([path], SHEETS)))[0]


def whole_book_apart(
    path: Path, cancelled: Callable[[], bool] | None = None
) -> tuple[tuple[SheetCells, ...], dict[str, tuple[Note, ...]]]:
    """All that stands in the sheets of a workbook, hidden ones among them, and the notes on each by its title.

    Both are empty where it was cancelled.

    Raises:
        RefusalError: as `sheets_apart`.
    """
    return _sheets_of(_read(_Reading([path], WHOLE), cancelled=cancelled))


def _sheets_of(
    read: Sequence[Reply | RefusalError],
) -> tuple[tuple[SheetCells, ...], dict[str, tuple[Note, ...]]]:
    if not read:
        return (), {}
    (reply,) = read
    if isinstance(reply, RefusalError):
        raise reply
    if reply.sheets is None:
        raise RefusalError(reply.code, **reply.facts)
    return reply.sheets, reply.notes


def _form_of(reply: Reply) -> Result:
    return reply.form or RefusalError(reply.code, **reply.facts)


def _read(
    reading: _Reading,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Reply | RefusalError]:
    told = 0
    files = reading.count
    try:
        while len(reading.results) < files:
            if cancelled is not None and cancelled():
                return []
            reading.go_on()
            while progress is not None and told < len(reading.results):
                told += 1
                progress(told, files)
    finally:
        reading.end()
    return [reading.results[place] for place in range(files)]


class _Reading:
    """Files to read, the processes that read them, and what came of it.

    Attributes:
        count: how many files.
        results: what came of each, by its place.
    """

    def __init__(self, files: Sequence[Path], task: bytes) -> None:
        self.count = len(files)
        self.results: dict[int, Reply | RefusalError] = {}
        self._task = task
        self._waiting = deque(enumerate(files))
        self._most = max(1, min(_MOST_PROCESSES, os.cpu_count() or 1, len(files) // _WORTH_ANOTHER))
        self._heard: SimpleQueue[tuple[_Reader, bytes | None]] = SimpleQueue()
        self._readers: list[_Reader] = []

    def go_on(self) -> None:
        """Take what one process says next, if it says something soon."""
        while len(self._readers) < min(self._most, len(self._waiting)):
            try:
                self._readers.append(_Reader(self._heard))
            except OSError as error:
                raise RefusalError("form.no_reader", reason=error.strerror or type(error).__name__) from error
        with contextlib.suppress(Empty):
            reader, said = self._heard.get(timeout=_LISTENING)
            if reader in self._readers:
                self._take(reader, said)
        now = time.monotonic()
        for reader in [reader for reader in self._readers if reader.deadline < now]:
            self._drop(reader, RefusalError("form.too_slow", seconds=int(_SECONDS_TO_ANSWER)))

    def end(self) -> None:
        """End all processes."""
        for reader in self._readers:
            reader.end()

    def _take(self, reader: _Reader, said: bytes | None) -> None:
        if said is None or (said != READY and not reader.places):
            self._drop(reader, reader.why_ended())
            return
        if reader.places:
            place, _path = reader.places.popleft()
            self.results[place] = _result(said)
        while self._waiting and len(reader.places) < _AHEAD:
            reader.ask(self._waiting.popleft(), self._task)
        reader.begin()
        if not reader.places:
            self._drop(reader, None)

    def _drop(self, reader: _Reader, refusal: RefusalError | None) -> None:
        """End a process; refuse the file that it was reading, or the next where it did not even start."""
        reader.end()
        self._readers.remove(reader)
        self._waiting.extendleft(reversed(reader.places))
        if refusal is not None and self._waiting:
            place, _path = self._waiting.popleft()
            self.results[place] = refusal


class _Reader:
    """A process that reads one file after the other. What it says is put into a queue.

    Attributes:
        places: the file that it reads, and those that come next, each with its place.
        deadline: until when it has to say something, by the clock of `time.monotonic`.
    """

    def __init__(self, heard: SimpleQueue[tuple[_Reader, bytes | None]]) -> None:
        self.places: deque[tuple[int, Path]] = deque()
        self.deadline = time.monotonic() + _SECONDS_TO_START
        self._heard = heard
        self._process = subprocess.Popen(  # noqa: S603 - this program itself
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": _own_path()},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def ask(self, file: tuple[int, Path], task: bytes) -> None:
        """Have it read a file after those that it knows of. That it has ended meanwhile, it says by ending."""
        self.places.append(file)
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            write_frame(self._process.stdin, task + os.fsencode(file[1].absolute()))

    def begin(self) -> None:
        """Give it the time for one file."""
        self.deadline = time.monotonic() + _SECONDS_TO_ANSWER

    def why_ended(self) -> RefusalError:
        """What its end says of the file that it was reading."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            if self._process.wait(_SECONDS_TO_END) == TOO_SLOW:
                return RefusalError("form.too_slow", seconds=int(bounds.SECONDS))
        return RefusalError("form.reader_ended")

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            with contextlib.suppress(OSError):
                stream.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        said: bytes | None = b""
        while said is not None:
            said = read_frame(self._process.stdout)
            self._heard.put((self, said))


def _result(said: bytes) -> Reply | RefusalError:
    try:
        return msgspec.msgpack.decode(said, type=Reply)
    except msgspec.MsgspecError:
        return RefusalError("form.reader_ended")


def _command() -> list[str]:
    """How this program is started once more; never from what lies in the folder one happens to be in."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "desktop"]
    return [*own, OPTION, language.in_use() or ""]


def _own_path() -> str:
    """Where the other process finds the program's modules, whatever way this one found them."""
    before = os.environ.get("PYTHONPATH", "")
    return os.pathsep.join(filter(None, (str(Path(desktop.__file__).parents[1]), before)))
