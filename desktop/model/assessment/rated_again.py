"""Whether what an action was to change has been rated since the action was done: the journal tells."""

from __future__ import annotations

from desktop.model.assessment.desk import Desk
from desktop.model.journal import StepId
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import place_holding
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.records import (
    Action,
    ActionStatus,
    AreaRating,
    GoalRating,
    PartRating,
    PracticeRating,
    Record,
    StatementRating,
    StreamRating,
    Tick,
)

_SAID: dict[type[Record], tuple[str, ...]] = {
    PracticeRating: ("value", "alternative"),
    GoalRating: ("weaknesses_significant",),
    AreaRating: ("not_applicable", "settled"),
    StreamRating: ("level",),
    Tick: ("done",),
    StatementRating: ("value",),
    PartRating: ("answer", "says", "alternative"),
}
"""The cells of each kind in which the team says what it found."""


def rated_again(desk: Desk, action: Action, model: str, part: str) -> bool:
    """Whether the team has said something of the place of a part after the action was last said to be done.

    A rating counts from the step on in which it was said, as long as it stands: what was undone, or put away with a
    round, does not.

    Args:
        desk: the open assessment.
        action: what was done.
        model: id of the model, in use.
        part: id of the part that the action was to change, or of its place.
    """
    done = _done_at(desk, action)
    if done is None:
        return False
    pack = desk.pack(model)
    within, effective = _within(pack, part), desk.store.in_effect()
    return any(
        _part_of(record) in within and _newest(desk, record, cells, effective) > done
        for kind, cells in _SAID.items()
        for record in desk.all(kind, model=model)
        if any(getattr(record, cell) not in (None, "", False) for cell in cells)
    )


def _part_of(record: Record) -> str:
    """Id of the part that a rating is about: the second field of its key."""
    return str(getattr(record, type(record).keys[1]))


def _done_at(desk: Desk, action: Action) -> StepId | None:
    """The step that last made an action done."""
    if not action.status.is_done:
        return None
    told = desk.store.history(Action, action.id)
    done = (each for each in told if each.change.cell == "status" and each.change.after == ActionStatus.DONE)
    return next((each.step.id for each in done), None)


def _newest(desk: Desk, record: Record, cells: tuple[str, ...], effective: frozenset[StepId]) -> StepId:
    """The last edit in effect that changed one of these cells of a rating."""
    key = tuple(str(getattr(record, name)) for name in type(record).keys)
    told = desk.store.history(type(record), *key)
    ids = (each.step.id for each in told if each.change.cell in cells and each.step.id in effective)
    return next(ids, StepId(0, ""))


def _within(pack: Pack, part: str) -> frozenset[str]:
    """Ids of what is judged in the place of a part."""
    if isinstance(pack, PartsPack):
        return frozenset((part, *(each.id for each in pack.rules.beneath.get(part, ()))))
    place = place_holding(pack, part)
    judged = (
        *pack.place_by_id,
        *pack.goal_by_id,
        *pack.practice_by_id,
        *pack.item_by_id,
        *pack.statement_by_id,
    )
    return frozenset(each for each in judged if place_holding(pack, each) == place)
