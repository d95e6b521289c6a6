"""What is read of a shared folder, in which order, and which files one takes the place of."""

import os
from functools import partial
from pathlib import Path

import pytest

from desktop.exchange.travelling import parcel_files, shared_folder
from desktop.exchange.travelling.parcel_files import SUFFIX, is_sealed, looks_like_parcel, read_head, write_parcel
from desktop.exchange.travelling.parcels import NUMBER, ParcelHead, written
from desktop.exchange.travelling.shared_folder import (
    ATTACHED,
    MOST_OWN,
    SharedFile,
    SharedFolder,
    all_contents,
    in_order,
    start_of,
    to_put_together,
)
from desktop.model.errors import RefusalError
from desktop.model.merging.bundle import Bundle
from desktop.model.merging.reach import Reach
from desktop.model.records import FORMAT
from tests.encrypted import key

DIGEST, CONTENT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", b"test"


def head(starts=None, reach=None, copy="c1", contents=None, assessment="a1"):
    return ParcelHead(NUMBER, assessment, copy, "Bea", "", "", starts or {}, reach or {}, contents or {})


def file(name, starts=None, reach=None, size=1, contents=None):
    return SharedFile(Path(name), size, head(starts, reach, contents=contents))


@pytest.fixture
def folder(tmp_path):
    return SharedFolder(tmp_path, "a1", None)


def put(folder, name, *, reach=None, assessment="a1", secret=None):
    path = folder.path / f"{name}{SUFFIX}"
    path.unlink(missing_ok=True)
    write_parcel(path, written(head(reach=reach, assessment=assessment), Bundle(FORMAT, "a1")), secret)
    return path


def test_files_follow_upon_what_they_build_on():
    first, second, third = file("1", {}, {"a": 3}), file("2", {"a": 3}, {"a": 5}), file("3", {"a": 5, "b": 1}, {"a": 9})
    assert in_order([third, second, first], Reach()) == ([first, second], Reach({"a": 5}))
    assert in_order([first, second, third], Reach({"b": 1})) == ([first, second, third], Reach({"a": 9, "b": 1}))
    assert in_order([first, second], Reach({"a": 4})) == ([second], Reach({"a": 5})), "what is here is not read"
    wide, narrow = file("1", {}, {"a": 5}), file("2", {}, {"a": 3})
    assert in_order([wide, narrow], Reach()) == ([wide], Reach({"a": 5}))


def test_few_files_are_left_and_a_large_one_is_written_seldom():
    small = [file(str(number)) for number in range(MOST_OWN)]
    assert to_put_together(small) == ()
    assert [each.path.name for each in to_put_together([*small, file("more")])] == [*map(str, range(MOST_OWN)), "more"]
    large = file("large", size=2 * MOST_OWN + 1)
    assert large not in to_put_together([large, *small])
    assert large in to_put_together([large, *small, file("more")]), "it is not twice as large as they together"
    assert start_of([file("1", {"a": 3, "b": 2}), file("2", {"a": 5})]) == Reach({"a": 3})
    assert start_of([file("1", {"a": 3})]) == Reach({"a": 3})


def test_what_is_attached_is_named_by_any_file():
    assert all_contents([file("1", contents={"x": "1"}), file("2", contents={"y": "2"})]) == {"x": "1", "y": "2"}


def test_what_is_hidden_and_folders_are_nothing_and_what_changed_is_read_again(folder, monkeypatch):
    path = put(folder, "1", reach={"a": 3})
    (folder.path / ".sync.tmp").write_text("half")
    (folder.path / "holiday").mkdir()
    (folder.path / f"c1-token{ATTACHED}").touch()
    (folder.path / "zz.txt").write_text("foreign")
    view = folder.look()
    assert ([each.path for each in view.files], view.attached) == ([path], {"token"})
    assert [each.name for each in view.skipped] == ["zz.txt"]
    monkeypatch.setattr(shared_folder, "read_head", lambda _path, _key: head({}, {"a": 4}))
    assert folder.look().files[0].reach == Reach({"a": 3}), "what did not change is not read again"
    os.utime(path, ns=(1, 1))
    assert folder.look().files[0].reach == Reach({"a": 4})
    monkeypatch.setattr(shared_folder, "SHARED_FILES", 0)
    assert folder.look().files == ()


def test_a_file_of_another_assessment_is_named(folder):
    put(folder, "1", assessment="a2")
    assert [each.refusal.code for each in folder.look().skipped] == ["parcel.other"]


def test_what_is_attached_is_had_from_whoever_wrote_it_whole(folder, monkeypatch):
    token = folder.token(DIGEST)
    assert folder.read_attached(DIGEST, token) is None
    folder.write_attached("c5", head(), DIGEST, CONTENT)
    (folder.path / f"c1-{token}{ATTACHED}").write_bytes(b"half")
    folder.write_attached("c2", head(), "0" * 64, b"")
    other = written(head(), Bundle(FORMAT, "a1"), {})
    write_parcel(folder.path / f"c3-{token}{ATTACHED}", other, None)
    assert folder.read_attached(DIGEST, token) == CONTENT
    monkeypatch.setattr(shared_folder, "write_parcel", partial(refused, "file.disk_full"))
    folder.write_attached("c5", head(), DIGEST, CONTENT)  # it is there
    with pytest.raises(RefusalError, match=r"file\.disk_full"):
        folder.write_attached("c6", head(), DIGEST, CONTENT)
    monkeypatch.setattr(shared_folder, "write_parcel", partial(refused, "file.exists"))
    folder.write_attached("c6", head(), DIGEST, CONTENT)  # a file that was copied by the file manager wrote it just now


def refused(code, *_told):
    raise RefusalError(code)


def test_with_a_passphrase_names_tell_nothing_and_what_can_be_read_goes(folder):
    sealed = SharedFolder(folder.path, "a1", key())
    assert sealed.token(DIGEST) != folder.token(DIGEST)
    put(folder, "open")
    put(folder, "shut", secret=key())
    for who in ("c1", "c2"):
        folder.write_attached(who, head(), DIGEST, CONTENT)
    files = {each.path.stem: each for each in sealed.look().files}
    assert (sealed.are_open([*files.values()]), sealed.are_open([files["shut"]])) == (True, False)
    assert not folder.are_open([files["open"]])
    folder.take_away_open("c1")
    assert len(folder.look().attached) == 1
    sealed.write_attached("c1", head(), DIGEST, CONTENT)
    sealed.take_away_open("c1")
    assert {each.name for each in folder.path.glob(f"*{ATTACHED}")} == {
        f"c2-{folder.token(DIGEST)}{ATTACHED}", f"c1-{sealed.token(DIGEST)}{ATTACHED}"
    }  # fmt: skip
    assert [each.refusal.code for each in folder.look().skipped] == ["parcel.sealed"]


def test_a_parcel_is_known_by_its_name_or_its_beginning(folder, tmp_path, monkeypatch):
    path = put(folder, "1")
    renamed = path.rename(tmp_path / "1.bin")
    assert looks_like_parcel(renamed)
    (tmp_path / "X.MATURITY-PARCEL").write_bytes(b"PK")
    assert looks_like_parcel(tmp_path / "X.MATURITY-PARCEL")
    assert not looks_like_parcel(Path(__file__))
    assert not is_sealed(renamed)
    monkeypatch.setattr(parcel_files, "_content", None)  # however large it is, a foreign file is not read
    with pytest.raises(RefusalError, match=r"parcel\.none"):
        read_head(Path(__file__), None)
