"""The table of what a follow-up review said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _, pgettext
from desktop.model.maturity.refs import Ref
from desktop.model.records import ActionStatus
from desktop.wording import names


class SaidLine(Struct, frozen=True):
    """What the review said of an action; a row of the note's table."""

    number: int
    title: str
    owner: str
    due: dt.date | None
    status: ActionStatus
    percent: int
    said: str


def said_table(said: Sequence[SaidLine], day: dt.date) -> Table[SaidLine]:
    """What was said of each action on a day."""
    return Table(
        _("Follow-up review"),
        _("What the review of {day} said of each action that it talked about.").format(day=names.day(day)),
        (
            Column("number", pgettext("number", "No."), 5, _("The number of the action."), Kind.COUNT),
            Column("title", _("Action"), 34, _("What is to be done."), Kind.NAME),
            Column("owner", _("Owner"), 18, _("Who sees to it, as a role.")),
            Column("due", _("Due"), 12, _("The day by which it is to be done."), Kind.DAY),
            Column("status", _("Status"), 13, _("How the review found it."), Kind.STATE),
            Column("percent", _("Done, %"), 9, _("How much of it was done."), Kind.COUNT),
            Column("said", _("What was said"), 44, _("What the review said of it.")),
        ),
        tuple(said),
        lambda row: Ref("", str(row.number)),
    )
