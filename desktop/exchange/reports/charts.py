"""The figures as pictures of documents, as large as a page is wide and with their words in readable type."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.exchange import figures
from desktop.exchange.board_texts import level_now
from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import PLAN_KINDS, FigureKind
from desktop.exchange.figures.drawing import Drawing, figure
from desktop.exchange.figures.model_levels import ModelLevel, draw_model_levels, height_of, words_of_levels
from desktop.exchange.reports.blocks import WIDTH, Picture
from desktop.exchange.tables.words import in_line
from desktop.language import _
from desktop.wording.manners import Manner

Draw = Callable[[Drawing, Manner, str, tuple[float, float]], bytes]
"""Makes a bitmap; see `desktop.exchange.figures.picture_files.for_document`."""

_PIXELS = 680.0
"""Across that width: what is written at 12 pixels is read at eight points."""

_HEIGHTS: Mapping[FigureKind, float] = {
    FigureKind.RADAR_BY_AREA: 500.0,
    FigureKind.RADAR_BY_CATEGORY: 440.0,
    FigureKind.STAIRCASE: 300.0,
    FigureKind.STREAM_RADAR: 500.0,
    FigureKind.PART_RADAR: 480.0,
    FigureKind.BURN_UP: 340.0,
}
"""Where it is not what the figure needs at the least."""

_MORE: Mapping[FigureKind, float] = {FigureKind.TRACK_STAIRCASE: 1.35}
"""By how much it is higher than that, so that the names of levels have room below their steps."""

_TALLEST = 900.0
_FEW = 2
_ELSEWHERE = (FigureKind.RADAR_BY_CATEGORY, FigureKind.TRACK_RADAR, *PLAN_KINDS)


def telling_kinds(part: ModelPart) -> tuple[FigureKind, ...]:
    """The figures of a model that the report shows; the chart pack has all."""
    return tuple(kind for kind in figures.kinds(part) if kind not in _ELSEWHERE)[:_FEW]


def drawn(drawing: Drawing, manner: Manner, about: str, size: tuple[float, float]) -> bytes:
    """Draw with matplotlib."""
    from desktop.exchange.figures.picture_files import for_document  # noqa: PLC0415 - takes most of a second

    return for_document(drawing, manner, about, size)


def undrawn(_drawing: Drawing, _manner: Manner, _about: str, _size: tuple[float, float]) -> bytes:
    """Draw nothing, for whoever wants the words alone."""
    return b""


def chart(kind: FigureKind, deliverable: Deliverable, part: ModelPart, draw: Draw) -> Picture:
    """A figure of a model with its caption; its alt text has the numbers."""
    title = figures.title(kind)
    found = figure(kind, deliverable, part.pack.id)
    height = min(max(_HEIGHTS.get(kind, found.least * _MORE.get(kind, 1)), min(found.least, _TALLEST)), _TALLEST)
    content = draw(found, deliverable.manner, title, (_PIXELS, height))
    caption = f"{title}: {part.pack.name}" if len(deliverable.models) > 1 else title
    return Picture(content, WIDTH, WIDTH * height / _PIXELS, caption, _alt(kind, deliverable, part))


def plan_charts(deliverable: Deliverable, draw: Draw) -> tuple[Picture, ...]:
    """How the actions come along, and the road map; none where no action has a day."""
    if not any(action.due for action in deliverable.actions):
        return ()
    return tuple(_plan_chart(kind, deliverable, draw) for kind in PLAN_KINDS)


def _plan_chart(kind: FigureKind, deliverable: Deliverable, draw: Draw) -> Picture:
    title, found = figures.title(kind), figure(kind, deliverable)
    height = min(_HEIGHTS.get(kind, found.least), _TALLEST)
    content = draw(found, deliverable.manner, title, (_PIXELS, height))
    told = _("{title}; the table of actions has the titles in full").format(title=title)
    caption = told if kind is FigureKind.ROADMAP else title
    return Picture(content, WIDTH, WIDTH * height / _PIXELS, caption, found.words)


def levels_chart(deliverable: Deliverable, draw: Draw, width: float = WIDTH) -> Picture | None:
    """Where all models with levels stand and are wanted; None where there is none."""
    shown = [each for part in deliverable.models if (each := _level(part)) is not None]
    if not shown:
        return None
    drawing = Drawing(lambda paper: draw_model_levels(paper, shown), words_of_levels(shown))
    title, height = _("Level now and target"), height_of(shown)
    content = draw(drawing, deliverable.manner, title, (_PIXELS, height))
    return Picture(content, width, width * height / _PIXELS, title, words_of_levels(shown))


def _level(part: ModelPart) -> ModelLevel | None:
    if not part.pack.levels:
        return None
    now = level_now(part.result)
    target = part.whole.target
    return ModelLevel(
        part.pack.name,
        part.pack.levels[-1].number,
        now if isinstance(now, int) else None,
        target if isinstance(target, int) else None,
    )


def _alt(kind: FigureKind, deliverable: Deliverable, part: ModelPart) -> str:
    """Row after row of the table that says the same."""
    table = figures.table(kind, deliverable, part.pack.id)
    rows = [
        ", ".join(
            f"{column.heading} {in_line(value, column.kind)}"
            for column in table.columns
            if (value := column.value(row)) is not None
        )
        for row in table.rows
    ]
    return _("{title}. {rows}").format(title=figures.title(kind), rows="; ".join(rows))
