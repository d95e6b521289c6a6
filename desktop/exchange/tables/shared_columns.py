"""Columns that tables of several schemes have: what answers say, and what is wanted."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from desktop.exchange.tables.table import Column, Kind, Value
from desktop.language import _
from desktop.model.scoring.results import AnswerStatistics
from desktop.model.scoring.statistics import AGREED_FROM, MIXED_FROM
from desktop.wording import names
from desktop.wording.manners import number_text

R = TypeVar("R", bound="Answered")

ANSWERS = ("answers.n", "answers.mean_percent", "answers.consensus")
"""Keys of the columns that tell of answers in few words."""


class Answered(Protocol):
    """A row of which answers say something."""

    @property
    def answers(self) -> AnswerStatistics:
        """What they say together."""


def rating(key: str = "rating") -> Column[Any]:
    """How an area is rated."""
    return Column(
        key,
        _("Rating"),
        15,
        _(
            "Satisfied when all its goals are. Unsatisfied when one is. Not rated when none is unsatisfied "
            "but some cannot be rated yet. Not applicable or out of scope as declared."
        ),
        Kind.STATE,
    )


def answered() -> Column[R]:
    """How many answers there are."""
    return Column(
        "answers.n", _("Answers"), 7, _("How many answers there are, blanks left out."), Kind.COUNT, turned=True
    )


def blanks() -> tuple[Column[R], ...]:
    """Unanswered, does not apply, don't know; empty where even these are hidden."""

    def column(name: str, heading: str, meaning: str) -> Column[R]:
        def counted(row: R) -> Value:
            found = row.answers
            known = found.counts or found.unanswered or found.does_not_apply or found.dont_know
            count: int = getattr(found, name)
            return count if known else None

        return Column(f"answers.{name}", heading, 7, meaning, Kind.COUNT, counted, turned=True)

    chosen = _("How often that was chosen. It counts in no mean.")
    return (
        column("unanswered", _("Unanswered"), _("How often no choice was made.")),
        column("does_not_apply", _("Does not apply"), chosen),
        column("dont_know", _("Don't know"), chosen),
    )


def mean() -> Column[R]:
    """What the answers come to."""
    return Column(
        "answers.mean_percent",
        _("Mean of answers"),
        9,
        _("Mean of the answers' percentages. Empty without answers, or where it would show a small group."),
        Kind.PERCENT,
        turned=True,
    )


def agreement() -> tuple[Column[R], ...]:
    """How far answers agree, as a number and in a word; empty without a consensus to judge."""

    def told(row: R) -> Value:
        found = row.answers
        if found.consensus is None:
            return None
        words = names.agreement(found.agreement, found.consensus)
        return found.agreement if words == names.name(found.agreement) else words

    return (
        Column(
            "answers.consensus",
            _("Consensus"),
            8,
            _(
                "How far answers agree: 1 when all are equal, 0 when half stand at either end (Tastle and Wierman). "
                "Of several questions the mean."
            ),
            Kind.CONSENSUS,
            turned=True,
        ),
        Column(
            "answers.agreement",
            _("Agreement"),
            16,
            _(
                "Agreed from {agreed} if that is more than so small a group reaches by chance, mixed from {mixed}, "
                "else split. Below five answers too few to judge."
            ).format(agreed=number_text(str(AGREED_FROM)), mixed=number_text(str(MIXED_FROM))),
            Kind.STATE,
            told,
        ),
    )


def wanted(inner: str = "") -> tuple[Column[Any], ...]:
    """The level that is wanted, how much it matters, and how far it is.

    Args:
        inner: what leads to these in a row, e.g. ``gap.``.
    """
    return (
        Column(f"{inner}target", _("Target"), 10, _("The target, its own or that of the whole model."), Kind.LEVEL),
        Column(
            f"{inner}importance",
            _("Importance"),
            6,
            _("From 1, little, to 5, most, as the team sees it."),
            Kind.LEVEL,
            turned=True,
        ),
        Column(f"{inner}gap", _("Gap"), 8, _("Levels from now up to the target; 0 where it is reached."), Kind.COUNT),
        Column(
            f"{inner}weighted_gap",
            _("Weighted gap"),
            7,
            _("The gap times the importance, which counts 1 where none is given."),
            Kind.COUNT,
            turned=True,
        ),
    )
