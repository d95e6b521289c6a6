import multiprocessing
import sys

import pytest

from desktop.model.files.workplace import PREFIX, leftovers, workplace


def left(folder, name="0123456789abcdef"):
    """What a killed program leaves."""
    place = folder / (PREFIX + name)
    place.mkdir()
    (place / "lock").touch()
    (place / "draft").write_bytes(b"half")
    return place


def test_it_is_private_and_gone_afterwards(tmp_path):
    with workplace(tmp_path) as place:
        (place / "draft").write_bytes(b"x")
        (place / "folder").mkdir()
        assert place.parent == tmp_path
        if sys.platform != "win32":
            assert place.stat().st_mode & 0o777 == 0o700
    assert list(tmp_path.iterdir()) == []


def test_it_is_gone_after_an_error(tmp_path):
    def fail():
        with workplace(tmp_path) as place:
            (place / "draft").write_bytes(b"x")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_no_two_have_one_name(tmp_path):
    with workplace(tmp_path) as one, workplace(tmp_path) as other:
        assert one != other


def test_what_a_killed_program_left_is_cleared_away(tmp_path):
    place = left(tmp_path)
    assert list(leftovers(tmp_path)) == [place]
    assert list(tmp_path.iterdir()) == []


def test_one_killed_before_it_was_locked_is_cleared_away(tmp_path):
    (tmp_path / f"{PREFIX}0123456789abcdef").mkdir()
    assert len(list(leftovers(tmp_path))) == 1
    assert list(tmp_path.iterdir()) == []


def test_one_in_use_by_another_program_is_let_be(tmp_path):
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    user = multiprocessing.get_context("spawn").Process(target=_use, args=(tmp_path, theirs))
    user.start()
    try:
        place = ours.recv()
        assert list(leftovers(tmp_path)) == []
        assert (place / "draft").exists()
    finally:
        user.kill()
        user.join()
    assert list(leftovers(tmp_path)) == [place]


def _use(folder, pipe):
    with workplace(folder) as place:
        (place / "draft").touch()
        pipe.send(place)
        pipe.recv()


@pytest.mark.parametrize("name", ["", "0123456789abcde", "0123456789abcdeX", "0123456789abcdef0"])
def test_other_names_are_nobodys_business(tmp_path, name):
    left(tmp_path, name)
    assert list(leftovers(tmp_path)) == []
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_of_such_a_name_is_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").write_bytes(b"mine")
    (tmp_path / f"{PREFIX}0123456789abcdef").symlink_to(elsewhere)
    assert list(leftovers(tmp_path)) == []
    assert (elsewhere / "mine").read_bytes() == b"mine"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_inside_is_taken_away_and_not_what_it_leads_to(tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "file").write_bytes(b"mine")
    place = left(tmp_path)
    (place / "link").symlink_to(mine)
    assert list(leftovers(tmp_path)) == [place]
    assert (mine / "file").read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [mine]


def test_a_folder_that_is_not_there_has_none(tmp_path):
    assert list(leftovers(tmp_path / "none")) == []
