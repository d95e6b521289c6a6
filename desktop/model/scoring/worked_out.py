"""What scoring was given, with what the answers say and what the engine makes of it."""

from __future__ import annotations

from msgspec import Struct

from desktop.model.evaluation.evaluate import Evaluation
from desktop.model.maturity import Pack
from desktop.model.maturity.short_forms.expanding import expanded
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.part_words import parts_input
from desktop.model.scoring.survey import Survey, survey


class WorkedOut(Struct, frozen=True):
    """What results are read off.

    Attributes:
        given: answers and judgements.
        read: what the answers say.
        engine: what works the parts out.
    """

    given: Given
    read: Survey
    engine: Evaluation


def worked_out(pack: Pack, given: Given, answers: Survey | None = None, before: WorkedOut | None = None) -> WorkedOut:
    """What results are read off.

    Args:
        pack: the model.
        given: answers and judgements.
        answers: the survey of the same answers, when it is at hand.
        before: what was worked out of the same model before; what stands as it did is taken from there.

    Raises:
        KeyError: the pack has no such answer scale.
        ValueError: a tally does not fit the scale.
    """
    read = answers or survey(pack, given)
    last = None if before is None else (before.given, before.engine.walk.given)
    book, said = expanded(pack, given.scale), parts_input(pack, given, last)
    engine = Evaluation(book, said, None if before is None else before.engine)
    return WorkedOut(given, read, engine)
