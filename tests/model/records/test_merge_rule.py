import pytest

from desktop.model.records.merge_rule import MergeRule, UndecidedError, merged

EVERY = [*MergeRule]


@pytest.mark.parametrize("rule", EVERY)
def test_what_one_alone_has_changed_counts(rule):
    assert merged(rule, "a", "b", "a") == "b"
    assert merged(rule, "a", "a", "b") == "b"
    assert merged(rule, "a", None, "a") is None


@pytest.mark.parametrize("rule", EVERY)
def test_what_both_have_changed_alike_counts(rule):
    assert merged(rule, "a", "b", "b") == "b"


def test_what_both_have_changed_otherwise_is_asked_about():
    with pytest.raises(UndecidedError):
        merged(MergeRule.ASK, "a", "b", "c")


@pytest.mark.parametrize("rule", [MergeRule.LATEST, MergeRule.ANEW])
def test_the_later_counts(rule):
    assert merged(rule, "a", "b", "c") == "c"


@pytest.mark.parametrize(
    ("before", "earlier", "later", "found"),
    [
        ("", "Late.", "Slow.", "Late.\nSlow."),
        ("Late.", "Late. Slow.", "Late. Slow. Sure.", "Late. Slow. Sure."),
        ("", "Late. Sure.", "Late.", "Late. Sure."),
        (None, True, False, True),
        (None, False, True, True),
        ("a", None, "b", "b"),
        ("a", "b", None, "b"),
    ],
)
def test_neither_is_lost(before, earlier, later, found):
    assert merged(MergeRule.BOTH, before, earlier, later) == found
