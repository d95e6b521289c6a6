from desktop.model.records import AreaDuty, Feeds, Privacy, TeamCopy, cell_rules


def test_who_has_a_copy_and_works_on_what_stays_in_the_team():
    for kind in (TeamCopy, AreaDuty):
        assert kind.declared.feeds is Feeds.NOTHING
        assert {rule.privacy for rule in cell_rules(kind).values()} == {Privacy.TEAM}
    assert AreaDuty(model="m", place="PLN", member="a").works is False
