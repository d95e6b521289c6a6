"""The tables of a model of tracks."""

from __future__ import annotations

from desktop.exchange.deliverable import ModelPart, PlannedModel
from desktop.exchange.tables.shared_columns import ANSWERS
from desktop.exchange.tables.statements import statements
from desktop.exchange.tables.table import AnyTable, Column, Kind
from desktop.exchange.tables.table_set import QuestionColumns, TableSet, mean_percent
from desktop.exchange.tables.tracks import tracks
from desktop.language import _


def _summary(part: PlannedModel) -> tuple[AnyTable, ...]:
    return (tracks(part).pick("name", "level", "uncapped", "target", "gap", *ANSWERS, "stopping", "caps"),)


def _detail(part: ModelPart) -> tuple[tuple[AnyTable, int], ...]:
    return (tracks(part), 1), (statements(part), 4)


def _questions(part: ModelPart) -> QuestionColumns:
    known = part.pack.statement_by_id
    return QuestionColumns(
        place=Column(
            "track",
            _("Track"),
            18,
            _("The track that the statement belongs to."),
            read=lambda row: known[row.id][0].name,
        ),
        asked=(_("Statement"), _("What people were asked whether it is met.")),
        besides=Column(
            "level",
            _("Level"),
            8,
            _("The level that asks for it."),
            Kind.LEVEL,
            lambda row: known[row.id][1].level,
        ),
        mean=mean_percent(),
    )


TABLES = TableSet(summary=_summary, detail=_detail, questions=_questions)
