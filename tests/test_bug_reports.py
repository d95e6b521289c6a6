import os
import sys

import pytest

from desktop import bug_reports

SECRET = "Ada Lovelace"


def fail():
    try:
        int(SECRET)
    except ValueError as error:
        raise KeyError(SECRET) from error


def caught():
    try:
        fail()
    except KeyError as error:
        error.add_note(SECRET)
        return error
    raise AssertionError


def test_it_tells_where_and_not_what():
    told = bug_reports.details(caught())
    assert SECRET not in told
    assert told.index("ValueError\n") < told.index("KeyError\n")
    assert "in fail" in told
    assert "raise KeyError(SECRET) from error" in told


def test_the_system_is_quoted_and_no_name_of_a_file():
    error = FileNotFoundError(2, SECRET, SECRET)
    assert bug_reports.kind(error) == f"FileNotFoundError: {os.strerror(2)}"
    assert bug_reports.kind(ValueError(SECRET)) == "ValueError"


def test_errors_that_led_to_each_other_are_told_once():
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert bug_reports.details(one).count("Traceback") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="as on Unix")
def test_a_private_file_is_its_owners_alone(tmp_path):
    path = tmp_path / "log"
    path.touch(0o644)
    with open(path, "a", opener=bug_reports.private_opener) as stream:
        stream.write("x")
    assert path.stat().st_mode & 0o777 == 0o600
    (tmp_path / "link").symlink_to(path)
    with pytest.raises(OSError, match="link"), open(tmp_path / "link", "a", opener=bug_reports.private_opener):
        pass
    bug_reports.make_private_folder(tmp_path / "folder")
    assert (tmp_path / "folder").stat().st_mode & 0o777 == 0o700
