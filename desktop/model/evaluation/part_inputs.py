"""What the engine is given: what is said of the parts, as plain values and never with a person's name."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.maturity.rulebook.values import Limit

Said = str | int | float | tuple[str, ...] | BlankReason | None
"""An answer: the id of a choice, a number, the ids of several choices, a blank that was chosen, or None for nothing."""


class SupportPiece(Struct, frozen=True, gc=False):
    """A piece of evidence.

    Attributes:
        kind: where it comes from, as the rulebook names kinds of evidence.
        session: the session or document; two pieces with one session count once.
    """

    kind: str
    session: str


class PartWord(Struct, frozen=True):
    """What the team says of a part.

    Attributes:
        answer: its answer; of a part without scale only whether it does not apply.
        instances: its answers by what they are for (site, project, ...), where it is answered several times.
        says: what its result is in the team's judgement, over that of the rule.
        alternative: another way of reaching the same is accepted.
        reason: why it does not apply.
        in_scope: False when it is not assessed.
        support: the evidence filed for it.
        target: what is wanted of it, in its own units.
        importance: how much it matters, None where nothing is said.
    """

    answer: Said = None
    instances: Mapping[str, Said] = {}
    says: Limit | None = None
    alternative: bool = False
    reason: str = ""
    in_scope: bool = True
    support: tuple[SupportPiece, ...] = ()
    target: Limit | None = None
    importance: int | None = None


class PartsInput(Struct, frozen=True):
    """All that the engine needs besides the rulebook. What is given for ids that the rulebook has not is left aside.

    Attributes:
        words: what the team says, by part.
        tallies: how often respondents gave each answer, by part and choice; blanks are left aside.
    """

    words: Mapping[str, PartWord] = {}
    tallies: Mapping[str, Mapping[str, int]] = {}
