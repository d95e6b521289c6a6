import os
from contextlib import closing

import pytest
from sqlcipher3 import dbapi2

from desktop.model.errors import RefusalError
from desktop.model.files.file_key import FileKey
from desktop.model.store.encrypted_bytes import EncryptedBytes
from tests.encrypted import MARKER, PASSPHRASE, key, other_key


@pytest.fixture
def written(tmp_path):
    path = tmp_path / "bytes"
    EncryptedBytes(key()).write(path, MARKER.encode() * 1000)
    return path


def refused(action, *arguments):
    with pytest.raises(RefusalError) as caught:
        action(*arguments)
    return caught.value.code


def test_what_was_written_is_read_with_the_passphrase_alone(written):
    content = MARKER.encode() * 1000
    assert EncryptedBytes(key()).read(written, len(content)) == content
    assert EncryptedBytes(FileKey(PASSPHRASE)).read(written, len(content)) == content
    assert refused(EncryptedBytes(other_key()).read, written, len(content)) == "file.wrong_passphrase"
    assert MARKER.encode() not in written.read_bytes()
    assert [each.name for each in written.parent.iterdir()] == ["bytes"]
    if os.name == "posix":
        assert written.stat().st_mode & 0o077 == 0, "nobody else reads it"


def test_what_is_there_is_not_written_over(written):
    with pytest.raises(FileExistsError):
        EncryptedBytes(key()).write(written, b"other")


def test_no_more_is_read_than_wanted(written):
    assert refused(EncryptedBytes(key()).read, written, 10) == "file.too_large"


def test_what_is_none_is_refused(tmp_path, written):
    (tmp_path / "plain").write_bytes(b"{}")
    read = EncryptedBytes(key()).read
    assert refused(read, tmp_path / "plain", 100) == "file.not_encrypted"
    assert refused(read, tmp_path / "none", 100) == "file.unreadable"
    assert refused(read, tmp_path, 100) == "file.not_plain"
    written.write_bytes(written.read_bytes()[:-100] + b"x" * 100)
    assert refused(read, written, 100_000) == "file.wrong_passphrase"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW content AS SELECT zeroblob(99) AS bytes",
        "CREATE TABLE content (bytes BLOB NOT NULL, more)",
        "CREATE TABLE more (x)",
    ],
)
def test_what_somebody_who_knows_the_passphrase_planted_is_not_run(tmp_path, statement):
    path = tmp_path / "planted"
    with closing(dbapi2.connect(path)) as connection:
        connection.execute(f'PRAGMA key = "{key().setting}"')
        connection.execute(statement)
    assert refused(EncryptedBytes(key()).read, path, 1000) == "file.wrong_passphrase"
