import pytest

from desktop.model.records import Identity
from desktop.wording.addresses import recipients


def person(name, email):
    return Identity(participant="p", name=name, email=email)


@pytest.mark.parametrize(
    ("name", "email", "text"),
    [
        ("Ada Example", "ada@example.org", "Ada Example <ada@example.org>"),
        ("Müller", " m@example.org ", "Müller <m@example.org>"),
        ("", "ada@example.org", "ada@example.org"),
        ("Example, Ada", "ada@example.org", '"Example, Ada" <ada@example.org>'),
        ('Ada "The Desk"', "ada@example.org", '"Ada \\"The Desk\\"" <ada@example.org>'),
        ("Ada\nExample", "ada@example.org", "Ada Example <ada@example.org>"),
        ("Ada", "", ""),
    ],
)
def test_people_as_a_mail_takes_them(name, email, text):
    assert recipients([person(name, email)]) == text


def test_several_stand_apart():
    people = [person("A", "a@example.org"), person("B", ""), person("C", "c@example.org")]
    assert recipients(people) == "A <a@example.org>; C <c@example.org>"
