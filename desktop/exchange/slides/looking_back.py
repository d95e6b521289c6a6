"""What came of it since the last round, for whoever was there then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.slides.planned import SIZE
from desktop.exchange.slides.slide import Grid, Slide
from desktop.exchange.tables.levels import LevelRow, levels
from desktop.language import _
from desktop.wording import board, rounds, slides

ROUNDS = 3
"""At most so many, the last ones, stand beside each other."""

ROWS = 7
"""Models on a slide."""


def since(deliverable: Deliverable) -> Iterator[Slide]:
    """How each model stood in the rounds before and stands now; nothing in the first round."""
    if not deliverable.rounds:
        return
    rows = levels(deliverable).rows
    told = list(dict.fromkeys(row.round for row in rows))[-ROUNDS:]
    headings = (_("Model"), *told, _("What moved"))
    shares = (0.26, *[0.42 / len(told)] * len(told), 0.32)
    better, worse = (sum(getattr(row, name) or 0 for row in rows if row.now) for name in ("better", "worse"))
    for first in range(0, len(deliverable.models), ROWS):
        shown = deliverable.models[first : first + ROWS]
        yield Slide(
            slides.since(told[-2] if len(told) > 1 else told[-1], better, worse),
            Grid(
                headings,
                shares,
                tuple(_row(part, rows, told) for part in shown),
                SIZE,
                _("Table of models: how each stood at the end of each round, and how it stands now."),
            ),
            (_("The results workbook has the same with its days, on the sheet Levels over rounds."),),
        )


def _row(part: ModelPart, rows: Sequence[LevelRow], told: Sequence[str]) -> tuple[str, ...]:
    ours = [row for row in rows if row.model == part.pack.id]
    stood = {row.round: rounds.stand(row.stand) for row in ours}
    return (part.pack.name, *(stood.get(name, "–") for name in told), _moved(part, ours[-1]))


def _moved(part: ModelPart, row: LevelRow) -> str:
    """The names of what stands better or worse than in the round before."""
    known = part.pack.place_by_id
    better, worse = ([known[each].name for each in ids if each in known] for ids in (row.risen or (), row.fallen))
    told = [
        _("better: {names}").format(names=board.listing(better)) if better else "",
        _("worse: {names}").format(names=board.listing(worse)) if worse else "",
    ]
    return "; ".join(filter(None, told)) or "–"
