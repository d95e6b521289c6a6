"""Deliverables into a folder: results workbook, report, two pages, the team's detail, slides and charts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import FORMATS, PLAN_KINDS, FigureKind, file_words, kinds
from desktop.exchange.figures.chart_page import Pictured, chart_page
from desktop.exchange.file_names import distinct, file_name
from desktop.exchange.report_files import REPORT, TWO_PAGES, OnFault, report_pieces
from desktop.exchange.workbook import write_team_detail, write_workbook
from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import Cancelled, Piece, Progress, write_set
from desktop.wording.exports import unfinished
from desktop.wording.manners import written_in

if TYPE_CHECKING:
    from desktop.exchange.figures.picture_files import DrawnSheet

PARTS = ("workbook", REPORT, TWO_PAGES, "detail", "deck", "charts")
"""What can be asked for: what the sponsor gets, what that rests on for the team, slides, pictures."""


def export(
    deliverable: Deliverable,
    folder: Path,
    only: Iterable[str] | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    slides_template: Path | None = None,
    template: Path | None = None,
    on_fault: OnFault | None = None,
) -> list[Path]:
    """Write the deliverables into a folder, all of them or none.

    They are one set, see `desktop.model.files.file_sets`. A file of the same name, such as an earlier export, is
    replaced. Needs no assessment, so it can run beside the window.

    Args:
        deliverable: what may leave the team.
        folder: is made when it is not there.
        only: some of `PARTS`; None means all.
        progress: told how many files are written, of how many.
        slides_template: somebody's own for the slides; the program's without one.
        cancelled: asked before each file; when it says so, nothing is kept and nothing returned.
        template: of the Word files; None for the program's.
        on_fault: told what is the matter with the template; the files are written all the same.

    Returns:
        The files, the results workbook first.

    Raises:
        RefusalError: ``export.part_unknown``; ``export.nothing`` when the assessment uses no model;
            those of `desktop.model.files.file_sets.write_set` and `desktop.exchange.reports.templates.opened`.
    """
    parts = PARTS if only is None else tuple(only)
    pieces = _pieces(deliverable, parts, slides_template, report_pieces(deliverable, parts, template, on_fault))
    with written_in(deliverable.manner):
        return write_set(folder, pieces, unfinished(), progress, cancelled)


def _pieces(
    deliverable: Deliverable, parts: Sequence[str], slides_template: Path | None, reports: Sequence[Piece]
) -> list[Piece]:
    for part in parts:
        if part not in PARTS:
            raise RefusalError("export.part_unknown", part=part, known=PARTS)
    if not deliverable.models:
        raise RefusalError("export.nothing")
    pieces: list[Piece] = []
    if "workbook" in parts:
        name = file_name(deliverable.subject.organisation, _("results"), ending=".xlsx")
        pieces.append(Piece(name, lambda path: _write_workbook(deliverable, path)))
    pieces += reports
    if "detail" in parts:
        name = file_name(deliverable.subject.organisation, _("team detail"), ending=".xlsx")
        pieces.append(Piece(name, lambda path: _write_detail(deliverable, path)))
    if "deck" in parts:
        name = file_name(deliverable.subject.organisation, _("slides"), ending=".pptx")
        pieces.append(Piece(name, lambda path: _write_deck(deliverable, slides_template, path)))
    pictures: list[tuple[int, Pictured]] = []
    if "charts" in parts:
        for whose, there in [*((each, kinds(each)) for each in deliverable.models), (None, PLAN_KINDS)]:
            for kind in there:
                pictures.append((len(pieces), Pictured(whose, kind, "")))
                pieces += _Chart(deliverable, whose, kind).pieces()
        name = file_name(deliverable.subject.organisation, _("charts"), ending=".html")
        pieces.append(Piece(name, lambda path: _write_page(deliverable, shown, path)))
    names = distinct(piece.name for piece in pieces)
    shown = [picture._replace(file=names[place]) for place, picture in pictures]
    return [Piece(name, piece.write) for name, piece in zip(names, pieces, strict=True)]


def _write_page(deliverable: Deliverable, pictures: Sequence[Pictured], path: Path) -> None:
    path.write_bytes(chart_page(deliverable, pictures))


def _write_workbook(deliverable: Deliverable, path: Path) -> None:
    write_workbook(deliverable, path)


def _write_detail(deliverable: Deliverable, path: Path) -> None:
    write_team_detail(deliverable, path)


def _write_deck(deliverable: Deliverable, template: Path | None, path: Path) -> None:
    from desktop.exchange.slides.house import House  # noqa: PLC0415 - python-pptx takes a while to load
    from desktop.exchange.slides.writing import as_deck  # noqa: PLC0415

    path.write_bytes(as_deck(deliverable, House.opened(template)))


class _Chart:
    """A picture of a model's results, or of the plan, as files; drawn for the first and let go with the last."""

    def __init__(self, deliverable: Deliverable, part: ModelPart | None, kind: FigureKind) -> None:
        self._deliverable = deliverable
        self._part = part
        self._kind = kind
        self._drawn: DrawnSheet | None = None

    def pieces(self) -> list[Piece]:
        """A file of each format."""
        whose = _model_words(self._deliverable, self._part) if self._part else ""
        named = self._deliverable.subject.organisation, whose, file_words(self._kind)
        return [Piece(file_name(*named, ending=f".{each}"), partial(self._write, each)) for each in FORMATS]

    def _write(self, format_: str, path: Path) -> None:
        from desktop.exchange.figures.picture_files import drawn_sheet  # noqa: PLC0415 - matplotlib takes a while

        model = self._part.pack.id if self._part else None
        sheet = self._drawn or drawn_sheet(self._kind, self._deliverable, model)
        self._drawn = None if format_ == FORMATS[-1] else sheet
        path.write_bytes(sheet.saved(format_))


def _model_words(deliverable: Deliverable, part: ModelPart) -> str:
    """What tells the charts of several models apart."""
    if len(deliverable.models) == 1:
        return ""
    namesakes = [each for each in deliverable.models if each.pack.name == part.pack.name]
    return part.pack.name if len(namesakes) == 1 else f"{part.pack.name} ({part.pack.id})"
