import copy
import hashlib
from contextlib import closing

import msgspec
import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import Member, Participant
from desktop.model.store.store import Store
from desktop.model.store.whole import Whole

PACK = b"a pack"


@pytest.fixture
def whole(store):
    store.add_pack(hashlib.sha256(PACK).hexdigest(), PACK)
    with store.step("participant.add", number=1) as step:
        step.draft.put(Participant, "p1", number=1)
    with store.step("member.add", name="Ada") as step:
        step.draft.put(Member, "m1", name="Ada")
    with store.step("member.remove", name="Ada") as step:
        step.draft.remove(Member, "m1")
    store.undo()
    store.undo()
    return store.whole()


def test_all_comes_back(whole, tmp_path):
    with closing(Store.create(tmp_path / "restored.maturity", "Bea", {}, whole)) as restored:
        assert restored.whole() == whole
        assert restored.about() == {"id": "a1"}
        assert restored.pack(hashlib.sha256(PACK).hexdigest()) == PACK
        assert [step.label for step in [restored.next_redo()] if step] == ["member.add"]


def test_history_goes_on_where_it_stopped(whole, tmp_path):
    with closing(Store.create(tmp_path / "restored.maturity", "Bea", {}, whole)) as restored:
        restored.redo()
        restored.redo()
        assert restored.any_removed(Member)
        assert [step.clock for step in restored.steps(2)] == [7, 6]
        first, second = restored.writers()
        assert second.seen == {first.id: 5}
        assert restored.check() == ()


def forget_cells(data):
    data["records"]["participant"][0] = {"id": "p1"}


def invent_cell(data):
    data["records"]["participant"][0]["unheard"] = 1


def invent_kind(data):
    data["records"]["unheard"] = [{"id": "x"}]


def wrong_type(data):
    data["records"]["participant"][0]["number"] = "many"


def list_as_value(data):
    data["records"]["participant"][0]["role"] = ["manager"]


def number_too_large(data):
    data["records"]["participant"][0]["number"] = 2**70


def twice(data):
    data["records"]["participant"] *= 2


def slash_in_key(data):
    data["records"]["participant"][0]["id"] = "p/1"
    for change in data["journal"]["change"]:
        change["row"] = change["row"].replace("p1", "p/1")


def no_key(data):
    data["records"]["participant"][0]["id"] = None


def undo_of_nothing(data):
    data["journal"]["step"][-1]["target_clock"] = 4


def undo_without_target(data):
    data["journal"]["step"][-1]["target_clock"] = 77


def no_writer(data):
    data["journal"]["writer"].clear()


def no_identity(data):
    data["about"].clear()


def other_pack(data):
    digest = next(iter(data["packs"]))
    data["packs"][digest] = b"other"


def no_journal(data):
    data["journal"].clear()


@pytest.mark.parametrize(
    "lie",
    [
        forget_cells,
        invent_cell,
        invent_kind,
        wrong_type,
        list_as_value,
        number_too_large,
        twice,
        slash_in_key,
        no_key,
        undo_of_nothing,
        undo_without_target,
        no_writer,
        no_identity,
        other_pack,
        no_journal,
    ],
)
def test_data_that_lie_are_refused_and_nothing_is_made(whole, tmp_path, lie):
    data = copy.deepcopy({name: getattr(whole, name) for name in whole.__struct_fields__})
    lie(data)
    folder = tmp_path / "new"
    folder.mkdir()
    with pytest.raises(RefusalError) as refusal:
        Store.create(folder / "restored.maturity", "Bea", {}, Whole(**data))
    assert refusal.value.code == "data.inconsistent"
    assert refusal.value.facts["faults"]
    assert list(folder.iterdir()) == []


def test_what_a_file_holds_can_be_written_as_json(whole):
    assert msgspec.json.encode(whole)
