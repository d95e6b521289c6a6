import pytest

from desktop.model.listening.typed_tags import TypedTags, taggable_parts
from desktop.model.maturity import parts
from desktop.model.maturity.shelf import find
from tests.builders_schemes import tiny_criteria, tiny_streams

PACK = find("it-service-cmm")
TYPED = TypedTags(PACK)


@pytest.mark.parametrize(
    ("letters", "first"),
    [
        ("scmac3", "SCM-AC-3"),
        ("SCM-AC-3", "SCM-AC-3"),
        ("scm", "SCM-G1"),
        ("srac3", "SRI-AC-3"),
        ("catalogue states", "OSD-AC-3"),
        ("escal", "SRI-AB-3"),
        ("disaster recovry", "SDL-AC-6"),
    ],
)
def test_a_few_letters_lead_to_a_part(letters, first):
    assert TYPED.find(letters)[0] == first


@pytest.mark.parametrize("letters", ["", "-", "  ", "\x00", "qqqqqq"])
def test_what_is_no_tag_leads_nowhere(letters):
    assert TYPED.find(letters) == ()


def test_there_are_never_more_than_fit():
    assert len(TYPED.find("s", count=5)) == 5


@pytest.mark.parametrize("pack", [PACK, tiny_streams(), tiny_criteria()], ids=lambda pack: pack.scheme)
def test_every_part_that_is_offered_is_known(pack):
    assert all(parts.knows(pack, part) for part in taggable_parts(pack))
    assert {*pack.goal_by_id, *pack.practice_by_id, *pack.statement_by_id} <= taggable_parts(pack).keys()
