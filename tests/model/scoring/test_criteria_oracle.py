"""The rules of criteria once more, written plainly as `docs/scoring.md` tells them, and compared with the result.

Nothing here looks at how the engine does it: every track is climbed twice, once with all that is open not met and once
with all of it met.
"""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from desktop.model.maturity import Pack, Scheme, Track
from desktop.model.scoring.criteria import score
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.vocabulary import Fulfilment
from tests.model.scoring.random_judgements import random_given, random_pack, takes_part
from tests.thoroughness import tries

OPEN = (None, Fulfilment.DONT_KNOW)


def climb(track: Track, said: dict[str, Fulfilment]) -> int:
    """The highest level with every statement of it and below met; a level of which none applies is not reached."""
    level = 1
    while level < 4:
        asked = [said[each.id] for each in track.statements if each.level <= level + 1]
        here = [said[each.id] for each in track.statements if each.level == level + 1]
        applying = [value for value in asked if value is not Fulfilment.NOT_APPLICABLE]
        nothing_applies = bool(here) and set(here) == {Fulfilment.NOT_APPLICABLE}
        if nothing_applies or any(value is not Fulfilment.MET for value in applying):
            break
        level += 1
    return level


def level_of(pack: Pack, track: Track, given_: Given, assumed: Fulfilment) -> tuple[int, int]:
    """The level of a track with everything open taken so, and the one without caps."""
    said = {id_: given_.statements.get(id_) for id_ in pack.statement_by_id}
    known = {id_: assumed if value is None or value in OPEN else value for id_, value in said.items()}
    uncapped = climb(track, known)
    caps = [
        cap.at_most
        for cap in pack.caps
        if track.id in cap.tracks and any(known[id_] is not Fulfilment.MET for id_ in cap.unless)
    ]
    return min([uncapped, *caps]), uncapped


@tries(150)
@given(seed=st.integers(0, 2**32))
def test_levels_are_as_the_rules_say(seed: int) -> None:
    random = Random(seed)
    pack = random_pack(random, Scheme.CRITERIA)
    said = random_given(pack, random)
    result = score(pack, said)
    lows, highs = [], []
    for track, found in zip(pack.tracks, result.tracks, strict=True):
        if not takes_part(said.areas.get(track.id)):
            assert found.excluded is not None
            continue
        low, uncapped = level_of(pack, track, said, Fulfilment.NOT_MET)
        high, _ = level_of(pack, track, said, Fulfilment.MET)
        assert (found.level, found.uncapped, found.determined) == (low, uncapped, low == high)
        lows.append(low)
        highs.append(high)
    assert result.level.reached == min(lows, default=1)
    if lows:
        assert result.level.determined == (min(lows) == min(highs))
