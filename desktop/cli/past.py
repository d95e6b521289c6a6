"""Moments that a command line names, and an assessment as it was then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.assessment.going_back import as_it_was, moment_at
from desktop.model.assessment.moment import Moment
from desktop.model.errors import RefusalError
from desktop.wording.past_moments import as_it_was_text

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

NOW = "now"


def typed_moment(path: Path, typed: str, key: FileKey | None) -> Moment:
    """The moment that somebody typed: a day, the number of a step, or “now”.

    Raises:
        RefusalError: ``moment.unclear``; those of `moment_at`.
    """
    if typed.casefold() == NOW:
        return moment_at(path, key=key)
    try:
        wanted = int(typed) if typed.isdecimal() else dt.date.fromisoformat(typed)
    except ValueError as error:
        raise RefusalError("moment.unclear", value=typed) from error
    return moment_at(path, wanted, key=key)


@contextmanager
def opened_then(path: Path, typed: str, console: Console) -> Iterator[Assessment]:
    """The assessment for reading: as it is, or as it was at the moment that was typed, which is told.

    Raises:
        RefusalError: see `opened`, `typed_moment` and `as_it_was`.
    """
    with opened(path, console) as assessment, then_or_now(assessment, typed, console) as found:
        yield found


@contextmanager
def then_or_now(present: Assessment, typed: str, console: Console) -> Iterator[Assessment]:
    """An open assessment, or that as it was at the moment that was typed, which is told.

    Raises:
        RefusalError: see `typed_moment` and `as_it_was`.
    """
    if not typed:
        yield present
        return
    moment = typed_moment(present.path, typed, present.key)
    with as_it_was(present.path, moment, key=present.key, present=present) as then:
        console.tell(_("{what}.").format(what=as_it_was_text(moment)))
        yield then
