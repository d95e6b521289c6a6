"""The engine for rulebooks says of every scheme what the scheme's own rules say."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.evaluate import evaluate
from desktop.model.maturity import Pack, Scheme
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.reading import read_pack
from desktop.model.maturity.short_forms.expanding import expanded
from desktop.model.scoring import rounding
from desktop.model.scoring.engine import score
from desktop.model.scoring.part_words import parts_input
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Rating
from tests.model.scoring.random_judgements import random_given, random_pack, with_answers

SHIPPED = [read_pack(path) for path in resources.model_packs()]


def rating(result: Any) -> Rating:
    """A part that is satisfied or not, as the schemes say it."""
    match result.blank:
        case None:
            return Rating(result.grade)
        case BlankReason.DOES_NOT_APPLY:
            return Rating.NOT_APPLICABLE
        case BlankReason.OUT_OF_SCOPE:
            return Rating.OUT_OF_SCOPE
    return Rating.NOT_RATED


def level(part: Any) -> int:
    """The level of a part that climbs: where it is not rated, the one where everybody starts."""
    return int((part.result.point or part.span.low).value)


def compare(pack: Pack, said: Any) -> None:
    """Everything that both say."""
    old = score(pack, said)
    new = evaluate(expanded(pack, said.scale), parts_input(pack, said))
    assert dict(_new(pack, new)) == dict(_old(pack, old))


def _old(pack: Pack, result: ModelResult) -> Iterator[tuple[str, Any]]:
    outcome = result.level
    yield "level", (outcome.reached, outcome.determined)
    yield "next", outcome.next
    yield "blockers", {blocker.area for blocker in outcome.blockers}
    for area in result.areas:
        yield area.id, area.rating
        yield from ((goal.id, goal.rating) for goal in area.goals)
    for practice in result.practices:
        found = practice.suggestion
        yield practice.id, (practice.sources, found and (found.survey, found.value, found.n))
    for stream in result.streams:
        yield stream.id, (stream.level, stream.rated, stream.next, set(stream.missing), stream.excluded)
        yield f"{stream.id} wanted", (stream.target, stream.gap)
        # What respondents say of a stream that takes no part is suggested to nobody.
        said = stream.suggestion
        yield f"{stream.id} survey", said and (said.level, said.n)
    for track in result.tracks:
        facts: Any = track.trace.facts
        yield track.id, (track.level, track.determined, track.next, track.excluded)
        yield f"{track.id} ahead", (set(facts["unmet"]), set(facts["open"]), bool(track.warnings))
        yield f"{track.id} capped", bool(track.caps)
        yield f"{track.id} wanted", (track.target, track.gap)
    for statement in result.statements:
        voted = statement.suggestion
        yield statement.id, voted and (voted.value, voted.n)
    if pack.scheme is Scheme.STREAMS:
        yield "mean", result.index


def _new(pack: Pack, parts: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    whole = parts[WHOLE]
    floor = pack.levels[0].number
    reached = int(whole.result.value) if whole.result.blank is None else floor
    yield "level", (reached, whole.result.determined and whole.result.blank is not BlankReason.OUT_OF_SCOPE)
    following = next((each.number for each in pack.levels if each.number > reached), None)
    yield "next", following
    yield "blockers", _blockers(parts, reached, following)
    for id_, part in parts.items():
        match part.kind:
            case "area" | "goal":
                yield id_, rating(part.result)
            case "practice" if pack.scheme is Scheme.STAGED:
                found = part.suggestion
                yield id_, (part.sources, found and (found.answers, found.grade, found.n))
            case "stream":
                yield from _stream(part, floor)
            case "track":
                yield from _track(part, floor)
            case "statement":
                yield id_, part.suggestion and (part.suggestion.grade, part.suggestion.n)
    if pack.scheme is Scheme.STREAMS:
        mean = whole.also["mean"].value
        yield "mean", None if mean is None else rounding.mean_level(mean)


def _blockers(parts: dict[str, Any], reached: int, following: int | None) -> set[str]:
    if parts[WHOLE].ahead is not None:
        return {*parts[WHOLE].ahead.fails, *parts[WHOLE].ahead.open}
    places = {id_: part for id_, part in parts.items() if part.kind in ("stream", "track")}
    return {id_ for id_, part in places.items() if following and not excluded(part) and level(part) == reached}


def excluded(part: Any) -> Rating | None:
    closed = {BlankReason.DOES_NOT_APPLY: Rating.NOT_APPLICABLE, BlankReason.OUT_OF_SCOPE: Rating.OUT_OF_SCOPE}
    return closed.get(part.result.blank)


def _stream(part: Any, floor: int) -> Iterator[tuple[str, Any]]:
    ahead, out = part.ahead, excluded(part)
    yield (
        part.id,
        (
            floor if out else level(part),
            part.result.blank is None,
            ahead.level if ahead else None,
            {*ahead.fails, *ahead.open} if ahead else set(),
            out,
        ),
    )
    yield f"{part.id} wanted", (part.target and part.target.value, part.gap)
    yield f"{part.id} survey", None if out or part.suggestion is None else (part.suggestion.value, part.suggestion.n)


def _track(part: Any, floor: int) -> Iterator[tuple[str, Any]]:
    ahead, out = part.ahead, excluded(part)
    could = part.result.could
    determined = out is Rating.NOT_APPLICABLE if out else could.low == could.high
    yield part.id, (floor if out else level(part), determined, ahead.level if ahead else None, out)
    capped = any(ground.code == "part.capped" for ground in part.result.grounds)
    alone = ahead is not None and ahead.none_apply and not ahead.fails and not capped
    yield f"{part.id} ahead", (set(ahead.fails) if ahead else set(), set(ahead.open) if ahead else set(), alone)
    yield f"{part.id} capped", capped
    yield f"{part.id} wanted", (part.target and part.target.value, part.gap)


@pytest.mark.parametrize("pack", SHIPPED, ids=lambda pack: pack.id)
@pytest.mark.parametrize("seed", range(8))
def test_the_shipped_packs(pack, seed):
    random = Random(seed)
    compare(pack, with_answers(pack, random_given(pack, random), random))


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_random_packs(seed):
    random = Random(seed)
    pack = random_pack(random)
    compare(pack, with_answers(pack, random_given(pack, random), random))
