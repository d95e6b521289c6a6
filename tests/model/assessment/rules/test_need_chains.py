from desktop.model.assessment.rules.need_chains import chain_between, needed_by_action, open_circles
from desktop.model.journal import Change
from desktop.model.records import Action, ActionNeed
from tests.model.assessment.rules.around import Held

ACTIONS = [Action(id=id_, number=number) for number, id_ in enumerate("abcd", start=1)]


def need(pair, needed=True):
    return ActionNeed(action=pair[0], needs=pair[1], needed=needed)


def opened(pairs, new):
    changes = [Change("action_need", "/".join(pair), "needed", False, True) for pair in new]
    found = open_circles(changes, Held([*ACTIONS, *map(need, pairs)]))
    return ["".join(each.key) for each in found if each.cells == {"needed": False}]


def test_the_shortest_chain_is_told_and_circles_end_the_search():
    needs = {"a": ["b", "c"], "b": ["d"], "c": ["d", "a"], "d": ["b"]}
    assert chain_between(needs, "a", "d") == ("a", "b", "d")
    assert chain_between(needs, "c", "b") == ("c", "d", "b")
    assert chain_between(needs, "d", "a") == ()


def test_what_is_no_longer_needed_or_not_there_is_left_out():
    needs = [need("ab"), need("ac", needed=False), need("ax"), need("xa")]
    assert needed_by_action(needs, {"a", "b", "c"}) == {"a": ["b"]}


def test_of_what_closes_a_circle_the_last_gives_way_whatever_the_order():
    assert opened(["ab", "bc", "ca"], ["ca", "bc", "ab"]) == ["ca"]
    assert opened(["ab", "bc", "ca"], ["ab"]) == ["ab"]
    assert opened(["ab", "bc", "ad"], ["ab", "ad"]) == []
    assert opened(["ab", "ba", "cd", "dc"], ["ab", "ba", "cd", "dc"]) == ["ba", "dc"]


def test_a_circle_that_stands_already_is_let_be():
    assert opened(["ab", "ba", "cd"], ["cd"]) == []


def test_a_circle_that_comes_of_two_copies_is_opened(assessment):
    """Here the copies are one step that no operation makes."""
    first, second = (assessment.actions.add(title) for title in ("One", "Two"))
    assessment.action_links.need(first, second)
    with assessment._desk.step("action.need", number=2, needs=1, needed=True) as step:
        step.draft.put(ActionNeed, second, first, needed=True)
    assert assessment.action_links.needs() == {first: (second,)}
