"""What the table of the register shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.records import Evidence
from desktop.ui.tables import Column
from desktop.wording import names

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class ItemRow(Struct, frozen=True):
    """An item of evidence.

    Attributes:
        parts: what it speaks of.
    """

    item: Evidence
    parts: tuple[Ref, ...]


def item_rows(assessment: Assessment) -> list[ItemRow]:
    """The items as they are."""
    parts: dict[str, list[Ref]] = {}
    for model in assessment.models.all():
        for part, pieces in assessment.evidence.by_practice(model.id).items():
            for piece in pieces:
                parts.setdefault(piece.id, []).append(Ref(model.id, part))
    return [ItemRow(item, tuple(sorted(parts.get(item.id, ())))) for item in assessment.evidence.all()]


def columns() -> tuple[Column[ItemRow], ...]:
    """The columns of the table."""
    return (
        Column(_("Title"), lambda row: row.item.session),
        Column(_("Kind"), lambda row: names.name(row.item.kind), width=130),
        Column(
            _("Speaks of"),
            lambda row: str(len(row.parts)),
            sort=lambda row: len(row.parts),
            width=90,
            right=True,
            gives_way=1,
            meaning=_("How many practices and other parts of the models it is tagged with"),
        ),
    )


def row_key(row: ItemRow) -> str:
    """What tells a row from others."""
    return row.item.id
