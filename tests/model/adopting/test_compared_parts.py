"""Versions are compared by all that a record can name."""

import pytest

from desktop.model.adopting.compared_parts import compared_parts
from desktop.model.maturity.parts import cell_id
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.newer_versions import key_care_2, staged_1


@pytest.mark.parametrize("pack", [staged_1(), tiny_streams(), tiny_criteria(), key_care_2()], ids=lambda pack: pack.id)
def test_all_that_has_an_id_is_compared_once_and_stands_after_what_it_stands_under(pack):
    seen = {""}
    for part in compared_parts(pack):
        assert part.parent in seen
        assert part.id not in seen
        seen.add(part.id)
    cells = {cell_id(stream.id, cell.level) for stream in pack.streams for cell in stream.cells}
    named = (pack.place_by_id, pack.goal_by_id, pack.practice_by_id, pack.question_texts, pack.item_by_id)
    assert seen - {""} == cells.union(pack.metric_by_id, *named)


def test_a_part_that_is_answered_is_known_by_what_it_says_and_another_by_its_name():
    titles = {part.id: part.title for part in compared_parts(key_care_2())}
    assert (titles["CAB"], titles["CAB.1"]) == ("Cabinet", "")
