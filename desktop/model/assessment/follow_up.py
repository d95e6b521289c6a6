"""What a follow-up takes over from the round before it, and what it puts away.

Each kind of record declares for how long it holds (`Lasts`). Besides:

- what belongs to something that is put away goes with it: a measure with its action, a note with its session;
- reviews of the actions go on as the actions do;
- of evidence that is taken over, what was said in an interview stays behind, since it tells how things were then, and
  so does what has expired, is older than a year, or was judged inadequate;
- of actions only those stay behind that are verified or dropped: what is done waits for new ratings to bear it out;
- why an area is out of scope stays with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct, structs

from desktop.model.assessment.rules.item_freshness import Freshness, freshness
from desktop.model.records import (
    KINDS,
    Action,
    ActionStatus,
    Adequacy,
    AreaRating,
    Evidence,
    Lasts,
    Record,
    SessionKind,
    TeamSession,
    cell_rules,
)
from desktop.model.scoring.vocabulary import EvidenceKind

Said = Callable[[type[Record]], Sequence[Record]]
"""All records of a kind."""
Key = tuple[str, ...]
Cells = dict[str, Any]

_OVER = (ActionStatus.VERIFIED, ActionStatus.DROPPED)
"""States of an action in which nothing about it is to be done or found out any more."""


class FollowUpChoice(Struct, frozen=True):
    """What the team chooses.

    Attributes:
        ratings: its judgements are where the new round starts from; none is settled.
        evidence: items that are still good are taken over.
    """

    ratings: bool = False
    evidence: bool = True


class KindCount(Struct, frozen=True):
    """Of the records of a kind that say something, how many are taken over and how many put away.

    Attributes:
        kind: name of the kind.
    """

    kind: str
    carried: int
    away: int


class FollowUpPlan(Struct, frozen=True):
    """What is written when a follow-up starts, and what is told of it before.

    Attributes:
        counts: of the kinds that have records.
        cells: by kind and key, the cells that are as if nothing had been said.
        gone: by kind, the keys of what is taken away.
    """

    counts: tuple[KindCount, ...]
    cells: Mapping[type[Record], Mapping[Key, Cells]]
    gone: Mapping[type[Record], tuple[Key, ...]]

    def count(self, *kinds: str) -> KindCount:
        """The count of several kinds together, by the name of the first."""
        found = [each for each in self.counts if each.kind in kinds]
        return KindCount(kinds[0], sum(each.carried for each in found), sum(each.away for each in found))

    @property
    def puts_away(self) -> bool:
        """Whether anything is put away at all."""
        return any(each.away for each in self.counts)


def follow_up_plan(said: Said, choice: FollowUpChoice, day: dt.date) -> FollowUpPlan:
    """What becomes of everything that was said.

    Args:
        said: the records of the assessment.
        choice: what the team chooses.
        day: on which the follow-up starts.
    """
    planning = _Planning(said, choice, day)
    for kind in KINDS.values():
        planning.take(kind)
    while planning.go_along():
        pass
    return planning.plan()


class _Planning:
    def __init__(self, said: Said, choice: FollowUpChoice, day: dt.date) -> None:
        self._choice = choice
        self._day = day
        self._said = {kind: said(kind) for kind in KINDS.values()}
        self._gone: dict[type[Record], set[Key]] = {}
        self._cells: dict[type[Record], dict[Key, Cells]] = {}

    def take(self, kind: type[Record]) -> None:
        """Look at all records of a kind by themselves."""
        lasting = {name: self._lasts(rule.lasts) for name, rule in cell_rules(kind).items() if name not in kind.keys}
        listed_away = kind.listed and not self._lasts(kind.declared.lasts)
        unsaid = {name: value for name, value in _defaults(kind).items() if not lasting[name]}
        for record in self._said[kind]:
            if (listed_away and not _goes_on(record)) or self._is_over(record):
                self._gone.setdefault(kind, set()).add(_key(record))
            elif unsaid and not listed_away:
                self._unsay(record, unsaid)

    def go_along(self) -> bool:
        """Put away what belongs to something that is; whether there was any."""
        found = False
        gone = {kind.declared.name: {key[0] for key in keys} for kind, keys in self._gone.items()}
        for kind, records in self._said.items():
            naming = [(name, gone[rule.names]) for name, rule in cell_rules(kind).items() if rule.names in gone]
            for record in records if naming else ():
                if any(getattr(record, name) in ids for name, ids in naming):
                    found |= self._drop(record)
        return found

    def plan(self) -> FollowUpPlan:
        """What was found."""
        return FollowUpPlan(
            tuple(count for kind in KINDS.values() if (count := self._count(kind)) is not None),
            {kind: rows for kind, rows in self._cells.items() if rows},
            {kind: tuple(sorted(keys)) for kind, keys in self._gone.items()},
        )

    def _lasts(self, lasts: Lasts | None) -> bool:
        return lasts is Lasts.ASSESSMENT or (lasts is Lasts.JUDGEMENT and self._choice.ratings)

    def _is_over(self, record: Record) -> bool:
        if isinstance(record, Evidence):
            return not self._choice.evidence or not is_still_good(record, self._day)
        return isinstance(record, Action) and record.status in _OVER

    def _unsay(self, record: Record, unsaid: Mapping[str, Any]) -> None:
        cells = {name: value for name, value in unsaid.items() if getattr(record, name) != value}
        if isinstance(record, AreaRating) and not record.in_scope:
            cells.pop("reason", None)
        if cells:
            self._cells.setdefault(type(record), {})[_key(record)] = cells

    def _drop(self, record: Record) -> bool:
        """Put a record away; whether it was not already."""
        kind, key = type(record), _key(record)
        if kind.listed:
            keys = self._gone.setdefault(kind, set())
            fresh = key not in keys
            keys.add(key)
            return fresh
        before = self._cells.setdefault(kind, {}).get(key)
        cells = {name: value for name, value in _defaults(kind).items() if getattr(record, name) != value}
        if cells:
            self._cells[kind][key] = cells
        return False if not cells else before != cells

    def _count(self, kind: type[Record]) -> KindCount | None:
        speaking = [record for record in self._said[kind] if kind.listed or _says_something(record)]
        gone, cells = self._gone.get(kind, set()), self._cells.get(kind, {})
        away = sum(_key(each) in gone or self._is_unsaid(each, cells) for each in speaking)
        return KindCount(kind.declared.name, len(speaking) - away, away) if speaking else None

    @staticmethod
    def _is_unsaid(record: Record, cells: Mapping[Key, Cells]) -> bool:
        """Whether nothing is left of what a record says."""
        away = cells.get(_key(record))
        return away is not None and not type(record).listed and not _says_something(structs.replace(record, **away))


def _goes_on(record: Record) -> bool:
    return isinstance(record, TeamSession) and record.kind is SessionKind.FOLLOW_UP


def is_still_good(item: Evidence, day: dt.date) -> bool:
    """Whether an item of evidence of one round shows how things are in the next."""
    good = freshness(item, day) in (Freshness.FRESH, Freshness.SOON)
    return good and item.kind is not EvidenceKind.INTERVIEW and item.adequacy is not Adequacy.INADEQUATE


@cache
def _defaults(kind: type[Record]) -> Mapping[str, Any]:
    return {field.name: field.default for field in structs.fields(kind) if field.name not in kind.keys}


def _says_something(record: Record) -> bool:
    return any(getattr(record, name) != value for name, value in _defaults(type(record)).items())


def _key(record: Record) -> Key:
    return tuple(getattr(record, name) for name in type(record).keys)
