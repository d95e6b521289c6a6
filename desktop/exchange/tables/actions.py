"""The table of action items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from msgspec.structs import replace

from desktop.exchange.deliverable import ActionLine, Deliverable
from desktop.exchange.tables import measures
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _, pgettext
from desktop.model.maturity import Pack
from desktop.model.maturity.parts import cell_id
from desktop.model.maturity.refs import Ref
from desktop.model.records import Priority


def in_turn(found: Iterable[ActionLine]) -> list[ActionLine]:
    """Actions as one sees to them: open before closed, overdue ones first, then by priority, day and number."""
    order = list(Priority)
    return sorted(
        found,
        key=lambda each: (
            not each.status.is_open,
            not each.overdue,
            order.index(each.priority),
            each.due or dt.date.max,
            each.number,
        ),
    )


def actions(deliverable: Deliverable) -> Table[ActionLine]:
    """A row for each action; see `in_turn`. Texts that nobody has written of any have no column."""
    packs = {part.pack.id: part.pack for part in deliverable.models}
    number, title, owner, due, priority, status = action_columns()
    return Table(
        _("Actions"),
        _(
            "Open actions first, overdue ones before the others, then by priority and day; "
            "done and dropped ones stand last."
        ),
        (
            replace(number, width=5.5),
            replace(title, width=26),
            Column("description", _("Description"), 29, _("More about it.")),
            Column("why", pgettext("of an action", "Why"), 24, _("What it is good for.")),
            Column(
                "aim",
                _("To improve"),
                22,
                _("The area, stream or track it is for, and what of it, by model."),
                read=partial(_aim, packs),
            ),
            replace(owner, width=14),
            replace(due, width=21),
            replace(priority, width=9.5),
            replace(status, width=11),
            Column(
                "measures",
                _("Measures"),
                29,
                _("What shows whether it works, and how far each has come."),
                read=lambda action: "\n".join(map(measures.in_words, action.measures)),
            ),
            Column("id", _("Key"), 20, _("How the program recognises the action. Leave it as it is."), hidden=True),
        ),
        in_turn(deliverable.actions),
        lambda action: Ref("", action.id),
        key="actions",
    ).without_empty("why", "description", "measures")


def action_columns() -> tuple[Column[Any], ...]:
    """Number, title, owner, due, priority and status, of whatever has them."""
    return (
        Column("number", _("No."), 6, _("The action's number."), Kind.COUNT),
        Column("title", _("Action"), 34, _("What is to be done."), Kind.NAME),
        Column("owner", _("Owner"), 19, _("Who sees to it, as a role.")),
        Column(
            "due",
            _("Due"),
            21,
            _("The day it should be done. It is overdue once that has passed, until the status is done or dropped."),
            Kind.DAY,
        ),
        Column("priority", _("Priority"), 11, _("How much it matters.")),
        Column("status", _("Status"), 13, _("Where it stands.")),
    )


def _aim(packs: Mapping[str, Pack], action: ActionLine) -> str | None:
    pack = packs.get(action.model)
    place = pack.place_by_id.get(action.place) if pack else None
    if pack is None or place is None:
        return None
    parts = [place.name, *([_part_name(pack, action)] if action.part else [])]
    return _("{model}: {parts}").format(model=pack.name, parts=" · ".join(parts))


def _part_name(pack: Pack, action: ActionLine) -> str:
    """A goal or statement in its own words; of a stream the level to reach."""
    stream = pack.stream_by_id.get(action.place)
    for cell in stream.cells if stream else ():
        if action.part == cell_id(action.place, cell.level):
            return _("level {level} ({name})").format(level=cell.level, name=pack.level(cell.level).name)
    return pack.text_by_id.get(action.part, action.part)
