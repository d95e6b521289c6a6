"""The sessions as lines in the order of their times."""

from __future__ import annotations

from collections.abc import Callable

from desktop.language import _
from desktop.ui.pages.interviews.session_rows import SessionRow
from desktop.ui.table_rows import Column
from desktop.wording import names
from desktop.wording.forms import participant_number
from desktop.wording.interviews import session_times


def list_columns(clashes: Callable[[SessionRow], bool]) -> tuple[Column[SessionRow], ...]:
    """The columns of the list.

    Args:
        clashes: whether something about a session cannot be.
    """
    return (
        Column(
            _("When"),
            lambda row: names.day(row.session.day) or _("No day yet"),
            beneath=lambda row: session_times(row.session),
            sort=lambda row: row.moment,
            width=120,
        ),
        Column(_("Session"), lambda row: row.session.name, beneath=lambda row: names.name(row.session.kind)),
        Column(
            _("Clash"),
            lambda row: _("Clash") if clashes(row) else "",
            tone=lambda row: "bad" if clashes(row) else None,
            width=76,
        ),
        Column(_("Team"), lambda row: ", ".join(row.asking), tip=lambda row: ", ".join(row.asking), gives_way=3),
        Column(
            _("Is heard"),
            lambda row: ", ".join(participant_number(each.number) for each in row.heard),
            tip=lambda row: row.people,
            width=110,
            gives_way=1,
        ),
        Column(_("About"), lambda row: ", ".join(row.areas), width=110, gives_way=2),
        Column(_("Place"), lambda row: row.session.place, width=120, gives_way=4),
    )
