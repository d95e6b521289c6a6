"""What pictures of models with rules of their own show, as plain values."""

from __future__ import annotations

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.data import Axis, RadarData, Rings, Role, Series, subtitle
from desktop.exchange.figures.kinds import FigureKind, title
from desktop.language import _
from desktop.model.evaluation.part_results import PartResult
from desktop.model.maturity import Pack
from desktop.model.maturity.parts_pack import rules_of
from desktop.model.scoring.results import ModelResult
from desktop.wording import part_results
from desktop.wording.part_results import PartLine, part_lines

FEWEST, MOST = 2, 16
"""So many parts make a picture: where the whole has fewer beneath it, those beneath these are shown."""


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


def lines(part: ModelPart) -> list[PartLine]:
    """The parts that take part, each below the one it stands under; none of a model that follows a scheme."""
    if not part.result.parts:
        return []
    return [line for line in part_lines(part.pack, part.result) if not line.closed]


def main_results(part: ModelPart) -> list[PartResult]:
    """`main_of` what is exported."""
    return main_of(part.pack, part.result)


def main_of(pack: Pack, result: ModelResult) -> list[PartResult]:
    """The parts that tell most at a glance: those under the whole, or, where these are few, those under them."""
    if not result.parts:
        return []
    book = rules_of(pack)
    known = {each.id: each for each in result.parts}
    found = list(book.children[book.root.id])
    while len(found) < FEWEST:
        deeper = [child for each in found for child in book.children[each.id] or (each,)]
        if len(deeper) == len(found) or len(deeper) > MOST:
            break
        found = deeper
    return [known[each.id] for each in found if not _closed(known[each.id])]


def main_parts(deliverable: Deliverable, part: ModelPart) -> RadarData:
    """How much of each main part is reached, and how much is wanted, from the least it could be to the most."""
    found = main_results(part)
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
        ),
        rings=Rings((25, 50, 75, 100), _("100 percent")),
        full_names=True,
    )


def part_tree(deliverable: Deliverable, part: ModelPart) -> TreeData:
    """The tree as far as there is room, what stands higher first."""
    known = {result.id: result for result in part.result.parts}
    every = lines(part)
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


def _closed(result: PartResult) -> bool:
    return result.result.blank is not None and result.result.blank.closed
