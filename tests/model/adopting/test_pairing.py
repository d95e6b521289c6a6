"""What became of each part: by id, then by text, then by asking."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.model.adopting.correspondence import Correspondence, PartFate
from desktop.model.adopting.pairing import correspondence
from desktop.model.errors import RefusalError
from desktop.model.maturity import Pack, Practice
from desktop.model.maturity.criteria import Statement, Track
from desktop.model.maturity.shelf import find
from tests.builders import tiny_area, tiny_pack
from tests.builders_schemes import tiny_streams
from tests.newer_versions import key_care_2, staged_1, staged_2
from tests.own_rules import own_rules
from tests.thoroughness import tries

LADDER = find("tool-ladder")


def told(found: Correspondence) -> dict[str, str]:
    """By the ids before and after, what is not the same as it was."""
    return {
        f"{'+'.join(each.before)}>{'+'.join(each.after)}": each.change.value
        for each in found.changes
        if each.change is not PartFate.SAME
    }


@pytest.mark.parametrize("pack", [staged_1(), tiny_streams(), LADDER, key_care_2()], ids=lambda pack: str(pack.scheme))
def test_the_same_pack_changes_nothing(pack):
    assert told(correspondence(pack, pack)) == {}
    assert all(before == after for before, after in correspondence(pack, pack).image.items())


def test_parts_of_a_staged_model():
    assert told(correspondence(staged_1(), staged_2())) == {
        "PLN-AC-1>PLN-AC-1": "reworded",
        "PLN-AC-2>PLN-AC-2+PLN-AC-5": "split",
        "PLN-AC-3>PLN-AC-4": "moved",
        ">PLN-AC-3": "new",
        "PLN-AC-4>": "gone",
        "PLN-Q2>PLN-Q2": "doubtful",
    }


def test_the_way_back_merges_what_was_split():
    assert told(correspondence(staged_2(), staged_1()))["PLN-AC-2+PLN-AC-5>PLN-AC-2"] == "merged"


def test_parts_of_a_model_with_rules_of_its_own():
    assert told(correspondence(own_rules("weighted-mean"), key_care_2())) == {
        "CAB.2>CAB.2": "reworded",
        "CAB.3>CAB.3": "doubtful",
        "CAB.4>CAB.5": "moved",
        "DOOR.2>DOOR.2": "moved",
        ">CAB.4": "new",
        ">DOOR.3": "new",
        "DOOR.1>": "gone",
    }


def test_a_renamed_stream_takes_its_cells_along():
    before = tiny_streams()
    stream = before.streams[0]
    after = replace(before, streams=(replace(stream, id="NEW"), *before.streams[1:]))
    image = correspondence(before, after).image
    assert image[stream.id] == "NEW"
    assert [image[f"{stream.id}-{cell.level}"] for cell in stream.cells] == [
        f"NEW-{cell.level}" for cell in stream.cells
    ]


def practices(**texts):
    """A staged pack of one area whose practices say this, each by its id."""
    area = staged_1().areas[0]
    made = tuple(Practice(id=id_.replace("_", "-"), feature="AC", text=text) for id_, text in texts.items())
    return replace(staged_1(), areas=(replace(area, practices=made),))


POLICY = "The policy for incident management is reviewed by senior management each year."


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (  # under another id a number turns it all the same
            {"A_1": f"{POLICY} It has 40 pages."},
            {"B_1": f"{POLICY} It has 60 pages."},
            {"A-1>B-1": "doubtful"},
        ),
        (  # the nearer of two goes on, whichever comes first
            {"A_1": POLICY.replace("each", "every"), "A_2": POLICY.replace("each year", "each yeer")},
            {"B_1": POLICY},
            {"A-2>B-1": "reworded", "A-1>": "gone"},
        ),
        (  # what goes on under its id is no piece of another
            {
                "A_1": "Incidents are recorded in a register and classified by urgency.",
                "A_2": "It is so classified by urgency.",
            },
            {"A_1": "Incidents are recorded in a register.", "A_2": "It is now classified by urgency."},
            {"A-1>A-1": "doubtful", "A-2>A-2": "reworded"},
        ),
        (  # and neither is it merged into another
            {"A_1": "Incidents are recorded in a register.", "A_2": "It is now classified by urgency."},
            {
                "A_1": "Incidents are recorded in a register and classified by urgency.",
                "A_2": "It is so classified by urgency.",
            },
            {"A-1>A-1": "doubtful", "A-2>A-2": "reworded"},
        ),
    ],
)
def test_what_could_be_taken_for_something_else(before, after, found):
    assert told(correspondence(practices(**before), practices(**after))) == found


def test_beneath_a_place_that_is_doubtful_ids_say_nothing():
    before = tiny_pack([tiny_area("OLD", 2)])
    found = correspondence(before, tiny_pack([tiny_area("NEW", 2)]))
    assert found.of(PartFate.DOUBTFUL)[0].before == ("OLD",)
    assert found.image == {}


def test_what_somebody_says_goes_before_all_else():
    found = correspondence(staged_1(), staged_2(), {"PLN-Q2": "PLN-Q2", "PLN-AC-2": "PLN-AC-5", "PLN-AC-3": ""})
    assert told(found) == {
        "PLN-AC-1>PLN-AC-1": "reworded",
        "PLN-AC-2>PLN-AC-5": "reworded",
        ">PLN-AC-2": "new",
        ">PLN-AC-3": "new",
        "PLN-AC-3>": "gone",
        "PLN-AC-4>PLN-AC-4": "doubtful",
        "PLN-Q2>PLN-Q2": "reworded",
    }


@pytest.mark.parametrize(
    ("settled", "code"),
    [
        ({"PLN-AC-9": ""}, "adopt.no_part"),
        ({"PLN-AC-1": "PLN-AC-9"}, "adopt.no_part"),
        ({"PLN-AC-1": "PLN-Q1"}, "adopt.other_sort"),
        ({"PLN-AC-1": "PLN-AC-5", "PLN-AC-2": "PLN-AC-5"}, "adopt.settled_twice"),
    ],
)
def test_what_cannot_be_said(settled, code):
    with pytest.raises(RefusalError) as refusal:
        correspondence(staged_1(), staged_2(), settled)
    assert refusal.value.code == code


@tries(30)
@given(st.integers(0, 2**32))
def test_nothing_is_lost_whatever_is_renamed_moved_and_dropped(seed):
    chance = random.Random(seed)
    kept = [(track.id, each) for track in LADDER.tracks for each in track.statements if chance.random() > 0.2]
    ids = {each.id: f"NEW-{number}" for number, (_track, each) in enumerate(kept) if chance.random() < 0.4}
    shuffled = [each.id for _track, each in kept if each.id not in ids]
    ids |= dict(zip(shuffled, chance.sample(shuffled, len(shuffled)), strict=True)) if chance.random() < 0.5 else {}
    placed = [(chance.choice(LADDER.tracks).id if chance.random() < 0.1 else track, each) for track, each in kept]
    found = correspondence(LADDER, _with_statements(placed, ids))
    before = [id_ for each in found.changes for id_ in each.before]
    after = [id_ for each in found.changes for id_ in each.after]
    assert sorted(before) == sorted([*LADDER.track_by_id, *LADDER.statement_by_id])
    assert len(after) == len(set(after))
    for _track, each in placed:
        assert found.image.get(each.id) == ids.get(each.id, each.id)
    assert not found.image.keys() & (LADDER.statement_by_id.keys() - {each.id for _track, each in kept})


def _with_statements(placed: list[tuple[str, Statement]], ids: dict[str, str]) -> Pack:
    def track(one: Track) -> Track:
        mine = (replace(each, id=ids.get(each.id, each.id)) for under, each in placed if under == one.id)
        return replace(one, statements=tuple(mine))

    return replace(LADDER, tracks=tuple(map(track, LADDER.tracks)))
