"""A model's result as it may leave the team: every number rests on shown answers alone, in results and traces alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.maturity import Pack
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.scoring.anonymity import Counts, disclose
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given, Tally
from desktop.model.scoring.part_words import without_answers
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
from desktop.model.scoring.statistics import mean_percent, rounded_mean
from desktop.model.scoring.survey import Survey, survey
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


class Withheld(Struct, frozen=True):
    """What is not shown of a model's answers as it is, by id of the question.

    Attributes:
        hidden: too few answered; only how many is shown.
        blanks: too few said anything; how many chose a blank is not shown either.
        held: shown as in an earlier export, for what changed since would show what a few people said.
    """

    hidden: frozenset[str] = frozenset()
    blanks: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()


class Published(Struct, frozen=True):
    """A result as it may leave the team.

    Attributes:
        result: hidden answers have their `n` and no counts, shares, means or indexes; a suggestion that rests on any is
            None. Answers taken together are those of the questions shown. Where blanks are hidden, they stand as 0.
        counts: by question id, what is shown, for the next export to be compared with.
    """

    result: ModelResult
    withheld: Withheld
    counts: Mapping[str, Counts]


def published(
    pack: Pack, given: Given, result: ModelResult, threshold: int, earlier: Mapping[str, Sequence[Counts]] | None = None
) -> Published:
    """The result as it may be shown outside the team; see `desktop.model.scoring.anonymity`.

    Args:
        pack: the model.
        given: what it was scored from.
        result: its result.
        threshold: the smallest group whose answers may be shown.
        earlier: by question id, what earlier exports showed, the oldest first; None compares with none.
    """
    asked = asked_by_id(pack, given.scale)
    disclosed = {
        question.id: disclose(
            question.answers,
            {choice.id for choice in asked[question.id].scale.choices if choice.blank is not None},
            (earlier or {}).get(question.id, ()),
            threshold,
        )
        for question in result.questions
    }
    withheld = Withheld(
        hidden=frozenset(q.id for q in result.questions if q.answers.n and not disclosed[q.id].answers),
        blanks=frozenset(question for question, found in disclosed.items() if not found.blanks),
        held=frozenset(question for question, found in disclosed.items() if found.held),
    )
    counts = {question: found.counts for question, found in disclosed.items()}
    if withheld.held:
        given = _with_tallies(
            given, {question: _held(result, question, counts[question]) for question in withheld.held}
        )
        result = score(pack, given)
    if withheld.hidden or withheld.blanks:
        shown = _without(pack, given, withheld)
        result = replace(result, parts=score(pack, shown).parts) if result.parts else result
        result = _Censor(withheld, survey(pack, shown), pack).model(result)
    return Published(result, withheld, counts)


def is_hidden(answers: AnswerStatistics) -> bool:
    """Whether answers were given but may not be shown."""
    return answers.n > 0 and not answers.counts


def _held(result: ModelResult, question: str, counts: Counts) -> Tally:
    """A question's tally with what is shown of it as it was then."""
    now = next(found.answers for found in result.questions if found.id == question)
    return Tally({**now.counts, **counts}, now.asked)


def _without(pack: Pack, given: Given, withheld: Withheld) -> Given:
    """What was given, as if nobody had answered the questions that are not shown."""
    if isinstance(pack, PartsPack):
        return without_answers(pack.rules, given, withheld.hidden | withheld.blanks)
    return _with_tallies(given, dict.fromkeys(withheld.hidden | withheld.blanks, Tally({}, 0)))


def _with_tallies(given: Given, tallies: Mapping[str, Tally]) -> Given:
    return replace(given, tallies={**given.tallies, **tallies})


class _Censor:
    def __init__(self, withheld: Withheld, pools: Survey, pack: Pack) -> None:
        self._withheld = withheld
        self._pools = pools
        self._pack = pack
        self._silent = {
            about
            for about, questions in pack.informants.items()
            if not withheld.hidden.isdisjoint(question.id for question in questions)
        }
        self._silent |= {stream.id for stream in pack.streams if stream.question.id in withheld.hidden}
        self._silent |= withheld.hidden & pack.statement_by_id.keys()
        """Practices, streams and statements of which it is not shown what the survey suggests."""
        self._done: dict[int, tuple[Trace, Trace]] = {}

    def model(self, result: ModelResult) -> ModelResult:
        return replace(
            result,
            level=replace(result.level, trace=self.trace(result.level.trace)),
            levels=tuple(
                self.group(level, {area.id for area in self._pack.areas_at(int(level.id))}) for level in result.levels
            ),
            categories=tuple(
                self.group(group, {area.id for area in self._pack.areas if group.id in area.categories})
                for group in result.categories
            ),
            areas=tuple(map(self.area, result.areas)),
            practices=tuple(map(self.practice, result.practices)),
            streams=tuple(map(self.stream, result.streams)),
            tracks=tuple(map(self.track, result.tracks)),
            statements=tuple(map(self.statement, result.statements)),
            questions=tuple(map(self.question, result.questions)),
            answers=_together(result.answers, self._pools.answers),
        )

    def group(self, group: GroupResult, areas: Collection[str]) -> GroupResult:
        mean = mean_percent(
            self._pools.informing[question.id][0] for question in self._pools.questions if question.place in areas
        )
        shown = None if mean is None else rounded_mean(mean)
        trace = self.trace(group.trace)
        return replace(group, mean_percent=shown, trace=replace(trace, facts={**trace.facts, "mean_percent": shown}))

    def area(self, area: AreaResult) -> AreaResult:
        return replace(
            area,
            goals=tuple(map(self.goal, area.goals)),
            answers=_together(area.answers, self._pools.places[area.id]),
            trace=self.trace(area.trace),
        )

    def goal(self, goal: GoalResult) -> GoalResult:
        return replace(goal, trace=self.trace(goal.trace))

    def practice(self, practice: PracticeResult) -> PracticeResult:
        hide = practice.id in self._silent
        return replace(practice, suggestion=None if hide else practice.suggestion, trace=self.trace(practice.trace))

    def stream(self, stream: StreamResult) -> StreamResult:
        return replace(
            stream,
            suggestion=None if stream.id in self._silent else stream.suggestion,
            answers=_together(stream.answers, self._pools.places[stream.id]),
            trace=self.trace(stream.trace),
        )

    def track(self, track: TrackResult) -> TrackResult:
        return replace(
            track,
            answers=_together(track.answers, self._pools.places[track.id]),
            levels=tuple(replace(level, trace=self.trace(level.trace)) for level in track.levels),
            trace=self.trace(track.trace),
        )

    def statement(self, statement: StatementResult) -> StatementResult:
        hide = statement.id in self._silent
        return replace(statement, suggestion=None if hide else statement.suggestion, trace=self.trace(statement.trace))

    def question(self, question: QuestionResult) -> QuestionResult:
        answers = question.answers
        if question.id in self._withheld.blanks:
            answers = replace(_without_blanks(answers), counts={})
        if question.id in self._withheld.hidden:
            answers = _secret(answers)
        return replace(question, answers=answers, trace=self.trace(question.trace))

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
        if kind == Rule.QUESTION_ANSWERED.of:
            if facts["question"] in self._withheld.blanks:
                facts = _leaving(facts, _BLANKS)
            if facts["question"] in self._withheld.hidden:
                rule, facts = QUESTION_HIDDEN, _leaving(facts, _OPINION)
        elif kind in _SUGGESTIONS:
            about, hidden_rule = _SUGGESTIONS[kind]
            if facts[about] in self._silent:
                rule, facts = hidden_rule, _leaving(facts, _OPINION)
        return Trace(rule, facts, parts)


def _leaving(facts: Mapping[str, Detail], names: tuple[str, ...]) -> dict[str, Detail]:
    return {name: None if name in names else value for name, value in facts.items()}


def _together(every: AnswerStatistics, shown: AnswerStatistics) -> AnswerStatistics:
    """The answers to several questions: those shown; where none is, that there are some."""
    if shown.n or not every.n:
        return shown
    return _secret(_without_blanks(every))


def _without_blanks(answers: AnswerStatistics) -> AnswerStatistics:
    return replace(answers, unanswered=0, does_not_apply=0, dont_know=0, coverage_weak=False, dont_know_percent=None)


def _secret(answers: AnswerStatistics) -> AnswerStatistics:
    """How many answered, and nothing of what they said."""
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
