"""Forms read in the test's own process: where only what is done with them matters, starting another takes long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest

from desktop.exchange.forms import form_processes
from desktop.exchange.forms.form_processes import Result
from desktop.exchange.forms.form_worker import Reply, reply_to


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads forms as the other process does, and says what is in them as it does."""
    monkeypatch.setattr("desktop.exchange.forms.intake.read_apart", _read)


def _read(
    files: Sequence[Path],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Result]:
    found: list[Result] = []
    for number, path in enumerate(files, start=1):
        if cancelled is not None and cancelled():
            return []
        reply = form_processes._result(msgspec.msgpack.encode(reply_to(path)))
        assert isinstance(reply, Reply)
        found.append(form_processes._form_of(reply))
        if progress is not None:
            progress(number, len(files))
    return found
