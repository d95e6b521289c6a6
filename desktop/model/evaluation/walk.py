"""The walk over the parts of a rulebook: each is worked out once, when something asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.evaluation import explaining
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.climbing import level_after, obstacles
from desktop.model.evaluation.counted_parts import CountedPart, Counting
from desktop.model.evaluation.holding_down import caps_on, holding, keeping
from desktop.model.evaluation.measuring import Worked, work_out
from desktop.model.evaluation.own_answers import Answered, answer_of, support_of
from desktop.model.evaluation.part_inputs import PartsInput, PartWord
from desktop.model.evaluation.part_results import (
    Ground,
    GroundCode,
    LevelAhead,
    MeasureResult,
    PartResult,
    PartSuggestion,
)
from desktop.model.evaluation.part_targets import PartTargets, gap_of
from desktop.model.evaluation.participation import declared, inherited
from desktop.model.evaluation.states import Facet, Point, State, distance, to_point
from desktop.model.evaluation.suggesting import numbers_of, suggested
from desktop.model.evaluation.team_word import Effect, under_team
from desktop.model.maturity.rulebook import (
    BlankRules,
    MeasureRule,
    PackPart,
    PartKind,
    RatingScale,
    Rulebook,
    Treatment,
    WithoutReason,
)

_NOTHING = PartWord()


class _Done(Struct, frozen=True):
    """A measure as its rule makes it, how it stands under the team's word, and what that did."""

    worked: Worked
    state: State
    effect: Effect


class Walk:
    """Works the parts of one rulebook out, for one input."""

    def __init__(self, book: Rulebook, given: PartsInput) -> None:
        self._book = book
        self._given = given
        self._inherited = inherited(book, given.words)
        self._worked: dict[tuple[str, str | None], _Done] = {}
        self._words: dict[str, PartWord] = {}
        self._waiting: dict[str, frozenset[str]] = {}
        self._answers: dict[str, Answered | None] = {}
        self._targets = PartTargets(book, given)
        self._order = {part.id: place for place, part in enumerate(book.parts)}

    def result(self, part: PackPart) -> PartResult:
        """The result of a part."""
        kind = self._book.kind_of(part)
        word = self._word(part)
        state = self._seen(part)
        answered = self._answered(part)
        kinds, sources = support_of(word, heard=self._heard(part))
        out = state.blank is not None and state.blank.closed
        waiting = self._missing(part)
        target = None if out else self._targets.wanted(part)
        ahead = self._ahead(part, kind)
        return PartResult(
            id=part.id,
            kind=part.kind,
            result=self._measure(part, None, ahead),
            also={rule.id: self._measure(part, rule.id, None) for rule in kind.also},
            grades=state.grades,
            span=state.span,
            counts=self._counts(part),
            missing=tuple(sorted(waiting, key=self._order.__getitem__)),
            ahead=None if out else ahead,
            target=target,
            importance=word.importance,
            gap=gap_of(kind, state, target),
            suggestion=self._suggestion(part, kind, kinds),
            sources=answered.sources if answered else sources,
        )

    def _measure(self, part: PackPart, measure: str | None, ahead: LevelAhead | None) -> MeasureResult:
        state = self._seen(part, measure)
        point = state.now or Point()
        return MeasureResult(
            value=point.value,
            grade=point.grade,
            blank=state.blank,
            could=state.could,
            grounds=tuple(self._grounds(part, measure, state, ahead)),
        )

    def _grounds(self, part: PackPart, measure: str | None, state: State, ahead: LevelAhead | None) -> Iterator[Ground]:
        if part.id in self._inherited:
            above, blank = self._inherited[part.id]
            yield Ground(GroundCode.EXCLUDED_ABOVE, {"part": part.id, "above": above, "blank": blank.value})
            return
        stands = self._declared(part)
        if stands is not None:
            yield Ground(GroundCode.EXCLUDED, {"part": part.id, "blank": stands.value})
            return
        kind, rule = self._book.kind_of(part), self._rule(part, measure)
        done = self._work(part, measure)
        answered = self._answered(part)
        if answered is not None and not rule.counts:
            yield from explaining.of_answer(part.id, kind, answered)
        yield from explaining.of_rule(
            rule, part.id, done.worked, self._counting(part, rule, Facet.NOW), self._capping(part, rule, Facet.NOW)
        )
        if measure is None:
            yield from explaining.of_team(part.id, done.effect, self._word(part).says, done.worked.state.now)
        if rule.ladder is not None:
            yield explaining.of_ladder(part.id, state.now, ahead)

    def _work(self, part: PackPart, measure: str | None) -> _Done:
        """A measure as its rule makes it, and under the team's word; kept."""
        key = (part.id, measure)
        if key not in self._worked:
            rule = self._rule(part, measure)
            answered = self._answered(part)
            worked = work_out(
                rule,
                part.id,
                None if answered is None else answered.state,
                partial(self._counting, part, rule),
                partial(self._capping, part, rule),
            )
            says = self._word(part).says if measure is None else None
            self._worked[key] = _Done(worked, *under_team(self._book.kind_of(part), worked.state, says))
        return self._worked[key]

    def _raw(self, part: PackPart, measure: str | None = None) -> State:
        """How a part stands, whatever is above it."""
        state = self._work(part, measure).state
        stands = self._declared(part)
        if stands is None:
            return state
        return replace(state, now=None, blank=stands, could=None if stands.closed else state.span)

    def _seen(self, part: PackPart, measure: str | None = None) -> State:
        """How a part stands, out of everything where something above it takes no part."""
        state = self._raw(part, measure)
        if part.id not in self._inherited:
            return state
        blank = self._inherited[part.id][1]
        return replace(state, now=None, blank=blank, could=None)

    def _takes_part(self, part: PackPart) -> bool:
        stands = self._declared(part)
        return part.id not in self._inherited and (stands is None or not stands.closed)

    def _counting(self, part: PackPart, rule: MeasureRule, facet: Facet) -> Counting:
        """What a rule looks at. What stands beneath a part that takes no part itself is read as it is."""
        return Counting(
            parts=self._book.taken(part.id, rule) if rule.counts else (),
            anywhere=self._book.part_by_id.__getitem__,
            read=self._seen if self._takes_part(part) else self._raw,
            blanks=rule.blanks,
            facet=facet,
            wanted=self._targets.wanted,
        )

    def _capping(self, part: PackPart, rule: MeasureRule, facet: Facet) -> Counting:
        """What caps look at: whatever was said, and nothing that is open lifts one."""
        return Counting(
            parts=self._book.taken(part.id, rule) if rule.counts else (),
            anywhere=self._book.part_by_id.__getitem__,
            read=self._raw,
            blanks=BlankRules(unanswered=Treatment.LOWEST, dont_know=Treatment.LOWEST),
            facet=facet,
            wanted=self._targets.wanted,
        )

    def _ahead(self, part: PackPart, kind: PartKind) -> LevelAhead | None:
        """The next level of a part that climbs."""
        state = self._raw(part)
        if kind.ladder is None or state.span is None:
            return None
        point = state.now or (state.could or state.span).low
        assert point.value is not None
        following = level_after(kind.ladder, point.value)
        if following is None:
            return None
        is_set = self._work(part, None).effect is Effect.SET
        before = obstacles(
            kind.ladder, following, self._counting(part, kind, Facet.NOW), above=point.value if is_set else None
        )
        capping = self._capping(part, kind, Facet.NOW)
        caps = [
            cap
            for cap in holding(caps_on(kind, part.id), capping)
            if distance(Point(to_point(following).value), to_point(cap.at_most), ()) > 0
        ]
        entries = [*before.parts, *(entry for cap in caps for entry in keeping(cap, capping))]
        return LevelAhead(
            level=following,
            fails=tuple(dict.fromkeys(entry.part.id for entry in entries if not _is_open(entry))),
            open=tuple(dict.fromkeys(entry.part.id for entry in entries if _is_open(entry))),
            caps=tuple(cap.id for cap in caps),
            none_apply=before.none_apply,
        )

    def _answered(self, part: PackPart) -> Answered | None:
        """A part's own answer; None where it has no scale. Kept."""
        if part.id not in self._answers:
            scale = self._book.scale_of(part)
            self._answers[part.id] = None if scale is None else self._answer(part, scale)
        return self._answers[part.id]

    def _answer(self, part: PackPart, scale: RatingScale) -> Answered:
        word, kind = self._word(part), self._book.kind_of(part)
        return answer_of(kind, scale, word, self._tally(part), heard=self._heard(part))

    def _word(self, part: PackPart) -> PartWord:
        """What the team says of a part; kept."""
        if part.id not in self._words:
            self._words[part.id] = self._as_said(part)
        return self._words[part.id]

    def _as_said(self, part: PackPart) -> PartWord:
        """What the team says of a part: with a box beside it ticked, one that is not ticked is answered, too."""
        word = self._given.words.get(part.id, _NOTHING)
        scale = self._book.scale_of(part)
        unsaid = (
            word.answer is BlankReason.DOES_NOT_APPLY
            and not word.reason.strip()
            and self._book.kind_of(part).without_reason is WithoutReason.COUNTS
        )
        if unsaid:
            word = replace(word, answer=None)
        if word.answer is None and scale is not None and scale.box and self._begun(part):
            word = replace(word, answer=scale.offered[0].id)
        return word

    def _begun(self, part: PackPart) -> bool:
        """Whether a box beside a part is ticked: one that is counted where this one is."""
        return any(
            self._given.words.get(each.id, _NOTHING).answer is not None
            for id_ in part.above
            for each in self._book.counted[id_]
            if (scale := self._book.scale_of(each)) is not None and scale.box
        )

    def _declared(self, part: PackPart) -> BlankReason | None:
        return declared(self._book, part, self._given.words.get(part.id, _NOTHING))

    def _rule(self, part: PackPart, measure: str | None) -> MeasureRule:
        kind = self._book.kind_of(part)
        if measure is None:
            return kind
        return next(rule for rule in kind.also if rule.id == measure)

    def _tally(self, part: PackPart) -> Mapping[str, int]:
        return self._given.tallies.get(part.id, {})

    def _heard(self, part: PackPart) -> bool:
        """Whether respondents answered a question that informs a part."""
        return any(numbers_of(scale, tally) for scale, tally in self._asked(part))

    def _asked(self, part: PackPart) -> Iterator[tuple[RatingScale, Mapping[str, int]]]:
        """Scale and answers of the questions that inform a part; it may be asked about itself."""
        for question in (*self._book.informants[part.id], part):
            scale = self._book.scale_of(question)
            if scale is not None:
                yield scale, self._tally(question)

    def _suggestion(self, part: PackPart, kind: PartKind, kinds: tuple[str, ...]) -> PartSuggestion | None:
        return None if kind.suggest is None else suggested(kind.suggest, self._asked(part), kinds)

    def _counts(self, part: PackPart) -> dict[str, int]:
        """How what is answered beneath a part stands. What an exclusion above it leaves out is not counted."""
        found: dict[str, int] = {}
        for each in self._book.items(part.id):
            if each.id in self._inherited:
                continue
            state = self._raw(each)
            word = state.blank.value if state.blank else (state.now and state.now.grade) or "answered"
            found[word] = found.get(word, 0) + 1
        return found

    def _missing(self, part: PackPart) -> frozenset[str]:
        """What a part's result still waits for; kept."""
        if part.id not in self._waiting:
            self._waiting[part.id] = self._waited_for(part)
        return self._waiting[part.id]

    def _waited_for(self, part: PackPart) -> frozenset[str]:
        state = self._seen(part)
        settled = state.could is not None and state.could.settled is not None and state.blank is None
        if settled or (state.blank is not None and state.blank.closed):
            return frozenset()
        rule = self._book.kind_of(part)
        if not rule.counts or state.blank in _OWN:
            return frozenset((part.id,)) if state.blank is not None else frozenset()
        named = {id_ for cap in caps_on(rule, part.id) for needs in cap.unless for id_ in needs.of}
        counted = [*self._book.taken(part.id, rule), *(self._book.part_by_id[id_] for id_ in named)]
        return frozenset(id_ for each in counted for id_ in self._missing(each))


_OWN = (BlankReason.TEAM_DECIDES, BlankReason.REASON_WANTING)
"""Blanks of a part that follows from others which wait for a word on the part itself."""


def _is_open(entry: CountedPart) -> bool:
    return entry.blank is not None and entry.blank is not BlankReason.DOES_NOT_APPLY
