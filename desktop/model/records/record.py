"""What all records have in common, and what a kind of record says of itself.

Everything else that there is to a kind follows from that: its table, journal and undo, portable data with their schema
and document, which results and pages a change concerns, what may leave the team, and how the history tells it.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, TypeVar, get_type_hints

from msgspec import Struct, structs

from desktop.model.records.merge_rule import MergeRule

PART = "part"
QUESTION = "question"
CHOICE = "choice"
SCALE = "scale"
SORT = "sort"
MARK = "mark"

PRESENT = "present"
"""The cell that marks whether a listed record is there."""


class Feeds(StrEnum):
    """What has to be told anew when a record changes.

    Attributes:
        ANSWERS: answers are counted anew, and all results with them.
        SCORES: results that rest on what the team says.
        PLAN: what is to be done, and how that comes along.
        NOTHING: nothing but itself.
    """

    ANSWERS = "answers"
    SCORES = "scores"
    PLAN = "plan"
    NOTHING = "nothing"


class Privacy(StrEnum):
    """Who may see something.

    Attributes:
        SPONSOR: it may stand in what leaves the team.
        TEAM: it stays in the assessment file and its portable copy.
        PERSON: it tells who somebody is; as `TEAM`, and no past round keeps it.
        NOBODY: it is the program's own bookkeeping; not even the history shows it.
    """

    SPONSOR = "sponsor"
    TEAM = "team"
    PERSON = "person"
    NOBODY = "nobody"


class Lasts(StrEnum):
    """For how long what is said holds; see `desktop.model.assessment.follow_up`.

    Attributes:
        ASSESSMENT: through all rounds.
        ROUND: for the round in which it is said; a follow-up puts it away.
        JUDGEMENT: likewise, unless the team takes its judgements as a starting point.
    """

    ASSESSMENT = "assessment"
    ROUND = "round"
    JUDGEMENT = "judgement"


class RestsOn(StrEnum):
    """What of a part of a model must stay as it is for what was said of the part to hold in a newer version.

    Attributes:
        CHOICES: with what it is answered.
        RULE: how its result follows.
        LEVEL: what the level that is named says.
        BENEATH: which parts are judged beneath it, and what they bear on.
    """

    CHOICES = "choices"
    RULE = "rule"
    LEVEL = "level"
    BENEATH = "beneath"


class CellRule(Struct, frozen=True):
    """What is particular to a cell; stands beside its type.

    Attributes:
        merge: None for the rule of the kind.
        privacy: None for that of the kind.
        names: what its value is the id of: a kind of record, `PART`, `QUESTION`, `CHOICE`, `SCALE` or `SORT` of a model
            (the word for what parts are answered for), or a `MARK` that only the program reads. Empty where it is a
            value itself.
        rests_on: what else than the part itself must stay for it to be carried over to a newer version of the model;
            None where nothing must.
        lasts: None for the time of the kind.
    """

    merge: MergeRule | None = None
    privacy: Privacy | None = None
    names: str = ""
    rests_on: RestsOn | None = None
    lasts: Lasts | None = None


class RecordKind(Struct, frozen=True):
    """What a kind of record says of itself.

    Attributes:
        name: by which the file knows it.
        feeds: what a change of it concerns.
        privacy: who may see its cells, unless a cell says otherwise.
        merge: how its cells merge, unless a cell says otherwise.
        called: the cell by which people know a record; empty where its key tells.
        lasts: for how long it holds, unless a cell says otherwise.
    """

    name: str
    feeds: Feeds
    privacy: Privacy
    merge: MergeRule = MergeRule.ASK
    called: str = ""
    lasts: Lasts = Lasts.ASSESSMENT


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A record; its key fields come first and have no default. All are plain values, so the collector need not look."""

    declared: ClassVar[RecordKind]
    listed: ClassVar[bool] = False
    keys: ClassVar[tuple[str, ...]] = ("id",)


@cache
def cell_types(kind: type[Record]) -> Mapping[str, Any]:
    """The type of each field of a kind of record."""
    return get_type_hints(kind)


@cache
def bounded_types(kind: type[Record]) -> Mapping[str, Any]:
    """The same with what bounds the values of a type, such as a pattern, for whoever converts them."""
    return get_type_hints(kind, include_extras=True)


R = TypeVar("R", bound=Record)


@cache
def cell_rules(kind: type[Record]) -> Mapping[str, CellRule]:
    """What holds for each field of a kind, those of its key included."""
    hints = get_type_hints(kind, include_extras=True)
    own = {name: _said(hints[name]) for name in kind.__struct_fields__}
    declared = kind.declared
    return {
        name: CellRule(
            rule.merge or declared.merge,
            rule.privacy or declared.privacy,
            rule.names,
            rule.rests_on,
            rule.lasts or declared.lasts,
        )
        for name, rule in own.items()
    }


@cache
def tells_who(kind: type[Record], cell: str) -> bool:
    """Whether a cell tells who somebody is; the mark that a record is there tells what the record tells."""
    rule = kind.declared.privacy if cell == PRESENT else cell_rules(kind)[cell].privacy
    return rule is Privacy.PERSON


def _said(hint: object) -> CellRule:
    return next((each for each in getattr(hint, "__metadata__", ()) if isinstance(each, CellRule)), CellRule())


def key_part(kind: type[Record], row: str, names: str) -> str:
    """The part of a record's key, as the journal writes it, that is the id of such a thing; empty where none is."""
    place = _place_in_key(kind, names)
    parts = row.split("/", len(kind.keys) - 1)
    return "" if place is None or place >= len(parts) else parts[place]


@cache
def _place_in_key(kind: type[Record], names: str) -> int | None:
    rules = cell_rules(kind)
    return next((place for place, name in enumerate(kind.keys) if rules[name].names == names), None)


def for_sponsor(record: R) -> R:
    """The record with those cells alone that may leave the team; the others are as if nothing had been said."""
    return structs.replace(record, **_unsaid(type(record)))


@cache
def _unsaid(kind: type[Record]) -> Mapping[str, Any]:
    """What cells that stay in the team hold before anything is said."""
    own = [field for field in structs.fields(kind) if field.name not in kind.keys]
    return {field.name: field.default for field in own if cell_rules(kind)[field.name].privacy is not Privacy.SPONSOR}
