"""The model packs that come with the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

from desktop import resources
from desktop.model.errors import RefusalError
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.questionnaire import asked_by_id, scales
from desktop.model.maturity.reading import read_pack
from desktop.model.maturity.vocabulary import Scheme


class PackSummary(Struct, frozen=True):
    """What one sees of a pack before choosing it.

    Attributes:
        levels: how many there are.
        areas: how many areas, streams or tracks there are, whichever the scheme has.
        goals: how many goals there are; none outside the scheme `staged`.
        practices: how many practices there are, of areas or of the cells of streams.
        questions: how many questions a respondent can be asked; for criteria these are the statements.
        cells: how many texts of a stream at a level there are; none outside the scheme `streams`, like `outcomes` and
            `metrics`.
        caps: how many caps there are; none outside the scheme `criteria`.
    """

    id: str
    name: str
    version: str
    summary: str
    scheme: Scheme
    levels: int
    areas: int
    goals: int
    practices: int
    questions: int
    cells: int
    outcomes: int
    metrics: int
    caps: int


def shipped() -> tuple[PackSummary, ...]:
    """The shipped packs, sorted by id."""
    return tuple(summary(_read(path)) for path in resources.model_packs())


def shipped_ids() -> tuple[str, ...]:
    """Ids of the shipped packs, without reading them."""
    return tuple(path.stem for path in resources.model_packs())


def find(pack_id: str) -> Pack:
    """The shipped pack with this id. Its file bears the id as its name.

    Raises:
        RefusalError: ``model.unknown`` with the facts ``model`` and ``known``: there is no such pack.
    """
    paths = {path.stem: path for path in resources.model_packs()}
    if pack_id not in paths:
        raise RefusalError("model.unknown", model=pack_id, known=tuple(paths))
    return _read(paths[pack_id])


def summary(pack: Pack) -> PackSummary:
    """What one sees of a pack before choosing it."""
    cells = [cell for stream in pack.streams for cell in stream.cells]
    return PackSummary(
        id=pack.id,
        name=pack.name,
        version=pack.version,
        summary=pack.summary,
        scheme=pack.scheme,
        levels=len(pack.levels),
        areas=len(pack.place_by_id),
        goals=len(pack.goal_by_id),
        practices=len(pack.practice_by_id) + sum(len(cell.practices) for cell in cells),
        questions=len(asked_by_id(pack, scales(pack)[0].id)),
        cells=len(cells),
        outcomes=sum(len(cell.outcomes) for cell in cells),
        metrics=len(pack.metric_by_id),
        caps=len(pack.caps),
    )


@cache
def _read(path: Path) -> Pack:
    return read_pack(path)
