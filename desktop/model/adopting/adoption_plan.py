"""What becomes of everything that was said about a model when a newer version takes its place.

Which records are about parts of a model, and on what else their cells rest, they declare themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from msgspec import Struct, structs

from desktop.model.adopting.correspondence import Correspondence
from desktop.model.adopting.holding import Holding
from desktop.model.maturity.parts import WHOLE
from desktop.model.records import KINDS, Adoption, Model, Record, RoundResult, ShownAnswers, cell_rules
from desktop.model.records.merge_rule import MergeRule, merged
from desktop.model.records.record import PART, QUESTION, SORT

Said = Callable[[type[Record]], Sequence[Record]]
"""All records of a kind."""

Cells = dict[str, Any]
Key = tuple[str, ...]

_APART = (Model, ShownAnswers, Adoption, RoundResult)
"""What is no saying about a part: the model itself, and what was so at the time and stays as it was."""


class RecordFate(StrEnum):
    """What becomes of a record.

    Attributes:
        CARRIED: it holds in the newer version, under the id that the part has there.
        AGAIN: what it says, or some of it, has to be said again; the history keeps it.
        LEFT: what it is about is not in the newer version; it stays as it is and counts nowhere.
    """

    CARRIED = "carried"
    AGAIN = "again"
    LEFT = "left"


class RecordCount(Struct, frozen=True):
    """Records of one kind that are about one part and share a fate.

    Attributes:
        kind: name of the kind.
        part: id in the earlier version, or `WHOLE`.
    """

    kind: str
    part: str
    fate: RecordFate
    count: int


class AdoptionPlan(Struct, frozen=True):
    """What is written when a newer version is adopted, and what is told of it before.

    Attributes:
        counts: every record that is about a part of the model, counted.
        writes: by kind and key, the cells that take another value.
    """

    found: Correspondence
    counts: tuple[RecordCount, ...]
    writes: Mapping[type[Record], Mapping[Key, Cells]]

    def total(self, fate: RecordFate) -> int:
        """How many records share a fate."""
        return sum(each.count for each in self.counts if each.fate is fate)


def adoption_plan(model: str, holding: Holding, said: Said) -> AdoptionPlan:
    """What becomes of all that was said about a model.

    Args:
        model: its id.
        holding: the two versions, and what holds between them.
        said: the records of the assessment.
    """
    planning = _Planning(model, holding, said)
    for kind in KINDS.values():
        if kind not in _APART and _cell_naming(kind, PART, QUESTION):
            planning.take(kind)
        elif _cell_naming(kind, SORT):
            planning.take_sorts(kind)
    counts = tuple(RecordCount(*told, count) for told, count in planning.counts.items())
    return AdoptionPlan(holding.found, counts, {kind: rows for kind, rows in planning.writes.items() if rows})


def is_spoken_of(model: str, said: Said) -> bool:
    """Whether anything was said about a model, or forms went out."""
    return any(True for kind in KINDS.values() if kind not in _APART for _record in _about(model, kind, said))


class _Planning:
    def __init__(self, model: str, holding: Holding, said: Said) -> None:
        self._model = model
        self._holding = holding
        self._said = said
        self._image = {**holding.found.image, WHOLE: WHOLE}
        self.counts: Counter[tuple[str, str, RecordFate]] = Counter()
        self.writes: dict[type[Record], dict[Key, Cells]] = {}
        self._staying: dict[tuple[type[Record], str], bool] = {}

    def take(self, kind: type[Record]) -> None:
        """All records of a kind; an id may go from one part to another, so what leaves must not clear what arrives."""
        cell = _cell_naming(kind, PART, QUESTION)
        stood: dict[Key, Cells] = {}
        stands: dict[Key, Cells] = {}
        for record in _about(self._model, kind, self._said):
            part = getattr(record, cell)
            if not part:
                continue
            if self._stays(kind, part):
                self.counts[kind.declared.name, part, RecordFate.CARRIED] += 1
                continue
            after, cells, fate = self._becomes(record, part)
            self.counts[kind.declared.name, part, fate] += 1
            if not after and part not in self._holding.after.parts:
                continue
            stood[_key(record)] = _cells(record)
            if kind.listed:
                stands[_key(record)] = {**cells, cell: after}
            elif after:
                key = _key(structs.replace(record, **{cell: after}))
                stands[key] = _joined(kind, stands.get(key), cells)
        cleared = {key: dict(_defaults(kind)) for key in stood.keys() - stands.keys()}
        self.writes[kind] = cleared | {key: cells for key, cells in stands.items() if stood.get(key) != cells}

    def take_sorts(self, kind: type[Record]) -> None:
        """What parts are answered for: what is of a sort that the newer version does not know stays behind."""
        cell = _cell_naming(kind, SORT)
        for record in _about(self._model, kind, self._said):
            known = getattr(record, cell) in self._holding.after.sorts
            self.counts[kind.declared.name, WHOLE, RecordFate.CARRIED if known else RecordFate.LEFT] += 1

    def _stays(self, kind: type[Record], part: str) -> bool:
        """Whether everything that a kind says of a part holds under the id that it has; asked once for thousands."""
        if (kind, part) not in self._staying:
            rests = {rule.rests_on for rule in cell_rules(kind).values() if rule.rests_on is not None}
            self._staying[kind, part] = self._image.get(part) == part != WHOLE and all(
                self._holding.holds(each, part, None) for each in rests
            )
        return self._staying[kind, part]

    def _becomes(self, record: Record, part: str) -> tuple[str, Cells, RecordFate]:
        """Id of the part that it is about in the newer version, empty for none; what it says of that; its fate."""
        kind = type(record)
        gathers = kind.listed or kind.declared.merge is MergeRule.BOTH
        if gathers and part in self._holding.found.merged:
            return self._holding.found.merged[part], _cells(record), RecordFate.CARRIED
        if part not in self._image:
            lasts = part in self._holding.after.parts or part in self._holding.found.questioned
            return "", _cells(record), RecordFate.AGAIN if lasts else RecordFate.LEFT
        cells = {name: value for name, value in _cells(record).items() if self._holds(kind, name, part, value)}
        fate = RecordFate.CARRIED if len(cells) == len(_cells(record)) else RecordFate.AGAIN
        return self._image[part], {**_defaults(kind), **cells}, fate

    def _holds(self, kind: type[Record], name: str, part: str, value: object) -> bool:
        rests_on = cell_rules(kind)[name].rests_on
        return rests_on is None or value == _defaults(kind)[name] or self._holding.holds(rests_on, part, value)


def _about(model: str, kind: type[Record], said: Said) -> Iterator[Record]:
    """The records of a kind that say something about a model, directly or by way of what they belong to."""
    cell = _cell_naming(kind, "model")
    owner = next((each for each in KINDS.values() if _cell_naming(kind, each.declared.name)), None)
    owned: Mapping[str, str] | None = None
    if not cell:
        above = _cell_naming(owner, "model") if owner is not None and owner.listed else ""
        if owner is None or not above:
            return
        owned = {getattr(each, "id"): getattr(each, above) for each in said(owner)}  # noqa: B009 - of any listed kind
        cell = _cell_naming(kind, owner.declared.name)
    implied = _defaults(kind).items()
    for record in said(kind):
        of = getattr(record, cell)
        concerns = (of if owned is None else owned.get(of)) == model
        if concerns and any(getattr(record, name) != nothing for name, nothing in implied):
            yield record


@cache
def _cell_naming(kind: type[Record], *names: str) -> str:
    """The cell that is the id of such a thing; empty where none is."""
    return next((name for name, rule in cell_rules(kind).items() if rule.names in names), "")


@cache
def _defaults(kind: type[Record]) -> Mapping[str, Any]:
    return {field.name: field.default for field in structs.fields(kind) if field.name not in kind.keys}


def _cells(record: Record) -> Cells:
    return {name: getattr(record, name) for name in _defaults(type(record))}


def _key(record: Record) -> Key:
    return tuple(getattr(record, name) for name in type(record).keys)


def _joined(kind: type[Record], one: Cells | None, other: Cells) -> Cells:
    """What records say together that are about the same once two parts have become one."""
    if one is None:
        return other
    implied = _defaults(kind)
    return {name: merged(MergeRule.BOTH, implied[name], one[name], other[name]) for name in other}
