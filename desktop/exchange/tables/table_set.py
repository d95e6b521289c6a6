"""What tables there are of a model of one scheme."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from desktop.exchange.deliverable import ModelPart, PlannedModel
from desktop.exchange.tables.table import AnyTable, Column, Kind
from desktop.language import N_, _
from desktop.model.scoring.results import QuestionResult

QuestionColumn = Column[QuestionResult]


class QuestionColumns(Struct, frozen=True, kw_only=True):
    """What the table of answers tells of the questions of a model.

    Attributes:
        place: where a question belongs.
        asked: the heading and the meaning of its text.
        besides: what else places it.
        mean: of its answers.
        choice: the heading over an answer that can be chosen, with its ``name``.
        chosen: what the number beneath means, with its ``name`` and ``percent``.
    """

    place: QuestionColumn
    asked: tuple[str, str]
    besides: QuestionColumn
    mean: QuestionColumn
    choice: str = N_("{name}")
    chosen: str = N_("How many chose “{name}” ({percent} % in means).")


def mean_percent() -> QuestionColumn:
    """The mean of answers that have percentages."""
    return Column("answers.mean_percent", _("Mean"), 10, _("Mean of the answers' percentages."), Kind.PERCENT)


class TableSet(Struct, frozen=True, kw_only=True):
    """The tables of a model, as far as they differ by its scheme.

    Attributes:
        summary: where it stands, in few columns.
        detail: all that its results rest on, each table with how many columns stay in sight.
        questions: what the table of answers tells of its questions.
    """

    summary: Callable[[PlannedModel], tuple[AnyTable, ...]]
    detail: Callable[[ModelPart], tuple[tuple[AnyTable, int], ...]]
    questions: Callable[[ModelPart], QuestionColumns]
