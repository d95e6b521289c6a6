import gc
import sqlite3
from contextlib import closing

import pytest

from desktop.model.store.no_garbage import no_garbage, with_room


def fail_without_garbage():
    with no_garbage():
        assert not gc.isenabled()
        raise LookupError


def test_garbage_is_looked_for_again_whatever_happens():
    with pytest.raises(LookupError):
        fail_without_garbage()
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off():
    gc.disable()
    try:
        with no_garbage():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_there_is_more_room_meanwhile():
    with closing(sqlite3.connect(":memory:")) as connection:
        with with_room(connection):
            assert connection.execute("PRAGMA cache_size").fetchone() == (-65536,)
        assert connection.execute("PRAGMA cache_size").fetchone() == (-2000,)
