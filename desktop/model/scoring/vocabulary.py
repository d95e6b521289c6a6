"""The field's words for judgements and ratings."""

from __future__ import annotations

from enum import StrEnum

from desktop.model.maturity.vocabulary import EvidenceKind

__all__ = ["EXCLUDED", "MET", "Agreement", "Characterisation", "EvidenceKind", "Fulfilment", "Rating", "SourceKind"]


class SourceKind(StrEnum):
    """By what way the team learns something: the kinds of evidence, with what people say told apart by its setting."""

    QUESTIONNAIRE = "questionnaire"
    INTERVIEW = "interview"
    DISCUSSION = "discussion"
    DOCUMENT = "document"
    DEMONSTRATION = "demonstration"
    OBSERVATION = "observation"
    PRESENTATION = "presentation"

    @property
    def evidence(self) -> EvidenceKind:
        """The kind of evidence that it is."""
        return _EVIDENCE[self]


_EVIDENCE = {
    kind: EvidenceKind.INTERVIEW if kind is SourceKind.DISCUSSION else EvidenceKind(kind.value) for kind in SourceKind
}


class Characterisation(StrEnum):
    """How far a practice is in place. NA: it does not apply, which needs a reason."""

    FULLY = "FI"
    LARGELY = "LI"
    PARTIALLY = "PI"
    NOT = "NI"
    NOT_YET = "NY"
    NOT_APPLICABLE = "NA"


class Fulfilment(StrEnum):
    """How far a statement is so."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    DONT_KNOW = "dont_know"


class Rating(StrEnum):
    """What a goal or an area is rated."""

    SATISFIED = "satisfied"
    UNSATISFIED = "unsatisfied"
    NOT_APPLICABLE = "not_applicable"
    NOT_RATED = "not_rated"
    OUT_OF_SCOPE = "out_of_scope"


MET = frozenset({Rating.SATISFIED, Rating.NOT_APPLICABLE})
"""Ratings with which a part does not stand before a level."""

EXCLUDED = frozenset({Rating.OUT_OF_SCOPE, Rating.NOT_APPLICABLE})
"""Ratings with which a part takes no part in levels, means, gaps, counts and shares."""


class Agreement(StrEnum):
    """How far respondents agree."""

    AGREED = "agreed"
    MIXED = "mixed"
    SPLIT = "split"
    TOO_FEW = "too_few"
