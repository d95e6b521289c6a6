"""Copies that live apart and come together by any way hold the same, which is what the set of their steps comes to."""

from contextlib import closing

import pytest

from desktop.model.assessment import Assessment
from desktop.model.journal import StepId
from desktop.model.merging.identities import without_identities
from desktop.model.merging.reach import Reach
from desktop.model.records import ActionNeed
from desktop.model.store.journal_reach import TIP
from desktop.model.store.store import Store
from tests.builders import tiny_pack
from tests.model.merging.histories import AREAS, Team, rows_of
from tests.model.merging.oracle import Oracle, first_fault
from tests.thoroughness import THOROUGH

COUNT = 10_000 if THOROUGH else 6
TURNS = 40


@pytest.fixture(scope="module")
def beginning(tmp_path_factory):
    """An assessment with two participants and two actions."""
    path = tmp_path_factory.mktemp("histories") / "begun.maturity"
    with Assessment.create(path, [tiny_pack()], author="Zoe") as begun:
        for _person in range(2):
            begun.preparation.add_participant(role="manager")
        for title in ("One", "Two"):
            begun.actions.add(title, model="tiny", aim=AREAS[0])
        yield begun._store._file.driver


@pytest.fixture(scope="module")
def blank(beginning, tmp_path_factory):
    """A file of the same assessment in which nothing is told yet."""
    about = dict(beginning.execute("SELECT name, value FROM about WHERE name <> ?", (TIP,)))
    path = tmp_path_factory.mktemp("histories") / "blank.maturity"
    with closing(Store.create(path, "Zoe", about)) as made:
        yield made._file.driver


@pytest.mark.timeout(0 if THOROUGH else 120)
def test_the_same_steps_are_the_same_everywhere(beginning, blank, monkeypatch):
    monkeypatch.setattr(
        "desktop.model.assessment.merging.before", lambda _store, _why: None
    )  # there is no file to copy
    conflicts = 0
    for seed in range(COUNT):
        team = Team(seed, beginning, blank)
        try:
            team.live(TURNS)
            team.come_together()
            conflicts += _hold_the_same(team, f"history {seed}")
        finally:
            team.close()
    assert conflicts > COUNT // 3, "histories without conflicts try nothing"


def _hold_the_same(team, history):
    full = next(copy for copy in team.copies if not copy.copies.is_coded())
    bundle = full.merging.bundle(Reach())
    there = {StepId(step.clock, step.writer) for step in bundle.steps}
    assert team.acknowledged <= there, f"{history}: something was lost"
    parted = [steps for steps in team.together if steps & there and not steps <= there]
    assert not parted, f"{history}: a step came back without its undo"
    assert first_fault(bundle) is None, history
    whole, without = Oracle(bundle), Oracle(without_identities(bundle))
    for copy in team.copies:
        oracle = without if copy.copies.is_coded() else whole
        assert rows_of(copy) == {place: cells for place, cells in oracle.records().items() if cells}, history
        found = {(each.kind, each.row, each.cell, each.sort.value) for each in copy._store.copies.conflicts()}
        assert found == oracle.conflicts(), history
    for copy in team.random.sample(team.copies, 2):
        assert copy.check() == (), history
    if full.models.all():
        results = [copy.results.of("tiny") for copy in team.copies]
        assert all(result == results[0] for result in results), history
    _keep_the_rules(full, history)
    return len(whole.conflicts())


def _keep_the_rules(copy, history):
    for records in (copy.actions.all(), copy.preparation.participants()):
        assert len({each.number for each in records}) == len(records), history
    for measure in copy.measures.all():
        days = [each.day for each in measure.readings]
        assert len({*days}) == len(days), history
    waits = {(each.action, each.needs) for each in copy._desk.all(ActionNeed) if each.needed}
    known = {each.id for each in copy.actions.all()}
    while leaves := known - {action for action, needs in waits if {action, needs} <= known}:
        known -= leaves
    assert not known, f"{history}: actions wait for each other"
