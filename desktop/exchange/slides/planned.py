"""Slides of what is done about it, by whom and by when, and how it goes on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from desktop.exchange.deliverable import ActionLine, Deliverable
from desktop.exchange.slides.measuring import AFTER, LINE, lines_in, pages, shortened
from desktop.exchange.slides.slide import Grid, Item, Slide, Stage, Words
from desktop.exchange.tables.actions import in_turn
from desktop.language import _, ngettext
from desktop.wording import names, slides

SIZE = 18
SHARES = (0.41, 0.23, 0.2, 0.16)
MARGIN = 8.0
"""Of a cell, in points."""

SLIDES = 4
"""Of actions at most; of the rest is told where they stand."""

_NEXT = 4
_MILESTONES = 2
_LINES = 4
"""Of a cell at most."""


def actions(deliverable: Deliverable, stage: Stage) -> Iterator[Slide]:
    """The open actions by their days, what is overdue first."""
    open_ = _by_day(deliverable)
    rows = {action.id: _fitted(_row(action, deliverable), stage.body.width) for action in open_}
    found = _tables(open_, rows, stage)
    for page in found[:SLIDES]:
        days = [action.due for action in page if action.due]
        by = max(days) if len(days) == len(page) else None
        first = page is found[0]
        yield Slide(
            slides.first_actions(len(page), len(open_), by) if first else slides.further_actions(len(page), by),
            Grid(
                (_("What"), _("To improve"), _("Who"), _("By when")),
                SHARES,
                tuple(rows[action.id] for action in page),
                SIZE,
                _("Table of actions: what is done, what for, who sees to it, and by when."),
            ),
            _notes(page, sum(map(len, found[SLIDES:])) if page is found[:SLIDES][-1] else 0),
        )


def next_steps(deliverable: Deliverable, stage: Stage) -> Iterator[Slide]:
    """What comes first, how one hears of it, and when one meets again."""
    open_ = _by_day(deliverable)
    days = [action.due for action in open_ if action.due]
    last = max(days) if days and len(days) == len(open_) else None
    items = [_coming(action) for action in open_ if action.due][:_NEXT]
    items += [
        Item(milestone.title, _("Milestone on {day}:").format(day=names.day(milestone.day)))
        for milestone in deliverable.milestones
        if milestone.day and milestone.day >= deliverable.day
    ][:_MILESTONES]
    items.append(Item(_("the day is still to be set; then we look at what has changed."), _("We meet again:")))
    for page, size in pages(items, stage.body.width, stage.body.height):
        yield Slide(
            slides.next_steps(len(open_), last),
            Words(page, size),
            (
                _("Say here on which day everybody meets again, and write it on the slide."),
                _("The actions with their days are those of the results workbook, on the sheet Actions."),
            ),
        )


def _by_day(deliverable: Deliverable) -> list[ActionLine]:
    open_ = [action for action in in_turn(deliverable.actions) if action.status.is_open]
    return sorted(open_, key=lambda action: action.due or dt.date.max)


def _coming(action: ActionLine) -> Item:
    day = names.day(action.due)
    begins = _("Overdue since {day}:").format(day=day) if action.overdue else _("By {day}:").format(day=day)
    return Item(_("{title} ({owner})").format(title=action.title, owner=_owner(action)), begins)


def _row(action: ActionLine, deliverable: Deliverable) -> tuple[str, ...]:
    pack = next((part.pack for part in deliverable.models if part.pack.id == action.model), None)
    place = pack.place_by_id.get(action.place) if pack else None
    due = names.day(action.due) if action.due else _("no day yet")
    return (
        action.title,
        place.name if place else "",
        _owner(action),
        _("{day}, overdue").format(day=due) if action.overdue else due,
    )


def _owner(action: ActionLine) -> str:
    return action.owner or _("no owner yet")


def _tables(open_: Sequence[ActionLine], rows: dict[str, tuple[str, ...]], stage: Stage) -> list[list[ActionLine]]:
    """The actions slide by slide, as many as fit below the headings."""
    found: list[list[ActionLine]] = []
    room = stage.body.height - row_height(("",), stage.body.width)
    used = room + 1
    for action in open_:
        high = row_height(rows[action.id], stage.body.width)
        if used + high > room:
            found.append([])
            used = 0.0
        found[-1].append(action)
        used += high
    return found


def _fitted(texts: Sequence[str], width: float) -> tuple[str, ...]:
    """The texts of a row, none of them higher than `_LINES`."""
    rooms = [width * share - 2 * MARGIN for share in SHARES]
    return tuple(shortened(text, room, SIZE, _LINES) for text, room in zip(texts, rooms, strict=True))


def row_height(texts: Sequence[str], width: float, shares: Sequence[float] = SHARES) -> float:
    """Of a row of a table, in points; its columns have these shares of the width."""
    lines = max(lines_in(text, width * share - 2 * MARGIN, SIZE) for text, share in zip(texts, shares, strict=False))
    return lines * SIZE * LINE + SIZE * AFTER + MARGIN


def _notes(page: Sequence[ActionLine], rest: int) -> tuple[str, ...]:
    told = [
        _("Actions by their numbers in the list: {numbers}.").format(
            numbers=", ".join(str(action.number) for action in page)
        ),
        _("The order is by the day on which they are due."),
    ]
    if rest:
        text = ngettext(
            "{count} more action is open; it stands on the sheet Actions of the results workbook.",
            "{count} more actions are open; they stand on the sheet Actions of the results workbook.",
            rest,
        )
        told.append(text.format(count=rest))
    return tuple(told)
