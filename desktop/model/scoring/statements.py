"""Statements: what the survey suggests and what the team says."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from desktop.model.evaluation.part_results import PartResult, PartSuggestion
from desktop.model.maturity import Statement, Track
from desktop.model.scoring import rounding
from desktop.model.scoring.distribution import Distribution
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.results import StatementResult, StatementSuggestion, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statistics import rounded_mean
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.vocabulary import Fulfilment

RULES: dict[Fulfilment | None, Rule] = {
    Fulfilment.MET: Rule.STATEMENT_MET,
    Fulfilment.PARTLY_MET: Rule.STATEMENT_PARTLY_MET,
    Fulfilment.NOT_MET: Rule.STATEMENT_NOT_MET,
    Fulfilment.NOT_APPLICABLE: Rule.STATEMENT_NOT_APPLICABLE,
    Fulfilment.DONT_KNOW: Rule.STATEMENT_DONT_KNOW,
    None: Rule.STATEMENT_NOT_RATED,
}
"""The rule for each word of the team, and for its silence."""

UNMET = frozenset({Fulfilment.NOT_MET, Fulfilment.PARTLY_MET})
"""What stops a level."""

OPEN = frozenset({Fulfilment.DONT_KNOW, None})
"""What leaves a level undetermined."""

WORK = {Fulfilment.PARTLY_MET: 1, Fulfilment.NOT_MET: 2, Fulfilment.DONT_KNOW: 1, None: 1, Fulfilment.NOT_APPLICABLE: 1}
"""What it takes to meet a statement: its distance to MET, or 1 where that is not known."""


def statement_result(
    track: Track,
    statement: Statement,
    part: PartResult,
    given: Given,
    read: Survey,
    limits: tuple[Decimal, ...],
) -> StatementResult:
    """One statement. Its trace rests on what the survey says, and that on the question's.

    Args:
        track: its track.
        statement: the statement.
        part: what the engine says of it.
        given: what the team says.
        read: what the answers say.
        limits: the percents by which the survey suggests something.
    """
    value = given.statements.get(statement.id)
    distribution, question = read.informing[statement.id]
    suggestion = suggest(part.suggestion, distribution, limits)
    return StatementResult(
        id=statement.id,
        track=track.id,
        level=statement.level,
        value=value,
        suggestion=suggestion,
        trace=Trace(
            rule=RULES[value],
            facts={"statement": statement.id, "track": track.id, "level": statement.level, "value": value},
            parts=(
                Trace(
                    rule=Rule.STATEMENT_SURVEY_ANSWERED if suggestion else Rule.STATEMENT_SURVEY_NO_ANSWERS,
                    facts={
                        "statement": statement.id,
                        "n": suggestion.n if suggestion else 0,
                        "met_percent": suggestion.met_percent if suggestion else None,
                        "mean_percent": suggestion.mean_percent if suggestion else None,
                        "value": suggestion.value if suggestion else None,
                    },
                    parts=(question,),
                ),
            ),
        ),
    )


def suggest(
    found: PartSuggestion | None, answers: Distribution, limits: tuple[Decimal, ...]
) -> StatementSuggestion | None:
    """What the answers suggest; None without an answer.

    Args:
        found: what the engine says of it.
        answers: the answers.
        limits: the percents by which it is decided.
    """
    if found is None:
        return None
    return StatementSuggestion(
        value=Fulfilment(found.grade or ""),
        met_percent=rounding.percent(Fraction(100 * answers.answers[-1], answers.n)),
        mean_percent=rounded_mean(found.value, limits),
        n=found.n,
    )
