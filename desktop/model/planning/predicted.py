"""What results would be once actions are done: all that they are expected to change is taken as reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.model.maturity import Pack
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.planning.aims import Aim, aim_of
from desktop.model.planning.origins import cell_origin, goal_origin, part_origin, statement_origin
from desktop.model.planning.what_if import what_if
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.survey import Survey


def predicted(
    pack: Pack, given: Given, result: ModelResult, parts: Iterable[str], answers: Survey | None = None
) -> ModelResult:
    """The result of a model as it would be with these parts of it reached, on the engine's `what_if`.

    Its level is what the set of actions leads to, and its `places` where each area, stream or track would stand.

    Args:
        pack: the model.
        given: answers and judgements as they are, `Results.given`.
        result: the result of these, `Results.of`.
        parts: ids of the parts that the actions are expected to change, their aims included; see
            `ActionLinks.effects`. Parts that the model has not are left aside.
        answers: the survey of the same answers, `Results.survey`, when it is at hand.
    """
    reached = origins_of(pack, result, parts)
    return what_if(pack, given, reached, answers) if reached else result


def origins_of(pack: Pack, result: ModelResult, parts: Iterable[str]) -> tuple[str, ...]:
    """What is reached when these parts are, each once, in their order.

    A goal, cell or statement is that itself. An area as a whole is all its goals; a stream its target, or its next
    level where it has reached that or has none; a track the statements that stand before its target, or before its next
    level; a part of a model with rules of its own that itself where it is answered, else all that is answered
    beneath it. A stream or track at its highest level has nothing left.

    Args:
        pack: the model.
        result: its result as it is.
        parts: ids of parts.
    """
    found: dict[str, None] = {}
    for part in parts:
        aim = aim_of(pack, part)
        if aim is not None:
            found.update(dict.fromkeys(_reached(pack, result, aim)))
    return tuple(found)


def _reached(pack: Pack, result: ModelResult, aim: Aim) -> Iterator[str]:
    if isinstance(pack, PartsPack):
        book, id_ = pack.rules, aim.part.part if aim.part else aim.place
        answered = book.scale_of(book.part_by_id[id_]) is not None
        yield from (part_origin(each) for each in ([id_] if answered else [each.id for each in book.items_of[id_]]))
        return
    if aim.part is not None:
        yield str(aim.part)
        return
    for area in pack.areas:
        if area.id == aim.place:
            yield from (goal_origin(goal.id) for goal in area.goals)
    for stream in result.streams:
        if stream.id == aim.place:
            wanted = stream.target if stream.gap else stream.next
            yield from () if wanted is None else (cell_origin(stream.id, wanted),)
    for track in result.tracks:
        if track.id == aim.place:
            yield from map(statement_origin, track.needed if track.gap else track.stopping)
