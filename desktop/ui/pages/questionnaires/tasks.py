"""The long work of the page. It is given plain values, and what is heavy to load is loaded beside the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.exchange.forms.content import FormContent
from desktop.ui.work import Progress

if TYPE_CHECKING:
    from desktop.exchange.forms.intake import ReadForm


class Written(Struct, frozen=True):
    """Forms that were written; none when it was cancelled.

    Attributes:
        forms: of each form, the ids of its model and of its participant.
        places: by model, the areas, streams or tracks that they ask about; empty for all.
    """

    folder: Path
    paths: list[Path]
    forms: list[tuple[str, str]]
    places: Mapping[str, frozenset[str]]


class Read(Struct, frozen=True):
    """Forms that were read, none when it was cancelled.

    Attributes:
        passed_over: how many files in folders cannot be forms.
        alone: whether one form was named by itself: then what was left out at an earlier import is asked anew.
    """

    forms: list[ReadForm]
    passed_over: int = 0
    alone: bool = False


class Writing(Struct, frozen=True):
    """Writes forms into a folder; see `Written`."""

    asks: list[FormContent]
    folder: Path
    places: Mapping[str, frozenset[str]]

    def __call__(self, progress: Progress, cancelled: Callable[[], bool]) -> Written:
        """Do it."""
        from desktop.exchange.forms.writer import write_all  # noqa: PLC0415 - loads openpyxl

        paths = write_all(self.asks, self.folder, progress, cancelled)
        forms = [(ask.identity.model, ask.identity.participant) for ask in self.asks]
        return Written(self.folder, paths, forms, self.places)


class Reading(Struct, frozen=True):
    """Reads files, or folders of them."""

    paths: list[Path]

    def __call__(self, progress: Progress, cancelled: Callable[[], bool]) -> Read:
        """Do it."""
        from desktop.exchange.forms.form_files import find_forms  # noqa: PLC0415 - loaded with the reading
        from desktop.exchange.forms.intake import read_forms  # noqa: PLC0415 - loads the readers of workbooks

        found = find_forms(self.paths, cancelled)
        alone = len(self.paths) == 1 and not self.paths[0].is_dir()
        return Read(read_forms(found.files, progress, cancelled), found.passed_over, alone)
