from contextlib import closing

from desktop.model.journal import StepId
from desktop.model.merging.reach import Reach
from desktop.model.store.arrivals import arrivals_in, note_arrival
from desktop.model.store.engine import connected


def test_what_is_noted_is_told(store):
    store.close()
    with closing(connected(store.path)) as connection:
        first = note_arrival(
            connection, "bea.maturity", "Ada", Reach({"a": 1}), Reach({"a": 1, "b": 2}), StepId(1, "a")
        )
        second = note_arrival(connection, "a stick", "Bea", Reach({"a": 1, "b": 2}), Reach({"a": 1, "b": 3}), None)
        assert (first.number, second.number, first.source, second.author) == (1, 2, "bea.maturity", "Bea")
        assert arrivals_in(connection) == [first, second]
