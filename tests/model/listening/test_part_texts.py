from desktop.model.listening.part_texts import part_texts
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams


def test_every_practice_and_statement_has_its_texts_once():
    for pack in (tiny_pack(), tiny_streams(), tiny_criteria()):
        found = list(part_texts(pack))
        items = [item.id for stream in pack.streams for cell in stream.cells for item in cell.practices]
        assert [each.part for each in found] == [*pack.practice_by_id, *items, *pack.statement_by_id]
        assert {each.place for each in found} == {*pack.place_by_id}
        assert all(each.text and each.about for each in found)


def test_a_practice_has_the_questions_that_inform_it():
    pack = tiny_pack()
    asked = {each.part: each.asked for each in part_texts(pack)}
    for practice, questions in pack.informants.items():
        assert all(question.text in asked[practice] for question in questions)
