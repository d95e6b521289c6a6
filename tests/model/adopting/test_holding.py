"""What holds, besides the part itself."""

from msgspec.structs import replace

from desktop.model.adopting.holding import Answering, Holding, ModelVersion
from desktop.model.adopting.pairing import correspondence
from desktop.model.maturity.parts import WHOLE
from desktop.model.records.record import RestsOn
from tests.builders import tiny_area, tiny_pack
from tests.builders_schemes import tiny_streams
from tests.newer_versions import key_care_2
from tests.own_rules import own_rules


def holding(before, after, scale):
    return Holding(ModelVersion(before, scale), ModelVersion(after, scale), correspondence(before, after))


def test_choices_must_be_the_same_and_mean_the_same():
    found = holding(own_rules("weighted-mean"), key_care_2(), "parts")
    assert found.holds(RestsOn.CHOICES, "CAB.2", "basic")
    assert not found.holds(RestsOn.CHOICES, "CAB.1", "basic")
    before = tiny_pack()
    first, *others = before.scales[0].choices
    turned = replace(before.scales[0], choices=(replace(first, meaning="Never choose it."), *others))
    found = holding(before, replace(before, version="2.0", scales=(turned, *before.scales[1:])), turned.id)
    assert not found.holds(RestsOn.CHOICES, "PLN-Q1", "always")
    assert found.holds(RestsOn.CHOICES, "PLN-AC-1", None)  # is not answered


def test_a_meaning_that_is_said_now_where_only_a_name_was_changes_nothing():
    assert Answering({"basic": ("Basic", "")}).holds(Answering({"basic": ("Basic", "Some of it is done.")}))
    assert not Answering({"basic": ("Basic", "")}).holds(Answering({"basic": ("Weak", "Some of it is done.")}))
    assert not Answering({}, "from 0 to 10").holds(Answering({}, "from 0 to 5"))
    assert Answering({"basic": ("Basic", "Some of it is done.")}).holds(
        Answering({"basic": ("Weak", "Some of it gets done.")})
    )


def test_a_rule_must_be_the_same_whatever_it_is_called():
    before = own_rules("weighted-mean")
    kinds = {kind.id: kind for kind in before.rules.kinds}
    named = tuple(replace(kind, name="Anything") if kind.id == "module" else kind for kind in before.rules.kinds)
    rounded = tuple(replace(kind, round=None) if kind.id == "model" else kind for kind in named)
    assert kinds["model"].round is not None
    found = holding(before, replace(before, version="2.0", rules=replace(before.rules, kinds=rounded)), "parts")
    assert found.holds(RestsOn.RULE, "CAB", 3)
    assert not found.holds(RestsOn.RULE, WHOLE, 3)
    assert not found.holds(RestsOn.RULE, "ALL", 3)


def test_a_level_must_say_the_same():
    before = tiny_streams()
    levels = tuple(
        replace(level, name="Otherwise", summary="Nothing of it is done by anybody.") if level.number == 3 else level
        for level in before.levels
    )
    found = holding(before, replace(before, version="2.0", levels=levels), "levels")
    assert found.holds(RestsOn.LEVEL, WHOLE, 2)
    assert not found.holds(RestsOn.LEVEL, WHOLE, 3)
    assert found.holds(RestsOn.LEVEL, "DSK", 3)  # by the text of its cell
    assert not found.holds(RestsOn.LEVEL, WHOLE, None)


def test_beneath_a_place_the_same_must_be_judged_and_bear_on_the_same():
    before = tiny_pack()
    area = before.areas[0]
    first, second, third = area.practices
    swapped = (first, replace(second, goals=third.goals), replace(third, goals=second.goals))
    for practices in (swapped, area.practices[:2]):
        after = tiny_pack([replace(area, practices=practices), *before.areas[1:]])
        found = holding(before, after, "frequency_5")
        assert not found.holds(RestsOn.BENEATH, "PLN", True)
        assert found.holds(RestsOn.BENEATH, "SUP", True)
    more = tiny_pack([tiny_area("PLN", 2, supports=2), *before.areas[1:]])
    assert not holding(before, more, "frequency_5").holds(RestsOn.BENEATH, "PLN", True)
