import msgspec
import pytest

from desktop.model.maturity import Pack
from tests.builders import full_size_pack, tiny_pack


@pytest.mark.parametrize("make", [tiny_pack, full_size_pack])
def test_the_packs_keep_the_rules_of_the_format(make):
    pack = make()
    assert msgspec.convert(msgspec.to_builtins(pack), Pack) == pack
    assert all(pack.informants.values())
    assert {area.level for area in pack.areas} == {level.number for level in pack.levels} - {1}
