"""What adopting would do, in words."""

import pytest
from msgspec.structs import replace

from desktop.model.adopting.adoption_plan import RecordFate
from desktop.model.adopting.correspondence import PartFate
from desktop.model.assessment import Assessment
from desktop.wording import adoption
from tests.newer_versions import key_care_2
from tests.own_rules import own_rules, say


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    pack = own_rules("weighted-mean")
    path = tmp_path_factory.mktemp("wording") / "own.maturity"
    with Assessment.create(path, [pack], author="Ada") as made:
        say(made, pack.rules, pack.rules.examples[0])
        yield made.adoptions.preview(key_care_2())


def test_each_fate_has_its_word():
    assert len({adoption.fate_name(fate) for fate in PartFate}) == len(PartFate) == len(adoption.ORDER)
    assert len({adoption.record_fate_name(fate) for fate in RecordFate}) == len(RecordFate)


def test_what_has_to_be_looked_at_stands_first(preview):
    lines = adoption.adoption_lines(preview)
    assert [(line.change.change.value, line.ids, line.again) for line in lines] == [
        ("doubtful", "CAB.3", "1 × part"),
        ("reworded", "CAB.2", ""),
        ("moved", "CAB.4 → CAB.5", ""),
        ("moved", "DOOR.2", ""),
        ("new", "CAB.4", ""),
        ("new", "DOOR.3", ""),
        ("gone", "DOOR.1", ""),
        ("same", "CAB.1", "1 × part"),
    ]
    assert lines[0].text == "“The cabinet is locked at night.” → “The cabinet is not locked at night.”"
    assert lines[2].text == "Hooks are counted every week."
    assert lines[-1].text == "Every key hangs on its own hook. (It is answered or rated in another way.)"


def test_versions_with_one_number_are_told_apart(preview):
    assert adoption.headline(preview) == "“Key care model”: version 2.0 in place of 1.0"
    same = replace(preview, holding=replace(preview.holding, before=preview.holding.after))
    assert adoption.headline(same) == "“Key care model”: another version 2.0 in place of the one in use"


def test_the_sums(preview):
    assert adoption.parts_line(preview) == "Same: 4, Moved: 2, Reworded: 1, Doubtful: 1, New: 2, Gone: 1"
    assert adoption.records_line(preview) == "Carried over: 3, To be said again: 2, Left behind: 1"
    assert list(adoption.records_lines(preview)) == [
        "Carried over: 3 × part",
        "To be said again: 2 × part",
        "Left behind: 1 × part",
    ]
    assert adoption.doubts(preview).startswith("1 part is doubtful")
    assert adoption.adopted(preview).endswith("2 entries have to be made again.")
