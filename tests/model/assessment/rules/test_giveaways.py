"""What in a text may tell who said something."""

import time

import pytest

from desktop.model.assessment.rules.giveaways import Giveaway, GiveawaySort, giveaways, small_groups
from desktop.model.records import Identity, Participant

NAME, EMAIL, GROUP, CODE = GiveawaySort


def named(text: str, name: str = "", email: str = "", group: str = "") -> list[tuple[GiveawaySort, str]]:
    people = [Participant(id="p", number=7, group=group), Participant(id="q", number=12)]
    found = giveaways(text, people, [Identity(participant="p", name=name, email=email)], 5)
    assert all(each.people == ("p",) or each.sort is CODE for each in found)
    return [(each.sort, each.found) for each in found]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Anna Miller", "Told by Anna Miller.", "Anna Miller"),
        ("Anna Miller", "Miller says so", "Miller"),
        ("Anna Miller", "It is Anna's list.", "Anna"),
        ("Anna Miller", "ANNA keeps it", "ANNA"),
        ("Anna Miller", "(miller)", "miller"),
        ("Anna Miller", "See list_of_anna_2.xlsx", "anna"),
        ("Anna-Lena Groß", "Ask GROSS", "GROSS"),
        ("José Pérez", "Jose keeps it", "Jose"),
        ("Jose Perez", "José keeps it", "José"),
        ("Jose Perez", "Jose\u0301 keeps it", "José"),
        ("Anna Miller", "An\u200bna keeps it", "Anna"),
        ("Jörg Müller", "Mueller decides", "Mueller"),
        ("Bjørn Ødegård", "Bjorn decides", "Bjorn"),
        ("Łukasz Wiśniewski", "Lukasz decides", "Lukasz"),
        ("Jan van der Berg", "Jan decides", "Jan"),
        ("Li", "Li decides", "Li"),
        ("山田 太郎", "山田さんが決めます", "山田さんが決めます"),
        ("דנה לוי", "הרשימה אצל ודנה", "ודנה"),
        ("سارة حداد", "قالت سارة ذلك", "سارة"),
    ],
)
def test_a_name_is_found_whatever_its_case_and_accents(name, text, found):
    assert named(text, name) == [(NAME, found)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anna Miller", "The annals are kept; Millerite is not. Susanna, Annabel."),
        ("Jan van der Berg", "Everything stands in the van der Waals list."),
        ("J. R. Ewing", "J and R are letters."),
        ("Li Wei", "Reliable lists, li and so on."),
        ("", "Anything"),
        ("Anna Miller", ""),
        ("—", "— and nothing else"),
    ],
)
def test_a_name_inside_a_word_a_particle_and_an_initial_tell_nobody(name, text):
    assert named(text, name) == []


def test_addresses_codes_and_small_groups_tell_as_well():
    assert named("Ask anna.miller@example.org", email="anna.miller@example.org") == [(EMAIL, "anna.miller@example.org")]
    assert named("Ask amiller", email="amiller@example.org") == [(EMAIL, "amiller")]
    assert named("Ask somebody else at example.org", email="amiller@example.org") == []
    assert named("The night desk does it alone.", group="Night desk") == [(GROUP, "night desk")]
    assert named("P-07 and p\u20137, P 07, p07, P-012") == [
        (CODE, "P-07"), (CODE, "p\u20137"), (CODE, "P 07"), (CODE, "p07"), (CODE, "P-012"),
    ]  # fmt: skip


def test_what_only_looks_like_a_code_is_none():
    """P1 and P2 are priorities of incidents."""
    assert named("A P7 incident, P 12 and P-99, SOP-07 and P-071") == []


def test_only_groups_below_the_threshold_are_small():
    people = [
        Participant(id=str(number), number=number, group="Desk" if number < 5 else " Line ") for number in range(8)
    ]
    assert small_groups(people, 4) == {"Line": ("5", "6", "7")}
    assert [each.found for each in giveaways("Desk and line", people, [], 4)] == ["line"]
    assert giveaways("Desk and line", people, [], 3) == ()


def test_a_unit_is_a_group_as_well():
    people = [Participant(id="p", number=1, group="Desk", unit="u"), Participant(id="q", number=2, group="Desk")]
    assert small_groups(people, 2, {"u": "North site", "v": "South site"}) == {"North site": ("p",)}
    found = giveaways("At north site and at South site", people, [], 2, {"u": "North site", "v": "South site"})
    assert [each.found for each in found] == ["north site"]


def test_what_is_part_of_something_longer_is_told_once_and_with_all_whom_it_may_mean():
    people = [Participant(id="p", number=1), Participant(id="q", number=2)]
    identities = [Identity(participant="p", name="Anna Miller"), Identity(participant="q", name="Tom Miller")]
    found = giveaways("Anna Miller and Miller, Miller", people, identities, 5)
    assert found == (Giveaway(NAME, "Anna Miller", ("p",)), Giveaway(NAME, "Miller", ("p", "q")))


def test_a_long_text_and_many_people_take_no_time():
    people = [Participant(id=str(number), number=number, group=f"Group {number}") for number in range(500)]
    identities = [Identity(participant=each.id, name=f"Person{each.id} Name{each.id}") for each in people]
    began = time.process_time()
    found = giveaways("word Name7 " * 1000, people, identities, 5)
    assert [each.found for each in found] == ["Name7"]
    assert time.process_time() - began < 1


def test_whoever_takes_part_no_more_is_still_named():
    found = giveaways("Anna Miller plans.", [], [Identity(participant="p", name="Anna Miller")], 5)
    assert found == (Giveaway(NAME, "Anna Miller", ("p",)),)
