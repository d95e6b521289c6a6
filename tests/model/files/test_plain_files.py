import os
import sys

import pytest

from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import read_plain


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
