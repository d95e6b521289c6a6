import multiprocessing
import secrets
import sys
import threading
from contextlib import ExitStack

import pytest

from desktop.model.errors import RefusalError
from desktop.model.files import workplace as workplaces
from desktop.model.files.workplace import PREFIX, leftovers, lone_workplace, workplace


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


class Asker:
    """Another who wants to be the only one in a folder, and asked at this moment."""

    def __init__(self, folder, monkeypatch, name):
        self._ours = ExitStack()
        monkeypatch.setattr(secrets, "token_hex", lambda _bytes: name * 16)
        self.place = self._ours.enter_context(workplace(folder))
        (self.place / "lone").touch()
        monkeypatch.setattr(secrets, "token_hex", lambda _bytes: "8" * 16)
        monkeypatch.setattr(workplaces, "time", self)
        self.looks = 0
        self.then = self.give_way

    def give_way(self):
        self._ours.close()

    def hold(self):
        (self.place / "held").touch()

    def dies(self):
        """Nothing more is heard of it, but its workplace lies there."""

    def monotonic(self):
        return 10.0 * self.looks

    def sleep(self, _seconds):
        self.looks += 1
        self.then()


def lone(folder):
    with lone_workplace(folder) as place:
        assert (place / "held").exists()
    return place.name


def test_of_two_who_ask_at_once_the_first_by_name_gets_the_folder(tmp_path, monkeypatch):
    other = Asker(tmp_path, monkeypatch, "9")
    assert lone(tmp_path) == PREFIX + "8" * 16
    assert other.looks == 1


def test_and_the_other_gives_way_at_once(tmp_path, monkeypatch):
    other = Asker(tmp_path, monkeypatch, "7")
    with pytest.raises(RefusalError, match=r"folder\.in_use"):
        lone(tmp_path)
    assert other.looks == 0
    assert [path.name for path in tmp_path.iterdir()] == [other.place.name]
    other.give_way()


@pytest.mark.parametrize("then", ["hold", "dies"])
def test_who_looked_before_the_first_asked_keeps_the_folder(tmp_path, monkeypatch, then):
    other = Asker(tmp_path, monkeypatch, "9")
    other.then = getattr(other, then)
    with pytest.raises(RefusalError, match=r"folder\.in_use"):
        lone(tmp_path)
    assert other.looks == 1
    other.give_way()


def test_of_many_who_begin_together_one_gets_the_folder(tmp_path):
    many = 6
    begin, end = (threading.Barrier(many, timeout=60) for _barrier in range(2))
    got: list[bool] = []

    def ask():
        begin.wait()
        with ExitStack() as stack:
            try:
                stack.enter_context(lone_workplace(tmp_path))
                got.append(True)
            except RefusalError:
                got.append(False)
            end.wait()

    for _time in range(5):
        got.clear()
        threads = [threading.Thread(target=ask) for _number in range(many)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(got) == [False] * (many - 1) + [True]
    assert list(tmp_path.iterdir()) == []
