from __future__ import annotations

from desktop.model.maturity.short_forms.of_streams import streams_rulebook
from tests.builders_schemes import tiny_stream, tiny_streams

BOOK = streams_rulebook(tiny_streams([tiny_stream("DSK", practices=2), tiny_stream("REQ")]))


def test_practices_are_boxes_at_the_level_of_their_cell():
    counted = BOOK.counted["DSK"]
    assert [(part.id, part.level) for part in counted[:3]] == [("DSK-1-P1", 1), ("DSK-1-P2", 1), ("DSK-2-P1", 2)]
    scale = BOOK.scale_of(counted[0])
    assert scale is not None
    assert scale.box


def test_the_answers_to_a_question_are_the_texts_of_the_cells():
    question = BOOK.part_by_id["DSK-Q1"]
    scale = BOOK.scale_of(question)
    assert scale is not None
    assert [(choice.id, choice.value, choice.meaning) for choice in scale.offered][:2] == [
        ("level_1", 1, "DSK at 1."),
        ("level_2", 2, "DSK at 2."),
    ]
    assert question.informs == ("DSK",)
