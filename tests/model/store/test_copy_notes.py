"""What a file notes of itself and of copies."""

import pytest

from desktop.model.store.copy_notes import HeardCopy


@pytest.fixture
def notes(store):
    return store.copy_notes


def test_a_file_has_no_id_before_it_is_given_one(notes, store):
    assert (notes.own(), notes.is_without_identities(), notes.heard()) == ("", False, {})
    notes.say_own("c1")
    assert notes.own() == "c1"
    assert store.steps() == []


def test_what_was_heard_last_counts_unless_it_is_less(notes):
    notes.hear("c2", HeardCopy("Bea", "2026-01-01", {"w": 3, "x": 1}))
    notes.hear("c2", HeardCopy("Bea", "2026-01-02", {"w": 4, "x": 1}))
    assert notes.heard()["c2"].reach.clocks == {"w": 4, "x": 1}
    notes.hear("c2", HeardCopy("", "2026-01-03", {"w": 2, "y": 9}))
    assert notes.heard()["c2"] == HeardCopy("Bea", "2026-01-03", {"w": 2})
    notes.hear("c3", HeardCopy("", "2026-01-03", {"w": 2}))
    notes.hear("c3", HeardCopy("Cem", "2026-01-04", {"w": 2}))
    assert [notes.heard()[copy].name for copy in ("c2", "c3")] == ["Bea", "Cem"]


def test_what_waits_is_kept_once(notes):
    for _time in range(2):
        notes.keep_waiting("d" * 64, "Bea", b"steps")
    assert notes.waiting() == [("d" * 64, "Bea", b"steps")]
    notes.drop_waiting("d" * 64)
    assert notes.waiting() == []
