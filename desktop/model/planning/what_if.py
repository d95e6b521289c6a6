"""What if: results as they would be with some work done. Nothing is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from desktop.model.evaluation.evaluate import Evaluation
from desktop.model.evaluation.part_results import PartResult
from desktop.model.maturity import Pack
from desktop.model.maturity.parts_pack import rules_of
from desktop.model.planning.best_answers import with_best_answers
from desktop.model.planning.origins import Origin, OriginKind, cell_origin, find, part_origin, statement_origin
from desktop.model.planning.small_parts import small_parts
from desktop.model.planning.smallest_goals import smallest_goals
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import AreaJudgement, Given, GoalJudgement, PracticeJudgement, Source
from desktop.model.scoring.part_words import parts_input
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.statements import WORK
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment

_SUPPORT = tuple(
    Source(kind, f"what if {number}, {kind}")
    for number in range(3)
    for kind in EvidenceKind
    if kind is not EvidenceKind.QUESTIONNAIRE
)
"""What would corroborate a practice that is done, whatever its model asks for: each kind of evidence, several times."""

_IN_PLACE = frozenset({Characterisation.FULLY, Characterisation.LARGELY})


def what_if(pack: Pack, given: Given, done: Iterable[str], answers: Survey | None = None) -> ModelResult:
    """The result as it would be if these goals, cells and statements were reached.

    A goal is reached when all practices that serve it are in place and its weaknesses are no longer significant; so
    another goal that waits for the same practice may be reached with it. An area out of scope, or said not to apply
    without a reason, is appraised once one of its goals is reached. A cell is reached when its stream stands at its
    level or above. A statement is reached when it is met. A part of a model with rules of its own is reached when its
    answer is its target, or the best there is, with the evidence that its kind asks for. Origins that the model has not
    are left aside.

    Args:
        pack: the model.
        given: answers and judgements as they are.
        done: what is taken as reached, e.g. ``goal:SQA-G4``.
        answers: the survey of the same answers, when it is at hand from an earlier score.
    """
    changed = with_reached(pack, given, done)
    return score(pack, changed, answers if changed.areas == given.areas else None)


def with_reached(pack: Pack, given: Given, done: Iterable[str]) -> Given:
    """What would be given if these goals, cells and statements were reached; see `what_if`."""
    reached = [origin for each in done if (origin := find(pack, each)) is not None]
    by_kind: dict[OriginKind, list[Origin]] = {kind: [] for kind in OriginKind}
    for origin in reached:
        by_kind[origin.kind].append(origin)
    met = {origin.part: Fulfilment.MET for origin in by_kind[OriginKind.STATEMENT]}
    changed = replace(given, statements={**given.statements, **met})
    changed = _with_cells(pack, changed, by_kind[OriginKind.CELL])
    changed = _with_goals(pack, changed, [origin.part for origin in by_kind[OriginKind.GOAL]])
    if parts := [origin.part for origin in by_kind[OriginKind.PART]]:
        changed = with_best_answers(rules_of(pack), changed, parts)
    return changed


def smallest_set(pack: Pack, given: Given, result: ModelResult, answers: Survey | None = None) -> tuple[str, ...]:
    """The smallest set of goals, cells or statements that would bring a model to its next level.

    Where goals of an area wait for the same practices, one may stand for the others; among sets of equal size the one
    with the least work is taken. Empty at the highest level, and where nothing can reach the next one: when none of
    what it asks for applies, or the model asks for nothing there. For a model with rules of its own it is a small set
    of parts, with which the whole takes its next step: see `small_parts`.

    Args:
        pack: the model.
        given: answers and judgements as they are.
        result: the result of these.
        answers: the survey of the same answers, when it is at hand from an earlier score.

    Returns:
        Origins, the least work first.
    """
    if result.whole is not None:
        return tuple(map(part_origin, small_parts(rules_of(pack), given, result, _whole_of(pack, given))))
    following = result.level.next
    if following is None:
        return ()
    work = dict(_needed(pack, result, following))
    origins = tuple(sorted(work, key=lambda origin: work[origin]))
    reached = what_if(pack, given, origins, answers).level.reached
    return origins if reached >= following else ()


def _whole_of(pack: Pack, given: Given) -> Callable[[Given], PartResult]:
    """What works the whole out alone, and of it what a change can reach."""
    book = rules_of(pack)
    before = Evaluation(book, parts_input(pack, given))
    before.result(book.root.id)
    return lambda changed: Evaluation(book, parts_input(pack, changed), before).result(book.root.id)


def _needed(pack: Pack, result: ModelResult, following: int) -> Iterator[tuple[str, int]]:
    """Origins to reach with the work that each takes."""
    before = {blocker.place for blocker in result.level.blockers}
    practices = {practice.id: practice for practice in result.practices}
    for area in result.areas:
        if area.id in before:
            yield from smallest_goals(pack, area, practices)
    for stream in result.streams:
        if stream.id in before:
            yield cell_origin(stream.id, following), len(stream.missing)
    values = {statement.id: statement.value for statement in result.statements}
    for track in result.tracks:
        if track.id in before:
            yield from ((statement_origin(id_), WORK[values[id_]]) for id_ in track.stopping)


def _with_goals(pack: Pack, given: Given, goals: Iterable[str]) -> Given:
    practices, judged, areas = dict(given.practices), dict(given.goals), dict(given.areas)
    reached: dict[str, set[str]] = {}
    for goal in goals:
        reached.setdefault(pack.goal_by_id[goal][0].id, set()).add(goal)
        judged[goal] = replace(judged.get(goal, GoalJudgement()), weaknesses_significant=False)
    for id_, goals_of_area in reached.items():
        said = areas.get(id_, AreaJudgement())
        if not said.in_scope or (said.not_applicable and not said.reason.strip()):
            areas[id_] = AreaJudgement()
        for practice in pack.area_by_id[id_].practices:
            if not practice.goals or not goals_of_area.isdisjoint(practice.goals):
                practices[practice.id] = _done(practices.get(practice.id, PracticeJudgement()))
    return replace(given, practices=practices, goals=judged, areas=areas)


def _done(judgement: PracticeJudgement) -> PracticeJudgement:
    if judgement.value is Characterisation.NOT_APPLICABLE and judgement.reason.strip():
        return judgement
    value = judgement.value if judgement.value in _IN_PLACE else Characterisation.FULLY
    return replace(judgement, value=value, sources=(*judgement.sources, *_SUPPORT))


def _with_cells(pack: Pack, given: Given, reached: Iterable[Origin]) -> Given:
    chosen, ticks = dict(given.chosen), set(given.ticks)
    for origin in reached:
        if origin.place in chosen:
            chosen[origin.place] = max(chosen[origin.place], origin.level)
        for cell in pack.stream_by_id[origin.place].cells:
            if cell.level <= origin.level:
                ticks.update(practice.id for practice in cell.practices)
    return replace(given, chosen=chosen, ticks=frozenset(ticks))
