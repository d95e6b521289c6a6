from desktop.model.records import KINDS, Feeds, Narrative, Privacy, cell_rules


def test_words_for_the_report_may_leave_and_what_was_said_of_them_stays():
    assert KINDS["narrative"] is Narrative
    assert Narrative.declared.feeds is Feeds.NOTHING
    rules = cell_rules(Narrative)
    assert rules["text"].privacy is Privacy.SPONSOR
    assert rules["names_nobody"].privacy is Privacy.TEAM
