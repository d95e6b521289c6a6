"""What is heard or seen in one session is one piece of evidence, which can speak of many things."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.model.evaluation.sessions import session_key
from desktop.model.records import Evidence, EvidenceLink
from desktop.model.scoring.vocabulary import EvidenceKind


def piece_of(kind: EvidenceKind, session: str, pieces: Iterable[Evidence]) -> Evidence | None:
    """The piece that a session has given already; None when it is new."""
    wanted = session_key(session)
    return next((piece for piece in pieces if piece.kind is kind and session_key(piece.session) == wanted), None)


def speaks_elsewhere(piece: str, model: str, part: str, links: Iterable[EvidenceLink]) -> bool:
    """Whether a piece speaks of anything besides a part of a model; if not, it goes when it is taken off that."""
    return any(link.linked and link.evidence == piece and (link.model, link.part) != (model, part) for link in links)
