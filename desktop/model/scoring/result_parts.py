"""What the results of all schemes are made of: traces, and what the answers say."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.model.scoring.vocabulary import Agreement

Detail = str | int | float | bool | None | tuple[str, ...]


class Trace(Struct, frozen=True, omit_defaults=True):
    """Why a result is what it is.

    Attributes:
        rule: names the rule that decided, e.g. ``goal.satisfied``; `desktop.wording.traces` has its sentence.
        facts: what the sentence names.
        parts: the results it rests on.
    """

    rule: str
    facts: Mapping[str, Detail] = {}
    parts: tuple[Trace, ...] = ()


class AnswerStatistics(Struct, frozen=True):
    """What the answers to one question, area, category or model say together.

    Shares and means are percentages from 0 to 100; indexes run as their formula says. Values are None where
    they are not defined or where the group is too small for them.

    Attributes:
        asked: answers that could have been given.
        n: answers given, blanks left out.
        unanswered: no choice made.
        does_not_apply: that blank chosen.
        dont_know: that blank chosen.
        counts: answers by choice id, every choice of the scale present, blanks included.
        shares: percent of `n` by choice id, answers only.
        mean_percent: mean of the choices' percents.
        median: id of the middle answer's choice (the lower of two).
        consensus: Tastle and Wierman 2007, 0 to 1.
        agreement: the reading of `consensus`.
        ad_mean: mean deviation from the mean, in scale steps.
        ad_median: mean deviation from the median, in scale steps.
        r_wg: James, Demaree and Wolf 1984, one item, 0 to 1.
        a_wg: Brown and Hauenstein 2005.
        bimodal: both ends hold at least a quarter and the consensus is below .45.
        coverage_weak: more than 30 percent do not know.
        dont_know_percent: share of don't-knows among answers and don't-knows together.
    """

    asked: int
    n: int
    unanswered: int
    does_not_apply: int
    dont_know: int
    counts: Mapping[str, int]
    shares: Mapping[str, float]
    mean_percent: float | None
    median: str | None
    consensus: float | None
    agreement: Agreement
    ad_mean: float | None
    ad_median: float | None
    r_wg: float | None
    a_wg: float | None
    bimodal: bool
    coverage_weak: bool
    dont_know_percent: float | None = None


class QuestionResult(Struct, frozen=True):
    """One question's answers.

    Attributes:
        id: the question's id, or that of the statement it asks about.
        place: id of the area, stream or track that it is about.
    """

    id: str
    place: str
    answers: AnswerStatistics
    trace: Trace
