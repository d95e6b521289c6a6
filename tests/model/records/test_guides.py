from desktop.model.maturity.shelf import shipped_ids
from desktop.model.records import OWN, AskedQuestion


def test_nothing_is_asked_before_somebody_says_so():
    assert not AskedQuestion(session="s", model=OWN, question="q").asked


def test_no_model_is_called_as_the_questions_of_the_team_are():
    assert OWN not in shipped_ids()
