"""The tables of a model of streams."""

from __future__ import annotations

from desktop.exchange.deliverable import ModelPart, PlannedModel
from desktop.exchange.tables.stream_cells import stream_cells
from desktop.exchange.tables.streams import streams
from desktop.exchange.tables.table import AnyTable, Column, Kind
from desktop.exchange.tables.table_set import QuestionColumns, TableSet
from desktop.language import N_, _


def _summary(part: PlannedModel) -> tuple[AnyTable, ...]:
    stands = ("id", "name", "stands", "index", "target", "gap")
    return (streams(part).pick(*stands, "answers.n", "suggestion.mean_level", "answers.consensus"),)


def _detail(part: ModelPart) -> tuple[tuple[AnyTable, int], ...]:
    return (streams(part), 2), (stream_cells(part), 3)


def _questions(part: ModelPart) -> QuestionColumns:
    means = {stream.id: stream.suggestion.mean_level for stream in part.result.streams if stream.suggestion}
    return QuestionColumns(
        place=Column(
            "place", _("Stream"), 10, _("The stream's short name; its full name stands on the sheet Streams.")
        ),
        asked=(_("Question"), _("What was asked. The answers are the texts of the levels.")),
        besides=Column(
            "name",
            _("Name"),
            22,
            _("The stream it is about."),
            read=lambda row: part.pack.stream_by_id[row.place].name,
        ),
        mean=Column(
            "mean",
            _("Mean level"),
            10,
            _("Mean of the levels chosen. An index, not a level."),
            Kind.INDEX,
            lambda row: means.get(row.place),
        ),
        choice=N_("Level {name}"),
        chosen=N_("How many chose the text of level {name}."),
    )


TABLES = TableSet(summary=_summary, detail=_detail, questions=_questions)
