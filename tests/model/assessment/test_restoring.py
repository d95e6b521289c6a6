"""Going back to a restore point loses nothing and can be undone."""

from __future__ import annotations

import shutil

import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.restoring import make_point
from desktop.model.errors import RefusalError
from desktop.model.records import AreaRating, ShownAnswers, Stance
from desktop.model.scoring.vocabulary import Characterisation
from desktop.model.store.restore_points import KeepRule, Why
from tests.builders import tiny_pack
from tests.model.assessment.snapshots import snapshot


@pytest.fixture
def point(assessment, path):
    """A restore point with a settled area, and after it much that is otherwise."""
    practice = min(practice.id for practice in tiny_pack().areas[0].practices)
    area = tiny_pack().areas[0].id
    member = assessment.preparation.add_member("Ada")
    participant = assessment.preparation.add_participant(role="manager")
    assessment.ratings.characterise_all("tiny", {practice: Characterisation.FULLY})
    assessment.ratings.set_stance("tiny", area, member, Stance.AGREES)
    with assessment._desk.step("area.settle") as step:
        step.draft.put(AreaRating, "tiny", area, settled=True)
    made = make_point(path, "Before the debrief", "Ada")
    made_of = snapshot(assessment)
    assessment.ratings.characterise_all("tiny", {practice: Characterisation.NOT})
    assessment.preparation.remove_participant(participant)
    assessment.preparation.set_details(organisation="Other")
    assessment.actions.add("Later")
    assessment.releases.remember(assessment.preparation.details().starts or _day(), {"tiny": {"q1": {"always": 5}}}, {})
    return made, made_of


def _day():
    import datetime as dt

    return dt.date(2026, 3, 31)


def _without_notes(found):
    return {name: rows for name, rows in found.items() if name != ShownAnswers.declared.name}


def test_every_cell_is_as_it_was_and_undo_takes_it_back(point, assessment):
    made, then = point
    now = snapshot(assessment)
    assert not any(rating.settled for rating in assessment.ratings.areas("tiny").values()), "a rating under it changed"
    changed = assessment.restoring.restore(made)
    assert changed.step is not None
    assert changed.step.facts["name"] == "Before the debrief"
    assert _without_notes(snapshot(assessment)) == _without_notes(then), "settled areas stay settled, too"
    assert snapshot(assessment)[ShownAnswers.declared.name] == now[ShownAnswers.declared.name] != set()
    assert assessment.check() == ()
    assert assessment.restoring.restore(made).step is None, "there is nothing left to put back"
    assessment.history.undo()
    assert snapshot(assessment) == now
    assessment.history.redo()
    assert _without_notes(snapshot(assessment)) == _without_notes(then)


def test_the_list_and_the_rule(point, assessment, path, tmp_path):
    made, _then = point
    assert [each.name for each in assessment.restoring.points()] == ["Before the debrief"]
    make_point(path, "", "Ada", Why.DAY)
    assert {each.why for each in assessment.restoring.points()} == {Why.DAY, Why.NAMED}
    assessment.restoring.set_rule(KeepRule(3, 5), str(tmp_path))
    assert (assessment.restoring.rule(), assessment.restoring.chosen_folder()) == (KeepRule(3, 5), str(tmp_path))
    for rule, folder, code in ((KeepRule(0, 1), "", "rule"), (KeepRule(), str(tmp_path / "gone"), "no_folder")):
        with pytest.raises(RefusalError, match=rf"restore\.{code}"):
            assessment.restoring.set_rule(rule, folder)
    assert made.path.exists()


def test_a_point_of_another_assessment_is_refused(point, assessment, tmp_path):
    with Assessment.create(tmp_path / "other.maturity", [tiny_pack()], author="Eve") as other:
        with pytest.raises(RefusalError, match=r"restore\.other"):
            other.restoring.restore(point[0])
        assert other.check() == ()


def test_a_damaged_point_changes_nothing(point, assessment):
    made, _then = point
    before = snapshot(assessment)
    made.path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    with pytest.raises(RefusalError):
        assessment.restoring.restore(made)
    assert snapshot(assessment) == before


def test_what_the_file_has_not_comes_with_it(point, assessment, path, tmp_path):
    """A pack that an earlier state used and that was taken out with its steps."""
    made, _then = point
    with assessment._desk.store.several() as transaction:
        from desktop.model.store.engine import raw

        raw(transaction._connection).execute("DELETE FROM pack")
    assessment.restoring.restore(made)
    assert assessment._desk.store.pack(assessment._desk.model("tiny").digest)


def test_one_is_made_before_a_colleague_s_copy_is_taken_in(assessment, path, tmp_path):
    other = shutil.copyfile(path, tmp_path / "other.maturity")
    with Assessment.open(other, author="Eve") as theirs:
        theirs.actions.add("Write it down")
        bundle = theirs.merging.bundle(assessment.merging.reach())
        assessment.merging.take_in(bundle, "other", undoable=False)
        assert assessment.restoring.points() == [], "what comes by itself, every few minutes, makes none"
        theirs.actions.add("And this")
        assessment.merging.take_in(theirs.merging.bundle(assessment.merging.reach()), "other")
    (point,) = assessment.restoring.points()
    assert point.why is Why.MERGE
    assessment.restoring.restore(point)
    assert [each.title for each in assessment.actions.all()] == ["Write it down"]


def test_a_point_of_a_copy_without_names_takes_no_names_away_and_one_with_names_brings_none(assessment, path, tmp_path):
    person = assessment.preparation.add_participant(name="Wilhelmina")
    with_names = make_point(path, "With", "Ada")
    cem = assessment.preparation.add_member("Cem")
    assessment.copies.make_for(cem, tmp_path / "cem.maturity", coded=True)
    with Assessment.open(tmp_path / "cem.maturity", author="Cem") as coded:
        coded.preparation.add_participant(role="manager")
    without = make_point(tmp_path / "cem.maturity", "Without", "Cem")
    assessment.restoring.restore(without)
    assert [each.identity.name for each in assessment.preparation.people()] == ["Wilhelmina", ""]
    with Assessment.open(tmp_path / "cem.maturity", author="Cem") as coded:
        coded.preparation.remove_participant(person)
        coded.restoring.restore(with_names)
        assert [each.identity.name for each in coded.preparation.people()] == [""]
    assert b"Wilhelmina" not in (tmp_path / "cem.maturity").read_bytes()
