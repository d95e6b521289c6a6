from desktop.model.records import KINDS, ShownAnswers


def test_it_is_known_by_what_it_shows():
    assert KINDS["shown_answers"] is ShownAnswers
    assert ShownAnswers.keys == ("model", "question", "counts")
    shown = ShownAnswers("tiny", "PLN-Q1", "{}")
    assert (shown.number, shown.day, shown.newest) == (0, None, False)
