"""The table of whom the participants stand for."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.planning.sampling import SampleRow
from desktop.wording.sampling import row_name, sort_name


def sampling(rows: Sequence[SampleRow]) -> Table[SampleRow]:
    """A row for each unit, service, group, role and area."""
    return Table(
        _("Sampling"),
        _("Whether those who take part are a cross-section of what is assessed."),
        (
            Column("sort", _("Of"), 10, _("Unit, service, group, role or area."), read=sort_name),
            Column("name", _("Name"), 34, _("What it is called."), Kind.NAME, read=row_name),
            Column(
                "people", _("People"), 10, _("How many take part; of an area, are to be heard about it."), Kind.COUNT
            ),
            Column("asked", _("Questionnaire"), 16, _("How many get a questionnaire."), Kind.COUNT),
            Column("interviewed", _("Interview"), 11, _("How many are to be interviewed."), Kind.COUNT),
            Column("discussing", _("Discussion"), 13, _("How many are to join a discussion."), Kind.COUNT),
            Column("hole", _("Lacks"), 15, _("Whether nobody speaks for it."), read=_hole),
        ),
        tuple(rows),
        lambda row: Ref("", row.id),
    )


def _hole(row: SampleRow) -> str | None:
    return _("Nobody heard") if row.is_hole else None
