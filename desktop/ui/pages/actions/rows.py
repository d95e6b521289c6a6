"""What the table of actions shows, and which of them each filter keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from operator import attrgetter

from msgspec import Struct

from desktop.exchange.tables.actions import action_columns
from desktop.language import ngettext
from desktop.model.assessment.models import ModelInUse
from desktop.model.planning.aims import place_of
from desktop.model.records import Action, ActionStatus
from desktop.model.scoring.results import ModelResult
from desktop.ui.pages.actions.places import place_text
from desktop.ui.table_rows import Column
from desktop.ui.told_columns import shown
from desktop.wording import names
from desktop.wording.tones import tone_of


class Filter(StrEnum):
    """Which actions are shown."""

    ALL = "all"
    OPEN = "open"
    OVERDUE = "overdue"
    WITHOUT_OWNER = "without_owner"
    BLOCKS = "blocks"
    DONE = "done"


class ActionRow(Struct, frozen=True):
    """An action with what is known about it today.

    Attributes:
        place: what it improves, in words.
        days_over: days since its due date, 0 when it is not overdue.
        blocks: it is open and its place stands before the next level.
    """

    action: Action
    place: str
    days_over: int
    blocks: bool

    def passes(self, chosen: Filter) -> bool:
        """Whether a filter keeps it."""
        match chosen:
            case Filter.ALL:
                return True
            case Filter.OPEN:
                return self.action.status.is_open
            case Filter.OVERDUE:
                return self.days_over > 0
            case Filter.WITHOUT_OWNER:
                return self.action.status.is_open and not self.action.owner.strip()
            case Filter.BLOCKS:
                return self.blocks
            case Filter.DONE:
                return self.action.status.is_done

    def says(self, words: Iterable[str]) -> bool:
        """Whether all words, in lower case, are found in it."""
        action = self.action
        parts = (str(action.number), action.title, action.description, self.place, action.owner, self.status)
        text = "\n".join(parts).casefold()
        return all(word in text for word in words)

    @property
    def status(self) -> str:
        """Its state in words; that it is overdue goes before all else."""
        if self.days_over:
            return ngettext("Overdue {days} day", "Overdue {days} days", self.days_over).format(days=self.days_over)
        return names.name(self.action.status)


def today() -> dt.date:
    """The day it is here."""
    return dt.datetime.now().astimezone().date()


def rows(
    actions: Iterable[Action], models: Iterable[ModelInUse], results: Iterable[ModelResult], day: dt.date
) -> list[ActionRow]:
    """The actions as they stand on a day."""
    packs = {in_use.id: in_use.pack for in_use in models}
    before = {(result.model, blocker.place) for result in results for blocker in result.level.blockers}
    return [
        ActionRow(
            action,
            place_text(action, packs.get(action.model)),
            (day - action.due).days if action.due and action.is_overdue(day) else 0,
            action.status.is_open and (action.model, place_of(packs.get(action.model), action.aim)) in before,
        )
        for action in actions
    ]


def columns() -> tuple[Column[ActionRow], ...]:
    """The columns of the table."""
    number, title, owner, due, priority, status = action_columns()
    action = attrgetter("action")
    return (
        shown(number, of=action, width=46),
        shown(title, of=action, beneath=lambda row: row.place),
        shown(owner, of=action, width=98, gives_way=2),
        shown(due, of=action, width=104, gives_way=1),
        shown(status, of=action, width=134, text=lambda row: row.status, sort=_status_order, tone=_tone),
        shown(priority, of=action, width=80, gives_way=3),
    )


def _tone(row: ActionRow) -> str:
    return "bad" if row.days_over else tone_of(row.action.status)


def _status_order(row: ActionRow) -> tuple[int, int]:
    return (0 if row.days_over else 1 + list(ActionStatus).index(row.action.status), -row.days_over)
