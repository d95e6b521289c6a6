import hashlib
import json
import subprocess
import sys

import pytest

from desktop.exchange.portable import named_contents
from desktop.model.assessment import Assessment, Whole
from desktop.model.scoring.vocabulary import EvidenceKind


def test_all_of_it_comes_back(command, scored, tmp_path):
    ran = command("data", scored, "--json")
    assert ran.status == 0
    data = tmp_path / "data.json"
    data.write_text(ran.out, encoding="utf-8")
    copy = tmp_path / "copy.maturity"
    assert command("new", copy, "--from", data, "--author", "Bea").status == 0
    with Assessment.open(scored, author="Ada") as first, Assessment.open(copy, author="Ada") as second:
        assert second.whole() == first.whole()
        assert second.check() == ()


def test_it_is_json_whether_that_is_said_or_not(command, scored):
    ran = command("data", scored)
    assert isinstance(json.loads(ran.out), dict)
    assert "within the team" in ran.err


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"format": "other"}'])
def test_data_of_another_kind_make_nothing(command, tmp_path, content):
    data = tmp_path / "data.json"
    data.write_text(content, encoding="utf-8")
    ran = command("new", tmp_path / "copy.maturity", "--from", data)
    assert ran.status == 1
    assert [path.name for path in tmp_path.iterdir()] == ["data.json"]


def test_data_that_are_not_there(command, tmp_path):
    ran = command("new", tmp_path / "copy.maturity", "--from", tmp_path / "none.json")
    assert ran.status == 1
    assert "none.json" in ran.err


def test_it_goes_to_a_file_that_is_named(command, scored, tmp_path):
    data = tmp_path / "data.json"
    data.write_text("last week's", encoding="utf-8")
    ran = command("data", scored, "--out", data, "--json")
    assert (ran.status, ran.json) == (0, {"file": str(data)})
    assert data.read_text(encoding="utf-8") + "\n" == command("data", scored).out


@pytest.mark.parametrize("name", ["site.maturity", "hard link.json", "new.maturity"])
def test_an_assessment_is_never_the_target(command, scored, tmp_path, name):
    if name == "hard link.json":
        (tmp_path / name).hardlink_to(scored)
    before = scored.read_bytes()
    ran = command("data", scored, "--out", tmp_path / name)
    assert ran.status == 1
    assert "is an assessment" in ran.err
    assert scored.read_bytes() == before
    assert not (tmp_path / "new.maturity").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_backup_stays_when_the_disk_is_full(scored, tmp_path):
    data = tmp_path / "data.json"
    data.write_text("last week's", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", FULL, "data", str(scored), "--out", str(data)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "no room left" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert data.read_text(encoding="utf-8") == "last week's"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data.json", scored.name]


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
from desktop.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
"""A program whose disk seems full: no file of it can grow beyond so many bytes."""


@pytest.fixture
def attached(scored, tmp_path):
    """An assessment with a file attached, and another that only its history knows."""
    with Assessment.open(scored, author="Ada") as assessment:
        piece = assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan")
        for text in (b"first plan", b"second plan"):
            (tmp_path / "plan.txt").write_bytes(text)
            assessment.attachments.take(piece, tmp_path / "plan.txt")
    return scored


def test_what_is_attached_goes_beside_it_and_comes_back(command, attached, tmp_path):
    data, folder, copy = tmp_path / "data.json", tmp_path / "attached", tmp_path / "copy.maturity"
    ran = command("data", attached, "--out", data, "--attachments", folder)
    assert ran.status == 0
    assert f"2 attached files are in {folder}." in ran.err
    written = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert sorted(written.values()) == [b"first plan", b"second plan"]
    assert all(hashlib.sha256(content).hexdigest() == name for name, content in written.items())
    assert b"second plan" not in data.read_bytes()
    assert command("data", attached, "--out", data, "--attachments", folder).status == 0, "the same may be there"
    ran = command("new", copy, "--from", data, "--attachments", folder)
    assert (ran.status, ran.err) == (0, "")
    with Assessment.open(copy, author="Bea") as assessment:
        assert assessment.check() == ()
        assert assessment.attachments.digests() == written.keys()
        assert assessment.attachments.missing() == 0


def test_what_is_left_out_is_told(command, attached, tmp_path):
    data, copy = tmp_path / "data.json", tmp_path / "copy.maturity"
    assert "2 attached files are left out" in command("data", attached, "--out", data).err
    ran = command("new", copy, "--from", data)
    assert ran.status == 0
    assert "1 attached file is not in it" in ran.err
    assert "sound" in command("check", copy).out


def test_what_is_not_what_its_name_says_is_not_taken(command, attached, tmp_path):
    data, folder, copy = tmp_path / "data.json", tmp_path / "attached", tmp_path / "copy.maturity"
    assert command("data", attached, "--out", data, "--attachments", folder).status == 0
    other = next(folder.iterdir())
    other.write_bytes(b"another plan")
    ran = command("new", copy, "--from", data, "--attachments", folder)
    assert ran.status == 1
    assert str(other) in ran.err
    assert not copy.exists()
    assert command("data", attached, "--out", data, "--attachments", folder).status == 1
    assert other.read_bytes() == b"another plan"


def test_no_file_is_looked_for_outside_the_folder(tmp_path):
    change = {"kind": "evidence", "row": "e1", "cell": "content", "before": '"../secret"', "after": f'"{"0" * 64}"'}
    rows = {"evidence": [{"id": "e1", "content": "/etc/passwd"}]}
    whole = Whole(about={}, packs={}, records=rows, journal={"change": [change]})
    assert named_contents(whole) == {"0" * 64}
