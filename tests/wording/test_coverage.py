"""What is missing, in words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.scoring.coverage import Coverage, Lack, LackKind, PartCoverage, PlaceCoverage, SourceGroup
from desktop.model.scoring.vocabulary import SourceKind
from desktop.wording.coverage import (
    covered,
    face_to_face,
    group_text,
    head_line,
    lack_text,
    part_sources,
    place_covered,
    sources_told,
    stands,
)
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria
from tests.own_rules import own_rules

ASKED = ("questionnaire",)


@pytest.mark.parametrize(
    ("kind", "facts", "text"),
    [
        (LackKind.SOURCES, (0, 2, ASKED), "2 sources, one of them not a questionnaire"),
        (LackKind.SOURCES, (1, 2, ASKED), "1 more source, not a questionnaire"),
        (LackKind.SOURCES, (1, 2, ()), "1 more source"),
        (LackKind.SOURCES, (1, 3, ("interview",)), "2 more sources, one of them of another kind than: Interview"),
        (LackKind.BEYOND, (2, 2, ASKED), "1 source that is not a questionnaire"),
        (LackKind.BEYOND, (2, 2, ("interview", "hearsay")), "1 source of another kind than: Interview, hearsay"),
        (LackKind.FACE_TO_FACE, (1, 4, ()), "a word face to face"),
    ],
)
def test_each_lack_has_its_words(kind, facts, text):
    assert lack_text(Lack(kind, dict(zip(("has", "needed", "beyond"), facts, strict=True)))) == text


def test_a_part_tells_all_that_it_lacks():
    word = Lack(LackKind.FACE_TO_FACE, {"has": 1, "needed": 2})
    more = Lack(LackKind.SOURCES, {"has": 1, "needed": 2, "beyond": ()})
    assert stands(part(lacks=(more, word))) == "1 more source; a word face to face"
    assert stands(part()) == "✓ corroborated"
    assert stands(part(applies=False)) == "Does not apply"


def test_a_model_is_told_in_one_line():
    both = (PlaceCoverage("A", 100, 80, 60, 50), PlaceCoverage("B", 74, 7, 46, 37))
    assert head_line(Coverage("m", (), both), tiny_pack()) == (
        "87 of 174 practices corroborated; 61 % heard face to face, everywhere at least half"
    )
    short = (PlaceCoverage("A", 3, 0, 1, 2),)
    assert head_line(Coverage("m", (), short), tiny_criteria()) == (
        "0 of 3 statements corroborated; 33 % heard face to face; less than half in 1 track"
    )
    assert head_line(Coverage("m", (), ()), own_rules("team-decides")) == "Nothing is in scope."


def test_an_area_is_told():
    assert covered(PlaceCoverage("A", 1, 1, 0, 1), own_rules("team-decides")) == "1 of 1 part corroborated"
    assert face_to_face(PlaceCoverage("A", 4, 1, 1, 2)) == "1 heard face to face, at least 2 needed"
    assert face_to_face(PlaceCoverage("A", 4, 1, 3, 2)) == "3 heard face to face"


def test_an_origin_is_told_by_kind_and_role():
    assert group_text(SourceGroup(SourceKind.INTERVIEW, "Manager")) == "Interview · Manager"
    assert group_text(SourceGroup(SourceKind.DOCUMENT)) == "Document"


def part(*, applies=True, lacks=()):
    return PartCoverage("A-1", "A", applies, True, 0, (), (), {}, 0, lacks)


def test_what_speaks_of_a_part_is_told_with_the_rule():
    counts = ((SourceGroup(SourceKind.INTERVIEW, "Manager"), 2), (SourceGroup(SourceKind.DOCUMENT), 1))
    rich = replace(part(), counts=counts, answers=1)
    assert sources_told(rich, tiny_pack()) == (
        "What speaks of it: Interview · Manager: 2; Document: 1; Questionnaire: 1 answer. "
        "That is enough: the model asks for two different sources, one of them not a questionnaire."
    )
    assert "it is usual to have two different sources" in sources_told(replace(rich, waits=False), tiny_criteria())
    poor = replace(part(), lacks=(Lack(LackKind.SOURCES, {"has": 0, "needed": 2, "beyond": ASKED}),))
    assert sources_told(poor) == (
        "What speaks of it: nothing yet. Still missing: 2 sources, one of them not a questionnaire."
    )


def test_a_part_or_place_that_counts_for_nothing_is_told_nothing_of():
    found = Coverage("m", (part(), replace(part(applies=False), part="A-2")), (PlaceCoverage("A", 2, 1, 1, 1),))
    pack = tiny_pack()
    assert part_sources(found, "A-1", pack)
    assert (part_sources(found, "A-2", pack), part_sources(found, "A-3", pack)) == ("", "")
    assert place_covered(found, "A", pack) == "1 of 2 practices corroborated; 1 heard face to face"
    assert place_covered(found, "B", pack) == ""
