"""What of the evidence may leave the team: no title, note, owner or place, and days of documents alone.

Part of the allow-list in `desktop.exchange.deliverable`.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.maturity.vocabulary import EvidenceKind
from desktop.model.records import Adequacy, Directness, Evidence, for_sponsor


class EvidenceLine(Struct, frozen=True):
    """An item of evidence.

    Attributes:
        number: its place in the register.
        dated: the day of the version of a document; None of all else, since a day can tell who was heard or showed it.
        expires: the last day on which a document holds, likewise.
        directness: None until the team says.
        adequacy: None until the team judges it.
        parts: what it speaks of.
    """

    number: int
    kind: EvidenceKind
    dated: dt.date | None
    expires: dt.date | None
    directness: Directness | None
    adequacy: Adequacy | None
    parts: tuple[Ref, ...]


def evidence_lines(assessment: Assessment) -> tuple[EvidenceLine, ...]:
    """The items of evidence in the order of the register; answers of respondents are none."""
    tagged = assessment.evidence.tagged()
    found = [piece for piece in assessment.evidence.all() if piece.kind is not EvidenceKind.QUESTIONNAIRE]
    return tuple(_line(number, piece, tagged.get(piece.id, ())) for number, piece in enumerate(found, start=1))


def _line(number: int, piece: Evidence, parts: tuple[Ref, ...]) -> EvidenceLine:
    told, document = for_sponsor(piece), piece.kind is EvidenceKind.DOCUMENT
    return EvidenceLine(
        number=number,
        kind=told.kind,
        dated=told.dated if document else None,
        expires=told.expires if document else None,
        directness=told.directness,
        adequacy=told.adequacy,
        parts=parts,
    )
