import os

import pytest

from desktop.model.files.half_typed import HalfTyped


@pytest.fixture
def half(tmp_path):
    return HalfTyped(tmp_path / "a.maturity")


def test_what_was_typed_is_there_for_the_next_who_opens(half, tmp_path):
    assert half.keep(b"one")
    assert half.keep(b"one two")
    assert HalfTyped(tmp_path / "a.maturity").read() == b"one two"
    assert [path.name for path in tmp_path.iterdir()] == [".a.maturity.typing"]
    if os.name == "posix":
        assert half.path.stat().st_mode & 0o077 == 0, "nobody else reads it"


def test_nothing_stays_of_what_is_kept_elsewhere(half, tmp_path):
    half.keep(b"one")
    assert half.keep(b"")
    assert half.read() == b""
    assert not list(tmp_path.iterdir())
    assert half.keep(b"")


def test_what_a_kill_left_in_the_making_is_written_over(half, tmp_path):
    (tmp_path / ".a.maturity.typing~").write_bytes(b"ha")
    assert half.keep(b"one")
    assert half.read() == b"one"


def test_a_link_in_its_place_is_replaced_and_not_followed(half, tmp_path):
    other = tmp_path / "other"
    other.write_bytes(b"mine")
    for name in (".a.maturity.typing", ".a.maturity.typing~"):
        (tmp_path / name).symlink_to(other)
    assert half.keep(b"one")
    assert (other.read_bytes(), half.read(), half.path.is_symlink()) == (b"mine", b"one", False)


def test_a_folder_that_takes_no_files_hinders_nobody(tmp_path):
    half = HalfTyped(tmp_path / "gone" / "a.maturity")
    assert not half.keep(b"one")
    assert half.read() == b""
    (tmp_path / ".b.maturity.typing").mkdir()
    half = HalfTyped(tmp_path / "b.maturity")
    assert not half.keep(b"one")
    assert half.read() == b""
