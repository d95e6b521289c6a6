"""What answers say, in the columns that sheets of every scheme have."""

from __future__ import annotations

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.workbook.guide import Value
from desktop.model.scoring.results import AnswerStatistics


def blanks(part: ModelPart, answers: AnswerStatistics) -> tuple[Value, Value, Value]:
    """Unanswered, does not apply, don't know; empty where so few were asked that even these are hidden."""
    if part.hidden.blanks:
        return (None, None, None)
    return (answers.unanswered, answers.does_not_apply, answers.dont_know)


def agreement(answers: AnswerStatistics) -> Value:
    """How far answers agree; empty without a consensus to judge."""
    return None if answers.consensus is None else answers.agreement
