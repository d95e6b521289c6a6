"""How a cell that two copies of an assessment have changed apart from each other becomes one again."""

from enum import StrEnum

from desktop.model.journal import Cell


class MergeRule(StrEnum):
    """What counts where both copies have changed a cell, each to something else.

    Attributes:
        ASK: somebody decides; a judgement has no average.
        LATEST: the later change.
        BOTH: neither is lost: texts stand one after the other, and what either says is so, is so.
        ANEW: a number that stands for the record on lists; it is given anew, see
            `desktop.model.assessment.rules.numbering`.
    """

    ASK = "ask"
    LATEST = "latest"
    BOTH = "both"
    ANEW = "anew"


class UndecidedError(Exception):
    """Two copies say different things, and somebody has to decide."""


def merged(rule: MergeRule, before: Cell, earlier: Cell, later: Cell) -> Cell:
    """What a cell holds once two copies are one.

    Args:
        rule: of the cell.
        before: what it held in both.
        earlier: what it holds in the copy that changed it first.
        later: what it holds in the other.

    Raises:
        UndecidedError: both have changed it, and the rule leaves it to somebody.
    """
    if later in (earlier, before):
        return earlier
    if earlier == before:
        return later
    match rule:
        case MergeRule.ASK:
            raise UndecidedError
        case MergeRule.BOTH:
            return _both(earlier, later)
        case MergeRule.LATEST | MergeRule.ANEW:
            return later


def _both(earlier: Cell, later: Cell) -> Cell:
    if isinstance(earlier, str) and isinstance(later, str):
        if earlier in later:
            return later
        return earlier if later in earlier else f"{earlier}\n{later}"
    return earlier or later
