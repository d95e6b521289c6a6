from pathlib import Path
from shutil import copyfile

import pytest

from desktop.cli import demo as module
from desktop.model.assessment import Assessment
from desktop.model.maturity.shelf import shipped
from tests.command_runs import demo

__all__ = ["demo"]


def test_the_whole_job(demo, tmp_path):
    folder, ran = demo
    assert ran.returncode == 0
    names = {path.name for path in folder.iterdir()}
    assert {"sample.maturity", "half a year later"} <= names
    later = {path.name.rpartition(" - ")[2] for path in (folder / "half a year later").iterdir()}
    both = {"results.xlsx", "report.docx", "report.pdf", "two pages.docx", "two pages.pdf", "slides.pptx"}
    assert both <= {name.rpartition(" - ")[2] for name in names}
    assert {*both, "comparison.xlsx", "sample, half a year later.maturity", "due dates.ics"} <= later
    assert [len(list(place.glob("*action tracker*.xlsx"))) for place in (folder, folder / "half a year later")] == [
        1,
        1,
    ]
    assert "  Service provisioning: Level 1 → Level 1; 1 better, 0 worse, 8 the same" in ran.stdout.splitlines()
    assert [name for name in names if name.endswith(".xlsx")]
    assert {name.rpartition(".")[2] for name in names} >= {"png", "svg", "pdf"}
    assert ran.stdout.count(" answered, new") == 28
    results = [line for line in ran.stdout.splitlines() if line.partition(":")[0] in {pack.name for pack in shipped()}]
    assert len(results) == 5
    assert "IT Service CMM: Level 1 reached; level 2 not yet reached" in results
    assert [line for line in results if line.endswith("lowest: Tool capability")]
    assert [line for line in results if "Weakest stream: Decommissioning" in line]
    assert f"Look into {folder}:" in ran.stdout.splitlines()
    assert f"and half a year later into {folder / 'half a year later'}:" in ran.stdout.splitlines()
    with Assessment.open(folder / "sample.maturity", author="Ada", readonly=True) as assessment:
        assert assessment.check() == ()
        assert {step.author for step in assessment.history.steps()} == {"Demo"}


def test_it_can_be_done_again(command, tmp_path, monkeypatch):
    """Over what an earlier one left; without the forms and the pictures, which take long."""
    times: list[Path] = []

    def write(_deliverable, drafts, *, progress):
        times.append(drafts / "results.xlsx")
        times[-1].write_text(f"{len(times)}", encoding="utf-8")
        (drafts / "team-detail.xlsx").touch()
        return [times[-1], drafts / "team-detail.xlsx"]

    def later(first, second, _console):
        second.parent.mkdir()
        copyfile(first, second)
        return [second]

    monkeypatch.setattr(module, "take_sample_forms", lambda _assessment, _progress: [])
    monkeypatch.setattr(module, "find", lambda _assessment: None)  # which rests on comments in the forms
    monkeypatch.setattr(module, "export", write)
    monkeypatch.setattr(module, "look_again", later)
    folder = tmp_path / "demo"
    for time in "12":
        ran = command("demo", folder, "--json")
        assert ran.status == 0, ran.err
        assert set(ran.json["files"]) == {str(path) for path in folder.rglob("*") if path.is_file()}
        assert len(ran.json["files"]) == 5
        assert (folder / "results.xlsx").read_text(encoding="utf-8") == time


def test_a_failure_leaves_nothing(command, tmp_path, monkeypatch):
    def fail(*_arguments, **_more):
        raise RuntimeError

    monkeypatch.setattr(module, "take_sample_forms", fail)
    with pytest.raises(RuntimeError):
        command("demo", tmp_path / "demo", "--debug")
    assert list((tmp_path / "demo").iterdir()) == []
