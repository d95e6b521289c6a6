"""The team's workbook: for each model what its results rest on, down to practices, questions and reasons.

It is for the team, and still a deliverable: what `desktop.exchange.deliverable` leaves out is not here either, so
nobody who took part can be found in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from desktop.exchange.cells import LONGEST_TITLE
from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.workbook import (
    areas,
    gaps,
    goals,
    groups,
    part_rows,
    practices,
    questionnaire,
    readme,
    statements,
    stream_cells,
    streams,
    trace,
    tracks,
)
from desktop.exchange.workbook.book import Book, Cancelled, Progress, TableSetUp, prefixes
from desktop.exchange.workbook.guide import Guide, Value
from desktop.exchange.workbook.page import Place
from desktop.language import _
from desktop.model.maturity import Scheme


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
            *([self._gaps] if models else []),
            *(partial(self._trace, part) for part in models),
            self._readme,
        ]

    def _begin_names(self) -> list[str]:
        """What the sheets of each model begin with; nothing where there is one model."""
        models = self._deliverable.models
        if len(models) < 2:
            return [""] * len(models)
        longest = max(len(guide.name) for part in models for guide in self._guides(part))
        return prefixes([part.pack.name for part in models], LONGEST_TITLE - longest - 1)

    def _guides(self, part: ModelPart) -> list[Guide]:
        return [*(guide for guide, _rows, _frozen in self._tables(part)), trace.guide()]

    def _tables(self, part: ModelPart) -> list[tuple[Guide, Iterable[Sequence[Value]], int]]:
        """What the tables of a model mean, their rows, and how many columns stay in sight."""
        asked: list[tuple[Guide, Iterable[Sequence[Value]], int]] = (
            [(questionnaire.guide(part, self._threshold), questionnaire.rows(part, self._threshold), 3)]
            if part.result.answers.asked
            else []
        )
        match part.pack.scheme:
            case Scheme.STAGED:
                return [
                    (groups.guide(), groups.rows(part), 2),
                    (areas.guide(), areas.rows(part), 2),
                    (goals.guide(), goals.rows(part), 4),
                    (practices.guide(part.pack), practices.rows(part), 2),
                    *asked,
                ]
            case Scheme.STREAMS:
                return [
                    (streams.guide(), streams.rows(part), 2),
                    (stream_cells.guide(), stream_cells.rows(part), 3),
                    *asked,
                ]
            case Scheme.CRITERIA:
                return [
                    (tracks.guide(), tracks.rows(part), 1),
                    (statements.guide(part.pack), statements.rows(part), 4),
                    *asked,
                ]
            case Scheme.PARTS:
                return [(part_rows.guide(), part_rows.rows(part), 4), *asked]

    def _model(self, part: ModelPart) -> None:
        for guide, rows, frozen in self._tables(part):
            self.book.table(guide, self._name(guide, part), rows, TableSetUp(frozen), part)

    def _gaps(self) -> None:
        guide = gaps.guide()
        self.book.table(guide, guide.name, gaps.rows(self._deliverable), TableSetUp(3))

    def _trace(self, part: ModelPart) -> None:
        guide = trace.guide()
        how = TableSetUp(0, filtered=False)
        place: Place = self.book.table(guide, self._name(guide, part), (), how, part)
        trace.write(place.page, part)

    def _readme(self) -> None:
        guide = readme.guide()
        page = self.book.page(guide, guide.name, readme.WIDTHS)
        readme.write(page, self._deliverable, self.book.guides, readme.about_detail(self._deliverable))

    def _name(self, guide: Guide, part: ModelPart) -> str:
        return f"{self._prefixes[self._deliverable.models.index(part)]} {guide.name}".strip()
