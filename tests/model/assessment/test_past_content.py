"""A round keeps what was said, and nobody's identity."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec
import pytest

from desktop.model.assessment.past_content import digest_of, past_content, read_content
from desktop.model.records import (
    KINDS,
    Answer,
    Evidence,
    Form,
    Identity,
    Participant,
    Privacy,
    Record,
    Round,
    SessionNote,
    SessionParticipant,
    cell_rules,
)

RECORDS: list[Record] = [
    Participant(id="anna", number=7, role="manager", group="managers"),
    Participant(id="bertha", number=8),
    Identity(participant="anna", name="marker person", email="marker@example.org"),
    Answer(model="m", participant="anna", question="q", choice="c"),
    Answer(model="m", participant="bertha", question="q"),
    Answer(model="m", participant="gone", question="q", choice="marker choice"),
    SessionParticipant(session="s", participant="anna", heard=True),
    SessionParticipant(session="s", participant="gone", heard=True),
    SessionNote(id="n", session="s", participant="gone", text="It is late."),
    SessionNote(id="o", session="s", participant="anna", text="It is early."),
    Form(model="m", participant="anna", digest="marker form", said="marker said"),
    Evidence(id="e", session="Plan", content="0" * 64),
    Round(id="r", name="marker round"),
]


def said(kind: type[Record]) -> Sequence[Record]:
    return [each for each in RECORDS if isinstance(each, kind)]


def kept() -> dict[str, list[Record]]:
    return read_content(past_content("a", said))[1]


def test_nothing_tells_who_somebody_is() -> None:
    content = past_content("a", said)
    for marker in (b"marker", b"anna", b"bertha", b"gone", b"0" * 64):
        assert marker not in content
    declared = {name for name, kind in KINDS.items() if kind.declared.privacy is Privacy.PERSON}
    assert declared == {"identity"}
    assert not declared & kept().keys()


def test_what_was_said_goes_on_under_names_of_that_round_alone() -> None:
    records = kept()
    people = {each.id: each for each in records["participant"] if isinstance(each, Participant)}
    manager = next(each for each in people.values() if each.role == "manager")
    assert people.keys() == {"p1", "p2"}
    assert {each.number for each in people.values()} == {1, 2}
    assert records["answer"] == [Answer(model="m", participant=manager.id, question="q", choice="c")]
    assert records["session_participant"] == [SessionParticipant(session="s", participant=manager.id, heard=True)]
    assert [(each.id, each.participant) for each in records["session_note"] if isinstance(each, SessionNote)] == [
        ("n", ""),
        ("o", manager.id),
    ]
    assert records["evidence"] == [Evidence(id="e", session="Plan")]
    assert "round" not in records


def test_the_order_of_people_says_nothing() -> None:
    assert len({past_content("a", said) for _ in range(40)}) == 2, "either of the two is the first"


def test_it_is_canonical() -> None:
    content = past_content("a", said)
    assert content == msgspec.json.encode(msgspec.json.decode(content), order="sorted")
    assert digest_of(content) == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    "change",
    [
        {"format": "maturity-workbench-assessment"},
        {"version": 99},
        {"records": {"dragon": []}},
        {"records": {"answer": [{"model": "m"}]}},
        {"records": {"participant": [{"id": "p", "dragon": 1}]}},
        {"more": 1},
    ],
)
def test_what_is_none_is_refused(change: dict[str, object]) -> None:
    tree = {**msgspec.json.decode(past_content("a", said)), **change}
    with pytest.raises(ValueError, match=r".+"):
        read_content(msgspec.json.encode(tree))


def test_every_cell_that_names_a_participant_is_known() -> None:
    naming = {
        f"{name}/{cell}" for name, kind in KINDS.items() for cell, rule in cell_rules(kind).items()
        if rule.names == "participant"
    }  # fmt: skip
    assert {"answer/participant", "session_note/participant", "observation_comment/participant"} <= naming
