"""Where a pack of a rating scheme differs from the usual rules of its scheme."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.maturity.kinds import Part
from desktop.model.maturity.rulebook.values import GradeWord
from desktop.model.maturity.vocabulary import EvidenceKind

Percent = Annotated[int, Meta(ge=0, le=100)] | Annotated[float, Meta(ge=0, le=100)]


class Without(StrEnum):
    """What counts where there is no result."""

    LEAVE_OUT = "leave_out"
    LOWEST = "lowest"


class EvidenceSetting(Part, frozen=True):
    """What must support a practice before it counts.

    Attributes:
        sources: how many different sources; pieces of one session or document are one, and all questionnaires together
            are one. With 0 a practice counts without evidence.
        beyond: kinds of evidence that are not enough by themselves.
    """

    sources: Annotated[int, Meta(ge=0, le=9)] = 2
    beyond: tuple[EvidenceKind, ...] = (EvidenceKind.QUESTIONNAIRE,)


class SurveySetting(Part, frozen=True):
    """What the survey suggests.

    Attributes:
        above: by grade, the percent that the mean of the answers must pass; the lowest grade has none.
        at_most: the most it suggests while nothing shows the work itself.
        unless_shown: kinds of evidence that show it.
    """

    above: Mapping[GradeWord, Percent] = {}
    at_most: GradeWord | None = None
    unless_shown: tuple[EvidenceKind, ...] = (EvidenceKind.DOCUMENT, EvidenceKind.DEMONSTRATION)


class TeamSetting(Part, frozen=True):
    """How far the team's word goes over the rule's.

    Attributes:
        may_lower: whether weaknesses can make a goal unsatisfied although its practices are in place.
        may_set: whether the team may choose the level of a stream, whatever is ticked.
        alternatives: whether another practice can be accepted in place of one.
    """

    may_lower: bool = True
    may_set: bool = True
    alternatives: bool = True


class BlankSetting(Part, frozen=True):
    """What counts where there is no result.

    Attributes:
        unanswered: for an area or stream that is not rated, and a statement that is not judged.
        dont_know: for a statement of which the team does not know.
        out_of_scope: for an area that is out of scope.
    """

    unanswered: Without = Without.LOWEST
    dont_know: Without = Without.LOWEST
    out_of_scope: Without = Without.LOWEST


class SchemeSettings(Part, frozen=True):
    """Where a pack differs from the usual rules of its scheme; what is left out stays as usual.

    Attributes:
        evidence: what must support a practice before it counts.
        suggest: what the survey suggests.
        team: how far the team's word goes.
        blanks: what counts where there is no result.
    """

    evidence: EvidenceSetting = EvidenceSetting()
    suggest: SurveySetting = SurveySetting()
    team: TeamSetting = TeamSetting()
    blanks: BlankSetting = BlankSetting()

    @property
    def told(self) -> Iterator[tuple[str, str]]:
        """Each setting that is not as usual: the block it stands in, and its key."""
        for block in self.__struct_fields__:
            said = getattr(self, block)
            yield from (
                (block, key) for key in said.__struct_fields__ if getattr(said, key) != getattr(type(said)(), key)
            )


PRACTICE_GRADES = ("NI", "PI", "LI", "FI")
STATEMENT_GRADES = ("not_met", "partly_met", "met")
"""What the survey can suggest for a practice and for a statement, the lowest first."""

PRACTICE_LIMITS: Mapping[str, float] = {"PI": 15, "LI": 50, "FI": 85}
STATEMENT_LIMITS: Mapping[str, float] = {"partly_met": 15, "met": 85}
"""The percent that the mean of the answers passes for each, where a pack sets none (the bands of ISO/IEC 33020)."""


class Settable(Struct, frozen=True):
    """What packs of a scheme can set.

    Attributes:
        keys: the settings that mean something, by the block they stand in.
        grades: what the survey can suggest, the lowest first.
        limits: the percents that go with them where a pack sets none.
    """

    keys: Mapping[str, tuple[str, ...]] = {}
    grades: tuple[str, ...] = ()
    limits: Mapping[str, float] = {}


SETTABLE = ByScheme(
    staged=Settable(
        {
            "evidence": ("sources", "beyond"),
            "suggest": ("above", "at_most", "unless_shown"),
            "team": ("may_lower", "alternatives"),
            "blanks": ("unanswered", "out_of_scope"),
        },
        PRACTICE_GRADES,
        PRACTICE_LIMITS,
    ),
    streams=Settable({"team": ("may_set",), "blanks": ("unanswered",)}),
    criteria=Settable(
        {"suggest": ("above",), "blanks": ("unanswered", "dont_know")}, STATEMENT_GRADES, STATEMENT_LIMITS
    ),
    parts=Settable(),
)
"""A pack that says its rules itself has no settings beside them."""
