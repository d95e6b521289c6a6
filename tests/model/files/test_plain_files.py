import os
import sys

import pytest

from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import PAGE, looks_encrypted, read_plain, refuse_assessment


def refusal(path, most=10):
    with pytest.raises(RefusalError) as caught:
        read_plain(path, most)
    return caught.value


def test_a_file_is_read_whole_up_to_the_most(tmp_path):
    (tmp_path / "a").write_bytes(b"0123456789")
    assert read_plain(tmp_path / "a", 10) == b"0123456789"
    assert refusal(tmp_path / "a", 9).facts == {"path": tmp_path / "a", "most": 9}


def test_what_is_no_file_is_refused(tmp_path):
    assert refusal(tmp_path).code == "file.not_plain"
    assert refusal(tmp_path / "none").code == "file.unreadable"
    assert refusal(tmp_path / ("a" * 300)).code == "file.name_too_long"


@pytest.mark.skipif(sys.platform == "win32", reason="as on Unix")
def test_pipes_and_devices_are_refused_before_they_are_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    assert refusal(tmp_path / "pipe").code == "file.not_plain"
    assert refusal(tmp_path / "link").code == "file.not_plain"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_a_file_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert read_plain(tmp_path / "link", 10) == b"1"


def test_an_encrypted_assessment_is_known_by_saying_nothing(tmp_path):
    chance = bytes(range(256)) * (PAGE // 256)
    path = tmp_path / "a.maturity"
    path.write_bytes(chance)
    assert looks_encrypted(path)
    with pytest.raises(RefusalError) as refused:
        refuse_assessment(path)
    assert refused.value.code == "file.is_assessment"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.maturity", b"SQLite format 3\0" + bytes(range(256)) * 32),
        ("a.maturity", bytes(range(256)) * (PAGE // 256 - 1)),
        ("a.maturity", b"a text that says the same again and again. " * 200),
        ("a.xlsx", b"PK" + bytes(range(256)) * 32),
        ("a.bin", bytes(range(256)) * (PAGE // 256) + b"more"),
    ],
    ids=["plain", "no whole page", "a text", "a workbook", "of no whole pages"],
)
def test_other_files_are_not_taken_for_one(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert not looks_encrypted(tmp_path / name)
