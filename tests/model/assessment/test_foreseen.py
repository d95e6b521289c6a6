from desktop.model.maturity.refs import Ref


def test_the_actions_that_are_done_reach_their_aims_and_what_else_they_change(several):
    it, links, foreseen = several.actions, several.action_links, several.foreseen
    first = it.add("One", model="tiny-streams", aim="DSK-3")
    second = it.add("Two")
    links.expect(second, Ref("tiny-streams", "REQ-2"))
    levels = {each.id: each.level for each in foreseen.of("tiny-streams", [first, second]).streams}
    assert (levels["DSK"], levels["REQ"]) == (3, 2)
    levels = {each.id: each.level for each in foreseen.of("tiny-streams", [second]).streams}
    assert (levels["DSK"], levels["REQ"]) == (1, 2)
    assert foreseen.of("tiny", [first, second]) == several.results.of("tiny")
