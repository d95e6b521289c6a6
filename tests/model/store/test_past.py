"""As it was: the rows that the journal alone gives are those that stood there then."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import ExitStack, closing
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.errors import RefusalError
from desktop.model.journal import StepKind
from desktop.model.records import KINDS, Answer, Details, Participant
from desktop.model.store.past import PastStore, differences, looking_into
from desktop.model.store.reaches import reach_at_number, reach_at_step
from desktop.model.store.store import Store
from tests.thoroughness import tries

TURNS = st.lists(
    st.tuples(
        st.sampled_from(["answer", "name", "remove", "undo", "redo", "open", "several"]),
        st.sampled_from("pqr"),
        st.sampled_from(["often", "seldom", "", None]),
    ),
    min_size=1,
    max_size=14,
)


def _turn(store: Store, what: str, who: str, said: str | None) -> None:
    if what == "undo":
        store.undo()
    elif what == "redo":
        store.redo()
    else:
        with store.step(what, kind=StepKind.NOTE if what == "name" and said == "" else StepKind.EDIT) as step:
            if what in ("answer", "several"):
                step.draft.put(Answer, "m", who, "q1", choice=said)
            if what in ("name", "several"):
                step.draft.put(Participant, who, role=said or "")
            if what == "remove":
                step.draft.put(Participant, who, asked=False)
                step.draft.remove(Participant, who)


@tries(12)
@given(turns=TURNS)
def test_the_rows_are_those_noted_then(turns):
    with tempfile.TemporaryDirectory() as folder, ExitStack() as left:
        path = Path(folder, "site.maturity")
        store = Store.create(path, "Ada", {"id": "a1"})
        noted = {}
        for what, who, said in turns:
            if what == "open":
                store.close()
                store = Store.open(path, "Eve")
            else:
                _turn(store, what, who, said)
            if steps := store.steps(1):
                noted[steps[0].id] = _rows(store)
        left.callback(store.close)
        for step, then in noted.items():
            with looking_into(path) as connection:
                reaches = [reach_at_step(connection, each) for each in (step, max(noted))]
            past = PastStore(path, reaches[0])
            left.callback(past.close)
            assert _rows(past) == then
            assert past.next_undo() == next((each for each in past.steps() if each.id in past.in_effect()), None)
            cells, between = differences(path, reaches[0], reaches[1])
            assert _put(then, cells) == _put(noted[max(noted)], [])
            assert [each.id for each in between] == [each.id for each in store.steps() if each.id > step]
            assert step != max(noted) or past.check() == ()


def _rows(store):
    """Everything that stands in the tables of which the test makes records."""
    driver = store._file.driver
    tables = {
        kind: driver.execute(f"SELECT * FROM {kind} ORDER BY 1, 2, 3") for kind in ("answer", "details", "participant")
    }
    return {
        kind: [dict(zip([name for name, *_ in rows.description], row, strict=True)) for row in rows.fetchall()]
        for kind, rows in tables.items()
    }


def _put(records, cells):
    """Every cell that holds something, with these as they are later: worked out in the plainest way."""
    held = {
        (kind, "/".join(row[key] for key in KINDS[kind].keys), cell): value
        for kind, rows in records.items()
        for row in rows
        for cell, value in row.items()
        if cell not in KINDS[kind].keys
    }
    for change, place in ((each.change, (each.change.kind, each.change.row, each.change.cell)) for each in cells):
        assert held.get(place) == change.before
        held[place] = change.after
    return {place: value for place, value in held.items() if value is not None}


@pytest.fixture
def reach(store, path):
    """The moment after the second of three steps."""
    for choice in ("often", "seldom", "rarely"):
        with store.step("answer.set") as step:
            step.draft.put(Answer, "m", "p", "q1", choice=choice)
    with looking_into(path) as connection:
        return reach_at_number(connection, 2)


def test_nothing_is_written_into_the_past(store, path, reach):
    before = path.read_bytes()
    past = PastStore(path, reach)
    assert past.readonly
    with pytest.raises(RefusalError, match=r"past\.readonly"), past.step("details.set") as step:
        step.draft.put(Details, "assessment", organisation="x")
    with pytest.raises(RefusalError, match=r"past\.readonly"):
        past.undo()
    assert [each.choice for each in past.all(Answer)] == ["seldom"]
    assert not past.is_at(path)
    past.close()
    assert path.read_bytes() == before
    assert store.get(Answer, "m", "p", "q1").choice == "rarely"


def test_what_is_attached_is_read_from_the_file(store, path, reach):
    digest = sha256(b"minutes").hexdigest()
    store.content.put_whole(digest, 7, [b"minutes"])
    store.add_pack(sha256(b"{}").hexdigest(), b"{}")
    past = PastStore(path, reach)
    assert past.content.whole(digest, 100) == b"minutes"
    assert past.pack(sha256(b"{}").hexdigest()) == b"{}"
    assert past.about() == store.about()


def test_progress_is_told_and_may_end_it(path, reach):
    told = []
    PastStore(path, reach, lambda done, of: told.append((done, of)))
    assert told == [(2, 2)]

    def stop(_done, _of):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        PastStore(path, reach, stop)


@pytest.mark.parametrize(
    ("spoilt", "code"),
    [("kind = 'participant', row = 'p', cell = 'asked', after = '7'", "impossible"), ("after = '{'", "damaged")],
)
def test_what_the_history_says_that_cannot_be_is_refused(store, path, reach, spoilt, code):
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE change SET {spoilt}")
        connection.commit()
    with pytest.raises(RefusalError, match=rf"file\.{code}"):
        PastStore(path, reach)


def test_two_copies_that_became_one_are_as_they_stood_then(store, path, tmp_path):
    with store.step("answer.set") as step:
        step.draft.put(Answer, "m", "p", "q1", choice="often")
    store.close()
    other = Path(shutil.copyfile(path, tmp_path / "other.maturity"))
    with closing(Store.open(path, "Ada")) as mine, closing(Store.open(other, "Eve")) as theirs:
        for each, choice, note in ((mine, "seldom", "by one"), (theirs, "rarely", "by the other")):
            with each.step("answer.set") as step:
                step.draft.put(Answer, "m", "p", "q1", choice=choice)
                step.draft.put(Details, "assessment", notes=note)
        mine.copies.take_in(theirs.copies.bundle(mine.copies.reach()), "other", undoable=False)
        with looking_into(path) as connection:
            reach = reach_at_number(connection, 99)
        with closing(PastStore(path, reach)) as past:
            whole, then = mine.whole(), past.whole()
            assert then.records == whole.records, "texts of both, and one of the two answers"
            assert "by one" in str(then.records["details"])
            assert "by the other" in str(then.records["details"])
            assert (past.check(), past.next_undo()) == ((), mine.next_undo())
        with looking_into(path) as connection:
            first = reach_at_number(connection, 1)
        cells, _steps = differences(path, first, reach)
        assert _put(_rows_of(first, path), cells) == _put(_rows(mine), [])


def _rows_of(reach, path):
    with closing(PastStore(path, reach)) as past:
        return _rows(past)
