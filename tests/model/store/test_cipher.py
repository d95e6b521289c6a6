"""Encrypted files: the store as it works on them, and what others can make of them."""

import hashlib
import os
import shutil
from contextlib import closing

import pytest
from sqlcipher3 import dbapi2

from desktop.model.errors import RefusalError
from desktop.model.files.file_key import FileKey
from desktop.model.files.plain_files import PAGE
from desktop.model.records import Member
from desktop.model.store.attached_content import read_content
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.migrations import backup
from desktop.model.store.salvage import salvage
from desktop.model.store.store import Store
from tests.encrypted import MARKER, PASSPHRASE, key, other_key


@pytest.fixture
def store(path):
    store = Store.create(path, "Ada", {"id": MARKER}, key=key())
    yield store
    store.close()


def add(store, member, name):
    with store.step("member.add", name=name) as step:
        step.draft.put(Member, member, name=name)


def names(store):
    return [member.name for member in store.all(Member)]


def refused(action, *arguments, **more):
    with pytest.raises(RefusalError) as caught:
        action(*arguments, **more)
    return caught.value.code


def test_no_byte_of_it_can_be_read(store, path):
    add(store, "m1", MARKER)
    with store.step("member.add", name=MARKER) as step:
        step.draft.put(Member, "m2", name=MARKER)
        seen = {each.name: each.read_bytes() for each in path.parent.iterdir()}  # in its midst, the journal is there
    assert path.name + "-journal" in seen
    for content in (*seen.values(), path.read_bytes()):
        assert MARKER.encode() not in content
        assert b"SQLite" not in content
        assert b"CREATE TABLE" not in content


def test_it_is_worked_on_like_any_other(store, path):
    add(store, "m1", "Ada")
    add(store, "m2", "Bea")
    store.undo()
    assert names(store) == ["Ada"]
    assert store.check() == ()
    store.close()
    with closing(Store.open(path, "Bea", key=FileKey(PASSPHRASE))) as again:
        assert not again.readonly
        assert names(again) == ["Ada"]
        again.redo()
        assert names(again) == ["Ada", "Bea"]


def test_one_writes_and_others_see_it(store, path):
    with closing(Store.open(path, "Bea", key=key())) as other:
        assert other.readonly
        add(store, "m1", "Ada")
        assert other.catch_up()
        assert names(other) == ["Ada"]


def test_it_is_opened_with_its_passphrase_alone(store, path):
    store.close()
    before = path.read_bytes()
    assert refused(Store.open, path, "Bea") == "file.encrypted"
    assert refused(Store.open, path, "Bea", key=other_key()) == "file.wrong_passphrase"
    assert path.read_bytes() == before
    Store.open(path, "Bea", key=key()).close()


def test_a_wrong_passphrase_says_nothing_to_the_terminal(store, path, capfd):
    store.close()
    assert refused(Store.open, path, "Bea", key=other_key()) == "file.wrong_passphrase"
    assert capfd.readouterr() == ("", "")


def test_a_key_does_no_harm_to_a_file_without(tmp_path):
    plain = tmp_path / "plain.maturity"
    with closing(Store.create(plain, "Ada", {"id": "a1"})):
        pass
    with closing(Store.open(plain, "Bea", key=key())) as store:
        assert store.key is None
        assert not store.readonly


def test_what_a_killed_program_left_is_taken_back_by_who_knows_the_passphrase(store, path, tmp_path):
    add(store, "m1", "Ada")
    with store.several() as transaction, transaction.step("member.add", name="Bea") as step:
        step.draft.put(Member, "m2", name="Bea")
        left = tmp_path / "left"
        left.mkdir()
        for each in (path, path.with_name(path.name + "-journal")):
            shutil.copyfile(each, left / each.name)
    killed = left / path.name
    assert refused(Store.open, killed, "Bea", key=other_key()) == "file.wrong_passphrase"
    with closing(Store.open(killed, "Bea", key=key())) as again:
        assert names(again) == ["Ada"]
        assert again.check() == ()


@pytest.mark.parametrize("spoilt", [0, 1, -1], ids=["the first page", "the second", "the last"])
def test_damage_is_told_from_a_wrong_passphrase(store, path, spoilt):
    store.close()
    content = bytearray(path.read_bytes())
    content[(spoilt * PAGE if spoilt >= 0 else len(content) - PAGE) + 100] ^= 1
    path.write_bytes(content)
    assert refused(Store.open, path, "Bea", key=key()) == "file.damaged"
    wanted = "file.wrong_passphrase"
    assert refused(Store.open, path, "Bea", key=other_key()) == wanted


def test_a_spoilt_end_of_a_long_value_is_found_by_the_check(store, path):
    """SQLCipher reads zeros there, and says nothing."""
    long = b"x" * 5 * PAGE
    store.content.put_whole(hashlib.sha256(long).hexdigest(), len(long), [long])
    store.close()
    content = bytearray(path.read_bytes())
    content[100 - PAGE] ^= 1
    path.write_bytes(content)
    with closing(Store.open(path, "Bea", key=key())) as again:
        assert again.readonly is False, "what it rests on cannot be seen at a glance"
        assert refused(again.check) == "file.damaged"


def test_chance_is_no_assessment(tmp_path):
    path = tmp_path / "a.maturity"
    path.write_bytes(os.urandom(3 * PAGE))
    assert refused(Store.open, path, "Bea") == "file.encrypted"
    assert refused(Store.open, path, "Bea", key=key()) == "file.wrong_passphrase"


def test_another_passphrase_put_into_the_open_file_is_told(store, path, tmp_path):
    other = tmp_path / "other.maturity"
    Store.create(other, "Bea", {"id": "a2"}, key=other_key()).close()
    with path.open("r+b") as stream:
        stream.write(other.read_bytes())
        stream.truncate()
    assert refused(add, store, "m1", "Ada") == "file.rekeyed"
    assert path.read_bytes() == other.read_bytes()


def test_rubbish_put_into_the_open_file_is_told(store, path):
    path.write_text("rubbish " * 5000)
    assert refused(add, store, "m1", "Ada") == "file.overwritten"


def test_a_plain_file_that_somebody_encrypts_while_it_is_open_is_told(tmp_path):
    plain, other = tmp_path / "plain.maturity", tmp_path / "other.maturity"
    Store.create(other, "Bea", {"id": "a2"}, key=key()).close()
    with closing(Store.create(plain, "Ada", {"id": "a1"})) as store:
        with plain.open("r+b") as stream:
            stream.write(other.read_bytes())
            stream.truncate()
        assert refused(add, store, "m1", "Ada") == "file.rekeyed"


def test_what_is_attached_is_read_with_the_key(store):
    content = MARKER.encode() * 100
    digest = hashlib.sha256(content).hexdigest()
    store.content.put_whole(digest, len(content), [content])
    assert b"".join(read_content(store.path, digest, store.key)) == content
    assert MARKER.encode() not in store.path.read_bytes()


def test_what_is_salvaged_can_be_made_anew_with_the_same_passphrase(store, path, tmp_path):
    add(store, "m1", MARKER)
    store.close()
    whole, _repaired = salvage(path, "Bea", key())
    copy = tmp_path / "copy.maturity"
    with Store.drafted(copy, "Bea", {}, whole, key()) as made:
        assert names(made) == [MARKER]
        assert MARKER.encode() not in made.path.read_bytes()
    assert refused(Store.open, copy, "Bea") == "file.encrypted"


def test_a_copy_kept_before_a_migration_has_the_same_key(store, path):
    add(store, "m1", MARKER)
    kept = backup(path, "before-format-9", key())
    assert MARKER.encode() not in kept.read_bytes()
    with closing(Store.open(kept, "Bea", key=key())) as copy:
        assert names(copy) == [MARKER]


@pytest.mark.parametrize("error", [dbapi2.OperationalError(MARKER), dbapi2.IntegrityError(MARKER)])
def test_errors_of_its_driver_hold_no_value_of_the_file(path, error):
    with pytest.raises(RefusalError) as caught, blaming_the_environment(path, strange=True):
        raise error
    assert caught.value.code == "file.damaged"
    assert MARKER not in str(caught.value)
