from contextlib import closing

import pytest
from sqlcipher3 import dbapi2

from desktop.model.errors import RefusalError
from desktop.model.files.file_key import SALT, FileKey, key_for, refuse_weak
from desktop.model.files.plain_files import PAGE

PASSPHRASE = "seven grey herons wait"


@pytest.fixture(scope="module")
def key():
    return FileKey(PASSPHRASE, bytes(range(SALT)))


@pytest.fixture
def chance(tmp_path):
    """What an encrypted file looks like: a salt, and chance."""
    path = tmp_path / "a.maturity"
    path.write_bytes(bytes(range(256)) * (PAGE // 256))
    return path


def test_sqlcipher_finds_the_same_key_by_itself(tmp_path, slow_keys):
    """The key is worked out here; any program that knows SQLCipher opens the file with the passphrase alone."""
    path = tmp_path / "a.maturity"
    made = FileKey(PASSPHRASE)
    for settings in (f'PRAGMA key = "{made.setting}"', f"PRAGMA key = '{PASSPHRASE}'"):
        with closing(dbapi2.connect(path)) as connection:
            connection.execute(settings)
            connection.execute("CREATE TABLE IF NOT EXISTS words (word)")
            assert connection.execute("PRAGMA kdf_iter").fetchone()
    again = key_for(path, PASSPHRASE)
    assert again is not None
    assert again.setting == made.setting


def test_it_shows_nothing(key):
    assert PASSPHRASE not in repr(key)
    assert key.setting[2:20] not in repr(key)


def test_letters_may_be_composed_in_either_way():
    salt = bytes(SALT)
    assert FileKey("\u00e9 con leche", salt).setting == FileKey("e\u0301 con leche", salt).setting


def test_another_passphrase_or_salt_gives_another_key(key):
    assert FileKey(PASSPHRASE).setting != key.setting
    assert FileKey("another one", key.salt).setting != key.setting
    assert FileKey(PASSPHRASE).salt != FileKey(PASSPHRASE).salt


def test_the_passphrase_is_known_again(key):
    assert key.is_of(PASSPHRASE)
    assert not key.is_of(PASSPHRASE + " ")


def test_it_fits_itself_to_a_file(key, chance, tmp_path):
    assert key.fitted(chance) is key
    other = tmp_path / "b.maturity"
    other.write_bytes(chance.read_bytes()[::-1])
    fitted = key.fitted(other)
    assert fitted is not None
    assert fitted.salt == other.read_bytes()[:SALT]
    assert fitted.is_of(PASSPHRASE)


def test_a_file_that_is_not_encrypted_needs_none(key, tmp_path):
    path = tmp_path / "plain.maturity"
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 16)
    assert key.fitted(path) is None
    assert key_for(path, PASSPHRASE) is None
    assert key_for(tmp_path / "none.maturity", PASSPHRASE) is None


@pytest.mark.parametrize(
    ("passphrase", "code"),
    [
        ("nine char", "passphrase.short"),
        ("aaaaaaaaaaaaAAAA", "passphrase.plain"),
        ("abcd abcd abc" * 40, "passphrase.long"),
        ("ababcdcdababcd", "passphrase.plain"),
    ],
)
def test_a_weak_passphrase_is_refused(passphrase, code):
    with pytest.raises(RefusalError) as refused:
        refuse_weak(passphrase)
    assert refused.value.code == code


def test_words_are_taken():
    refuse_weak(PASSPHRASE)
    refuse_weak("abcdeabcde")
