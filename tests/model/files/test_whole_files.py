import os
import sys
from pathlib import Path

import pytest

from desktop.model.errors import RefusalError
from desktop.model.files import whole_files
from desktop.model.files.whole_files import drafted, write_file
from desktop.model.files.workplace import PREFIX

unix = pytest.mark.skipif(sys.platform == "win32", reason="as on Unix")


def refusal(action, *arguments, **more):
    with pytest.raises(RefusalError) as caught:
        action(*arguments, **more)
    return caught.value


def make(path, content=b"new", **more):
    with drafted(path, **more) as draft:
        draft.write_bytes(content)


def make_late(path):
    """Make a file where another appears meanwhile."""
    with drafted(path) as draft:
        draft.write_bytes(b"new")
        path.write_bytes(b"mine")


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "a.json"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


@unix
def test_a_replaced_file_keeps_its_permissions_and_a_new_one_has_the_usual(tmp_path):
    path = tmp_path / "a.json"
    usual = os.umask(0o022)
    try:
        write_file(path, b"one")
        assert path.stat().st_mode & 0o777 == 0o644
        path.chmod(0o600)
        write_file(path, b"two")
        assert path.stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(usual)


def test_the_earlier_file_stays_when_the_new_one_cannot_be_written(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    write_file(path, b"one")

    def full(draft, _content):
        draft.write_bytes(b"t")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_files, "write_synced", full)
    found = refusal(write_file, path, b"two")
    assert (found.code, found.facts["path"]) == ("file.full", path)
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


@unix
@pytest.mark.parametrize("kind", ["link", "dangling", "folder", "pipe"])
def test_only_an_ordinary_file_is_replaced(tmp_path, kind):
    path, other = tmp_path / "a.json", tmp_path / "other"
    if kind == "link":
        other.write_bytes(b"mine")
    if kind in {"link", "dangling"}:
        path.symlink_to(other)
    elif kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    assert refusal(write_file, path, b"two").code == "file.not_plain"
    assert kind != "link" or other.read_bytes() == b"mine"
    assert os.path.lexists(path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs such a device")
def test_a_device_is_let_be():
    found = refusal(write_file, Path("/dev/full"), b"two")
    assert found.code == "file.not_plain"


def test_an_assessment_is_never_replaced(tmp_path):
    (tmp_path / "a.json").write_bytes(b"SQLite format 3\0 and more")
    assert refusal(write_file, tmp_path / "a.json", b"two").code == "file.is_assessment"
    assert (tmp_path / "a.json").read_bytes() == b"SQLite format 3\0 and more"


def test_what_is_named_wrongly_is_said(tmp_path):
    assert refusal(write_file, tmp_path / "none" / "a.json", b"").code == "file.no_folder"
    assert refusal(write_file, tmp_path / ("a" * 300), b"").code == "file.name_too_long"
    assert refusal(make, tmp_path / ("a" * 300)).code == "file.name_too_long"
    assert refusal(make, tmp_path / ("ä" * 128)).code == "file.name_too_long"
    make(tmp_path / ("ä" * 123), room=8)
    assert refusal(make, tmp_path / ("ä" * 124), room=8).code == "file.name_too_long"
    assert refusal(make, tmp_path / ("a" * 300) / "b").code in {"file.name_too_long", "file.no_folder"}


def test_a_draft_gets_its_name_last(tmp_path):
    path = tmp_path / "a.maturity"
    with drafted(path) as draft:
        assert draft.parent.parent == tmp_path
        assert draft.suffix == path.suffix
        draft.write_bytes(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_draft_never_takes_the_name_of_another(tmp_path):
    path = tmp_path / "a.maturity"

    assert refusal(make_late, path).code == "file.exists"
    assert refusal(make, path).code == "file.exists"
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_nor_where_the_share_knows_no_links(tmp_path, monkeypatch):
    def no_links(*_paths, **_more):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "a.maturity"
    make(path, b"one")
    assert refusal(make_late, tmp_path / "b.maturity").code == "file.exists"
    assert path.read_bytes() == b"one"
    assert (tmp_path / "b.maturity").read_bytes() == b"mine"


@unix
def test_a_link_planted_in_the_place_is_not_followed(tmp_path):
    (tmp_path / "a.maturity").symlink_to(tmp_path / "elsewhere")
    assert refusal(make, tmp_path / "a.maturity").code == "file.exists"
    assert not (tmp_path / "elsewhere").exists()


@unix
def test_a_draft_left_as_a_second_name_does_no_harm_to_the_file(tmp_path):
    """A program was killed after it gave the name and before it cleared up; then the file was renamed."""
    place = tmp_path / f"{PREFIX}0123456789abcdef"
    place.mkdir()
    (place / "draft").write_bytes(b"mine")
    os.link(place / "draft", tmp_path / "renamed.maturity")
    make(tmp_path / "a.maturity")
    assert (tmp_path / "renamed.maturity").read_bytes() == b"mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.maturity", "renamed.maturity"]


def test_what_is_refused_about_the_draft_is_told_of_the_file(tmp_path):
    path = tmp_path / "a.maturity"

    def refuse(named):
        with drafted(path) as draft:
            raise RefusalError("file.full", path=draft if named == "draft" else named, reason="why")

    assert refusal(refuse, "draft").facts == {"path": path, "reason": "why"}
    assert refusal(refuse, tmp_path).facts["path"] == tmp_path
    assert list(tmp_path.iterdir()) == []
