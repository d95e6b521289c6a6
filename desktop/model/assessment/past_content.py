"""What a round that is over keeps of the assessment: its records, without who anybody is.

It is one JSON text under its SHA-256, as canonical as a frozen pack, and lies among the attached content of the file.
What is left out follows from what kinds declare: nothing that tells who somebody is, and no bookkeeping. Participants
go by names of that round alone, in an order that says nothing, and of those who were taken out nothing is kept.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct, structs

from desktop.model.records import FORMAT, KINDS, Participant, Privacy, Record, Round, RoundResult, cell_rules

R = TypeVar("R", bound=Record)

_PERSON = Participant.declared.name
_APART = (Round, RoundResult)
"""Rounds lie beside each other, not within."""


class PastContent(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The records of a round.

    Attributes:
        version: the format of the records.
        assessment: id of the assessment.
        records: by name of their kind; what a record does not say it never said.
    """

    format: Literal["maturity-workbench-round"] = "maturity-workbench-round"
    version: int = FORMAT
    assessment: str
    records: dict[str, list[dict[str, Any]]]


def past_content(assessment: str, said: Callable[[type[Record]], Sequence[Record]]) -> bytes:
    """The text that is kept of a round.

    Args:
        assessment: id of the assessment.
        said: the records that are there, of a kind.
    """
    people = [person.id for person in said(Participant) if isinstance(person, Participant)]
    secrets.SystemRandom().shuffle(people)
    called = {person: f"p{number}" for number, person in enumerate(people, start=1)}
    kept = PastContent(
        assessment=assessment,
        records={
            name: rows
            for name, kind in KINDS.items()
            if kind not in _APART
            and kind.declared.privacy is not Privacy.PERSON
            and (rows := [*_rows(kind, said(kind), called)])
        },
    )
    return msgspec.json.encode(kept, order="sorted")


def digest_of(content: bytes) -> str:
    """By what it is known."""
    return hashlib.sha256(content).hexdigest()


def _rows(kind: type[Record], said: Sequence[Record], called: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    unkept, people = _unkept(kind), _naming_people(kind)
    found = []
    for record in said:
        names = {name: called.get(getattr(record, name), "") for name in people}
        if not all(names[name] for name in people if name in kind.keys):
            continue  # it is of somebody who was taken out
        row = msgspec.to_builtins(structs.replace(record, **unkept, **names) if unkept or names else record)
        if kind.listed or len(row) > len(kind.keys):
            found.append(row)
    if kind is Participant:
        found.sort(key=lambda row: int(row["id"].removeprefix("p")))
        yield from ({**row, "number": number} for number, row in enumerate(found, start=1))
    else:
        yield from sorted(found, key=lambda row: tuple(row[key] for key in kind.keys)) if people else found


@cache
def _unkept(kind: type[Record]) -> Mapping[str, Any]:
    """What the cells that no round keeps hold before anything is said."""
    own = [field for field in structs.fields(kind) if field.name not in kind.keys]
    apart = (Privacy.PERSON, Privacy.NOBODY)
    return {field.name: field.default for field in own if cell_rules(kind)[field.name].privacy in apart}


@cache
def _naming_people(kind: type[Record]) -> tuple[str, ...]:
    if kind is Participant:
        return kind.keys
    return tuple(name for name, rule in cell_rules(kind).items() if rule.names == _PERSON)


def read_content(content: bytes) -> tuple[dict[str, str], dict[str, list[Record]]]:
    """What the assessment said about itself, and its records by name of their kind.

    Raises:
        ValueError: it is none, or of a later format.
    """
    kept = msgspec.json.decode(content, type=PastContent)
    if kept.version > FORMAT:
        raise ValueError(kept.version)
    unheard = kept.records.keys() - KINDS.keys()
    if unheard:
        raise ValueError(sorted(unheard))
    records = {name: _records(KINDS[name], rows) for name, rows in kept.records.items()}
    return {"id": kept.assessment}, records


def _records(kind: type[R], rows: list[dict[str, Any]]) -> list[R]:
    return msgspec.convert(rows, list[kind])  # type: ignore[valid-type]  # a type that was looked up
