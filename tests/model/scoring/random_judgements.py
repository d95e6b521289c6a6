"""Random packs of every scheme, and random judgements on any pack: mostly good, so that levels are reached."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from msgspec.structs import replace

from desktop.model.maturity import Cap, Pack, Scheme, Statement, Track
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import FULFILMENT, LEVELS, asked_by_id, scales
from desktop.model.scoring.inputs import (
    AreaJudgement,
    Given,
    GoalJudgement,
    PracticeJudgement,
    Source,
    Tally,
    TargetJudgement,
)
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from tests.builders import CORROBORATED, tiny_area, tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_stream, tiny_streams

_FEW_OUT = [AreaJudgement()] * 30 + [
    AreaJudgement(in_scope=False),
    AreaJudgement(not_applicable=True, reason="None here."),
    AreaJudgement(not_applicable=True, reason=" "),
    AreaJudgement(in_scope=False, not_applicable=True, reason="None here."),
]
_MANY_OUT = [AreaJudgement(), *_FEW_OUT[-4:]]


def takes_part(word: AreaJudgement | None) -> bool:
    """Whether a stream or track is in the result, by the plain words of the rule."""
    return word is None or (word.in_scope and not (word.not_applicable and word.reason.strip()))


def random_pack(random: Random, scheme: Scheme | None = None) -> Pack:
    """A small pack of a scheme, or of any."""
    makers = {Scheme.STAGED: _staged, Scheme.STREAMS: _streams, Scheme.CRITERIA: _criteria}
    return makers[scheme or random.choice(list(makers))](random)


def random_given(pack: Pack, random: Random) -> Given:
    """Answers and judgements."""
    match pack.scheme:
        case Scheme.STAGED:
            return _staged_given(pack, random)
        case Scheme.STREAMS:
            return _streams_given(pack, random)
        case Scheme.CRITERIA:
            return _criteria_given(pack, random)
        case Scheme.PARTS:
            raise AssertionError(pack.id)


def _staged(random: Random) -> Pack:
    levels = random.randint(2, 5)
    areas = [
        tiny_area(
            f"A{number}",
            random.randint(1, levels),
            goals=random.choice([0, 1, 1, 2, 3]),
            activities=random.choice([0, 1, 1, 2]),
            supports=random.randint(0, 2),
        )
        for number in range(random.randint(1, 5))
    ]
    areas = [replace(area, practices=()) if random.random() < 0.05 else area for area in areas]
    return tiny_pack(areas, levels=levels)


def _streams(random: Random) -> Pack:
    return tiny_streams([tiny_stream(f"S{n}", practices=random.randint(1, 3)) for n in range(random.randint(1, 4))])


def _criteria(random: Random) -> Pack:
    tracks = [
        Track(
            id=f"t{track}",
            name=f"Track {track}",
            summary="What it is about.",
            statements=tuple(
                Statement(id=f"T{track}-{level}-{number}", level=level, text="It is so.")
                for level in range(1, 5)
                for number in range(random.choice([0, 1, 1, 2, 3]))
            ),
        )
        for track in range(random.randint(1, 3))
    ]
    ids = [statement.id for track in tracks for statement in track.statements]
    caps = [
        Cap(
            id=f"CAP-{number}",
            unless=tuple(random.sample(ids, min(len(ids), random.randint(1, 2)))),
            at_most=random.randint(1, 3),
            tracks=tuple(random.sample([track.id for track in tracks], random.randint(1, len(tracks)))),
            reason="So it is.",
        )
        for number in range(random.randint(0, 3))
        if ids
    ]
    return tiny_criteria(tracks, caps=caps)


def _staged_given(pack: Pack, random: Random) -> Given:
    good = random.choice([0.5, 0.9, 0.99, 1.0])
    best = [Characterisation.FULLY, Characterisation.LARGELY]
    practices = {}
    for id_ in pack.practice_by_id:
        if random.random() < good:
            practices[id_] = PracticeJudgement(value=random.choice(best), sources=CORROBORATED)
        elif random.random() < 0.8:
            practices[id_] = PracticeJudgement(
                value=random.choice([None, *Characterisation, Characterisation.NOT_APPLICABLE]),
                alternative=random.random() < 0.3,
                reason=random.choice(["", " ", "Because."]),
                sources=random.choice(
                    [
                        CORROBORATED,
                        (),
                        (Source(EvidenceKind.DOCUMENT, "Plan"),),
                        (Source(EvidenceKind.DOCUMENT, "Plan"), Source(EvidenceKind.INTERVIEW, " plan")),
                        (Source(EvidenceKind.QUESTIONNAIRE, "a"), Source(EvidenceKind.QUESTIONNAIRE, "b")),
                        (Source(EvidenceKind.QUESTIONNAIRE, "a"), Source(EvidenceKind.INTERVIEW, "Talk")),
                    ]
                ),
            )
    return Given(
        scale=random.choice(scales(pack)).id,
        asked=9,
        tallies={},
        practices=practices,
        goals={
            id_: GoalJudgement(random.random() < 0.5, "Too thin.")
            for id_ in pack.goal_by_id
            if random.random() < (1 - good) / 2
        },
        areas=_areas(pack, random),
        targets=_targets(pack, random, 1),
    )


def _streams_given(pack: Pack, random: Random) -> Given:
    ticks: set[str] = set()
    chosen = {}
    for stream in pack.streams:
        way, height = random.choice(["none", "ticked", "ticked", "some", "chosen", "both"]), random.randint(0, 5)
        if way in ("ticked", "both"):
            ticks |= {item.id for cell in stream.cells if cell.level <= height for item in cell.practices}
        if way != "none":
            items = [item.id for cell in stream.cells for item in cell.practices]
            ticks |= set(random.sample(items, min(len(items), random.randint(0, 2))))
        if way in ("chosen", "both"):
            chosen[stream.id] = random.choice([1, 2, 3, 4, 5, 9])
    return Given(
        scale=LEVELS,
        asked=9,
        tallies={},
        chosen=chosen,
        ticks=frozenset(ticks),
        areas=_areas(pack, random),
        targets=_targets(pack, random, 5),
    )


def _criteria_given(pack: Pack, random: Random) -> Given:
    good = random.choice([0.3, 0.9, 0.97, 1.0])
    statements = {}
    for id_ in pack.statement_by_id:
        if random.random() < good:
            statements[id_] = Fulfilment.MET
        elif random.random() < 0.8:
            statements[id_] = random.choice(list(Fulfilment))
    if random.random() < 0.3:
        for track in pack.tracks:
            level = random.randint(1, 5)
            statements |= {each.id: Fulfilment.NOT_APPLICABLE for each in track.statements if each.level == level}
    return Given(
        scale=FULFILMENT,
        asked=9,
        tallies={},
        statements=statements,
        areas=_areas(pack, random),
        targets=_targets(pack, random, 4),
    )


def with_answers(pack: Pack, given: Any, random: Random) -> Any:
    """The same with answers of respondents."""
    tallies = {}
    for id_, question in asked_by_id(pack, given.scale).items():
        if random.random() < 0.7:
            counts = {choice.id: random.choice([0, 0, 1, 2, 5]) for choice in question.scale.choices}
            tallies[id_] = Tally(counts, max(9, sum(counts.values())))
    return replace(given, tallies=tallies)


def _areas(pack: Pack, random: Random) -> dict[str, AreaJudgement]:
    out: Sequence[AreaJudgement] = _MANY_OUT if random.random() < 0.1 else _FEW_OUT
    return {id_: random.choice(out) for id_ in pack.place_by_id}


def _targets(pack: Pack, random: Random, most: int) -> dict[str, TargetJudgement]:
    return {
        id_: TargetJudgement(random.choice([None, *range(1, most + 1)]), random.choice([None, 1, 3, 5]))
        for id_ in (WHOLE, *pack.place_by_id)
        if random.random() < 0.3
    }
