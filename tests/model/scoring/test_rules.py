import pytest

from desktop.model.scoring import practices
from desktop.model.scoring.rules import FACTS, Rule


def test_every_rule_is_of_a_kind_with_facts():
    assert {rule.of for rule in Rule} == set(FACTS)


@pytest.mark.parametrize("kind", FACTS)
def test_facts_are_named_once(kind):
    assert len(set(FACTS[kind])) == len(FACTS[kind])


def test_every_rule_of_practices_says_how_it_counts():
    assert practices.OPEN | practices.IN_PLACE | {Rule.PRACTICE_WEAK} == {
        rule for rule in Rule if rule.of == "practice"
    }
    assert not practices.OPEN & practices.IN_PLACE
