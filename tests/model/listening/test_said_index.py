import pytest

from desktop.model.listening.said_index import SaidIndex

NOTES = (
    ("n1", "Releases are planned each Monday."),
    ("n2", "The café plans nothing; Zoë does."),
    ("n3", "Nobody plans releases, they don't."),
)


@pytest.fixture
def index():
    made = SaidIndex(["note", "answer"])
    made.put("note", NOTES)
    made.put("answer", [("a1", "We plan.")])
    yield made
    made.close()


def keys(index, typed, most=10):
    return {hits.sort: [hit.key for hit in hits.hits] for hits in index.find(typed, most)}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("plan", {"note": ["n3", "n2", "n1"], "answer": ["a1"]}),
        ("PLANS rel", {"note": ["n3"]}),
        ("cafe zoe", {"note": ["n2"]}),
        ("Café", {"note": ["n2"]}),
        ("don't", {"note": ["n3"]}),
        ("rel mon", {"note": ["n1"]}),
        ("lanned", {}),
        ("", {}),
        ('" OR * -', {}),
    ],
)
def test_every_word_typed_begins_a_word_whatever_the_order_capitals_and_accents(index, typed, found):
    assert keys(index, typed) == found


def test_signs_of_the_index_are_words_like_others(index):
    index.put("note", [("n4", "AND then NEAR the text: (why?)")])
    for typed in ("and near", "text:why", "(why", "NEAR(the", "tex*"):
        assert keys(index, typed) == {"note": ["n4"]}, typed


def test_hits_are_told_apart_and_counted_beyond_those_shown(index):
    (found, _answers) = index.find("plan", 2)
    assert (found.sort, found.found, len(found.hits)) == ("note", 3, 2)
    assert found.hits[0].pieces == (("Nobody ", False), ("plans", True), (" releases, they don't.", False))
    assert found.hits[0].text == NOTES[2][1]


def test_of_a_long_text_the_words_around_the_hit_are_shown(index):
    index.put("note", [("long", f"{'blah ' * 200}needle{' blah' * 200}")])
    (found,) = index.find("needle", 5)
    assert ("needle", True) in found.hits[0].pieces
    assert len(found.hits[0].text) < 120


def test_a_text_that_changes_is_found_where_it_stood_and_one_that_is_gone_nowhere(index):
    index.put("note", [("n1", "Planned no more.")])
    index.drop("note", ["n2", "unheard-of"])
    assert keys(index, "plan") == {"note": ["n3", "n1"], "answer": ["a1"]}
    assert keys(index, "monday") == {}
    assert keys(index, "cafe") == {}
