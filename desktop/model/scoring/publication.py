"""A model's result as it may leave the team: what `anonymity` hides is taken out, in the results and in every trace."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.maturity import Pack
from desktop.model.scoring.anonymity import Hidden, hidden
from desktop.model.scoring.results import (
    AnswerStatistics,
    AreaResult,
    Detail,
    GoalResult,
    GroupResult,
    ModelResult,
    PracticeResult,
    QuestionResult,
    StatementResult,
    StreamResult,
    Trace,
    TrackResult,
)
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Agreement

QUESTION_HIDDEN = "question.hidden"
SUGGESTION_HIDDEN = "suggestion.hidden"
STREAM_SURVEY_HIDDEN = "stream_survey.hidden"
STATEMENT_SURVEY_HIDDEN = "statement_survey.hidden"
"""Rules of traces whose numbers were taken out. Their facts are those of their kind, None where hidden."""

HIDDEN = (QUESTION_HIDDEN, SUGGESTION_HIDDEN, STREAM_SURVEY_HIDDEN, STATEMENT_SURVEY_HIDDEN)
"""All of them."""

_OPINION = ("mean_percent", "met_percent", "mean_level", "level", "consensus", "agreement", "survey", "value")
_SUGGESTIONS = {
    Rule.SUGGESTION_FROM_ANSWERS.of: ("practice", SUGGESTION_HIDDEN),
    Rule.STREAM_SURVEY_ANSWERED.of: ("stream", STREAM_SURVEY_HIDDEN),
    Rule.STATEMENT_SURVEY_ANSWERED.of: ("statement", STATEMENT_SURVEY_HIDDEN),
}
"""By kind of trace, the fact that says of what the survey suggests something, and the rule once that is hidden."""

_BLANKS = ("unanswered", "does_not_apply", "dont_know")


class Published(Struct, frozen=True):
    """A result without what is hidden, and what that is.

    Attributes:
        result: hidden answers have their `n` and no counts, shares, means or indexes; a hidden suggestion is None.
            Where the blanks are hidden, they stand as 0.
    """

    result: ModelResult
    hidden: Hidden


def published(pack: Pack, result: ModelResult, threshold: int) -> Published:
    """The result as it may be shown outside the team.

    Args:
        pack: the model.
        result: its result.
        threshold: the smallest group whose answers may be shown.
    """
    secret = hidden(pack, result, threshold)
    if secret == Hidden():
        return Published(result, secret)
    return Published(_Censor(secret).model(result), secret)


def is_hidden(answers: AnswerStatistics) -> bool:
    """Whether answers were given but may not be shown."""
    return answers.n > 0 and not answers.counts


class _Censor:
    def __init__(self, secret: Hidden) -> None:
        self._secret = secret
        self._done: dict[int, tuple[Trace, Trace]] = {}

    def model(self, result: ModelResult) -> ModelResult:
        return replace(
            result,
            level=replace(result.level, trace=self.trace(result.level.trace)),
            levels=tuple(self.group(level, hide=level.id in self._secret.levels) for level in result.levels),
            categories=tuple(self.group(each, hide=each.id in self._secret.categories) for each in result.categories),
            areas=tuple(map(self.area, result.areas)),
            practices=tuple(map(self.practice, result.practices)),
            streams=tuple(map(self.stream, result.streams)),
            tracks=tuple(map(self.track, result.tracks)),
            statements=tuple(map(self.statement, result.statements)),
            questions=tuple(map(self.question, result.questions)),
            answers=self.answers(result.answers, hide=self._secret.model),
        )

    def group(self, group: GroupResult, *, hide: bool) -> GroupResult:
        trace = self.trace(group.trace)
        if not hide:
            return replace(group, trace=trace)
        return replace(group, mean_percent=None, trace=replace(trace, facts=_without(trace.facts, ("mean_percent",))))

    def area(self, area: AreaResult) -> AreaResult:
        return replace(
            area,
            goals=tuple(map(self.goal, area.goals)),
            answers=self.answers(area.answers, hide=area.id in self._secret.areas),
            trace=self.trace(area.trace),
        )

    def goal(self, goal: GoalResult) -> GoalResult:
        return replace(goal, trace=self.trace(goal.trace))

    def practice(self, practice: PracticeResult) -> PracticeResult:
        hide = practice.id in self._secret.practices
        return replace(practice, suggestion=None if hide else practice.suggestion, trace=self.trace(practice.trace))

    def stream(self, stream: StreamResult) -> StreamResult:
        return replace(
            stream,
            suggestion=None if stream.id in self._secret.practices else stream.suggestion,
            answers=self.answers(stream.answers, hide=stream.id in self._secret.areas),
            trace=self.trace(stream.trace),
        )

    def track(self, track: TrackResult) -> TrackResult:
        return replace(
            track,
            answers=self.answers(track.answers, hide=track.id in self._secret.areas),
            trace=self.trace(track.trace),
        )

    def statement(self, statement: StatementResult) -> StatementResult:
        hide = statement.id in self._secret.practices
        return replace(statement, suggestion=None if hide else statement.suggestion, trace=self.trace(statement.trace))

    def question(self, question: QuestionResult) -> QuestionResult:
        hide = question.id in self._secret.questions
        return replace(question, answers=self.answers(question.answers, hide=hide), trace=self.trace(question.trace))

    def answers(self, answers: AnswerStatistics, *, hide: bool) -> AnswerStatistics:
        if self._secret.blanks:
            none = {"counts": {}, "unanswered": 0, "does_not_apply": 0, "dont_know": 0, "coverage_weak": False}
            answers = replace(answers, **none)
        if not hide:
            return answers
        return replace(
            answers,
            counts={},
            shares={},
            mean_percent=None,
            median=None,
            consensus=None,
            agreement=Agreement.TOO_FEW,
            ad_mean=None,
            ad_median=None,
            r_wg=None,
            a_wg=None,
            bimodal=False,
        )

    def trace(self, trace: Trace) -> Trace:
        """The trace without hidden numbers; a part that stands in several places is the same object in all."""
        known = self._done.get(id(trace))
        if known is None:
            known = (trace, self._censored(trace))
            self._done[id(trace)] = known
        return known[1]

    def _censored(self, trace: Trace) -> Trace:
        rule, facts, parts = trace.rule, trace.facts, tuple(map(self.trace, trace.parts))
        kind = trace.rule.partition(".")[0]
        if kind == Rule.QUESTION_ANSWERED.of and self._secret.blanks:
            facts = _without(facts, _BLANKS)
        if trace.rule == Rule.QUESTION_ANSWERED and facts["question"] in self._secret.questions:
            rule, facts = QUESTION_HIDDEN, _without(facts, _OPINION)
        elif kind in _SUGGESTIONS:
            about, hidden_rule = _SUGGESTIONS[kind]
            if facts[about] in self._secret.practices:
                rule, facts = hidden_rule, _without(facts, _OPINION)
        return Trace(rule, facts, parts)


def _without(facts: Mapping[str, Detail], names: tuple[str, ...]) -> dict[str, Detail]:
    return {name: None if name in names else value for name, value in facts.items()}
