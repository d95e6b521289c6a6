from __future__ import annotations

import pytest

from desktop import resources
from desktop.model.errors import RefusalError
from desktop.model.maturity import shelf


def test_every_shipped_pack_is_listed_with_its_counts():
    listed = shelf.shipped()
    assert len(listed) == len(resources.model_packs()) > 0
    for one in listed:
        pack = shelf.find(one.id)
        assert (one.name, one.version, one.scheme) == (pack.name, pack.version, pack.scheme)
        assert one.levels == len(pack.levels)
        assert one.areas == len(pack.areas)
        assert one.goals == sum(len(area.goals) for area in pack.areas)
        assert one.practices == sum(len(area.practices) for area in pack.areas)
        assert one.questions == sum(len(area.questions) for area in pack.areas)


def test_a_shipped_pack_bears_its_id_as_file_name():
    assert [path.stem for path in resources.model_packs()] == [one.id for one in shelf.shipped()]


def test_an_unknown_pack_is_refused_and_the_known_ones_named():
    with pytest.raises(RefusalError) as caught:
        shelf.find("no-such-model")
    assert caught.value.code == "model.unknown"
    assert caught.value.facts == {"model": "no-such-model", "known": tuple(one.id for one in shelf.shipped())}
