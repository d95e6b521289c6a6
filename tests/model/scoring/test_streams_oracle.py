"""The rules of streams once more, written plainly as `docs/scoring.md` tells them, and compared with the result."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from desktop.model.maturity import Pack, Scheme, Stream
from desktop.model.scoring import rounding
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.streams import score
from tests.model.scoring.random_judgements import random_given, random_pack, takes_part
from tests.thoroughness import tries


def level_of(pack: Pack, stream: Stream, said: Given) -> int | None:
    """What the team chose, else as far as every practice is ticked; None where neither says anything."""
    levels = [level.number for level in pack.levels]
    chosen = said.chosen.get(stream.id)
    if chosen in levels:
        return chosen
    ids = {item.id for cell in stream.cells for item in cell.practices}
    if not ids & said.ticks:
        return None
    full = [all(item.id in said.ticks for item in stream.cell(level).practices) for level in levels]
    return max(1, full.index(False) if False in full else len(levels))


@tries(100)
@given(seed=st.integers(0, 2**32))
def test_levels_are_as_the_rules_say(seed: int) -> None:
    random = Random(seed)
    pack = random_pack(random, Scheme.STREAMS)
    said = random_given(pack, random)
    result = score(pack, said)
    levels: list[int | None] = []
    for stream, found in zip(pack.streams, result.streams, strict=True):
        if not takes_part(said.areas.get(stream.id)):
            assert (found.excluded is None, found.rated) == (False, False)
            continue
        level = level_of(pack, stream, said)
        assert (found.rated, found.level) == (level is not None, level or 1)
        levels.append(level)
    rated = [level for level in levels if level is not None]
    reached = min((level or 1 for level in levels), default=1)
    assert result.level.reached == reached
    assert result.index == (rounding.mean_level(Fraction(sum(rated), len(rated))) if rated else None)
    if levels:
        assert result.level.determined == (reached == len(pack.levels) or reached in rated)
