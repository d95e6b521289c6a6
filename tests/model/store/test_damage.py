import hashlib
import shutil
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from desktop.model.errors import RefusalError
from desktop.model.records import KINDS, Member, Participant
from desktop.model.store.store import Store
from tests.thoroughness import tries

LARGE = bytes(range(256)) * 80


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    path = tmp_path_factory.mktemp("sound") / "sound.maturity"
    with closing(Store.create(path, "Ada", {"id": "a1"})) as store:
        for number in range(40):
            with store.step("participant.add", number=number) as step:
                step.draft.put(Participant, f"p{number}", number=number, role="manager")
                step.draft.put(Member, f"m{number}", name="Ada" * 30)
        store.undo()
        store.add_pack(hashlib.sha256(LARGE).hexdigest(), LARGE)
        assert store.check() == ()
    return path


def outcome(path):
    """Open a file, read all of it and write to it: whether that works, what its check finds, or why it is refused.

    One whose history makes no sense is told so at opening, and can only be read.
    """
    try:
        with closing(Store.open(path, "Ada")) as store:
            for kind in KINDS.values():
                store.all(kind)
            store.steps()
            store.writers()
            store.next_redo()
            store.whole()
            found = store.check()
            if store.senseless:
                with pytest.raises(RefusalError, match=r"file\.opened_readonly"), store.step("member.set", name="Bea"):
                    pass
                return "only to be read, and told by check" if found else "only to be read"
            with store.step("member.set", name="Bea") as step:
                step.draft.put(Member, "m1", name="Bea")
            store.undo()
    except RefusalError as refusal:
        return refusal.code
    return "told by check" if found else "works"


@tries(20, HealthCheck.function_scoped_fixture)
@given(data=st.data())
def test_a_damaged_file_is_refused_or_works_but_never_surprises(sound, tmp_path, data):
    path = tmp_path / "damaged.maturity"
    shutil.copyfile(sound, path)
    size = path.stat().st_size
    with path.open("r+b") as stream:
        for _ in range(data.draw(st.integers(1, 8), "wounds")):
            stream.seek(data.draw(st.integers(16, size - 1), "at"))
            stream.write(data.draw(st.binary(min_size=1, max_size=40), "with"))
    assert outcome(path) in {
        "works",
        "told by check",
        "only to be read, and told by check",
        "file.damaged",
        "file.not_an_assessment",
        "file.newer",
        "file.migration_unknown",
    }
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("part", [0.01, 0.2, 0.5, 0.9, 0.97])
def test_a_truncated_file_is_never_taken_for_whole(sound, tmp_path, part):
    path = tmp_path / "short.maturity"
    content = sound.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    assert outcome(path) in {"told by check", "file.damaged", "file.not_an_assessment"}
