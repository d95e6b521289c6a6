from contextlib import closing

import pytest

from desktop.model.journal import StepKind
from desktop.model.records import Answer, Member
from desktop.model.store.declared_tables import NAMES
from desktop.model.store.engine import open_engine, raw, reading
from desktop.model.store.patience import Patience
from desktop.model.store.replay import Replay, print_of, unheard_steps
from desktop.model.store.tables import TABLES


@pytest.fixture
def replayed(store):
    """What the replay tells of a store: each step with its fault, and the prints after all."""

    def replay(**missing):
        engine = open_engine(store.path, readonly=True)
        with reading(engine) as connection:
            rows = {
                NAMES[kind]: {"/".join(row) for row in connection.execute(_keys(kind)).all()} - {*missing.values()}
                for kind in TABLES
            }
            writers = {writer.id for writer in store.writers()}
            told = Replay(raw(connection), rows, writers, Patience(raw(connection)))
            found = {each.number: each.fault for each in told.steps()}
        engine.dispose()
        return found, told.prints

    return replay


def _keys(kind):
    from sqlalchemy import select

    return select(*TABLES[kind].primary_key)


def test_it_leads_to_what_the_file_holds(store, replayed):
    long = "Because. " * 100
    for comment in ("Once.", long, ""):
        with store.step("answer.comment") as step:
            step.draft.put(Answer, "tiny", "p1", "Q1", comment=comment, choice="often")
    with store.step("member.add", name="Ada") as step:
        step.draft.put(Member, "m1", name="Ada")
    for walk in (store.undo, store.undo, store.redo, store.undo):
        walk()
    found, prints = replayed()
    assert set(found.values()) == {None}
    assert prints["answer", "tiny/p1/Q1", "comment"] == print_of("answer", "comment", long)
    assert prints["member", "m1", "present"] is None
    assert {step.kind for step in store.steps()} == {StepKind.EDIT, StepKind.UNDO, StepKind.REDO}


def test_undo_of_what_a_step_set_and_set_back_leaves_it(store, replayed):
    with store.step("member.add") as step:
        step.draft.put(Member, "m1", name="Ada")
    with store.step("member.set") as step:
        for name in ("Ann", "Ada"):
            step.draft.put(Member, "m1", name=name)
        step.draft.put(Member, "m1", role="lead")
    store.undo()
    assert replayed()[0] == {1: None, 2: None, 3: None}


def test_a_step_about_a_record_that_is_not_there_makes_no_sense(store, replayed):
    with store.step("member.add", name="Ada") as step:
        step.draft.put(Member, "m1", name="Ada")
    found, prints = replayed(member="m1")
    assert found == {1: "journal: member/m1/name"}
    assert prints == {}


def test_prints_tell_values_apart():
    long = "x" * 1000
    values = ["", "1", 1, None, long, f"{long} "]
    assert len({print_of("answer", "comment", value) for value in values}) == len(values)
    assert print_of("member", "present", 1) == print_of("member", "present", True)
    assert print_of("participant", "number", 1) != print_of("member", "present", 1)
    assert print_of("answer", "comment", b"x") == b"no value"


def test_steps_that_changed_what_no_record_has_are_found_quickly(store):
    for name in ("Ada", "Bea"):
        with store.step("member.add", name=name) as step:
            step.draft.put(Member, "m1", name=name)
    engine = open_engine(store.path)
    with closing(raw_of(engine)) as connection:
        assert unheard(engine) == []
        connection.execute("UPDATE change SET cell = 'unheard' WHERE clock = 2")
        assert unheard(engine) == [2]
        connection.execute("UPDATE change SET cell = 'id' WHERE clock = 2")
        connection.execute("UPDATE change SET kind = 'unheard' WHERE clock = 1")
        assert unheard(engine) == [1, 2]
    engine.dispose()


def raw_of(engine):
    return engine.raw_connection().driver_connection


def unheard(engine):
    with reading(engine) as connection:
        return sorted(step.clock for step in unheard_steps(raw(connection)))
