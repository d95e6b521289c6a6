import pytest

from desktop.model.records import KINDS, ActionStatus, Tone
from desktop.wording.changes import _enumeration, change_text, value_text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("practice_rating", "it/SRI-AC-4", "value", "PI", "LI"),
            "SRI-AC-4, Characterisation: Partially in place → Largely in place",
        ),
        (("answer", "it/abc/SRI-Q2", "choice", None, "often"), "SRI-Q2, Answer: – → often"),
        (("area_rating", "it/SRI", "settled", None, True), "SRI, Settled: – → yes"),
        (("action", "abc", "due", "2026-03-01", ""), "Due: 2026-03-01 → –"),
        (("action", "abc", "present", None, True), "Added"),
        (("participant", "abc", "present", True, False), "Removed"),
        (("stream_rating", "pom/DSK", "level", None, 3), "DSK, Level: – → 3"),
        (("tick", "pom/DSK-1-P1", "done", None, True), "DSK-1-P1, Done: – → yes"),
        (("statement_rating", "psa/TOL-1-1", "value", "met", "not_met"), "TOL-1-1, Fulfilment: Met → Not met"),
        (("target", "psa/tool", "level", None, 4), "tool, Target: – → 4"),
        (("target", "psa/*", "level", 4, None), "psa, Target: 4 → –"),
        (("measure", "abc", "direction", "up", "down"), "Direction: Higher is better → Lower is better"),
        (("area_stance", "it/SRI/abc", "stance", None, "agrees"), "SRI, Stance: – → Agrees"),
    ],
)
def test_changes(change, said):
    assert change_text(*change) == said


def test_long_texts_are_cut_and_set_on_one_line():
    text = value_text("details", "notes", "word\n" * 40)
    assert len(text) <= 80
    assert text.endswith("word…")


ENUMERATED = [
    (kind, cell, words)
    for kind, record in KINDS.items()
    for cell in record.__struct_fields__
    if (words := _enumeration(kind, cell)) is not None
]


def test_records_have_words_of_many_kinds():
    assert ("action", "status", ActionStatus) in ENUMERATED
    assert ("session_note", "tone", Tone) in ENUMERATED


@pytest.mark.parametrize(("kind", "cell", "words"), ENUMERATED)
def test_words_of_enumerations_are_spelt_out(kind, cell, words):
    said = [value_text(kind, cell, word.value) for word in words]
    assert len(set(said)) == len(said)
    assert all(text[0].isupper() for text in said)
