import datetime as dt
import re

import msgspec
import pytest

from desktop.model import records
from desktop.model.records import (
    COUNTED,
    KINDS,
    PLAN,
    SCORES,
    Answer,
    Details,
    EvidenceLink,
    Identity,
    cell_rules,
    for_sponsor,
)  # fmt: skip
from desktop.model.records.record import CHOICE, MARK, PART, QUESTION, SCALE, SORT, key_part
from tests.architecture.repository import ROOT


@pytest.mark.parametrize("kind", KINDS.values())
def test_keys_come_first_and_all_else_has_a_default(kind):
    fields = msgspec.structs.fields(kind)
    assert tuple(field.name for field in fields[: len(kind.keys)]) == kind.keys
    assert all(field.default is not msgspec.NODEFAULT for field in fields[len(kind.keys) :])


@pytest.mark.parametrize("kind", KINDS.values())
def test_unheard_fields_are_refused(kind):
    key = dict.fromkeys(kind.keys, "x")
    assert msgspec.convert(key, kind)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**key, "unheard": 1}, kind)


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_listed_record_has_an_id_and_a_natural_one_an_identity_of_its_own(kind):
    assert (kind.keys == ("id",)) is (kind.listed or kind is KINDS["details"])


@pytest.mark.parametrize("kind", KINDS.values())
def test_the_package_offers_every_kind(kind):
    assert getattr(records, kind.__name__) is kind
    assert kind.__name__ in records.__all__


@pytest.mark.parametrize("kind", KINDS.values())
def test_an_operation_of_the_assessment_writes_every_kind(kind):
    writes = re.compile(rf"\.put(?:_many|_alike)?\(\s*{kind.__name__}\b")
    assert [
        path for path in (ROOT / "desktop/model/assessment").rglob("*.py") if writes.search(path.read_text("utf-8"))
    ]


@pytest.mark.parametrize("kind", KINDS.values())
def test_what_a_cell_names_is_there_to_be_named(kind):
    names = {rule.names for rule in cell_rules(kind).values()}
    assert names <= {*KINDS, PART, QUESTION, CHOICE, SCALE, SORT, MARK, ""}
    assert kind.declared.called in {*kind.__struct_fields__, ""}


def test_what_results_rest_on():
    assert {"answer", "participant", "model", "area_rating"} <= COUNTED
    assert {
        "details", "practice_rating", "goal_rating", "stream_rating", "tick", "statement_rating", "evidence",
        "evidence_link", "target", "session", "session_note", "note_tag",
    } <= SCORES - COUNTED  # fmt: skip
    assert {"action", "measure", "reading"} <= PLAN
    assert not SCORES & {
        "session_member",
        "session_participant",
        "session_area",
        "member",
        "identity",
        "form",
        "area_stance",
        "shown_answers",
        "adoption",
        *PLAN,
    }
    assert COUNTED < SCORES


def test_only_what_is_for_the_sponsor_is_left():
    details = Details(organisation="Desk", budget="10", notes="Between us.", return_by=dt.date(2026, 3, 2))
    assert for_sponsor(details) == Details(organisation="Desk")
    assert for_sponsor(Identity(participant="p", name="Ada")) == Identity(participant="p")


@pytest.mark.parametrize(
    ("kind", "row", "names", "part"),
    [
        (Answer, "m/p/q", QUESTION, "q"),
        (Answer, "m/p/q", "model", "m"),
        (EvidenceLink, "e/m/p", PART, "p"),
        (EvidenceLink, "e/m/p", "model", "m"),
        (Identity, "p", "model", ""),
    ],
)
def test_parts_of_a_key(kind, row, names, part):
    assert key_part(kind, row, names) == part
