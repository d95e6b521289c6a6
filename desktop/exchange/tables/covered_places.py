"""The table of coverage by area: of how many practices enough sources speak, by kind and never by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from desktop.exchange.deliverable import PlannedModel
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.maturity.refs import Ref
from desktop.model.scoring import rounding
from desktop.model.scoring.coverage import PlaceCoverage
from desktop.model.scoring.vocabulary import SourceKind
from desktop.wording import names
from desktop.wording.planning import place_name


class CoveredPlace(Struct, frozen=True):
    """An area, stream or track with what speaks of its parts.

    Attributes:
        kinds: of how many of its parts some source of a kind speaks.
    """

    pack: Pack
    covered: PlaceCoverage
    kinds: Mapping[SourceKind, int]

    @property
    def share(self) -> float | None:
        """Percent of its parts that are corroborated; None where none applies."""
        parts = self.covered.parts
        return rounding.share(self.covered.corroborated, parts) if parts else None


def covered_places(models: Sequence[PlannedModel]) -> Table[CoveredPlace]:
    """A row for each place of each model that has parts of which something is to speak."""
    rows = [row for part in models for row in _rows(part)]
    return Table(
        _("Coverage"),
        _("Of how many practices or statements enough sources speak. Sources are told by kind, never by person."),
        (
            Column("pack.name", _("Model"), 24, _("The maturity model.")),
            Column(
                "name",
                _("Name"),
                34,
                _("The area, stream or track."),
                Kind.NAME,
                lambda row: place_name(row.covered.place, row.pack),
            ),
            Column("covered.parts", _("To cover"), 11, _("How many practices or statements apply."), Kind.COUNT),
            Column(
                "covered.corroborated",
                _("Corroborated"),
                15,
                _("Of how many of them enough independent sources speak."),
                Kind.COUNT,
            ),
            Column("share", _("Share"), 11, _("Share of them that are corroborated."), Kind.PERCENT),
            Column(
                "covered.affirmed",
                _("Face to face"),
                11,
                _("Of how many somebody has spoken to the team, in an interview or a discussion."),
                Kind.COUNT,
            ),
            Column("covered.needed", _("To affirm"), 11, _("Of how many somebody should have: half."), Kind.COUNT),
            *_of_kinds(rows),
        ),
        rows,
        lambda row: Ref(row.pack.id, row.covered.place),
        key="covered_places",
    )


def _rows(part: PlannedModel) -> Iterator[CoveredPlace]:
    found: dict[str, Counter[SourceKind]] = {}
    for each in part.coverage.parts:
        spoken = found.setdefault(each.place, Counter())
        if each.applies:
            spoken.update(kind for kind, count in each.kinds.items() if count)
            if each.answers:
                spoken[SourceKind.QUESTIONNAIRE] += 1
    return (CoveredPlace(part.pack, place, found[place.place]) for place in part.coverage.places)


def _of_kinds(rows: Sequence[CoveredPlace]) -> Iterator[Column[CoveredPlace]]:
    """A column for each kind of source that there is."""
    for kind in SourceKind:
        if any(row.kinds.get(kind) for row in rows):
            yield Column(
                kind.value,
                names.name(kind),
                7,
                _("Of how many of them a source of this kind speaks."),
                Kind.COUNT,
                partial(_spoken, kind),
                turned=True,
            )


def _spoken(kind: SourceKind, row: CoveredPlace) -> int:
    return row.kinds.get(kind, 0)
