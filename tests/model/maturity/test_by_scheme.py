from __future__ import annotations

from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.maturity.vocabulary import Scheme
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.own_rules import own_rules


def test_there_is_one_for_each_scheme_and_a_model_finds_its_own() -> None:
    assert ByScheme.__struct_fields__ == tuple(scheme.value for scheme in Scheme)
    numbers = ByScheme(staged=1, streams=2, criteria=3, parts=4)
    models = (tiny_pack(), tiny_streams(), tiny_criteria(), own_rules("team-decides"))
    assert [numbers.of(model) for model in models] == [1, 2, 3, 4]
