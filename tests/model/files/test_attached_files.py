import hashlib
import os
import sys

import pytest

from desktop.model.bounds import ATTACHED_BYTES
from desktop.model.errors import RefusalError
from desktop.model.files import attached_files
from desktop.model.files.attached_files import LONGEST_NAME, kept_name, measure, slices

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="as on Unix")


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b"day;what\n1;kick-off\n" * 100)
    return path


def refusal(path):
    with pytest.raises(RefusalError) as caught:
        measure(path)
    return caught.value


def test_a_file_is_measured_and_read_in_slices(plan, monkeypatch):
    monkeypatch.setattr(attached_files, "_READ", 1000)
    told = []
    measured = measure(plan, lambda done, of: told.append((done, of)))
    assert (measured.name, measured.size) == ("plan.csv", 2000)
    assert measured.digest == hashlib.sha256(plan.read_bytes()).hexdigest()
    assert told == [(1000, 2000), (2000, 2000)]
    found = list(slices(measured, 700))
    assert [len(each) for each in found] == [700, 700, 600]
    assert b"".join(found) == plan.read_bytes()


@pytest.mark.parametrize("change", [b"day;what\n1;kick-OFF\n" * 100, b"more" * 1000, b"less"])
def test_a_file_that_changes_meanwhile_is_refused(plan, change):
    measured = measure(plan)
    plan.write_bytes(change)
    with pytest.raises(RefusalError) as caught:
        list(slices(measured, 700))
    assert caught.value.code == "attachment.changed"


def test_what_cannot_be_attached_is_refused(tmp_path, plan):
    (tmp_path / "empty").touch()
    assert refusal(tmp_path / "empty").code == "attachment.empty"
    assert refusal(tmp_path).code == "file.not_plain"
    assert refusal(tmp_path / "gone").code == "file.unreadable"
    measured = measure(plan)
    plan.unlink()
    with pytest.raises(RefusalError) as caught:
        list(slices(measured, 700))
    assert caught.value.code == "file.unreadable"


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "film.mp4"
    with path.open("wb") as stream:
        stream.truncate(ATTACHED_BYTES + 1_000_000)
    found = refusal(path)
    assert (found.code, found.facts["size"], found.facts["most"]) == ("attachment.large", 201, 200)


def test_what_grows_while_it_is_read_is_refused(plan, monkeypatch):
    monkeypatch.setattr(attached_files, "_READ", 1000)
    monkeypatch.setattr(attached_files, "ATTACHED_BYTES", 2500)

    def grow(_done: int, _of: int) -> None:
        with plan.open("ab") as stream:
            stream.write(b"x" * 1000)

    with pytest.raises(RefusalError) as caught:
        measure(plan, grow)
    assert caught.value.code == "attachment.large"


@UNIX
def test_devices_and_pipes_are_refused_and_links_followed(tmp_path, plan):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "link.csv").symlink_to(plan)
    for name in ("pipe", "zero"):
        assert refusal(tmp_path / name).code == "file.not_plain"
    assert measure(tmp_path / "link.csv").digest == measure(plan).digest


@UNIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_refused(plan):
    plan.chmod(0)
    assert refusal(plan).code == "file.unreadable"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("plan.csv", "plan.csv"),
        ("a\tb\nc\x00\x1b.txt", "a b c.txt"),
        ("plan\u202excod.exe", "planxcod.exe"),
        ("  two   blanks .txt ", "two blanks .txt"),
    ],
)
def test_a_name_is_kept_on_one_line(name, kept):
    assert kept_name(name) == kept


def test_a_long_name_keeps_its_ending():
    kept = kept_name("\x07" + "n" * 300 + ".xlsx")
    assert len(kept) == LONGEST_NAME
    assert kept.endswith("n….xlsx")
    assert len(kept_name("." + "n" * 300)) == LONGEST_NAME
    assert len(kept_name("n." + "n" * 300)) == LONGEST_NAME
