"""The table of findings: what the team found in each area, as far as it is marked for the report."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from desktop.exchange.deliverable import Deliverable, FindingLine
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.maturity.refs import Ref


def findings(deliverable: Deliverable) -> Table[FindingLine]:
    """A row for each finding that is for the report, area by area in the team's order."""
    packs = {part.pack.id: part.pack for part in deliverable.models}
    columns: tuple[Column[FindingLine], ...] = (
        Column(
            "area",
            _("Area"),
            30,
            _("The area, stream or track it is about, by model."),
            Kind.NAME,
            partial(_area, packs),
        ),
        Column("tone", _("Says"), 13, _("A strength, a weakness, or an alternative practice."), Kind.STATE),
        Column(
            "text",
            _("Finding"),
            80,
            _("What the team found, in its own words. At least two independent sources bear it out."),
        ),
    )
    return Table(
        _("Findings"),
        _("What the team found, area by area. Nothing is attributed to anybody."),
        columns,
        deliverable.findings,
        lambda line: Ref(line.model, line.place),
    )


def _area(packs: Mapping[str, Pack], line: FindingLine) -> str:
    pack = packs.get(line.model)
    place = pack.place_by_id.get(line.place) if pack is not None else None
    if pack is None or place is None:
        return _("Outside the models")
    return _("{model}: {parts}").format(model=pack.name, parts=place.name) if len(packs) > 1 else place.name
