"""Packs with rules of their own, as assessments use them."""

from __future__ import annotations

import pytest

from desktop.model.maturity.freezing import digest, pack_to_json, thaw
from desktop.model.maturity.parts_pack import part_name, part_title, rules_of
from desktop.model.maturity.rulebook import PackPart
from desktop.model.maturity.vocabulary import Scheme
from desktop.model.vetting.frozen_packs import frozen_pack
from desktop.model.vetting.thawed_packs import unsound
from tests.builders import tiny_pack
from tests.own_rules import PACKS, own_rules


@pytest.mark.parametrize("name", [path.stem for path in PACKS])
def test_a_pack_is_frozen_with_its_author_s_keys_and_thawed_the_same(name):
    pack = own_rules(name)
    data = pack_to_json(pack)
    assert b'"scheme"' not in data
    for again in (thaw(data), frozen_pack(data)):
        assert again == pack
        assert digest(again) == digest(pack)
    assert list(unsound(thaw(data))) == []


def test_every_part_is_a_place_with_a_name():
    pack = own_rules("attributes-to-level")
    assert pack.scheme is Scheme.PARTS
    assert list(pack.place_by_id) == [part.id for part in pack.rules.parts]
    assert pack.place_by_id["BOIL-PA1.1"].name == "Performance"
    assert [level.number for level in pack.levels] == [0, 1, 2, 3]


def test_a_part_without_name_goes_by_its_text_its_label_or_its_id():
    part = PackPart(id="X-1", kind="k")
    assert (part_name(part), part_title(part)) == ("X-1", "X-1")
    labelled = PackPart(id="X-1", kind="k", label="1.1", text="So it is.")
    assert (part_name(labelled), part_title(labelled)) == ("So it is.", "1.1 So it is.")


def test_a_pack_of_a_scheme_has_no_rules_of_its_own():
    with pytest.raises(TypeError):
        rules_of(tiny_pack())
