from desktop.exchange.past_results.known_people import known_people
from desktop.model.assessment.preparation import Person
from desktop.model.records import Identity, Participant


def person(number, name):
    id_ = f"p{number}"
    return Person(Participant(id=id_, number=number), Identity(participant=id_, name=name))


def test_people_are_known_by_name_and_number_as_one_writes_them():
    people = [person(1, "Kim"), person(2, ""), person(12, "Lee")]
    assert known_people(["kim", "p-02", "LEE ", "Max"], people) == {"kim": "p1", "p-02": "p2", "LEE ": "p12"}


def test_of_two_with_one_name_neither_is_meant():
    assert known_people(["Kim"], [person(1, "Kim"), person(2, "Kim")]) == {}
