"""Sheet after sheet into the results workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from desktop.exchange.cells import LONGEST_TITLE, sheet_title
from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.heights import use_font
from desktop.exchange.workbook import (
    actions,
    archive,
    areas,
    gaps,
    goals,
    measures,
    overview,
    practices,
    questionnaire,
    readme,
    statements,
    stream_cells,
    streams,
    summary,
    summary_staged,
    summary_streams,
    summary_tracks,
    trace,
    tracks,
)
from desktop.exchange.workbook.cell_xml import Styles
from desktop.exchange.workbook.guide import Guide, Look, Value
from desktop.exchange.workbook.page import FIRST_HEADING, Page, Place
from desktop.language import _
from desktop.model.maturity import Scheme

_PREFIX, _TELLING = 17, 10
"""At most so many characters of a model's name begin the names of its sheets; whole words if they have so many."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def write_workbook(
    deliverable: Deliverable, path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> bool:
    """Write the results workbook, over whatever is there. Equal deliverables give equal files.

    Args:
        deliverable: what may be shown.
        path: the file.
        progress: told how many sheets are written, of how many.
        cancelled: asked before each sheet; when it says so, nothing is written.

    Returns:
        Whether it was written.
    """
    book = _Book(deliverable, progress, cancelled)
    if not book.fill():
        return False
    title = _("Results of {organisation}").format(organisation=deliverable.subject.organisation).strip()
    with path.open("wb") as stream:
        rows = {page.title: page.rows_written() for page in book.pages}
        archive.save(book.workbook, rows, stream, title=title, day=deliverable.day)
    return True


class _Book:
    """A workbook in the making."""

    def __init__(self, deliverable: Deliverable, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.worksheets[0])
        use_font(self.workbook)
        self.workbook.calculation.fullCalcOnLoad = False
        self._deliverable = deliverable
        self._progress = progress or (lambda _done, _all: None)
        self._cancelled = cancelled or (lambda: False)
        self._several = len(deliverable.models) > 1
        self._footer = " · ".join(each for each in (deliverable.subject.organisation, _("Results")) if each)
        self._titles: set[str] = set()
        self._guides: dict[Guide, None] = {}
        self._prefixes = prefixes([part.pack.name for part in deliverable.models])
        self._styles: Styles | None = None
        self.pages: list[Page] = []

    def fill(self) -> bool:
        """Write all sheets; False when it was cancelled before the last."""
        sheets: list[Callable[[], None]] = [
            *([self._overview] if self._several else []),
            *(partial(self._model, part) for part in self._deliverable.models),
            *([self._gaps] if self._deliverable.models else []),
            self._actions,
            *(partial(self._trace, part) for part in self._deliverable.models),
            self._readme,
        ]
        for done, write in enumerate(sheets):
            if self._cancelled():
                return False
            self._progress(done, len(sheets))
            write()
        self._progress(len(sheets), len(sheets))
        return True

    def _overview(self) -> None:
        page = self._page(overview.guide(), None, overview.WIDTHS)
        page.set_up(self._footer)
        overview.write(page, self._deliverable)

    def _model(self, part: ModelPart) -> None:
        match part.pack.scheme:
            case Scheme.STAGED:
                self._staged(part)
            case Scheme.STREAMS:
                self._streams(part)
            case Scheme.CRITERIA:
                self._tracks(part)
        if not part.result.answers.asked:
            return
        threshold = self._deliverable.subject.threshold
        self._table(questionnaire.guide(part, threshold), part, questionnaire.rows(part, threshold), "D")

    def _staged(self, part: ModelPart) -> None:
        first = self._summary(summary_staged.guide(), part)
        of_areas = self._table(areas.guide(), part, areas.rows(part), "C")
        summary_staged.write(first, self._deliverable, part, of_areas)
        self._table(goals.guide(), part, goals.rows(part), "E")
        self._table(practices.guide(), part, practices.rows(part), "C")

    def _streams(self, part: ModelPart) -> None:
        first = self._summary(summary_streams.guide(), part)
        of_streams = self._table(streams.guide(), part, streams.rows(part), "C")
        summary_streams.write(first, self._deliverable, part, of_streams)
        self._table(stream_cells.guide(), part, stream_cells.rows(part), "D")

    def _tracks(self, part: ModelPart) -> None:
        summary_tracks.write(self._summary(summary_tracks.guide(), part), self._deliverable, part)
        self._table(tracks.guide(), part, tracks.rows(part), "B")
        self._table(statements.guide(), part, statements.rows(part), "E")

    def _summary(self, guide: Guide, part: ModelPart) -> Page:
        page = self._page(guide, part, summary.WIDTHS)
        page.set_up(self._footer)
        return page

    def _gaps(self) -> None:
        self._table(gaps.guide(), None, gaps.rows(self._deliverable), "D")

    def _actions(self) -> None:
        guide = actions.guide()
        place = self._table(guide, None, actions.rows(self._deliverable), "C", filtered=False)
        actions.finish(place, guide.columns, actions.write_lists(self.workbook))
        if any(action.measures for action in self._deliverable.actions):
            self._table(measures.guide(), None, measures.rows(self._deliverable), "D")

    def _trace(self, part: ModelPart) -> None:
        trace.write(self._table(trace.guide(), part, (), "A", filtered=False).page, part)

    def _readme(self) -> None:
        page = self._page(readme.guide(), None, readme.WIDTHS)
        page.set_up(self._footer)
        readme.write(page, self._deliverable, list(self._guides))

    def _table(
        self,
        guide: Guide,
        part: ModelPart | None,
        rows: Iterable[Sequence[Value]],
        frozen: str,
        *,
        filtered: bool = True,
    ) -> Place:
        """A sheet that is one table; columns left of `frozen` stay in sight."""
        page = self._page(guide, part, [column.width for column in guide.columns])
        page.hide([number for number, column in enumerate(guide.columns, start=1) if column.hidden])
        page.set_up(self._footer, heading=FIRST_HEADING, frozen=f"{frozen}{FIRST_HEADING + 1}")
        page.line(guide.name if part is None else f"{guide.name} · {part.pack.name}", Look.TITLE)
        page.line(guide.about, Look.SUBTITLE)
        page.skip()
        heading = page.headings(guide.columns)
        span = page.rows(guide.columns, rows)
        if filtered:
            last = get_column_letter(len(guide.columns))
            page.sheet.auto_filter.ref = f"A{heading}:{last}{max(span.last, heading)}"
        return Place(page, heading, span)

    def _page(self, guide: Guide, part: ModelPart | None, widths: Sequence[float]) -> Page:
        title = sheet_title(self._name(guide, part), self._titles)
        self._titles.add(title.lower())
        self._guides.setdefault(guide)
        page = Page(self.workbook, title, widths, self._styles)
        self._styles = page.styles
        self.pages.append(page)
        return page

    def _name(self, guide: Guide, part: ModelPart | None) -> str:
        """The sheet's name, after its model's where there are several."""
        if part is None or not self._several:
            return guide.name
        prefix = self._prefixes[self._deliverable.models.index(part)]
        return f"{prefix[: LONGEST_TITLE - len(guide.name) - 1].strip()} {guide.name}"


def prefixes(models: Sequence[str]) -> list[str]:
    """What sheets of several models begin with: their names in few characters, the same on each of their sheets.

    Args:
        models: their names.
    """
    taken: set[str] = set()
    found = []
    for model in models:
        prefix = sheet_title(_short(sheet_title(model)), taken)
        taken.add(prefix.lower())
        found.append(prefix)
    return found


def _short(name: str) -> str:
    """As much of a name as there is room for before the longest name of a sheet, whole words where they say enough."""
    if len(name) <= _PREFIX:
        return name
    cut = name[: _PREFIX + 1]
    words = max(cut.rfind(" "), cut.rfind("-"))
    return (cut[:words] if words >= _TELLING else name[:_PREFIX]).strip(" -")
