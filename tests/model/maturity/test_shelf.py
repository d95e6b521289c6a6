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
        assert one.areas == len(pack.areas) + len(pack.streams) + len(pack.tracks) > 0
        assert one.questions > 0


@pytest.mark.parametrize(
    ("scheme", "counts"),
    [("staged", (2, 1, 2, 3, 3)), ("streams", (2, 1, 0, 3, 1)), ("criteria", (3, 2, 0, 0, 6))],
)
def test_a_summary_counts_what_the_scheme_has(examples, read_text, scheme, counts):
    found = shelf.summary(read_text(examples[scheme]))
    assert (found.levels, found.areas, found.goals, found.practices, found.questions) == counts


def test_a_shipped_pack_bears_its_id_as_file_name():
    assert [path.stem for path in resources.model_packs()] == [one.id for one in shelf.shipped()]


def test_an_unknown_pack_is_refused_and_the_known_ones_named():
    with pytest.raises(RefusalError) as caught:
        shelf.find("no-such-model")
    assert caught.value.code == "model.unknown"
    assert caught.value.facts == {"model": "no-such-model", "known": tuple(one.id for one in shelf.shipped())}
