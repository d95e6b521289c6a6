"""What merging would do is told in words, tried on a copy that is gone afterwards."""

import pytest

from desktop.exchange.travelling.arriving import read_other
from desktop.exchange.travelling.looking_ahead import look_ahead
from desktop.model.assessment import Assessment
from tests.builders import tiny_pack


@pytest.fixture
def lead(moulds, tmp_path):
    with moulds.fresh(tmp_path / "lead.maturity", [tiny_pack()]) as found:
        yield found


def look(lead, path):
    return look_ahead(lead.path, read_other(path, lead), lead.key)


def test_rows_conflicts_and_what_follows(lead, tmp_path):
    bea, path = lead.preparation.add_member("Bea"), tmp_path / "bea.maturity"
    lead.copies.make_for(bea, path)
    lead.preparation.add_participant(role="manager")
    lead.preparation.set_details(unit="Desk")
    with Assessment.open(path, author="Bea") as there:
        person = there.preparation.add_participant(role="practitioner")
        there.questionnaires.answer("tiny", person, "PLN-Q1", "often")
        there.preparation.set_details(unit="Operations")
    before, files = lead.path.read_bytes(), sorted(tmp_path.iterdir())
    found = look(lead, path)
    answers = next(row for row in found.rows if row.what == "1 answer")
    assert (answers.author, tiny_pack().area_by_id["PLN"].name in answers.about) == ("Bea", True)
    assert any("Participant" in row.about for row in found.rows if "other" in row.what)
    (conflict,) = found.conflicts
    assert conflict.here.startswith("Desk (Tester, ")
    assert conflict.there.startswith("Operations (Bea, ")
    assert [line for line in found.followed if "2" in line], "one participant gets another number"
    assert found.told[1:] == ["1 conflict is to be settled."]
    assert (lead.path.read_bytes(), sorted(tmp_path.iterdir())) == (before, files)


def test_what_is_here_or_cannot_come_yet(lead, tmp_path):
    bea, path = lead.preparation.add_member("Bea"), tmp_path / "bea.maturity"
    lead.copies.make_for(bea, path)
    found = look(lead, path)
    assert (found.told, found.preview) == (["All of it is here already."], None)
    assert look_ahead(lead.path, read_other(path, lead), None, lambda: True).told == []
