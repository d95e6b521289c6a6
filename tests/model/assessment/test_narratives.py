import pytest

from desktop.model.records import Narrative


@pytest.fixture
def anna(assessment):
    return assessment.preparation.add_participant(name="Anna Miller")


def test_words_stay_with_their_section(assessment):
    assessment.narratives.set("summary", "  A good start.\n\nMore.  ")
    assessment.narratives.set("plan", "")
    assert assessment.narratives.get("summary").text == "A good start.\n\nMore."
    assert assessment.narratives.get("limits") == Narrative(section="limits")
    assert list(assessment.narratives.all()) == ["summary"]
    assert assessment.narratives.tellable() == {"summary": "A good start.\n\nMore."}
    assessment.history.undo()
    assert assessment.narratives.all() == {}


def test_the_same_words_are_no_step(assessment):
    assessment.narratives.set("summary", "A good start.")
    assert assessment.narratives.set("summary", "A good start. ").step is None


@pytest.mark.usefixtures("anna")
def test_words_that_name_somebody_stay_in_the_team_until_they_are_found_harmless(assessment):
    assessment.narratives.set("summary", "Anna keeps the plans.")
    assessment.narratives.set("plan", "All keep to it.")
    assert assessment.narratives.tellable() == {"plan": "All keep to it."}
    assert assessment.narratives.withheld() == ("summary",)
    assert [each.found for each in assessment.narratives.named("Anna keeps the plans.")] == ["Anna"]
    assessment.narratives.clear_of_names("summary")
    assert set(assessment.narratives.tellable()) == {"summary", "plan"}
    assessment.narratives.clear_of_names("summary", names_nobody=False)
    assert assessment.narratives.withheld() == ("summary",)
