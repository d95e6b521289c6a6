import pytest

from desktop.model.bounds import DATA_TEXT_LENGTH
from desktop.model.journal import StepId
from desktop.model.merging.cell_past import CellPast, ConflictSort, Said, Standing, both, effective_rule, row_conflicts
from desktop.model.merging.reach import RULES, Knowledge, Reach
from desktop.model.records import KINDS
from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import cell_rules, cell_types

SEEN = {
    "a": {},
    "b": {"a": 1},
    "c": {"a": 1},
    f"{RULES}1": {"a": 1},
    f"{RULES}2": {"a": 1},
    "d": {"b": 5, "c": 5},
    "e": {"d": 6},
}
DIFFER, JOINED, REMOVED = ConflictSort


def past(kind, cell, *said, undoing=()):
    """Changes as (clock, writer, value as JSON); steps with those that they undo."""
    found = [Said(StepId(clock, writer), text) for clock, writer, text in said]
    return CellPast(kind, cell, found, Knowledge(SEEN), {StepId(*step): StepId(*taken) for step, taken in undoing}.get)


BASE = (1, "a", '"base"')
APART = (BASE, (2, "b", '"x"'), (3, "c", '"y"'))


@pytest.mark.parametrize(
    ("kind", "cell", "said", "undoing", "text", "sort"),
    [
        ("answer", "choice", [], (), None, None),
        ("answer", "choice", [BASE], (), '"base"', None),
        ("answer", "choice", [BASE, (2, "b", '"x"')], (), '"x"', None),
        ("answer", "choice", [BASE, (2, "b", '"x"'), (3, "c", '"y"')], (), '"y"', DIFFER),
        ("answer", "choice", [BASE, (2, "c", '"y"'), (3, "b", '"x"')], (), '"x"', DIFFER),
        ("answer", "choice", [BASE, (2, "b", '"x"'), (3, "c", '"x"')], (), '"x"', None),
        ("answer", "choice", [BASE, (2, "b", '"x"'), (3, "c", '"y"'), (6, "d", '"y"')], (), '"y"', None),
        (
            "answer",
            "choice",
            [BASE, (2, "b", '"x"'), (3, "b", '"base"'), (4, "c", '"y"')],
            [((3, "b"), (2, "b"))],
            '"y"',
            None,
        ),
        (
            "answer",
            "choice",
            [BASE, (2, "c", '"y"'), (3, "b", '"x"'), (4, "b", '"base"')],
            [((4, "b"), (3, "b"))],
            '"y"',
            None,
        ),
        ("answer", "choice", [BASE, (2, "c", '"y"'), (3, "b", '"x"'), (4, "b", '"base"')], (), '"base"', DIFFER),
        ("answer", "choice", [BASE, (2, "c", '"y"'), (3, "b", '"x"')], [((3, "b"), (1, "b"))], '"x"', DIFFER),
        ("answer", "choice", [(2, "c", '"y"'), (3, "b", '"x"'), (4, "b", None)], [((4, "b"), (3, "b"))], '"y"', None),
        ("answer", "choice", [*APART, (6, "d", '"z"')], [], '"z"', None),
        ("answer", "choice", [BASE, (2, "b", '"x"'), (3, f"{RULES}1", '"y"')], [], '"x"', None),
        ("answer", "choice", [BASE, (2, f"{RULES}1", '"x"'), (3, f"{RULES}2", '"y"')], [], '"y"', DIFFER),
        ("answer", "choice", [*APART, (6, "d", '"z"'), (7, "d", '"y"')], [((7, "d"), (6, "d"))], '"y"', DIFFER),
        (
            "answer",
            "choice",
            [*APART, (6, "d", '"z"'), (7, "d", '"w"'), (8, "d", '"z"'), (9, "d", '"y"')],
            [((8, "d"), (7, "d")), ((9, "d"), (6, "d"))],
            '"y"',
            DIFFER,
        ),
        (
            "answer",
            "choice",
            [*APART, (6, "d", '"z"'), (7, "d", '"y"'), (7, "e", '"v"')],
            [((7, "d"), (6, "d"))],
            '"v"',
            DIFFER,
        ),
        ("answer", "choice", [BASE, (2, "b", '"x"'), (3, f"{RULES}1", '"y"')], (), '"x"', None),
        ("answer", "comment", [(1, "a", '"one"'), (2, "b", None), (3, "c", '""')], (), '""', None),
        ("action", "closed", [BASE, (2, "b", '"x"'), (3, "c", '"y"')], (), '"y"', None),
        ("action", "number", [(1, "a", "1"), (2, "b", "2"), (3, "c", "3")], (), "3", None),
        ("evidence_link", "linked", [(1, "a", "null"), (2, "b", "true"), (3, "c", "false")], (), "true", None),
        ("blind_rating", "note", [BASE, (2, "b", '"x"'), (3, "c", '"y"')], (), '"x\\ny"', JOINED),
        ("blind_rating", "note", [BASE, (2, "b", '"x"'), (3, "c", '"xy"')], (), '"xy"', None),
        ("member", "present", [(1, "a", "true"), (2, "b", "false"), (3, "c", None)], (), None, None),
    ],
)
def test_what_a_cell_holds(kind, cell, said, undoing, text, sort):
    found = past(kind, cell, *said, undoing=undoing).standing()
    assert (found.text, found.sort) == (text, sort)


def test_heads_are_the_changes_nobody_knew():
    cell = past("answer", "choice", BASE, (2, "b", '"x"'), (3, "c", '"y"'))
    assert [head.step for head in cell.standing().heads] == [StepId(2, "b"), StepId(3, "c")]
    assert cell.known_in(Reach({"a": 1, "b": 2})) == Standing('"x"', None, *[(Said(StepId(2, "b"), '"x"'),)] * 2)


def test_both_is_for_texts_and_yes_or_no():
    cells = [(name, kind, cell) for name, kind in KINDS.items() for cell in kind.__struct_fields__[len(kind.keys) :]]
    mixed = [(kind, cell) for name, kind, cell in cells if effective_rule(name, cell) is MergeRule.BOTH]
    assert {cell_types(kind)[cell] for kind, cell in mixed} == {str, bool}
    assert not [cell for kind, cell in mixed if cell_rules(kind)[cell].names]
    assert effective_rule("member", "present") is MergeRule.ASK
    assert both("blind_rating", "note", ['"a"', None, '"b"']) == '"a\\nb"'
    long = '"' + "x" * (DATA_TEXT_LENGTH - 1) + '"'
    assert both("blind_rating", "note", [long, '"yy"']) is None
    most = '"' + "x" * (DATA_TEXT_LENGTH - 2) + '"'
    assert both("blind_rating", "note", [most, '"y"']) is not None


def conflicts(present, name, undoing=()):
    pasts = {
        "present": past("member", "present", *present, undoing=undoing),
        "name": past("member", "name", *name, undoing=undoing),
    }
    return row_conflicts(
        "member", {cell: each.standing() for cell, each in pasts.items()}, pasts.__getitem__, Knowledge(SEEN)
    )


THERE, NAMED = (1, "a", "true"), (1, "a", '"Ada"')


@pytest.mark.parametrize(
    ("present", "name", "found"),
    [
        ([THERE], [NAMED], {}),
        ([THERE, (2, "b", "false")], [NAMED], {}),
        ([THERE, (2, "b", "false")], [NAMED, (2, "c", '"Ann"')], {"present": REMOVED}),
        ([THERE, (2, "b", "false")], [NAMED, (3, "b", '"Ann"')], {}),
        ([THERE, (4, "b", "false")], [NAMED, (2, "c", '"Ann"'), (3, "c", '"Ada"')], {}),
        ([THERE, (3, "b", "false")], [NAMED, (2, "b", '"Ann"')], {}),
        ([THERE, (3, "b", "false")], [NAMED, (2, f"{RULES}1", '"Ann"')], {}),
        ([THERE, (3, "b", "false"), (4, "c", "false")], [NAMED, (2, "c", '"Ann"')], {}),
        ([THERE, (2, "b", "false"), (3, "c", "true")], [NAMED], {"present": DIFFER}),
        ([THERE, (2, "c", "true"), (3, "b", "false")], [NAMED], {"present": REMOVED}),
        ([THERE, (6, "d", "true")], [NAMED, (2, "b", '"x"'), (2, "c", '"y"')], {"name": DIFFER}),
        ([THERE, (6, "d", "false")], [NAMED, (2, "b", '"x"'), (2, "c", '"y"')], {}),
    ],
)
def test_what_there_is_to_be_decided_of_a_record(present, name, found):
    assert conflicts(present, name) == found


def test_a_record_removed_and_brought_back_apart_is_asked_about_again_once_settling_it_is_undone():
    apart = [THERE, (2, "c", "true"), (3, "b", "false")]
    assert conflicts(apart, [NAMED]) == {"present": REMOVED}
    settled = [*apart, (6, "d", "true")]
    assert conflicts(settled, [NAMED]) == {}
    assert conflicts([*settled, (7, "d", "false")], [NAMED], [((7, "d"), (6, "d"))]) == {"present": REMOVED}


def test_taking_back_what_the_one_who_removed_it_had_seen_is_a_change():
    named = [NAMED, (2, "b", '"Ann"'), (7, "b", '"Ada"')]
    assert conflicts([THERE, (6, "d", "false")], named, [((7, "b"), (2, "b"))]) == {"present": REMOVED}
    assert conflicts([THERE, (8, "e", "false")], named[:2]) == {}


def test_a_change_to_what_the_last_who_removed_it_saw_is_none():
    seen = {"a": {}, "b": {"a": 1}, "g": {"a": 1}, "f": {"a": 1}, "h": {"g": 2}}
    told = {
        "present": [THERE, (4, "b", "false"), (5, "h", "false")],
        "name": [NAMED, (2, "g", '"Ann"'), (3, "f", '"Ann"')],
    }
    pasts = {
        cell: CellPast(
            "member", cell, [Said(StepId(*each[:2]), each[2]) for each in said], Knowledge(seen), lambda _step: None
        )
        for cell, said in told.items()
    }
    standing = {cell: each.standing() for cell, each in pasts.items()}
    assert row_conflicts("member", standing, pasts.__getitem__, Knowledge(seen)) == {}
    pasts["name"] = CellPast(
        "member",
        "name",
        [Said(StepId(1, "a"), '"Ada"'), Said(StepId(3, "f"), '"Ann"')],
        Knowledge(seen),
        lambda _step: None,
    )
    standing["name"] = pasts["name"].standing()
    assert row_conflicts("member", standing, pasts.__getitem__, Knowledge(seen)) == {"present": REMOVED}
