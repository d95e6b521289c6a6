"""The shipped packs side by side: said in own words, no two texts alike, and links that arrive."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest
from rapidfuzz import fuzz, process

from desktop import resources
from desktop.model.maturity import shelf
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.vocabulary import Phase, Scheme

PACKS = {path.stem: shelf.find(path.stem) for path in resources.model_packs()}
ALIKE = 80
SAID = {
    "text", "detail", "help", "how", "summary", "purpose", "introduction", "good", "evidence", "note", "notes", "why",
    "reason",
}  # fmt: skip
"""Keys under which something is said, rather than named."""

FOREIGN = {
    r"\balso (when|under|during|in quiet)\b": "even",
    r"\bhand work\b": "manual work",
    r"\brealised\b": "achieved, or actual",
    r"\bstand-by\b": "standby",
    r"\b[Bb]y mail\b|\bprivate mail\b": "e-mail",
    r"\bdata (are|were)\b": "data is",
    r"\bthe own\b": "one's own, by its owner's name",
    r"\bLook whether\b": "Check whether",
    r"\bat regular times\b": "at regular intervals",
    r"\b(once or|or) more a year\b": "at least once a year",
    r"\bover all (\w+ ){1,3}(received|closed|resolved|reported)\b": "out of all",
    r"\b[a-z]+[^s\W]iz(es?|ed|ing|ations?)\b": "-ise",
}
"""What an English assessor would not say, with what is said instead."""

NEIGHBOUR = (
    r"^It (?!is\b)|^(Its|They|These|This|That)\b|\b(from|on|in|at|of) (that|these|this|those) \w+|, too,"
    r"|\b(live|drawn|run|gathered) (in|from|through) (it|there)\b|\bgathered there\b|^Link this\b"
)
"""Words that lean on another text."""


@pytest.fixture(params=list(PACKS.values()), ids=list(PACKS))
def pack(request) -> Pack:
    found: Pack = request.param
    return found


def said(value: object, key: str = "", place: str = "") -> Iterator[tuple[str, str]]:
    """Every sentence of a pack and every name of a metric, with where it stands."""
    match value:
        case dict():
            here = f"{place} {value.get('id', '')}".strip()
            for inner, part in value.items():
                yield from said(part, "text" if inner == "name" and "unit" in value else inner, f"{here} {inner}")
        case list() | tuple():
            for index, part in enumerate(value):
                yield from said(part, key, f"{place}[{index}]")
        case str() if key in SAID:
            yield place, value


def test_the_five_models_are_there():
    schemes = {name: pack.scheme for name, pack in PACKS.items()}
    assert schemes == {
        "it-service-cmm": Scheme.STAGED,
        "itsm-maturity-curve": Scheme.CRITERIA,
        "service-desk": Scheme.CRITERIA,
        "service-provisioning": Scheme.STREAMS,
        "tool-ladder": Scheme.CRITERIA,
    }


def test_none_claims_to_be_official(pack):
    assert "not an official" in pack.based_on


def test_all_have_five_levels(pack):
    assert len(pack.levels) == 5


def test_a_note_says_where_levels_mean_something_else(pack):
    others = [note.note for note in pack.sources if "level" in note.note.lower() or "stage" in note.note.lower()]
    assert others
    if pack.scheme is not Scheme.STAGED:
        assert any("IT Service CMM" in note for note in others)


def test_no_two_texts_are_alike_or_nearly_alike(pack):
    texts = list(said(msgspec.to_builtins(pack)))
    assert len(texts) > 100
    folded = [text.casefold() for _place, text in texts]
    scores = process.cdist(folded, folded, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    assert [(texts[a], texts[b]) for a, b in zip(*scores.nonzero(), strict=True) if a < b] == []


@pytest.mark.parametrize(("pattern", "instead"), FOREIGN.items())
def test_texts_are_said_as_in_england(pack, pattern, instead):
    wrong = [(place, text) for place, text in said(msgspec.to_builtins(pack)) if re.search(pattern, text)]
    assert not wrong, f"say {instead}"


def test_what_is_asked_or_suggested_by_itself_stands_alone(pack):
    """Forms ask a statement, and actions are named after it, without its neighbours."""
    alone = {id_: statement.text for id_, (_track, statement) in pack.statement_by_id.items()}
    alone |= {id_: item.text for id_, (_stream, _cell, item) in pack.item_by_id.items()}
    assert {id_: text for id_, text in alone.items() if re.search(NEIGHBOUR, text)} == {}


def test_every_link_leads_to_a_part_of_another_shipped_model(pack):
    for link in pack.crosswalk:
        other = PACKS[link.model]
        known = other.place_by_id.keys() | other.statement_by_id.keys()
        assert set(link.to) <= known, link.origin


def test_links_join_what_speaks_of_the_same_thing():
    """Request and incident management with the streams around the desk, service commitments with reporting."""
    links = PACKS["service-provisioning"].crosswalk
    assert {link.origin for link in links if "SRI" in link.to} >= {"CTP", "INC", "FUL", "PRI"}
    assert {link.origin for link in links if "SCM" in link.to} >= {"REP"}


def test_every_model_is_linked_with_another(pack):
    arriving = {link.model for other in PACKS.values() for link in other.crosswalk}
    assert pack.crosswalk or pack.id in arriving


def test_each_brings_a_short_checklist_for_every_phase(pack):
    assert {item.phase for item in pack.checklist} == {*Phase}
    assert 6 <= len(pack.checklist) <= 12
    assert all(len(item.text) <= 130 and not item.text.endswith(".") for item in pack.checklist)
