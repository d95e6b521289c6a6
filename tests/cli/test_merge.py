"""`merge`: what comes in is told before and after."""

import pytest

from desktop.exchange.travelling import sending
from desktop.model.assessment import Assessment
from desktop.model.scoring.vocabulary import EvidenceKind


@pytest.fixture
def bea(command, made):
    """A copy for Bea, with something done in it."""
    with Assessment.open(made, author="Ada") as lead:
        lead.preparation.add_member("Bea")
    path = made.with_name("bea.maturity")
    assert command("copy", made, "--for", "bea", "--out", path, "--author", "Ada").status == 0
    with Assessment.open(path, author="Bea") as found:
        found.questionnaires.answer("tiny", found.preparation.participants()[0].id, "PLN-Q1", "often")
    return path


def test_look_first_then_merge_then_nothing_is_new(command, made, bea):
    before = made.read_bytes()
    ran = command("merge", made, bea, "--dry-run")
    assert (ran.status, "1 step would come in:" in ran.out, "1 answer by Bea" in ran.out) == (0, True, True)
    assert made.read_bytes() == before
    ran = command("merge", made, bea)
    assert (ran.status, "1 step came in:" in ran.out) == (0, True)
    told = command("merge", made, bea, "--json").json
    assert (told["merged"][0]["taken"], told["conflicts"]) == (0, 0)
    assert "All of it is here already." in command("merge", made, bea).out


def test_what_a_parcel_had_not_room_for_comes_with_the_file(command, made, bea, tmp_path, monkeypatch):
    (tmp_path / "minutes.txt").write_text("so it was said")
    with Assessment.open(bea, author="Bea") as found:
        found.attachments.take(found.evidence.add(EvidenceKind.DOCUMENT, "Minutes"), tmp_path / "minutes.txt")
    monkeypatch.setattr(sending, "_ROOM", 0)
    parcel = tmp_path / "x.maturity-parcel"
    ran = command("parcel", bea, "--for", "Ada", "--out", parcel)
    assert "Merge the files" in ran.out + ran.err
    assert "attached" not in command("merge", made, parcel).out
    assert "1 attached file came in." in command("merge", made, bea).out


def test_conflicts_are_told(command, made, bea):
    with Assessment.open(made, author="Ada") as lead:
        lead.questionnaires.answer("tiny", lead.preparation.participants()[0].id, "PLN-Q1", "seldom")
    ran = command("merge", made, bea, "--json")
    assert (ran.json["conflicts"], ran.json["merged"][0]["new_conflicts"]) == (1, 1)
    assert ran.json["merged"][0]["incoming"][0]["what"] == "answers"


def test_what_is_no_copy(command, made, tmp_path):
    (tmp_path / "x.maturity-parcel").write_bytes(b"hello")
    ran = command("merge", made, tmp_path / "x.maturity-parcel")
    assert (ran.status, "x.maturity-parcel" in ran.err) == (1, True)
    assert "itself" in command("merge", made, made).err
