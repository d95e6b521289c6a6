"""Examples that a pack brings: what is said of the model, and what follows by its published rule."""

from collections.abc import Mapping

from desktop.model.maturity.kinds import Part, Text, Word
from desktop.model.maturity.rulebook.values import Limit, PartId

RESULT = "result"
"""Names the result of a part beside its further measures."""

SingleAnswer = int | float | str | tuple[str, ...]
"""A number, the id of a choice, a blank that is chosen, or the ids of several choices."""


class PackExample(Part, frozen=True):
    """What is said of a model, and the results that follow from it by its published rule.

    What is answered in an example is supported by evidence, and what does not apply has its reason.

    Attributes:
        name: what it shows.
        answers: the answer of each part, or its answers by what it is answered for.
        says: what the team says the result of a part is.
        out_of_scope: ids of parts that are not assessed.
        targets: what is wanted of parts.
        gives: the result of parts: a number, a grade, or why there is none; or that of measures by their ids.
        gaps: the gaps of parts.
    """

    name: Text
    gives: Mapping[PartId, Limit | Mapping[Word, Limit]]
    answers: Mapping[PartId, SingleAnswer | Mapping[str, SingleAnswer]] = {}
    says: Mapping[PartId, Limit] = {}
    out_of_scope: tuple[PartId, ...] = ()
    targets: Mapping[PartId, Limit] = {}
    gaps: Mapping[PartId, int | float] = {}
