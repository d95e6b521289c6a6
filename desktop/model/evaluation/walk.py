"""The walk over the parts of a rulebook: each is worked out once, when something asks for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.evaluation import explaining
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.climbing import level_after, obstacles
from desktop.model.evaluation.counted_parts import CountedPart, Counting
from desktop.model.evaluation.holding_down import caps_on, holding, keeping
from desktop.model.evaluation.measuring import (
    CountingOf,
    MeasureSpan,
    Worked,
    as_answered,
    is_bare,
    looks_around,
    span_of,
    work_out,
)
from desktop.model.evaluation.own_answers import Answered, own_answer, support_of
from desktop.model.evaluation.part_answers import PartAnswers
from desktop.model.evaluation.part_inputs import PartsInput, PartWord
from desktop.model.evaluation.part_results import (
    CapInForce,
    Ground,
    GroundCode,
    LevelAhead,
    MeasureResult,
    OwnAnswer,
    PartResult,
    PartSuggestion,
)
from desktop.model.evaluation.part_targets import PartTargets, gap_of
from desktop.model.evaluation.participation import declared, inherited
from desktop.model.evaluation.states import Facet, Point, State, distance, to_point
from desktop.model.evaluation.suggesting import suggested
from desktop.model.evaluation.team_word import Effect, under_team
from desktop.model.evaluation.touched_parts import changed_parts, touched_parts
from desktop.model.maturity.rulebook import (
    BlankRules,
    MeasureRule,
    PackPart,
    PartKind,
    Rulebook,
    Treatment,
)

_NOTHING = PartWord()


_LIFTING_NOTHING = BlankRules(unanswered=Treatment.LOWEST, dont_know=Treatment.LOWEST)


class _Done(Struct, frozen=True):
    """A measure as its rule makes it, how it stands under the team's word, and what that did."""

    worked: Worked
    state: State
    effect: Effect


class Carried(Struct, frozen=True):
    """What one walk hands to the next."""

    worked: dict[tuple[str, str | None], _Done]
    states: dict[tuple[str, str | None], State]
    waiting: dict[str, frozenset[str]]
    results: dict[str, PartResult]
    answers: dict[str, Answered | None]


class Walk:
    """Works the parts of one rulebook out, for one input."""

    def __init__(self, book: Rulebook, given: PartsInput, earlier: Walk | None = None) -> None:
        """A walk.

        Args:
            book: the rulebook.
            given: what is said.
            earlier: a walk over the same rulebook; what it worked out is taken over where nothing touches it.
        """
        self._book = book
        self.given = given
        self.inherited = inherited(book, given.words)
        """The parts beneath one that takes no part: by id, that one and how it stands."""
        self._worked: dict[tuple[str, str | None], _Done] = {}
        self._working: set[tuple[str, str | None]] = set()
        self._countings: dict[tuple[str, int, Facet, bool], Counting] = {}
        self._known: dict[tuple[Facet, bool, int], dict[tuple[str, str | None], CountedPart]] = {}
        self._states: dict[tuple[str, str | None], State] = {}
        self._waiting: dict[str, frozenset[str]] = {}
        self.answers = PartAnswers(book, given)
        """What is said of each part."""
        self._targets = PartTargets(book, given)
        self._order = book.order
        self._results: dict[str, PartResult] = {}
        self.touched = None if earlier is None else touched_parts(book, changed_parts(earlier.given, given))
        """The parts that may stand otherwise than in the earlier walk; None where that may be all."""
        if earlier is not None and self.touched is not None:
            carried = earlier.without(self.touched)
            self._worked, self._states, self._waiting = carried.worked, carried.states, carried.waiting
            self._results = carried.results
            self.answers.take_over(carried.answers)

    def without(self, touched: Collection[str]) -> Carried:
        """What is worked out of other parts than these."""
        return Carried(
            worked={key: done for key, done in self._worked.items() if key[0] not in touched},
            states={key: state for key, state in self._states.items() if key[0] not in touched},
            waiting={id_: waiting for id_, waiting in self._waiting.items() if id_ not in touched},
            results={id_: result for id_, result in self._results.items() if id_ not in touched},
            answers=self.answers.without(touched),
        )

    def result(self, part: PackPart) -> PartResult:
        """The result of a part; kept."""
        if part.id not in self._results:
            self._results[part.id] = self._result(part)
        return self._results[part.id]

    def _result(self, part: PackPart) -> PartResult:
        kind = self._book.kind_of(part)
        state, done = self._seen(part), self._work(part, None)
        out = state.blank is not None and state.blank.closed
        waiting = self._missing(part)
        target = None if out else self._targets.wanted(part)
        ahead = None if kind.ladder is None else self._ahead(part, kind)
        return PartResult(
            id=part.id,
            kind=part.kind,
            result=self._measure(part, None, ahead),
            also={rule.id: self._measure(part, rule.id, None) for rule in kind.also},
            grades=state.grades,
            span=state.span,
            by_rule=None if out else done.worked.state.now,
            uncapped=None if out or done.worked.uncapped is None else done.worked.uncapped.settled,
            caps=() if out else self._caps(part, kind),
            counts=self._counts(part),
            missing=tuple(sorted(waiting, key=self._order.__getitem__)) if len(waiting) > 1 else tuple(waiting),
            ahead=None if out else ahead,
            to_target=None if target is None else self._ahead(part, kind, target),
            target=target,
            importance=self.answers.word(part).importance,
            gap=None if target is None else gap_of(kind, state, target),
            suggestion=self.suggestion(part),
            answer=self.answer(part),
            judged=done.effect in (Effect.SET, Effect.LOWERED),
            declared=self._declared(part),
        )

    def answer(self, part: PackPart) -> OwnAnswer | None:
        """A part's own answer; None where it has no scale."""
        answered = self.answers.answered(part)
        return None if answered is None else own_answer(self._book.kind_of(part), answered)

    def suggestion(self, part: PackPart) -> PartSuggestion | None:
        """What respondents suggest for a part; None without an answer."""
        rule = self._book.kind_of(part).suggest
        if rule is None:
            return None
        answered = self.answers.answered(part)
        kinds = support_of(self.answers.word(part), heard=False)[0] if answered is None else answered.kinds
        return suggested(rule, self.answers.asked(part), kinds)

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
        if part.id in self.inherited:
            above, blank = self.inherited[part.id]
            yield Ground(GroundCode.EXCLUDED_ABOVE, {"part": part.id, "above": above, "blank": blank.value})
            return
        stands = self._declared(part)
        if stands is not None:
            yield Ground(GroundCode.EXCLUDED, {"part": part.id, "blank": stands.value})
            return
        kind, rule = self._book.kind_of(part), self._rule(part, measure)
        done = self._work(part, measure)
        answered = self.answers.answered(part)
        if answered is not None and not rule.counts:
            yield from explaining.of_answer(part.id, kind, answered)
        if answered is None or not is_bare(rule):
            yield from explaining.of_rule(
                rule, part.id, done.worked, self._counting(part, rule, Facet.NOW), self._capping(part, rule, Facet.NOW)
            )
        if measure is None:
            yield from explaining.of_team(part.id, done.effect, self.answers.word(part).says, done.worked.state.now)
        if rule.ladder is not None:
            yield explaining.of_ladder(part.id, state.now, ahead)

    def _work(self, part: PackPart, measure: str | None) -> _Done:
        """A measure as its rule makes it, and under the team's word; kept."""
        key = (part.id, measure)
        if key not in self._worked:
            if key in self._working:
                raise ValueError(f"{part.id} follows from itself")
            self._working.add(key)
            rule = self._rule(part, measure)
            answered = self.answers.answered(part)
            if answered is not None and is_bare(rule):
                worked = as_answered(answered.state)
            else:
                own = None if answered is None else answered.state
                counting, capping = partial(self._counting, part, rule), partial(self._capping, part, rule)
                known = self._span(part, rule, own, counting, capping)
                worked = work_out(rule, part.id, own, counting, capping, known)
            says = self.answers.word(part).says if measure is None else None
            self._worked[key] = _Done(worked, *under_team(self._book.kind_of(part), worked.state, says))
        return self._worked[key]

    def _span(
        self, part: PackPart, rule: MeasureRule, own: State | None, counting: CountingOf, capping: CountingOf
    ) -> MeasureSpan:
        """The span of a measure; it is the same whatever is said, as long as everything takes part."""
        kept, key = self._book.kept, (part.id, id(rule))
        if looks_around(rule) or not all(entry.usual for entry in counting(Facet.NOW).entries()):
            return span_of(rule, part.id, own, counting, capping)
        if key not in kept:
            kept[key] = span_of(rule, part.id, own, counting, capping)
        found: MeasureSpan = kept[key]
        return found

    def _raw(self, part: PackPart, measure: str | None = None) -> State:
        """How a part stands, whatever is above it; kept."""
        key = (part.id, measure)
        if key not in self._states:
            state = self._work(part, measure).state
            stands = self._declared(part)
            if stands is not None:
                state = replace(state, now=None, blank=stands, could=None if stands.closed else state.span)
            self._states[key] = state
        return self._states[key]

    def _seen(self, part: PackPart, measure: str | None = None) -> State:
        """How a part stands, out of everything where something above it takes no part."""
        state = self._raw(part, measure)
        if part.id not in self.inherited:
            return state
        return replace(state, now=None, blank=self.inherited[part.id][1], could=None)

    def _takes_part(self, part: PackPart) -> bool:
        stands = self._declared(part)
        return part.id not in self.inherited and (stands is None or not stands.closed)

    def _counting(self, part: PackPart, rule: MeasureRule, facet: Facet) -> Counting:
        """What a rule looks at. What stands beneath a part that takes no part itself is read as it is."""
        read = self._seen if self._takes_part(part) else self._raw
        return self._kept(part, rule, facet, caps=False, read=read, blanks=rule.blanks)

    def _capping(self, part: PackPart, rule: MeasureRule, facet: Facet) -> Counting:
        """What caps look at: whatever was said, and nothing that is open lifts one."""
        return self._kept(part, rule, facet, caps=True, read=self._raw, blanks=_LIFTING_NOTHING)

    def _kept(
        self,
        part: PackPart,
        rule: MeasureRule,
        facet: Facet,
        *,
        caps: bool,
        read: Callable[[PackPart, str | None], State],
        blanks: BlankRules,
    ) -> Counting:
        key = (part.id, id(rule), facet, caps)
        if key not in self._countings:
            self._countings[key] = Counting(
                parts=self._book.taken(part.id, rule) if rule.counts else (),
                anywhere=self._book.part_by_id.__getitem__,
                read=read,
                blanks=blanks,
                facet=facet,
                wanted=self._targets.wanted,
                known=self._known.setdefault((facet, read == self._seen, id(blanks)), {}),
            )
        return self._countings[key]

    def _ahead(self, part: PackPart, kind: PartKind, wanted: Point | None = None) -> LevelAhead | None:
        """The next level of a part that climbs, or the one that is wanted."""
        if kind.ladder is None:
            return None
        state = self._raw(part)
        if state.span is None:
            return None
        stands = (state.now or (state.could or state.span).low).value
        assert stands is not None
        level = level_after(kind.ladder, stands) if wanted is None else _level_of(wanted)
        if level is None or level <= stands:
            return None
        is_set = self._work(part, None).effect is Effect.SET
        counting = self._counting(part, kind, Facet.NOW)
        own = obstacles(kind.ladder, level, counting, above=stands if is_set else None)
        caps = [cap for cap in self._caps(part, kind) if distance(to_point(level), cap.at_most, ()) > 0]
        own_open = [entry.part.id for entry in own.parts if _is_open(entry)]
        before = dict.fromkeys([entry.part.id for entry in own.parts] + [id_ for cap in caps for id_ in cap.before])
        open_ = {*own_open, *(id_ for cap in caps for id_ in cap.open)}
        return LevelAhead(
            level=level,
            before=tuple(before),
            open=tuple(id_ for id_ in before if id_ in open_),
            caps=tuple(cap.id for cap in caps),
            none_apply=own.none_apply,
        )

    def _caps(self, part: PackPart, kind: PartKind) -> tuple[CapInForce, ...]:
        """The caps in force on a part."""
        caps = caps_on(kind, part.id)
        if not caps:
            return ()
        capping = self._capping(part, kind, Facet.NOW)
        found = []
        for cap in holding(caps, capping):
            entries = keeping(cap, capping)
            before = dict.fromkeys(entry.part.id for entry in entries)
            open_ = dict.fromkeys(entry.part.id for entry in entries if _is_open(entry))
            found.append(CapInForce(cap.id, to_point(cap.at_most), tuple(before), tuple(open_)))
        return tuple(found)

    def _declared(self, part: PackPart) -> BlankReason | None:
        return declared(self._book, part, self.given.words.get(part.id, _NOTHING))

    def _rule(self, part: PackPart, measure: str | None) -> MeasureRule:
        kind = self._book.kind_of(part)
        if measure is None:
            return kind
        return next(rule for rule in kind.also if rule.id == measure)

    def _counts(self, part: PackPart) -> dict[str, int]:
        """How what is answered beneath a part stands. What an exclusion above it leaves out is not counted."""
        found: dict[str, int] = {}
        for each in self._book.items_of[part.id]:
            if each.id in self.inherited:
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


def _level_of(wanted: Point) -> int | None:
    return None if wanted.value is None else int(wanted.value)


def _is_open(entry: CountedPart) -> bool:
    return entry.blank is not None and entry.blank is not BlankReason.DOES_NOT_APPLY
