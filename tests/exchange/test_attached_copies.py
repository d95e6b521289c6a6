import re
import stat
import sys

import pytest

from desktop.characters import DIRECTION
from desktop.exchange.attached_copies import copy_name, look_copy, save_copy
from desktop.model.errors import RefusalError


def nothing(_done: int) -> None:
    """Hears it."""


@pytest.mark.parametrize(
    ("name", "copied"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\evil.txt", "evil.txt"),
        ("a:b*c?.csv", "a b c.csv"),
        ("con.txt", "_con.txt"),
        ("COM1.csv", "_COM1.csv"),
        (".hidden", "hidden"),
        ("-rf.txt", "rf.txt"),
        ("plan\u202efdp.exe", "planfdp.exe"),
        ("plan.pdf. . ", "plan.pdf"),
        ("plan.p\x00df", "plan.p df"),
        ("..", "results"),
        ("", "results"),
    ],
)
def test_a_copy_has_a_harmless_name(name, copied):
    found = copy_name(name)
    assert found == copied or found.replace(" ", "") == copied.replace(" ", "")
    assert not re.search(f"[/\\\\:*?\x00{DIRECTION}]", found)


def test_a_long_name_is_cut_and_keeps_its_ending():
    found = copy_name("ä" * 300 + ".xlsx")
    assert len(found.encode()) <= 140
    assert found.endswith("ä.xlsx")
    assert copy_name("a." + "b" * 300)


def test_a_copy_is_saved_where_nothing_is(tmp_path):
    told: list[int] = []
    save_copy([b"first ", b"second"], tmp_path / "a.txt", told.append)
    assert (tmp_path / "a.txt").read_bytes() == b"first second"
    assert told == [6, 12]
    with pytest.raises(RefusalError) as caught:
        save_copy([b"other"], tmp_path / "a.txt", nothing)
    assert caught.value.code == "file.exists"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_what_ends_the_writing_leaves_nothing(tmp_path):
    def stop(_done: int) -> None:
        raise InterruptedError

    with pytest.raises(RefusalError):
        save_copy([b"first"], tmp_path / "a.txt", stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="as on Unix")
def test_a_copy_to_be_looked_at_is_for_nobody_else_and_not_written_to(tmp_path):
    path = look_copy([b"content"], tmp_path / "place", "../run.sh", nothing)
    assert path == tmp_path / "place" / "run.sh"
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert look_copy([b"again"], tmp_path / "place", "run.sh", nothing).read_bytes() == b"content"
    assert [each.name for each in path.parent.iterdir()] == ["run.sh"]
