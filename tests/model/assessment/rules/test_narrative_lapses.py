"""When it is asked anew whether words of the team give somebody away."""

import pytest


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
