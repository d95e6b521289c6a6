import os
import shutil

import pytest

from tests.encrypted import OTHER, PASSPHRASE

NAME, NEW = "MATURITY_WORKBENCH_PASSPHRASE", "MATURITY_WORKBENCH_NEW_PASSPHRASE"


@pytest.fixture
def given(monkeypatch):
    """Puts passphrases into the environment."""

    def give(known=None, new=None):
        for name, value in ((NAME, known), (NEW, new)):
            if value is None:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)

    return give


def test_a_file_gets_one_is_used_gets_another_and_loses_it(command, made, given):
    given(new=PASSPHRASE)
    ran = command("passphrase", "set", made)
    assert ran.status == 0
    assert "no back door" in ran.err
    assert "is encrypted now" in ran.out
    given()
    ran = command("score", made)
    assert ran.status == 1
    assert "--passphrase-fd" in ran.err
    for arguments in (("score",), ("check",), ("data",), ("forms", "--out", made.parent / "forms")):
        given(PASSPHRASE)
        assert command(arguments[0], made, *arguments[1:]).status == 0
    given(PASSPHRASE, OTHER)
    assert command("passphrase", "change", made, "--json").json["encrypted"] is True
    given(PASSPHRASE)
    assert command("check", made).status == 1
    given(OTHER)
    assert command("passphrase", "remove", made).status == 0
    given()
    assert command("check", made).status == 0


def test_a_sound_copy_is_as_encrypted(command, made, given, tmp_path):
    given(new=PASSPHRASE)
    command("passphrase", "set", made)
    given(PASSPHRASE)
    copy = tmp_path / "copy.maturity"
    assert command("check", made, "--repair", copy).status == 0
    assert b"SQLite format" not in copy.read_bytes()
    given(PASSPHRASE)
    assert command("check", copy).status == 0


def test_what_makes_no_sense_is_refused(command, made, given, tmp_path):
    given(PASSPHRASE, OTHER)
    before = made.read_bytes()
    assert "no passphrase" in command("passphrase", "change", made).err
    assert "no passphrase" in command("passphrase", "remove", made).err
    assert command("passphrase", "set", tmp_path / "none.maturity").status == 1
    given(new="short")
    assert "at least 10" in command("passphrase", "set", made).err
    assert made.read_bytes() == before
    given(new=PASSPHRASE)
    command("passphrase", "set", made)
    given(PASSPHRASE, OTHER)
    assert "has a passphrase already" in command("passphrase", "set", made).err


def test_a_copy_with_another_passphrase_can_be_merged(command, made, given, tmp_path):
    other = shutil.copyfile(made, tmp_path / "other.maturity")
    for path, passphrase in ((made, PASSPHRASE), (other, OTHER)):
        given(new=passphrase)
        assert command("passphrase", "set", path).status == 0
    given(PASSPHRASE)
    assert command("merge", made, other).status == 1
    reader, writer = os.pipe()
    os.write(writer, f"{PASSPHRASE}\n{OTHER}\n".encode())
    os.close(writer)
    given()
    ran = command("merge", made, other, "--passphrase-fd", reader)
    os.close(reader)
    assert (ran.status, ran.err) == (0, "")


def test_a_copy_that_could_not_come_along_is_told(command, made, given):
    copy = made.with_name(f"{made.stem}.before-format-2.maturity")
    copy.write_bytes(b"SQLite format 3\0" + b"rubbish" * 1000)
    given(new=PASSPHRASE)
    ran = command("passphrase", "set", made)
    assert ran.status == 1
    assert copy.name in ran.out
