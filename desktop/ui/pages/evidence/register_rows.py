"""What the table of the register shows, and which items each filter keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.exchange.tables.evidence_items import item_columns
from desktop.language import _
from desktop.model.assessment.filed_talks import is_talk
from desktop.model.assessment.rules.item_freshness import Freshness, freshness
from desktop.model.maturity.refs import Ref
from desktop.model.records import Evidence
from desktop.ui.table_rows import Column
from desktop.ui.told_columns import shown
from desktop.wording import names

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment

_FRESHNESS_TONES = {Freshness.EXPIRED: "bad", Freshness.SOON: "warn"}


class Filter(StrEnum):
    """Which items are shown."""

    ALL = "all"
    UNTAGGED = "untagged"
    EXPIRING = "expiring"
    UNJUDGED = "unjudged"
    TALKS = "talks"


class ItemRow(Struct, frozen=True):
    """An item of evidence with what is known about it today.

    Attributes:
        parts: what it speaks of.
        freshness: how it stands today.
        text: what is searched, in lower case.
    """

    item: Evidence
    parts: tuple[Ref, ...]
    freshness: Freshness
    text: str

    def passes(self, chosen: Filter) -> bool:
        """Whether a filter keeps it."""
        match chosen:
            case Filter.ALL:
                return True
            case Filter.UNTAGGED:
                return not self.parts
            case Filter.EXPIRING:
                return self.freshness in _FRESHNESS_TONES
            case Filter.UNJUDGED:
                return self.item.adequacy is None
            case Filter.TALKS:
                return is_talk(self.item)

    @property
    def filters(self) -> tuple[Filter, ...]:
        """All filters that keep it."""
        return tuple(each for each in Filter if self.passes(each))

    def says(self, words: Iterable[str]) -> bool:
        """Whether all words, in lower case, are found in it."""
        return all(word in self.text for word in words)


def item_rows(assessment: Assessment, day: dt.date) -> list[ItemRow]:
    """The items as they stand on a day, by title."""
    tagged, assessed = assessment.evidence.tagged(), assessment.preparation.details().starts
    in_use = {each.id for each in assessment.models.all()}
    return [
        _row(item, tagged.get(item.id, ()), in_use, freshness(item, day, assessed))
        for item in assessment.evidence.all()
    ]


def renewed_row(assessment: Assessment, item: str, day: dt.date) -> ItemRow:
    """One of them, read anew.

    Raises:
        RefusalError: ``evidence.unknown``.
    """
    it, assessed = assessment.evidence, assessment.preparation.details().starts
    in_use, found = {each.id for each in assessment.models.all()}, it.get(item)
    return _row(found, it.tags(item), in_use, freshness(found, day, assessed))


def _row(item: Evidence, tags: Iterable[Ref], in_use: Container[str], found: Freshness) -> ItemRow:
    parts = tuple(ref for ref in tags if ref.model in in_use)
    told = (item.session, item.version, item.owner, item.reference, item.file_name, item.note, names.name(item.kind))
    return ItemRow(item, parts, found, "\n".join((*told, *(each.part for each in parts))).casefold())


def columns() -> tuple[Column[ItemRow], ...]:
    """The columns of the table."""
    title, kind, version, dated, owner, expires, directness, adequacy, attached = item_columns()
    item = attrgetter("item")
    return (
        shown(title, of=item),
        shown(kind, of=item, width=112, gives_way=1),
        shown(version, of=item, width=66, gives_way=7),
        shown(dated, of=item, width=92, gives_way=5),
        shown(owner, of=item, width=104, gives_way=6),
        shown(expires, of=item, width=104, gives_way=3, tone=_expiry_tone),
        Column(
            _("Speaks of"),
            lambda row: str(len(row.parts)),
            sort=lambda row: len(row.parts),
            tone=lambda row: None if row.parts else "warn",
            width=78,
            meaning=_("How many practices and other parts of the models it is tagged with."),
        ),
        shown(directness, of=item, width=92, gives_way=8),
        shown(adequacy, of=item, width=112, gives_way=2),
        shown(attached, of=item, width=110, gives_way=4),
    )


def row_key(row: ItemRow) -> str:
    """What tells a row from others."""
    return row.item.id


def _expiry_tone(row: ItemRow) -> str | None:
    return _FRESHNESS_TONES.get(row.freshness)
