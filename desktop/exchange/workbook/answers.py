"""What answers say, in the columns that sheets of every scheme have."""

from __future__ import annotations

from desktop.exchange.workbook.guide import Value
from desktop.model.scoring.results import AnswerStatistics
from desktop.wording import names


def blanks(answers: AnswerStatistics) -> tuple[Value, Value, Value]:
    """Unanswered, does not apply, don't know; empty where even these are hidden."""
    found = (answers.unanswered, answers.does_not_apply, answers.dont_know)
    return (None, None, None) if not answers.counts and not any(found) else found


def agreement(answers: AnswerStatistics) -> Value:
    """How far answers agree; empty without a consensus to judge."""
    if answers.consensus is None:
        return None
    told = names.agreement(answers.agreement, answers.consensus)
    return answers.agreement if told == names.name(answers.agreement) else told
