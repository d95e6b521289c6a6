import os
import sys

import pytest

from desktop.model.files.syncing import make_folder, sync_file, sync_folder, take_place, write_synced


def test_nothing_is_written_over(tmp_path):
    write_synced(tmp_path / "a", b"one")
    with pytest.raises(FileExistsError):
        write_synced(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"one"


def test_data_are_on_the_disk_before_anything_else_is_done(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_size))
    write_synced(tmp_path / "a", b"12345")
    sync_file(tmp_path / "a")
    assert synced == [5, 5]


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder cannot be synchronised")
def test_a_made_folder_is_on_the_disk(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_ino))
    assert make_folder(tmp_path / "one" / "two") == [tmp_path / "one" / "two", tmp_path / "one"]
    assert synced == [(tmp_path / "one").stat().st_ino, tmp_path.stat().st_ino]
    assert make_folder(tmp_path / "one") == []


def test_a_folder_that_cannot_be_synchronised_is_no_fault(tmp_path):
    sync_folder(tmp_path / "none")


def test_what_takes_a_place_takes_its_permissions(tmp_path):
    draft, path = tmp_path / "draft", tmp_path / "a"
    draft.write_bytes(b"new")
    path.write_bytes(b"old")
    path.chmod(0o640)
    take_place(draft, path)
    assert path.read_bytes() == b"new"
    assert sys.platform == "win32" or path.stat().st_mode & 0o777 == 0o640
