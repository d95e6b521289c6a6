"""Action items that could be taken up, with the measures that would show whether they work."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from desktop.model.maturity.refs import Ref
from desktop.model.maturity.vocabulary import Direction
from desktop.model.records import Priority


class NewMeasure(Struct, frozen=True, kw_only=True):
    """A measure to be; its fields are those of `desktop.model.records.Measure`."""

    name: str
    unit: str = ""
    direction: Direction = Direction.NEUTRAL
    how: str = ""
    baseline: str = ""
    target: str = ""
    due: dt.date | None = None
    metric: str = ""


class Proposal(Struct, frozen=True, kw_only=True):
    """An action item to be; its fields are those of `desktop.model.records.Action`.

    Attributes:
        measures: what would show whether it works.
        effects: what it is expected to change besides its aim.
    """

    title: str
    description: str = ""
    why: str = ""
    effort: str = ""
    model: str = ""
    aim: str = ""
    owner: str = ""
    due: dt.date | None = None
    priority: Priority = Priority.MEDIUM
    measures: tuple[NewMeasure, ...] = ()
    effects: tuple[Ref, ...] = ()
