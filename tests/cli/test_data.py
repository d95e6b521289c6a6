import json
import subprocess
import sys

import pytest

from desktop.model.assessment import Assessment


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
