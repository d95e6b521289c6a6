"""Kinds of part: the rules, a handful to a model."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from desktop.model.maturity.kinds import Part, Remark, Word
from desktop.model.maturity.rulebook.measures import ChoiceRow, GradeBand, MeasureRule
from desktop.model.maturity.rulebook.values import Combiner, GradeWord, Limit, Treatment, WithoutReason

RESPONDENTS = "respondents"
"""Stands in `across.of` for those who answer the questionnaire."""


class AcrossRule(Part, frozen=True):
    """One part, answered several times: for sites, services, projects, layers, or by respondents.

    Those without an answer are left out, unless all are.

    Attributes:
        of: what the part is answered for: a word for people to read, or `respondents`.
        combine: how the numbers become one; grades only by `min`, `max` and `median`.
        choose: rows on the answers, the first of which holds, in place of `combine`. Its conditions compare the
            answers and name no parts.
        unanswered: what an open answer does: `leave_out`, `lowest`, `highest`, `pass_up` or `bounds`.
    """

    of: Remark = RESPONDENTS
    combine: Combiner | None = None
    choose: tuple[ChoiceRow, ...] = ()
    unanswered: Treatment = Treatment.LEAVE_OUT


class EvidenceRule(Part, frozen=True):
    """What must support an answer before it counts.

    Attributes:
        sources: how many sources; pieces of one session or document are one, and all questionnaires together are one.
        beyond: kinds of evidence that are not enough by themselves.
    """

    sources: Annotated[int, Meta(ge=1, le=9)] = 1
    beyond: tuple[Word, ...] = ()


class JudgedRule(Part, frozen=True):
    """How far the team's word stands over the rule's.

    Attributes:
        may_lower: the team may say that a result is lower than the rule makes it.
        may_set: the team may say what the result is, whatever the rule makes it.
        lowest: the lowest that the team may say.
        highest: the highest.
        alternative: what an accepted alternative counts as, where the answer itself is lower.
    """

    may_lower: bool = False
    may_set: bool = False
    lowest: Limit | None = None
    highest: Limit | None = None
    alternative: GradeWord | None = None


class SuggestionRule(Part, frozen=True):
    """What the answers of respondents suggest for a part. It suggests; the team decides.

    All answers to the questions that inform the part are taken together.

    Attributes:
        combine: `mean` or `median` of the answers' numbers.
        bands: from the number to a grade.
        at_most: the most it suggests while nothing shows the work itself.
        unless_shown: kinds of evidence that show it.
    """

    combine: Combiner = Combiner.MEAN
    bands: tuple[GradeBand, ...] = ()
    at_most: GradeWord | None = None
    unless_shown: tuple[Word, ...] = ()


class TargetRule(Part, frozen=True):
    """What is wanted of a part where the team has said nothing of it.

    Attributes:
        default: what is wanted, in the kind's own units.
        from_above: what is wanted of the part above is wanted of it, too.
        rolled_up: what is wanted follows from what is wanted of its parts, by the rule of its result.
    """

    default: Limit | None = None
    from_above: bool = False
    rolled_up: bool = False


class NamedMeasure(MeasureRule, frozen=True, kw_only=True):
    """A further measure of a part, beside its result.

    Attributes:
        id: what it is called in conditions and results.
        name: what people read; left out, the id.
    """

    id: Word
    name: Remark = ""


class PartKind(MeasureRule, frozen=True, kw_only=True):
    """A kind of part: how it is answered, and how its result follows.

    Attributes:
        id: named by parts.
        name: what people call such a part, in the singular; left out, the id.
        scale: id of the scale on which it is answered; left out, it is not.
        across: answered several times.
        evidence: what must support an answer.
        judged: how far the team's word goes.
        suggest: what answers of respondents suggest.
        target: what is wanted by itself.
        asked: whether respondents are asked, in the questionnaire.
        better_down: whether less is better.
        without_reason: how a part stands that is said not to apply without a reason.
        also: further measures. The kind itself is the first, which is the result.
    """

    id: Word
    name: Remark = ""
    scale: Word | None = None
    across: AcrossRule | None = None
    evidence: EvidenceRule | None = None
    judged: JudgedRule = JudgedRule()
    suggest: SuggestionRule | None = None
    target: TargetRule = TargetRule()
    asked: bool = False
    better_down: bool = False
    without_reason: WithoutReason = WithoutReason.OPEN
    also: tuple[NamedMeasure, ...] = ()

    @property
    def team_may_say(self) -> bool:
        """Whether the team may say what the result of such a part is: always, or where its rule asks for it."""
        rows = (*self.choose, *(self.across.choose if self.across is not None else ()))
        return self.judged.may_set or self.judged.may_lower or any(row.of for row in rows)
