"""What supports a judgement: documents, presentations, demonstrations and observations, each with what it speaks of."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import MARK, CellRule, Feeds, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import OfEvidence, OfModel, OfPart, TeamText
from desktop.model.scoring.vocabulary import EvidenceKind

ContentDigest = Annotated[
    str, CellRule(MergeRule.LATEST, Privacy.NOBODY, MARK), Meta(pattern="^([0-9a-f]{64})?$", max_length=64)
]
"""The SHA-256 of what is attached; empty for nothing."""


_TOLD = CellRule(privacy=Privacy.SPONSOR)
"""Of a cell that names nothing and nobody."""


class Directness(StrEnum):
    """Whether an item is what the work itself brings forth, or only tells of it."""

    DIRECT = "direct"
    SUPPORTING = "supporting"


class Adequacy(StrEnum):
    """Whether an item shows what it is to show."""

    ADEQUATE = "adequate"
    INADEQUATE = "inadequate"


class Evidence(Record, frozen=True):
    """An item of evidence.

    Attributes:
        session: its title; for what was said or shown, the session. Items of one kind and title are one source.
        note: what it shows.
        version: which version of a document the team has seen.
        dated: the day of that version, or on which something was shown.
        owner: who answers for it.
        expires: the last day on which it holds.
        reference: where it is: a path, an address, a shelf.
        directness: None until the team says.
        adequacy: None until the team judges it; what is inadequate is no source.
        content: of what is attached to it; see `desktop.model.store.attached_content`.
        file_name: what the attached file is called.
        file_size: of the attached file, in bytes.
    """

    declared = RecordKind("evidence", Feeds.SCORES, Privacy.TEAM, called="session")
    listed: ClassVar[bool] = True

    id: str
    kind: Annotated[EvidenceKind, _TOLD] = EvidenceKind.INTERVIEW
    session: str = ""
    note: TeamText = ""
    version: str = ""
    dated: Annotated[dt.date | None, _TOLD] = None
    owner: str = ""
    expires: Annotated[dt.date | None, _TOLD] = None
    reference: str = ""
    directness: Annotated[Directness | None, _TOLD] = None
    adequacy: Annotated[Adequacy | None, _TOLD] = None
    content: ContentDigest = ""
    file_name: str = ""
    file_size: int | None = None


class EvidenceLink(Record, frozen=True):
    """That an item of evidence speaks of something in a model.

    Attributes:
        part: id of the practice, of a stream's practice, of a statement or of any other part.
    """

    declared = RecordKind("evidence_link", Feeds.SCORES, Privacy.TEAM, MergeRule.BOTH)
    keys: ClassVar[tuple[str, ...]] = ("evidence", "model", "part")

    evidence: OfEvidence
    model: OfModel
    part: OfPart
    linked: bool = False
