import os
from pathlib import Path

import pytest

from desktop.cli import passphrases
from desktop.cli.passphrases import Passphrases
from desktop.model.errors import RefusalError
from tests.encrypted import OTHER, PASSPHRASE

NAME, NEW = "MATURITY_WORKBENCH_PASSPHRASE", "MATURITY_WORKBENCH_NEW_PASSPHRASE"


@pytest.fixture(autouse=True)
def nowhere(monkeypatch):
    """Nothing in the environment, and no terminal."""
    monkeypatch.delenv(NAME, raising=False)
    monkeypatch.delenv(NEW, raising=False)
    monkeypatch.setattr(passphrases, "_at_terminal", lambda: False)


@pytest.fixture
def typed(monkeypatch):
    """What somebody types at the terminal, one after the other; what was asked."""
    answers: list[str] = []
    asked: list[str] = []

    def ask(prompt):
        asked.append(prompt)
        return answers.pop(0)

    monkeypatch.setattr(passphrases, "_at_terminal", lambda: True)
    monkeypatch.setattr(passphrases, "_ask", ask)
    return answers, asked


@pytest.fixture
def descriptor():
    """Gives a file descriptor with a text to be read."""
    opened = []

    def give(text):
        reader, writer = os.pipe()
        os.write(writer, text)
        os.close(writer)
        opened.append(reader)
        return reader

    yield give
    for each in opened:
        os.close(each)


@pytest.fixture
def path(tmp_path):
    """What looks like an encrypted file."""
    path = tmp_path / "a.maturity"
    path.write_bytes(bytes(range(256)) * 16)
    return path


class Lock:
    """Opens with one passphrase; remembers which were tried."""

    def __init__(self, path, right=PASSPHRASE):
        self.path, self.right, self.tried = path, right, 0

    def __call__(self, key):
        if key is None:
            raise RefusalError("file.encrypted", path=self.path)
        self.tried += 1
        if not key.is_of(self.right):
            raise RefusalError("file.wrong_passphrase", path=self.path)
        return "open"


def refused(action, *arguments):
    with pytest.raises(RefusalError) as caught:
        action(*arguments)
    return caught.value.code


def test_a_file_without_is_not_asked_for(path):
    assert Passphrases().open(path, lambda key: key) is None


def test_from_a_descriptor_line_by_line(path, descriptor):
    number = descriptor(f"{PASSPHRASE}\r\n{OTHER}\nmore".encode())
    given = Passphrases(number, number)
    assert given.open(path, Lock(path)) == "open"
    assert given.new(path) == OTHER
    assert given.open(path, Lock(path)) == "open", "it is not read again"


def test_from_the_environment(path, monkeypatch):
    monkeypatch.setenv(NAME, PASSPHRASE)
    monkeypatch.setenv(NEW, OTHER)
    assert Passphrases().open(path, Lock(path)) == "open"
    assert Passphrases().new(path) == OTHER


def test_from_the_terminal_it_can_be_tried_again(path, typed):
    answers, asked = typed
    answers += ["wrong", "wrong again", PASSPHRASE]
    lock = Lock(path)
    assert Passphrases().open(path, lock) == "open"
    assert lock.tried == len(asked) == 3
    answers += ["wrong"] * 4
    assert refused(Passphrases().open, path, Lock(path)) == "file.wrong_passphrase"
    assert answers == ["wrong"]


def test_a_second_file_opens_with_the_same(path, typed):
    answers, asked = typed
    answers += [PASSPHRASE, OTHER]
    given = Passphrases()
    given.open(path, Lock(path))
    assert given.open(path, Lock(path)) == "open"
    assert len(asked) == 1
    assert given.open(path, Lock(path, OTHER)) == "open"
    assert len(asked) == 2


def test_with_nowhere_to_ask_it_is_said_where_it_may_come_from(path):
    assert refused(Passphrases().open, path, Lock(path)) == "passphrase.unasked"
    assert refused(Passphrases().new, path) == "passphrase.new_unasked"


def test_what_a_wrong_descriptor_gives_is_told(path, descriptor):
    assert refused(Passphrases(987654).open, path, Lock(path)) == "passphrase.unreadable"
    assert refused(Passphrases(-1).open, path, Lock(path)) == "passphrase.unreadable"
    assert refused(Passphrases(descriptor(b"\xff\xfe\n")).open, path, Lock(path)) == "passphrase.unreadable"
    assert refused(Passphrases(descriptor(b"")).open, path, Lock(path)) == "file.wrong_passphrase"


def test_an_endless_line_is_not_read_to_its_end(path):
    with Path("/dev/zero").open("rb") as endless:
        assert refused(Passphrases(endless.fileno()).open, path, Lock(path)) == "file.wrong_passphrase"


def test_other_refusals_are_passed_on(path, typed):
    def opening(_key):
        raise RefusalError("file.newer", path=path)

    assert refused(Passphrases().open, path, opening) == "file.newer"
    assert typed[1] == []


def test_a_new_one_is_typed_twice_and_no_weak_one_taken(path, typed):
    answers, _asked = typed
    answers += [OTHER, OTHER]
    assert Passphrases().new(path) == OTHER
    answers += [OTHER, PASSPHRASE]
    assert refused(Passphrases().new, path) == "passphrase.differs"
    answers += ["short"]
    assert refused(Passphrases().new, path) == "passphrase.short"
    assert not answers, "a weak one is not asked for again"


def test_it_stays_in_no_environment_of_further_programs(path, monkeypatch):
    monkeypatch.setenv(NAME, PASSPHRASE)
    monkeypatch.setenv(NEW, OTHER)
    given = Passphrases()
    given.open(path, Lock(path))
    given.new(path)
    assert NAME not in os.environ
    assert NEW not in os.environ
    assert given.open(path, Lock(path)) == "open"
