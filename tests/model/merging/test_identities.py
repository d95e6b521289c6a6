"""Bundles for copies that are not to know who somebody is."""

from desktop.model.merging.bundle import Bundle, StepRow
from desktop.model.merging.identities import LEFT_OUT, has_left_out, lacking, made_whole, without_identities
from desktop.model.merging.reach import Reach


def step(clock, label, target=None):
    return StepRow(
        clock, "w", "edit" if target is None else "undo", target, target and "w", label, '{"n":1}', "Ada", "1"
    )


BUNDLE = Bundle(
    2,
    "a1",
    steps=[step(1, "participant.add"), step(2, "answer.set"), step(3, "participant.add", 1)],
    changes=[
        (1, "w", "participant", "p1", "role", None, '"manager"'),
        (1, "w", "identity", "p1", "name", None, '"Wilhelmina"'),
        (2, "w", "answer", "tiny/p1/Q1", "choice", None, '"often"'),
        (3, "w", "identity", "p1", "name", '"Wilhelmina"', None),
    ],
)


def test_cells_and_sentences_that_tell_who_somebody_is_do_not_go_in():
    found = without_identities(BUNDLE)
    assert [row[2] for row in found.changes] == ["participant", "answer"]
    assert [(each.label, each.facts) for each in found.steps] == [
        (LEFT_OUT, "{}"),
        ("answer.set", '{"n":1}'),
        (LEFT_OUT, "{}"),
    ]
    assert "Wilhelmina" not in str(found)
    assert (has_left_out(found), has_left_out(BUNDLE)) == (True, False)


def test_what_no_record_has_is_left_for_who_refuses_it():
    strange = (2, "w", "unheard", "x", "name", None, '"So"')
    assert without_identities(Bundle(2, "a1", steps=BUNDLE.steps, changes=[strange])).changes == [strange]


def test_undo_tells_nothing_either_where_it_changed_nothing_of_that_kind():
    kept = [row for row in BUNDLE.changes if row[0] != 3]
    found = without_identities(Bundle(2, "a1", steps=BUNDLE.steps, changes=kept))
    assert found.steps[2].label == LEFT_OUT


def test_what_was_left_out_is_taken_from_who_has_it_whole():
    poorer = without_identities(BUNDLE)
    part = Bundle(2, "a1", steps=BUNDLE.steps[2:], changes=[row for row in BUNDLE.changes if row[0] == 3])
    assert made_whole(poorer, [poorer, BUNDLE]) == BUNDLE
    assert made_whole(poorer, [part, part]).steps == [poorer.steps[0], *BUNDLE.steps[1:]]
    assert made_whole(poorer, [part]).changes == [row for row in BUNDLE.changes if row[:3] != (1, "w", "identity")]
    assert made_whole(BUNDLE, [poorer]) is BUNDLE


def test_a_full_file_lacks_what_was_left_out():
    found = without_identities(BUNDLE)
    assert [each.author for each in lacking(found, Reach({"w": 0}))] == ["Ada", "Ada"]
    assert len(lacking(found, Reach({"w": 1}))) == 1
    assert lacking(found, Reach({"w": 3})) == lacking(BUNDLE, Reach()) == []
