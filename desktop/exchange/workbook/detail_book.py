"""The team's workbook: for each model what its results rest on, down to practices, questions and reasons.

It is for the team, and still a deliverable: what `desktop.exchange.deliverable` leaves out is not here either, so
nobody who took part can be found in it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop.exchange.cells import LONGEST_TITLE
from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.tables.answers import answers
from desktop.exchange.tables.coverage import coverage
from desktop.exchange.tables.evidence_list import evidence_list
from desktop.exchange.tables.findings import findings
from desktop.exchange.tables.gaps import gaps
from desktop.exchange.tables.model_tables import tables_of
from desktop.exchange.tables.road import road_map
from desktop.exchange.tables.table import AnyTable
from desktop.exchange.workbook import readme, trace
from desktop.exchange.workbook.book import Book, Cancelled, Progress, TableSetUp, prefixes
from desktop.language import _


def write(
    deliverable: Deliverable, path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> bool:
    """Write the workbook; see `desktop.exchange.workbook.write_team_detail`."""
    detail = _Detail(deliverable)
    if not detail.book.fill(detail.sheets(), progress, cancelled):
        return False
    detail.book.save(path)
    return True


class _Detail:
    """The sheets of each model, then what is about all."""

    def __init__(self, deliverable: Deliverable) -> None:
        self.book = Book(deliverable, _("Team detail"))
        self._deliverable = deliverable
        self._threshold = deliverable.subject.threshold
        self._prefixes = self._begin_names()

    def sheets(self) -> list[Callable[[], None]]:
        """What writes them."""
        models = self._deliverable.models
        return [
            *(partial(self._model, part) for part in models),
            *([self._findings] if self._deliverable.findings else []),
            *([self._evidence] if self._deliverable.evidence else []),
            *([self._gaps, self._road] if models else []),
            *(partial(self._trace, part) for part in models),
            self.book.check,
            self._readme,
        ]

    def _begin_names(self) -> list[str]:
        """What the sheets of each model begin with; nothing where there is one model."""
        models = self._deliverable.models
        if len(models) < 2:
            return [""] * len(models)
        longest = max(
            len(table.name)
            for part in models
            for table in [trace.table(part), *(table for table, _frozen in self._tables(part))]
        )
        return prefixes([part.pack.name for part in models], LONGEST_TITLE - longest - 1)

    def _tables(self, part: ModelPart) -> list[tuple[AnyTable, int]]:
        """The tables of a model, each with how many columns stay in sight."""
        return [
            *tables_of(part).detail(part),
            (coverage(part.pack, part.coverage), 3),
            *([(answers(part, self._threshold), 3)] if part.result.answers.asked else []),
        ]

    def _model(self, part: ModelPart) -> None:
        self.book.tie(
            [
                self.book.table(table, self._name(table, part), TableSetUp(frozen), part)
                for table, frozen in self._tables(part)
            ],
            part,
        )

    def _findings(self) -> None:
        table = findings(self._deliverable)
        self.book.table(table, table.name, TableSetUp(1))

    def _evidence(self) -> None:
        table = evidence_list(self._deliverable)
        self.book.table(table, table.name, TableSetUp(1))

    def _gaps(self) -> None:
        table = gaps(self._deliverable.models)
        self.book.tie([self.book.table(table, table.name, TableSetUp(3))])

    def _road(self) -> None:
        table = road_map(self._deliverable)
        self.book.table(table, table.name, TableSetUp(1, filtered=False))

    def _trace(self, part: ModelPart) -> None:
        table = trace.table(part)
        place = self.book.table(table, self._name(table, part), TableSetUp(0, filtered=False), part)
        trace.write(place.page, part)

    def _readme(self) -> None:
        guide = readme.guide()
        page = self.book.page(guide, guide.name, readme.WIDTHS)
        readme.write(page, self._deliverable, self.book.guides, readme.about_detail(self._deliverable))

    def _name(self, table: AnyTable, part: ModelPart) -> str:
        return f"{self._prefixes[self._deliverable.models.index(part)]} {table.name}".strip()
