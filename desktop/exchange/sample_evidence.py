"""What the team wrote down about the evidence of the shipped sample, and the two files that it attached."""

from __future__ import annotations

import datetime as dt

import msgspec
from msgspec import Struct

from desktop import resources
from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.records import Adequacy, Directness
from desktop.model.scoring.vocabulary import EvidenceKind


class ItemCells(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is said of an item.

    Attributes:
        attached: name of the file in the sample's folder ``attached``; empty for none.
    """

    version: str = ""
    dated: dt.date | None = None
    owner: str = ""
    expires: dt.date | None = None
    reference: str = ""
    directness: Directness | None = None
    adequacy: Adequacy | None = None
    attached: str = ""

    @property
    def said(self) -> dict[str, object]:
        """The cells that are said."""
        return {name: value for name, value in msgspec.structs.asdict(self).items() if value and name != "attached"}


class FurtherItem(Struct, frozen=True, forbid_unknown_fields=True):
    """An item that no decision rests on.

    Attributes:
        tags: ids of parts by model.
    """

    kind: EvidenceKind
    session: str
    note: str
    cells: ItemCells
    tags: dict[str, tuple[str, ...]]
    attached: str = ""


class SampleEvidence(Struct, frozen=True, forbid_unknown_fields=True):
    """All of it.

    Attributes:
        known: by title, of items that the decisions name.
        more: further items.
    """

    known: dict[str, ItemCells]
    more: tuple[FurtherItem, ...]


def sample_evidence() -> SampleEvidence:
    """What is said of the evidence of the shipped sample."""
    return msgspec.json.decode(resources.sample("evidence.json").read_bytes(), type=SampleEvidence)


def complete_evidence(assessment: Assessment) -> None:
    """Say it, by the operations that the window uses. The items of the decisions are filed by then."""
    found, it = sample_evidence(), assessment.evidence
    filed = {each.session: each.id for each in it.all()}
    for title, cells in found.known.items():
        it.change(filed[title], **cells.said)
        _attach(assessment, filed[title], cells.attached)
    for item in found.more:
        piece = it.add(item.kind, item.session, note=item.note)
        it.change(piece, **item.cells.said)
        it.tag(piece, [Ref(model, part) for model, parts in item.tags.items() for part in parts])
        _attach(assessment, piece, item.attached)


def _attach(assessment: Assessment, piece: str, name: str) -> None:
    if name:
        assessment.attachments.take(piece, resources.sample("attached") / name)
