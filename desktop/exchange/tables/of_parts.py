"""The tables of a model that says its rules itself."""

from __future__ import annotations

from desktop.exchange.deliverable import ModelPart, PlannedModel
from desktop.exchange.tables.parts import parts
from desktop.exchange.tables.table import AnyTable, Column
from desktop.exchange.tables.table_set import QuestionColumns, TableSet, mean_percent
from desktop.language import _


def _summary(part: PlannedModel) -> tuple[AnyTable, ...]:
    return (parts(part).pick("indented", "kind", "stands", "measures", "between", "target", "gap", "missing"),)


def _detail(part: ModelPart) -> tuple[tuple[AnyTable, int], ...]:
    return ((parts(part), 4),)


def _questions(part: ModelPart) -> QuestionColumns:
    return QuestionColumns(
        place=Column("id", _("Part"), 12, _("The part that was asked about.")),
        asked=(_("Question"), _("What was asked.")),
        besides=Column(
            "under",
            _("Under"),
            22,
            _("What the part stands under."),
            read=lambda row: part.pack.place_by_id[row.place].name,
        ),
        mean=mean_percent(),
    )


TABLES = TableSet(summary=_summary, detail=_detail, questions=_questions)
