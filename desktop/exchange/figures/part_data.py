"""What pictures of models with rules of their own show, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.data import Axis, RadarData, Rings, Role, Series, last_round, subtitle
from desktop.exchange.figures.kinds import FigureKind, title
from desktop.exchange.tables.parts import main_of, parts_in_scope
from desktop.language import _
from desktop.model.evaluation.part_results import PartResult
from desktop.model.evaluation.states import Point
from desktop.model.scoring.place_stands import PlaceStand
from desktop.wording import part_results
from desktop.wording.part_results import PartLine


class TreeRow(Struct, frozen=True):
    """A part as a line of the tree.

    Attributes:
        depth: how far it stands in.
        stands: its result in words.
        reached: the place of its result between the least and the most it could be, 0 to 1; None without one.
        wanted: likewise of its target.
        low: likewise of the least that it can still become.
        high: likewise of the most.
    """

    name: str
    depth: int
    stands: str
    reached: float | None
    wanted: float | None
    low: float | None
    high: float | None


class TreeData(Struct, frozen=True):
    """The parts from the whole down; `left_out` counts those for which there was no room."""

    title: str
    subtitle: str
    rows: tuple[TreeRow, ...]
    left_out: int


_ROWS = 24


def main_parts(deliverable: Deliverable, part: ModelPart) -> RadarData:
    """How much of each main part is reached, and how much is wanted, from the least it could be to the most."""
    found = main_of(part.pack, part.result)
    return RadarData(
        title=title(FigureKind.PART_RADAR),
        subtitle=subtitle(deliverable, part),
        axes=tuple(
            Axis(each.id, part.pack.place_by_id[each.id].name, part_results.stands(each.result)) for each in found
        ),
        series=(
            Series(
                Role.NOW,
                _("Reached, in percent of its span"),
                tuple(part_results.percent_of(each, each.result.point) for each in found),
            ),
            Series(Role.TARGET, _("Target"), tuple(part_results.percent_of(each, each.target) for each in found)),
            *_then(deliverable, part, found),
        ),
        rings=Rings((25, 50, 75, 100), _("100 percent")),
        full_names=True,
    )


def _then(deliverable: Deliverable, part: ModelPart, found: Sequence[PartResult]) -> tuple[Series, ...]:
    """The line of the last round; none where there was no such round."""
    then = last_round(deliverable, part)
    if then is None:
        return ()
    points = [_point(then[1].get(each.id, PlaceStand())) for each in found]
    values = (part_results.percent_of(each, point) for each, point in zip(found, points, strict=True))
    return (Series(Role.LAST, then[0], tuple(values)),)


def _point(stand: PlaceStand) -> Point | None:
    if not stand.value and not stand.grade:
        return None
    return Point(Fraction(stand.value) if stand.value else None, stand.grade or None)


def part_tree(deliverable: Deliverable, part: ModelPart) -> TreeData:
    """The tree as far as there is room, what stands higher first."""
    known = {result.id: result for result in part.result.parts}
    every = parts_in_scope(part).rows if part.result.parts else []
    deepest = max((line.depth for line in every), default=0)
    while deepest > 1 and sum(line.depth <= deepest for line in every) > _ROWS:
        deepest -= 1
    shown = [line for line in every if line.depth <= deepest][:_ROWS]
    return TreeData(
        title=title(FigureKind.PART_TREE),
        subtitle=subtitle(deliverable, part),
        rows=tuple(_row(line, known[line.id]) for line in shown),
        left_out=len(every) - len(shown),
    )


def _row(line: PartLine, result: PartResult) -> TreeRow:
    could = result.result.could
    return TreeRow(
        name=line.title,
        depth=line.depth,
        stands=line.stands,
        reached=part_results.share_of(result, result.result.point),
        wanted=part_results.share_of(result, result.target),
        low=None if could is None else part_results.share_of(result, could.low),
        high=None if could is None else part_results.share_of(result, could.high),
    )
