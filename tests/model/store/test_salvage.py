import hashlib
import sqlite3
from contextlib import closing

import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import Answer, Member
from desktop.model.store.salvage import REPAIRED, salvage
from desktop.model.store.store import Store

DIGEST = hashlib.sha256(b"pack").hexdigest()


@pytest.fixture
def broken(store):
    """A file with a little history, changed behind the program's back."""

    def answer(choice):
        with store.step("answer.set", question="Q1", number=1) as step:
            step.draft.put(Answer, "tiny", "p1", "Q1", choice=choice)

    with store.step("member.add", name="Ada") as step:
        step.draft.put(Member, "m1", name="Ada")
    for choice in ("seldom", "often", "always"):
        answer(choice)
    store.undo()
    store.add_pack(DIGEST, b"pack")
    store.close()

    def change(*statements):
        with closing(sqlite3.connect(store.path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
        return store.path

    return change


def repaired(path):
    whole, found = salvage(path, "Mender")
    sound = path.with_name("sound.maturity")
    store = Store.create(sound, "Ada", {}, whole)
    assert not store.readonly
    assert store.check() == ()
    return store, found


def choice(store):
    return store.get(Answer, "tiny", "p1", "Q1").choice


def undo_all(store):
    while store.undo().step is not None:
        pass
    assert store.check() == ()


def test_a_sound_file_is_copied_as_it_is(broken):
    store, found = repaired(broken())
    with closing(store):
        assert (found.faults, found.steps, found.records, found.packs) == ((), (), (), ())
        assert [step.number for step in store.steps()] == [5, 4, 3, 2, 1]
        assert store.next_redo().number == 4
        assert store.pack(DIGEST) == b"pack"
        undo_all(store)


SENSELESS = {
    "an undo of nothing": ("UPDATE step SET target_clock = NULL, target_writer = NULL WHERE clock = 5", (5,)),
    "an undo of what is not next": ("UPDATE step SET target_clock = 3 WHERE clock = 5", (5,)),
    "an undo of itself": ("UPDATE step SET target_clock = 5 WHERE clock = 5", (5,)),
    "an undo that is told as an edit": ("UPDATE step SET kind = 'edit' WHERE clock = 5", (5,)),
    "a kind of step nobody knows": ("UPDATE step SET kind = 'unheard' WHERE clock = 4", (4, 5)),
    "a target by halves": ("UPDATE step SET target_writer = NULL WHERE clock = 5", (5,)),
    "a time before all": ("UPDATE step SET clock = 0 WHERE clock = 5", (0,)),
    "a kind of record nobody knows": ("UPDATE change SET kind = 'unheard' WHERE clock = 4", (4, 5)),
    "a cell nobody knows": ("UPDATE change SET cell = 'unheard' WHERE clock = 1 AND cell = 'name'", (1,)),
    "a cell of the key": ("UPDATE change SET cell = 'question' WHERE clock = 4", (4, 5)),
    "a row that is not there": ("UPDATE change SET row = 'tiny/p9/Q1' WHERE clock = 2", (2, 3, 4, 5)),
    "a value before it that never was": ("UPDATE change SET before = '\"never\"' WHERE clock = 4", (4, 5)),
    "a value that cannot be": ("UPDATE change SET before = '7', after = '7' WHERE clock = 1 AND cell = 'name'", (1,)),
    "a number where a mark belongs": ("UPDATE change SET before = '7' WHERE clock = 1 AND cell = 'present'", (1,)),
    "no JSON": ("UPDATE change SET after = 'x' WHERE clock = 2", (2, 3, 4, 5)),
    "facts that cannot be read": ("UPDATE step SET facts = '{' WHERE clock = 1", (1,)),
    "a time that is none": ("UPDATE step SET at = 'noon' WHERE clock = 1", (1,)),
    "a time of no zone": ("UPDATE step SET at = '2026-03-02T09:00:00' WHERE clock = 1", (1,)),
    "a writer that cannot be read": ("UPDATE writer SET seen = '[]'", (1, 2, 3, 4, 5)),
}


@pytest.mark.parametrize(("statement", "left_out"), SENSELESS.values(), ids=SENSELESS.keys())
def test_a_senseless_step_costs_itself_and_what_rests_on_it(broken, statement, left_out):
    path = broken(statement)
    with closing(Store.open(path, "Ada", readonly=True)) as original:
        held = choice(original), [member.name for member in original.all(Member)]
        assert original.check() != ()
        original.steps()
        assert held == ("often", ["Ada"])
    store, found = repaired(path)
    with closing(store):
        assert found.steps == left_out
        assert (choice(store), [member.name for member in store.all(Member)]) == held
        assert (store.steps()[0].label == REPAIRED) is (left_out != (4, 5))
        undo_all(store)


def code_of(action):
    try:
        action()
    except RefusalError as refusal:
        return refusal.code
    return None


@pytest.mark.parametrize("statement", [each[0] for each in SENSELESS.values()], ids=SENSELESS.keys())
def test_no_undo_or_redo_over_a_senseless_step_harms_the_file(broken, statement):
    path = broken(statement)
    with closing(Store.open(path, "Ada")) as store:
        held = choice(store)
        for walk in (store.redo, store.undo, store.undo, store.undo, store.undo, store.undo):
            refused = code_of(walk)
            assert refused in {None, "step.senseless", "file.opened_readonly"}
        if store.readonly:
            assert choice(store) == held
            assert store.senseless
    Store.open(path, "Ada").close()


def test_an_undo_without_its_changes_is_told_by_what_the_records_hold(broken):
    store, found = repaired(broken("DELETE FROM change WHERE clock = 5"))
    with closing(store):
        assert found.steps == (5,)
        assert choice(store) == "often"
        undo_all(store)


def test_an_edit_behind_the_back_of_the_history_is_kept_and_told(broken):
    store, found = repaired(broken("UPDATE answer SET choice = 'never'"))
    with closing(store):
        assert found.steps == ()
        assert choice(store) == "never"
        (step,) = [step for step in store.steps() if step.label == REPAIRED]
        assert (step.author, store.changes(step.id)[0].before) == ("Mender", "often")
        store.undo()
        assert choice(store) == "often"


def test_values_that_cannot_be_give_way(broken):
    store, found = repaired(
        broken("UPDATE member SET role = 'emperor'", "INSERT INTO answer VALUES ('a/b', 'p1', 'Q1', 'x', NULL)")
    )
    with closing(store):
        assert found.records == ("member/m1/role", "answer/a/b/p1/Q1")
        assert [member.name for member in store.all(Member)] == ["Ada"]


def test_a_mark_that_cannot_be_takes_no_record_away(broken):
    store, _found = repaired(broken("UPDATE member SET present = 7"))
    with closing(store):
        assert [member.name for member in store.all(Member)] == ["Ada"]


def test_a_pack_that_was_tampered_with_is_left_out(broken):
    store, found = repaired(broken("UPDATE pack SET json = x'7b7d'"))
    with closing(store):
        assert found.packs == (DIGEST,)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER more AFTER INSERT ON step BEGIN UPDATE answer SET choice = NULL; END",
        "CREATE TABLE more (x)",
        "DROP INDEX ix_change_row",
    ],
)
def test_what_the_format_has_not_is_left_behind(broken, statement):
    path = broken(statement)
    with pytest.raises(RefusalError):
        Store.open(path, "Ada")
    store, _found = repaired(path)
    with closing(store):
        assert choice(store) == "often"
        undo_all(store)


def test_without_its_tables_nothing_is_made_of_a_file(broken):
    with pytest.raises(RefusalError) as refusal:
        salvage(broken("DROP TABLE answer"), "Ada")
    assert (refusal.value.code, refusal.value.facts["thing"]) == ("file.altered", "answer")


@pytest.mark.parametrize(("version", "code"), [(1, "file.older_readonly"), (99, "file.newer")])
def test_another_format_is_not_salvaged(broken, version, code):
    with pytest.raises(RefusalError) as refusal:
        salvage(broken(f"PRAGMA user_version = {version}"), "Ada")
    assert refusal.value.code == code
