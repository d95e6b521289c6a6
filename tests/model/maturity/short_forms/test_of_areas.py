from __future__ import annotations

from desktop.model.maturity.short_forms.of_areas import staged_rulebook
from tests.builders import tiny_area, tiny_pack

PACK = tiny_pack([tiny_area("PLN", 2, goals=2, activities=1, supports=1)])
BOOK = staged_rulebook(PACK, PACK.scales[0].id)


def ids(parts):
    return [part.id for part in parts]


def test_practices_are_counted_in_the_goals_that_they_serve():
    assert ids(BOOK.counted["PLN-G1"]) == ["PLN-CO-1", "PLN-AC-1"]
    assert ids(BOOK.counted["PLN-G2"]) == ["PLN-CO-1", "PLN-AC-2"]


def test_an_area_is_rated_by_its_goals_and_the_model_by_its_areas():
    area = BOOK.part_by_id["PLN"]
    assert ids(BOOK.taken("PLN", BOOK.kind_of(area))) == ["PLN-G1", "PLN-G2"]
    assert ids(BOOK.taken(BOOK.root.id, BOOK.kind_of(BOOK.root))) == ["PLN"]
    assert area.level == 2


def test_questions_inform_and_are_counted_nowhere():
    question = BOOK.part_by_id["PLN-Q1"]
    assert question.informs == ("PLN-AC-1",)
    assert question.above == ()
    assert ids(BOOK.informants["PLN-CO-1"]) == ["PLN-Q3"]


def test_answers_count_their_percents():
    scale = BOOK.scale_of(BOOK.part_by_id["PLN-Q1"])
    assert scale is not None
    assert [choice.value for choice in scale.offered] == sorted(
        choice.percent for choice in PACK.scales[0].answers if choice.percent is not None
    )
