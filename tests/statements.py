"""How often the file is asked: what makes a key slow grows with the number of statements, on any machine alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.model.assessment import Assessment


@contextmanager
def counting(assessment: Assessment) -> Iterator[list[str]]:
    """The statements that run inside the block, begin and end of transactions included."""
    found: list[str] = []
    driver = assessment._store._file.driver
    driver.set_trace_callback(found.append)
    try:
        yield found
    finally:
        driver.set_trace_callback(None)
