"""The fixed words that packs may use."""

from __future__ import annotations

from enum import StrEnum


class Scheme(StrEnum):
    """How a model turns judgements into a level. The code knows schemes, never models."""

    STAGED = "staged"
    STREAMS = "streams"
    CRITERIA = "criteria"
    PARTS = "parts"
    """The pack says its rules itself, in the scoring vocabulary, as a tree of parts; it names no scheme."""


NAMED_SCHEMES = (Scheme.STAGED, Scheme.STREAMS, Scheme.CRITERIA)
"""Those that a pack names; one with rules of its own names none."""


class BlankKind(StrEnum):
    """The two blanks a respondent can choose; the third, unanswered, is the absence of a choice."""

    DOES_NOT_APPLY = "does_not_apply"
    DONT_KNOW = "dont_know"


class FeatureKind(StrEnum):
    """What the practices of a common feature are for."""

    IMPLEMENTATION = "implementation"
    INSTITUTIONALISATION = "institutionalisation"


class Direction(StrEnum):
    """Which way the values of a metric get better."""

    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"


class EvidenceKind(StrEnum):
    """Where a piece of evidence comes from. DOCUMENT and DEMONSTRATION are direct artifacts.

    A demonstration is given to the team; an observation is what the team sees of the work without being shown it.
    """

    DOCUMENT = "document"
    DEMONSTRATION = "demonstration"
    OBSERVATION = "observation"
    INTERVIEW = "interview"
    PRESENTATION = "presentation"
    QUESTIONNAIRE = "questionnaire"


class Phase(StrEnum):
    """The phases of an assessment."""

    PREPARATION = "preparation"
    EXECUTION = "execution"
    AFTERCARE = "aftercare"
