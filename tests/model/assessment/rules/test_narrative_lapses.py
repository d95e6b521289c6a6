"""When it is asked anew whether words of the team give somebody away."""

import pytest

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from tests.model.assessment.copied import hand_over


@pytest.fixture
def cleared(assessment):
    """An assessment in which words that name Anna were found harmless."""
    assessment.preparation.add_participant(name="Anna Miller")
    assessment.narratives.set("summary", "Anna is the name of the old service.")
    assessment.narratives.clear_of_names("summary")
    return assessment


@pytest.mark.parametrize(
    "change",
    [
        lambda a: a.narratives.set("summary", "Anna is the name of the new service."),
        lambda a: a.preparation.add_participant(name="Paul Old"),
        lambda a: a.preparation.add_participant(group="Service"),
    ],
)
def test_it_is_asked_anew_once_they_say_or_name_something_else(cleared, change):
    change(cleared)
    assert cleared.narratives.withheld() == ("summary",)


def test_what_changes_nothing_of_that_is_let_be(cleared):
    cleared.preparation.add_participant(name="Paul Strong")
    cleared.narratives.set("plan", "Anna!")
    assert "summary" in cleared.narratives.tellable()
    assert cleared.narratives.withheld() == ("plan",)


def test_what_a_copy_without_names_finds_harmless_is_asked_anew_where_names_are_known(assessment, tmp_path):
    """It cannot know; and where it brings two copies together, nobody has asked yet."""
    bea, cem = (assessment.preparation.add_member(name) for name in ("Bea", "Cem"))
    assessment.copies.make_for(bea, tmp_path / "bea.maturity")
    assessment.copies.make_for(cem, tmp_path / "cem.maturity", coded=True)
    with (
        Assessment.open(tmp_path / "bea.maturity", author="Bea") as bea,
        Assessment.open(tmp_path / "cem.maturity", author="Cem") as cem,
    ):
        assessment.preparation.add_participant(name="Anna Miller")
        bea.narratives.set("summary", "Anna is the name of the old service.")
        bea.narratives.clear_of_names("summary")
        cem.narratives.set("plan", "Anna is the name of the new service.")
        cem.narratives.clear_of_names("plan")
        for source in (assessment, bea):
            cem.merging.take_in(cem.copies.fit(source.merging.bundle(cem.merging.reach())), source.author)
        cem.actions.add("Do it")
        assert cem.narratives.withheld() == ()
        assessment.actions.add("Meanwhile")
        for source, target in ((cem, assessment), (assessment, bea)):
            assert target.copies.missing(source.merging.bundle(target.merging.reach())) == []
            hand_over(source, target)
            assert target.narratives.withheld() == ("plan", "summary")
            assert target.check() == ()
        assessment.narratives.clear_of_names("plan")
        cem.actions.add("Do that")
        hand_over(cem, assessment)
        assert assessment.narratives.withheld() == ("summary",), "who cleared it knew the name"
        with pytest.raises(RefusalError, match=r"copy\.coded"):
            cem.preparation.add_participant(name="Paul Old")
