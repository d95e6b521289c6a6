"""An assessment that is no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import Details, Participant
from desktop.model.store.memory import MemoryStore

PATH = Path("/nowhere/a.maturity")


def test_it_is_read_like_a_file() -> None:
    people = [Participant(id="a", group="x", asked=False), Participant(id="b", number=3)]
    store = MemoryStore(PATH, {"id": "i"}, {}, {"participant": people, "details": [Details(threshold=7)]})
    assert store.all(Participant) == people
    assert store.all(Participant) == people, "and kept"
    assert store.get(Details, "assessment") == Details(threshold=7)
    assert store.about() == {"id": "i"}
    assert (store.readonly, store.steps(), store.is_at(PATH)) == (True, [], False)
    assert not PATH.exists()


def test_nothing_is_written_to_it() -> None:
    with (
        pytest.raises(RefusalError, match=r"file\.opened_readonly"),
        MemoryStore(PATH, {"id": "i"}, {}, {}).step("details.set"),
    ):
        pass


@pytest.mark.parametrize(
    ("packs", "people", "table"),
    [
        ({}, [Participant(id="a/b")], "participant"),
        ({}, [Participant(id="")], "participant"),
        ({}, [Participant(id="a", role="x" * 1_000_001)], "participant"),
        ({"0" * 64: b"{}"}, [], "pack"),
    ],
)
def test_what_cannot_be_is_refused(packs: dict[str, bytes], people: list[Participant], table: str) -> None:
    with pytest.raises(RefusalError) as refused:
        MemoryStore(PATH, {"id": "i"}, packs, {"participant": people})
    assert (refused.value.code, refused.value.facts["table"]) == ("file.impossible", table)
