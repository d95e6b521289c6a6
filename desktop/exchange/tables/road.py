"""The table of the road map: what is still to be reached, what each step asks for, and the actions that serve it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ScoredModel
from desktop.exchange.tables.actions import action_columns
from desktop.exchange.tables.table import Column, Kind, Table, Value
from desktop.language import _, ngettext, pgettext
from desktop.model.maturity.refs import Ref
from desktop.model.planning.roads import Planned, RoadStep, road, serving
from desktop.wording import names
from desktop.wording.roads import stands_of, step_place, step_text

_IN = "    "


class RoadRow(Struct, frozen=True):
    """A step, or beneath it an action that serves it, or a part that it asks for.

    Attributes:
        part: the model with its result.
        actions: those of the step.
        action: the action that the row is, if any.
        asked: id of the part that the row is, if any.
        overdue: whether the action is.
    """

    part: ScoredModel
    step: RoadStep
    actions: tuple[Any, ...] = ()
    action: Any = None
    asked: str = ""
    overdue: bool = False

    @property
    def is_step(self) -> bool:
        """Whether it is the step itself."""
        return self.action is None and not self.asked


def road_rows(part: ScoredModel, actions: Iterable[Planned], overdue: Callable[[Any], bool]) -> Iterator[RoadRow]:
    """The road of a model, the lowest step first, each with its actions and then with what it asks for."""
    steps = road(part.pack, part.result)
    for step, served in zip(steps, serving(part.pack, part.result, steps, actions), strict=True):
        yield RoadRow(part, step, served)
        for action in served:
            yield RoadRow(part, step, action=action, overdue=overdue(action))
        for asked in step.asks:
            yield RoadRow(part, step, asked=asked)


def road_columns() -> tuple[Column[RoadRow], ...]:
    """What is to be reached, by what, how it stands, and who sees to it."""
    _number, _title, owner, due, _priority, _status = action_columns()
    return (
        Column(
            "step",
            pgettext("of the road map", "Step"),
            60,
            _("What is to be reached; beneath it the actions that serve it, and what it asks for and does not have."),
            Kind.NAME,
            _text,
        ),
        Column(
            "place",
            _("Where"),
            30,
            _("The model, and what of it is to get there."),
            read=lambda row: step_place(row.step, row.part.pack) if row.is_step else None,
        ),
        Column(
            "state",
            _("State"),
            20,
            _("Whether a step has actions; how an action or part stands."),
            kind=Kind.STATE,
            read=state_of,
        ),
        owner.through(_action),
        due.through(_action),
    )


def road_map(deliverable: Deliverable) -> Table[RoadRow]:
    """The roads of all models, one after the other."""
    return Table(
        _("Road map"),
        _("What each model is still to reach, step by step, with the actions that serve it and what it asks for."),
        road_columns(),
        [
            row
            for part in deliverable.models
            for row in road_rows(part, deliverable.actions, lambda action: action.overdue)
        ],
        lambda row: Ref(row.part.pack.id, row.asked or row.step.place),
    )


def _text(row: RoadRow) -> str:
    if row.action is not None:
        return _IN + _("A-{number} · {title}").format(number=row.action.number, title=row.action.title)
    if row.asked:
        return _IN + (row.part.pack.text_by_id.get(row.asked, row.asked))
    return step_text(row.step, row.part.pack, row.part.result)


def state_of(row: RoadRow) -> Value:
    """Whether a step has actions; how an action, or a part that a step asks for, stands."""
    if row.action is not None:
        status = names.name(row.action.status)
        return _("{status}, overdue").format(status=status) if row.overdue else row.action.status
    if row.asked:
        return stands_of(row.asked, row.part.result)
    count = len(row.actions)
    if count:
        return ngettext("{count} action", "{count} actions", count).format(count=count)
    return _("No action yet") if row.step.asks else None


def _action(row: RoadRow) -> Any:  # noqa: ANN401 - of whoever shows it
    return row.action
