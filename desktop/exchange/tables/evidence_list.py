"""The table of evidence: each item by its number, with what it speaks of and nothing that it is called."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.deliverable_evidence import EvidenceLine
from desktop.exchange.tables.evidence_items import item_columns
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref


def evidence_list(deliverable: Deliverable) -> Table[EvidenceLine]:
    """A row for each item, in the order of the register."""
    models = {part.pack.id: part.pack.name for part in deliverable.models}
    known = {column.key: column for column in item_columns()}
    columns: tuple[Column[EvidenceLine], ...] = (
        Column("number", _("No."), 7, _("Its place in the register of evidence."), Kind.COUNT),
        *(known[key] for key in ("kind", "dated", "expires", "directness", "adequacy")),
        Column(
            "count",
            _("Parts"),
            8,
            _("Of how many practices, statements or other parts it speaks."),
            Kind.COUNT,
            lambda line: len(line.parts),
        ),
        Column(
            "parts", _("Speaks of"), 90, _("Their short names in the models."), read=lambda line: _told(line, models)
        ),
    )
    return Table(
        _("Evidence"),
        _("What the team has seen. What items are called and who answers for them stays in the assessment file."),
        columns,
        deliverable.evidence,
        lambda line: Ref("", str(line.number)),
    )


def _told(line: EvidenceLine, models: Mapping[str, str]) -> str:
    """The parts, model by model where there are several."""
    found: dict[str, list[str]] = {}
    for ref in line.parts:
        found.setdefault(ref.model, []).append(ref.part)
    if len(models) < 2:
        return ", ".join(part for parts in found.values() for part in parts)
    return "\n".join(
        _("{model}: {parts}").format(model=models.get(model, model), parts=", ".join(parts))
        for model, parts in found.items()
    )
