import pytest

from desktop.cli import demo
from desktop.model.assessment import Assessment
from desktop.model.maturity.shelf import shipped


def test_the_whole_job(command, tmp_path):
    folder = tmp_path / "demo"
    ran = command("demo", folder)
    assert ran.status == 0
    names = {path.name for path in folder.iterdir()}
    assert "sample.maturity" in names
    assert [name for name in names if name.endswith(".xlsx")]
    assert {name.rpartition(".")[2] for name in names} >= {"png", "svg", "pdf"}
    assert ran.out.count(" answered, new") == 28
    results = [line for line in ran.out.splitlines() if line.partition(":")[0] in {pack.name for pack in shipped()}]
    assert len(results) == 5
    assert "IT Service CMM: Level 1 reached; level 2 not yet reached" in results
    assert [line for line in results if line.endswith("lowest: Tool capability")]
    assert [line for line in results if "Weakest stream: Decommissioning" in line]
    assert f"Look into {folder}:" in ran.out.splitlines()
    with Assessment.open(folder / "sample.maturity", author="Ada") as assessment:
        assert assessment.check() == ()
        assert {step.author for step in assessment.history.steps()} == {"Demo"}


def test_a_failure_leaves_nothing(command, tmp_path, monkeypatch):
    def fail(*_arguments, **_more):
        raise RuntimeError

    monkeypatch.setattr(demo, "take_sample_forms", fail)
    with pytest.raises(RuntimeError):
        command("demo", tmp_path / "demo", "--debug")
    assert list((tmp_path / "demo").iterdir()) == []
