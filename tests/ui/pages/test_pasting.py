"""Pasted people are read as they come, and nobody is left out in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.assessment.preparation import NewPerson
from desktop.ui.pages.preparation.pasting import PersonField, people, read_people

ANNA = NewPerson("Anna Bauer", "anna@example.org", "Manager", "Desk")
CARL = NewPerson("Carl Cole", "carl@example.org", "Analyst", "Desk")


def test_cells_of_a_spreadsheet_with_a_break_in_a_name():
    text = '"Anna\nBauer"\tanna@example.org\tManager\tDesk\n"Carl"\tcarl@example.org\tAnalyst\tDesk\n'
    assert people(text) == [ANNA, NewPerson("Carl", "carl@example.org", "Analyst", "Desk")]


def test_recipients_of_a_mail():
    text = (
        "Bauer, Anna <anna@example.org>; Schmidt, Jo <jo@example.org>; Lee, Kim <kim@example.org>; "
        "Roe, Max <max@example.org>; Doe, Jan <jan@example.org>"
    )
    assert people(text) == [
        NewPerson("Bauer, Anna", "anna@example.org"),
        NewPerson("Schmidt, Jo", "jo@example.org"),
        NewPerson("Lee, Kim", "kim@example.org"),
        NewPerson("Roe, Max", "max@example.org"),
        NewPerson("Doe, Jan", "jan@example.org"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bauer <anna@example.org>, Carl Cole <carl@example.org>",
        '"Anna Bauer" <anna@example.org>,\n "Carl Cole" <carl@example.org>',
        "Anna Bauer <mailto:anna@example.org>\nCarl Cole <carl@example.org>;",
    ],
)
def test_recipients_of_other_mail_programs(text: str):
    assert people(text) == [NewPerson("Anna Bauer", "anna@example.org"), NewPerson("Carl Cole", "carl@example.org")]


@pytest.mark.parametrize("mark", ["; ", ", ", "\n", " "])
def test_bare_addresses_are_people(mark: str):
    assert people(f"anna@example.org{mark}carl@example.org") == [
        NewPerson("", "anna@example.org"),
        NewPerson("", "carl@example.org"),
    ]


def test_bare_addresses_among_named_ones():
    found = read_people("jo@example.org, Anna Bauer <anna@example.org>; kim@example.org; Max Roe")
    assert [person.email for person in found.people()] == ["jo@example.org", "anna@example.org", "kim@example.org"]
    assert found.people()[1].name == "Anna Bauer"
    assert found.left_over() == ["Max Roe"]


def test_headings_are_no_person():
    text = "Name\tE-mail\tRole\tGroup\nAnna Bauer\tanna@example.org\tManager\tDesk\n"
    assert people(text) == [ANNA]


@pytest.mark.parametrize(
    "text",
    [
        "E-Mail;Department;Full name;Job title\nanna@example.org;Desk;Anna Bauer;Manager",
        "Last name,First name,E-mail Address,Role,Team\nBauer,Anna,anna@example.org,Manager,Desk",
        "GROUP\tname\tmail\tPhone\trole\nDesk\tAnna Bauer\tanna@example.org\t\tManager",
    ],
)
def test_headings_say_what_columns_are(text: str):
    assert people(text) == [ANNA]


def test_a_column_without_a_use_is_left_over():
    found = read_people("Name\tPhone\nAnna Bauer\t123\nCarl Cole\t456")
    assert found.people() == [NewPerson("Anna Bauer"), NewPerson("Carl Cole")]
    assert found.left_over() == ["123", "456"]
    assert found.headings == ("Name", "Phone")


def test_commas_part_columns():
    text = "Anna Bauer,anna@example.org,Manager,Desk\nCarl Cole,carl@example.org,Analyst,Desk\n"
    assert people(text) == [ANNA, CARL]


@pytest.mark.parametrize("text", ["Bauer, Anna", "Bauer, Anna\nCole, Carl"])
def test_a_comma_in_a_name_parts_nothing(text: str):
    assert [person.name for person in people(text)] == text.splitlines()


@pytest.mark.parametrize(
    "text",
    [
        "anna@example.org\tAnna Bauer\tManager\tDesk\ncarl@example.org\tCarl Cole\tAnalyst\tDesk",
        "Manager\tDesk\tAnna Bauer\tanna@example.org\nAnalyst\tDesk\tCarl Cole\tcarl@example.org",
        "Desk\tManager\tAnna Bauer\tanna@example.org\nDesk\tAnalyst\tCarl Cole\tcarl@example.org",
        "Manager\tanna@example.org\tAnna Bauer\tDesk\nAnalyst\tcarl@example.org\tCarl Cole\tDesk",
        "Anna Bauer <anna@example.org>\tManager\tDesk\nCarl Cole <carl@example.org>\tAnalyst\tDesk",
    ],
)
def test_columns_in_any_order(text: str):
    assert people(text) == [ANNA, CARL]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ada", [NewPerson("Ada")]),
        ("Ada\tManager\tDesk", [NewPerson("Ada", "", "Manager", "Desk")]),
        ("; ; Manager; Desk", [NewPerson("", "", "Manager", "Desk")]),
        ("Ada\t\tLead of a; b\tDesk\tNet\tMail\textra", [NewPerson("Ada", "", "Lead of a; b", "Desk", "Net", "Mail")]),
        ('5" screens\tada@example.org', [NewPerson('5" screens', "ada@example.org")]),
        ('"Ada\tada@example.org\nBen', [NewPerson('"Ada', "ada@example.org"), NewPerson("Ben")]),
        ("\n \t \n;;\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_lines_of_participants(text, read):
    assert people(text) == read


@pytest.mark.parametrize(
    "text", ["Bauer, Anna; Cole, Carl", "Bauer, Anna;\nCole, Carl;\n", "• Bauer, Anna\n• Cole, Carl\n",
             "1. Bauer, Anna\n2. Cole, Carl", "- Bauer, Anna\n\n- Cole, Carl"],
)  # fmt: skip
def test_people_by_name_alone(text: str):
    assert people(text) == [NewPerson("Bauer, Anna"), NewPerson("Cole, Carl")]


@pytest.mark.parametrize("text", ["Anna Bauer, Carl Cole, Jo Lee", "Anna Bauer; Carl Cole; Jo Lee"])
def test_what_may_be_names_of_several_people_is_shown_first(text: str):
    assert read_people(text).is_guess


@pytest.mark.parametrize("text", ["Ada; ; Manager; Desk", "Ada Lee; ada@example.org; Desk Manager; Main Desk", "Ada"])
def test_what_is_typed_as_it_is_asked_for_is_taken_at_once(text: str):
    assert not read_people(text).is_guess


def test_a_column_can_be_taken_for_something_else():
    found = read_people("Ada\tada@example.org\tDesk\tManager")
    turned = found.taken_as(2, PersonField.GROUP).taken_as(3, PersonField.ROLE)
    assert turned.people() == [NewPerson("Ada", "ada@example.org", "Manager", "Desk")]
    assert found.taken_as(2, PersonField.GROUP).left_over() == ["Manager"]


def test_what_is_no_address_is_told():
    found = read_people("Name\tE-mail\nAda\tada(at)example.org")
    assert found.people() == [NewPerson("Ada")]
    assert found.left_over() == ["ada(at)example.org"]


WORDS = st.text(alphabet="abcAB @.,;<>\t\n\"'", max_size=40)


@given(WORDS)
def test_no_word_is_lost(text: str):
    found = read_people(text)
    said = "".join(f"{one.name} {one.email} {one.role} {one.group}" for one in found.people())
    said += "".join(found.left_over())
    kept = [sign for sign in said if sign in "abcAB"]
    assert sorted(kept) == sorted(sign for sign in text if sign in "abcAB") or any(found.headings)


def test_unit_service_and_what_people_will_do_are_read_by_their_headings():
    text = (
        "Name\tUnit\tService\tQuestionnaire\tInterview\tDiscussion\nAda\tNet\tMail\tno\tX\tmaybe\nBo\t\t\tyes\t-\tyes"
    )
    pasted = read_people(text)
    assert pasted.people() == [
        NewPerson("Ada", unit="Net", service="Mail", asked=False, interviewed=True),
        NewPerson("Bo", discusses=True),
    ]
    assert pasted.left_over() == ["maybe"]
