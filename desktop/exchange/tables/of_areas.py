"""The tables of a model of key process areas."""

from __future__ import annotations

from desktop.exchange.deliverable import ModelPart, PlannedModel
from desktop.exchange.tables.areas import areas
from desktop.exchange.tables.goals import goals
from desktop.exchange.tables.groups import groups
from desktop.exchange.tables.practices import practices
from desktop.exchange.tables.shared_columns import ANSWERS
from desktop.exchange.tables.table import AnyTable, Column
from desktop.exchange.tables.table_set import QuestionColumns, TableSet, mean_percent
from desktop.language import _


def _summary(part: PlannedModel) -> tuple[AnyTable, ...]:
    return (
        groups(part).pick("name", "state", "areas", "rated", "in_place_percent", "mean_percent"),
        areas(part).pick("level", "id", "name", "rating", "in_place_percent", *ANSWERS),
    )


def _detail(part: ModelPart) -> tuple[tuple[AnyTable, int], ...]:
    return (groups(part), 1), (areas(part), 2), (goals(part), 4), (practices(part), 2)


def _questions(part: ModelPart) -> QuestionColumns:
    return QuestionColumns(
        place=Column("place", _("Area"), 8, _("The area's short name; its full name stands on the sheet Areas.")),
        asked=(_("Question"), _("What was asked.")),
        besides=Column(
            "informs",
            _("Informs"),
            14,
            _("The goals and practices it says something about."),
            read=lambda row: part.pack.question_by_id[row.id][1].informs,
        ),
        mean=mean_percent(),
    )


TABLES = TableSet(summary=_summary, detail=_detail, questions=_questions)
