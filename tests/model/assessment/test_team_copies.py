"""Who of the team has which copy, and who works on what."""

import shutil

import pytest

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.maturity.refs import Ref
from desktop.model.merging.reach import Reach
from tests.builders import tiny_pack


@pytest.fixture
def lead(moulds, tmp_path):
    with moulds.fresh(tmp_path / "lead.maturity", [tiny_pack()]) as found:
        yield found


def test_a_copy_is_noted_as_a_step_and_known_on_both_sides(lead, tmp_path):
    bea = lead.preparation.add_member("Bea")
    copy = lead.copies.make_for(bea, tmp_path / "bea.maturity")
    assert lead.history.steps(1)[0].label == "team_copy.add"
    known = lead.copies.named(" bea ")
    assert lead.copies.lacks(known) == 0
    lead.preparation.set_details(unit="Desk")
    assert lead.copies.lacks(known) == 1
    lead.history.undo()
    lead.copies.hear(known.id, "Bea", lead.merging.reach())
    known = lead.copies.named("bea")
    assert (known.id, known.coded, known.own, known.reach) == (copy, False, False, lead.merging.reach())
    with Assessment.open(tmp_path / "bea.maturity", author="Bea") as there:
        assert (there.copies.own(), there.copies.holder(), there.copies.is_coded()) == (copy, "Bea", False)
        assert there.copies.named("Tester").reach == there.merging.reach()
        assert there.check() == ()
        assert there.history.next_undo() is None


def test_undo_in_a_copy_never_reaches_what_was_done_before_it_was_made(lead, tmp_path):
    lead.preparation.set_details(unit="Desk")
    lead.copies.make_for(lead.preparation.add_member("Bea"), tmp_path / "bea.maturity")
    for unit in ("Operations", "Field"):
        with Assessment.open(tmp_path / "bea.maturity", author="Bea") as there:
            there.preparation.set_details(unit=unit)
    with Assessment.open(tmp_path / "bea.maturity", author="Bea") as there:
        for _step in range(2):
            there.history.undo()
        assert (there.history.next_undo(), there.preparation.details().unit, there.check()) == (None, "Desk", ())


def test_a_copy_that_cannot_be_written_is_not_noted(lead, tmp_path):
    bea = lead.preparation.add_member("Bea")
    (tmp_path / "bea.maturity").touch()
    before = lead.history.steps(1)[0].id
    with pytest.raises(RefusalError, match=r"file\.exists"):
        lead.copies.make_for(bea, tmp_path / "bea.maturity")
    with pytest.raises(RefusalError, match=r"copy\.no_member"):
        lead.copies.make_for("nobody", tmp_path / "x.maturity")
    with pytest.raises(RefusalError, match=r"file\.no_folder"):
        lead.copies.make_for(bea, tmp_path / "nowhere" / "x.maturity")
    assert lead.history.steps(1)[0].id == before
    assert [each.own for each in lead.copies.all()] == [True]


def test_a_copy_of_one_without_names_is_noted_as_one_without(lead, tmp_path):
    bea, cem = (lead.preparation.add_member(name) for name in ("Bea", "Cem"))
    lead.copies.make_for(bea, tmp_path / "bea.maturity", coded=True)
    with Assessment.open(tmp_path / "bea.maturity", author="Bea") as there:
        there.copies.make_for(cem, tmp_path / "cem.maturity")
        assert there.copies.named("Cem").coded, "else the names would go into its parcels"


def test_the_latest_of_somebodys_copies_counts(lead, tmp_path):
    bea = lead.preparation.add_member("Bea")
    copies = [lead.copies.make_for(bea, tmp_path / f"{number}.maturity", coded=bool(number)) for number in range(2)]
    assert lead.copies.named("Bea").id in copies
    lead.copies.hear("c9", "Dan", Reach({"w": 1}))
    assert lead.copies.named("Dan").reach == Reach({"w": 1})
    with pytest.raises(RefusalError, match=r"copy\.unknown"):
        lead.copies.named("Tester")


def test_who_works_on_what(lead):
    bea, cem = (lead.preparation.add_member(name) for name in ("Bea", "Cem"))
    place = Ref("tiny", "PLN")
    for member in (bea, cem):
        lead.copies.assign(place, member)
    lead.copies.assign(place, bea, works=False)
    assert lead.copies.duties() == {place: (cem,)}
    lead.preparation.remove_member(cem)
    assert lead.copies.duties() == {}


def heard_of(lead, *others):
    """Take in what the lead lacks of other files, as parcels tell it."""
    for other in others:
        lead.merging.take_in(other.merging.bundle(lead.merging.reach()), "by itself", undoable=False)
        lead.copies.hear(other.copies.own(), "Bea", other.merging.reach())
    return next(each for each in lead.copies.all() if not each.own)


def test_two_files_that_go_by_one_copy_are_told(lead, tmp_path):
    lead.copies.make_for(lead.preparation.add_member("Bea"), tmp_path / "bea.maturity")
    with Assessment.open(tmp_path / "bea.maturity", author="Bea") as bea:
        bea.preparation.set_details(unit="Desk")
        assert not heard_of(lead, bea).twins
    shutil.copyfile(tmp_path / "bea.maturity", tmp_path / "twin.maturity")
    with (
        Assessment.open(tmp_path / "bea.maturity", author="Bea") as bea,
        Assessment.open(tmp_path / "twin.maturity", author="Bea") as twin,
    ):
        for number, each in enumerate((bea, twin)):
            each.preparation.set_details(unit=f"Desk {number}")
        assert not heard_of(lead, bea).twins
        assert heard_of(lead, twin, bea).twins


def test_who_takes_back_a_merge_and_goes_on_is_one_file_still(lead, tmp_path):
    lead.copies.make_for(lead.preparation.add_member("Bea"), tmp_path / "bea.maturity")
    with Assessment.open(tmp_path / "bea.maturity", author="Bea") as bea:
        lead.preparation.set_details(unit="Desk")
        bea.merging.take_in(lead.merging.bundle(bea.merging.reach()), "Tester")
        before = bea.merging.reach()
        assert not heard_of(lead, bea).twins
        bea.history.undo()
        bea.preparation.set_details(purpose="Find out")
        lead.copies.hear(bea.copies.own(), "Bea", before)
        assert not heard_of(lead, bea).twins
