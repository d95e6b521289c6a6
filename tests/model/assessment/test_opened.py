from contextlib import closing

import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.opened import SUFFIX
from desktop.model.errors import RefusalError
from desktop.model.maturity.freezing import pack_to_json
from tests.builders import tiny_pack


def test_a_new_assessment(path):
    with Assessment.create(path, [tiny_pack()], author="Ada", organisation="Example Services") as made:
        assert [in_use.id for in_use in made.models.all()] == ["tiny"]
        assert made.preparation.details().organisation == "Example Services"
        assert made.about().keys() == {"id", "made", "program"}
        assert (made.author, made.path, made.readonly, made.kept) == ("Ada", path, False, None)
    assert path.suffix == SUFFIX


def test_assessments_have_ids_of_their_own(tmp_path):
    ids = set()
    for name in "ab":
        with Assessment.create(tmp_path / f"{name}.maturity", [], author="Ada") as made:
            ids.add(made.about()["id"])
    assert len(ids) == 2


def test_one_that_cannot_be_made_whole_is_not_made(path):
    with pytest.raises(RefusalError) as refusal:
        Assessment.create(path, [tiny_pack(), tiny_pack()], author="Ada")
    assert refusal.value.code == "model.in_use_already"
    assert list(path.parent.iterdir()) == []


def test_all_is_there_after_closing(assessment, path):
    assessment.preparation.add_participant(role="manager")
    whole = assessment.whole()
    assessment.close()
    with Assessment.open(path, author="Bea") as again:
        assert again.whole() == whole


def test_a_second_opening_reads(assessment, path):
    with Assessment.open(path, author="Bea") as second:
        assert second.readonly
        with pytest.raises(RefusalError):
            second.preparation.add_member("Bea")
        assert second.results.of("tiny").level.reached == 1


def test_a_copy_by_way_of_its_content(assessment, tmp_path):
    person = assessment.preparation.add_participant()
    assessment.questionnaires.answer("tiny", person, "PLN-Q1", "often")
    assessment.history.undo()
    whole = assessment.whole()
    with Assessment.restore(tmp_path / "copy.maturity", whole, author="Bea") as copy:
        assert copy.whole() == whole
        assert copy.check() == ()
        copy.history.redo()
        assert copy.questionnaires.answers("tiny", person)["PLN-Q1"].choice == "often"


def test_the_frozen_pack_is_that_of_the_day(assessment):
    assert list(assessment.whole().packs.values()) == [pack_to_json(tiny_pack())]


def test_closing_twice_does_no_harm(path):
    made = Assessment.create(path, [], author="Ada")
    made.close()
    made.close()
    with closing(Assessment.open(path, author="Bea")) as again:
        assert not again.readonly
