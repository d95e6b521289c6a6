"""Why a part has no result."""

from __future__ import annotations

from enum import StrEnum


class BlankReason(StrEnum):
    """Why a part has no result. All but two are open: somebody can still do something about them."""

    UNANSWERED = "unanswered"
    """Nobody has said anything yet, or what it rests on is open."""
    NOT_DUE = "not_due"
    DONT_KNOW = "dont_know"
    EVIDENCE_WANTING = "evidence_wanting"
    REASON_WANTING = "reason_wanting"
    """Said not to apply, but not why."""
    TEAM_DECIDES = "team_decides"
    DOES_NOT_APPLY = "does_not_apply"
    OUT_OF_SCOPE = "out_of_scope"
    NOTHING_COUNTED = "nothing_counted"
    """No part is counted in it: a fault of the model."""

    @property
    def closed(self) -> bool:
        """Whether nothing is wanting: it takes no part."""
        return self in (BlankReason.DOES_NOT_APPLY, BlankReason.OUT_OF_SCOPE)
