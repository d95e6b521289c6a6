"""What the matrix of coverage shows: a line for each area, and beneath it one for each of its practices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.exchange.tables.coverage import ANSWERS, key_of, source_groups
from desktop.exchange.tables.coverage import coverage as coverage_table
from desktop.exchange.tables.table import Column as Told
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.scoring.coverage import Coverage, PartCoverage, PlaceCoverage, SourceGroup
from desktop.model.scoring.vocabulary import SourceKind
from desktop.ui.pages.evidence.upright_header import NARROW
from desktop.ui.table_rows import Column
from desktop.ui.told_columns import shown
from desktop.wording.coverage import covered, face_to_face, stands


class CoverageLine(Struct, frozen=True):
    """A line: of a part, or of the place above some.

    Attributes:
        id: of the part or place.
        called: what it is called.
        text: what it says.
        part: its coverage; None on the line of a place.
        place: the coverage of the place; None on the line of a part.
        reached: on the line of a place, of how many of its parts each source speaks.
    """

    id: str
    called: str
    text: str
    part: PartCoverage | None = None
    place: PlaceCoverage | None = None
    reached: dict[SourceGroup, int] = {}


_PART, _MISSING = 280, 230
"""How wide is what it is, and what is missing, in pixels at 100 %; where room is short the id alone stays whole."""

QUESTIONNAIRE = SourceGroup(SourceKind.QUESTIONNAIRE)


def coverage_lines(pack: Pack, covered_: Coverage, *, place: str = "", lacking: bool = False) -> list[CoverageLine]:
    """The lines in the model's order.

    Args:
        pack: the model.
        covered_: its coverage.
        place: of this area, stream or track alone; empty for all.
        lacking: only what lacks something; a place that lacks nothing has no line then.
    """
    told = coverage_table(pack, covered_)
    text = next(column for column in told.columns if column.key == "text")
    beneath: dict[str, list[PartCoverage]] = {}
    for part in covered_.parts:
        beneath.setdefault(part.place, []).append(part)
    found: list[CoverageLine] = []
    for above in covered_.places:
        parts = [part for part in beneath[above.place] if part.lacks or not lacking]
        if parts and place in ("", above.place):
            found.append(_place_line(pack, above, beneath[above.place]))
            found += [CoverageLine(part.part, part.part, str(text.value(part) or ""), part) for part in parts]
    return found


def _place_line(pack: Pack, place: PlaceCoverage, parts: Iterable[PartCoverage]) -> CoverageLine:
    reached: dict[SourceGroup, int] = {}
    for part in parts:
        if part.applies:
            for group in (*dict(part.counts), *((QUESTIONNAIRE,) if part.answers else ())):
                reached[group] = reached.get(group, 0) + 1
    known = pack.place_by_id.get(place.place)
    return CoverageLine(place.place, place.place, known.name if known else "", place=place, reached=reached)


def columns(pack: Pack, covered_: Coverage, roles: Sequence[str]) -> list[Column[CoverageLine]]:
    """The columns: what it is, what is missing, and a number for each source; where room is short these scroll."""
    told = {column.key: column for column in coverage_table(pack, covered_, roles).columns}
    return [
        Column(
            told["part"].heading,
            lambda line: line.called,
            width=_PART,
            beneath=lambda line: line.text,
            tip=lambda line: line.text,
        ),
        Column(
            told["missing"].heading,
            lambda line: _missing(pack, line),
            width=_MISSING,
            tip=lambda line: _missing(pack, line),
            meaning=told["missing"].meaning,
        ),
        *(_number(told[key], group) for key, group in sources(covered_, roles)),
    ]


def sources(covered_: Coverage, roles: Sequence[str]) -> list[tuple[str, SourceGroup]]:
    """The sources that have a column, each with the key of its column."""
    return [(ANSWERS, QUESTIONNAIRE), *((key_of(group), group) for group in source_groups(covered_, roles))]


def _number(told: Told[PartCoverage], group: SourceGroup) -> Column[CoverageLine]:
    column = shown(told, width=NARROW)

    def text(line: CoverageLine) -> str:
        if line.place is not None:
            return str(line.reached.get(group, 0))
        return column.text(line.part)

    def tip(line: CoverageLine) -> str | None:
        if line.place is None:
            return None
        count = line.reached.get(group, 0)
        return _("It speaks of {count} of {all}.").format(count=count, all=line.place.parts)

    return replace(column, text=text, tip=tip, sort=None)


def _missing(pack: Pack, line: CoverageLine) -> str:
    if line.place is not None:
        return f"{covered(line.place, pack)} · {face_to_face(line.place)}"
    assert line.part is not None
    return stands(line.part)
