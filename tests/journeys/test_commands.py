"""The real command, as its own process: the whole road on the sample, and what it says when it cannot go on."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import resources
from desktop.__main__ import main
from desktop.exchange.forms.reader import read_form
from desktop.model.assessment import Assessment
from tests.command_runs import ROOT, Said, demo
from tests.command_runs import run_program as run
from tests.exchange.forms.workbooks import Filled

__all__ = ["demo"]

PEOPLE = 2


@pytest.fixture
def sample(demo, tmp_path):
    """A copy of the demo's assessment."""
    return shutil.copyfile(demo[0] / "sample.maturity", tmp_path / "sample.maturity")


def test_the_demo_does_the_main_job(demo):
    folder, ran = demo
    assert (ran.returncode, ran.stdout.splitlines()[0].split()[0]) == (0, "Created")
    assert "28 of 28" in ran.stderr
    endings = sorted({path.suffix for path in folder.rglob("*") if path.is_file()})
    assert endings == [".docx", ".html", ".ics", ".maturity", ".pdf", ".png", ".pptx", ".svg", ".xlsx"]


def test_the_road_in(sample, tmp_path):
    forms = tmp_path / "forms"
    ran = run("forms", sample, "--out", forms, "--json")
    assert ran.returncode == 0, ran.stderr
    assert len(json.loads(ran.stdout)["forms"]) == len(list(forms.rglob("*.xlsx"))) == 28
    assert sorted(path.name for path in forms.iterdir()) == ["it-service-cmm", "service-provisioning"]
    ran = run("import", sample, *resources.sample_forms())
    assert ran.returncode == 0, ran.stderr
    assert [line.endswith("nothing changed") for line in ran.stdout.splitlines()] == [True] * 28
    bad = tmp_path / "holiday.xlsx"
    bad.write_text("no workbook", encoding="utf-8")
    ran = run("import", sample, bad, resources.sample_forms()[0])
    assert ran.returncode == 1
    assert [line.partition(": ")[2].startswith("refused") for line in ran.stdout.splitlines()] == [True, False]


def test_the_road_out_and_around(sample, tmp_path):
    scored = run("score", sample, "--json")
    assert scored.returncode == 0, scored.stderr
    models = {model["id"]: model for model in json.loads(scored.stdout)["models"]}
    assert {model: found["level"]["reached"] for model, found in models.items()} == {
        "it-service-cmm": 1,
        "itsm-maturity-curve": 2,
        "service-desk": 2,
        "service-provisioning": 1,
        "tool-ladder": 2,
    }
    exported = run("export", sample, "--out", tmp_path / "out", "--only", "workbook")
    assert exported.returncode == 0, exported.stderr
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".xlsx"]
    data = tmp_path / "data.json"
    data.write_text(run("data", sample, "--json").stdout, encoding="utf-8")
    made = run("new", tmp_path / "copy.maturity", "--from", data)
    assert made.returncode == 0, made.stderr
    assert run("score", tmp_path / "copy.maturity", "--json").stdout == scored.stdout
    assert run("check", tmp_path / "copy.maturity").returncode == 0


@pytest.fixture
def here(capsys):
    """Run a command in this process; what it said."""

    def run_here(*arguments):
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return run_here


def test_all_models_side_by_side(here, tmp_path):
    """From nothing to results: all models in one assessment, asked about, answered, scored and carried over."""
    path, forms = tmp_path / "site.maturity", tmp_path / "forms"
    ids = [model["id"] for model in json.loads(here("models", "--json").stdout)["models"]]
    made = here("new", path, *(word for model in ids for word in ("--model", model)), "--organization", "Example")
    assert (len(ids), made.returncode) == (5, 0), made.stderr
    with Assessment.open(path, author="Ada") as assessment:
        for _person in range(PEOPLE):
            assessment.preparation.add_participant(role="practitioner")
    written = here("forms", path, "--out", forms, "--json")
    assert written.returncode == 0, written.stderr
    paths = [Path(name) for name in json.loads(written.stdout)["forms"]]
    assert len(paths) == PEOPLE * 5
    for form in paths:
        filled = Filled(form)
        names = [row[0].value for row in filled.workbook["Choices"].iter_rows(min_row=2, max_col=1)]
        for question in read_form(form).answers:
            filled.answer(question, names[1])
        filled.save()
    taken = here("import", path, *(forms / model for model in ids), "--json")
    assert taken.returncode == 0, taken.stderr
    assert json.loads(taken.stdout)["taken"] == PEOPLE * 5
    scored = here("score", path, "--json")
    assert scored.returncode == 0, scored.stderr
    models = {model["id"]: model for model in json.loads(scored.stdout)["models"]}
    assert models.keys() == set(ids)
    assert all(model["answers"]["n"] == PEOPLE * len(model["questions"]) - unasked(model) for model in models.values())
    assert {len(model["streams"]) for model in models.values()} == {0, 9}
    assert [stream["suggestion"]["level"] for stream in models["service-provisioning"]["streams"]] == [2] * 9
    assert sorted(len(model["tracks"]) for model in models.values()) == [0, 0, 2, 2, 3]
    data = tmp_path / "data.json"
    data.write_text(here("data", path).stdout, encoding="utf-8")
    copied = here("new", tmp_path / "copy.maturity", "--from", data)
    assert copied.returncode == 0, copied.stderr
    assert here("score", tmp_path / "copy.maturity", "--json").stdout == scored.stdout
    assert here("check", tmp_path / "copy.maturity").returncode == 0


def unasked(model):
    """Answers that would be there if everything were asked about."""
    return PEOPLE * sum(question["answers"]["asked"] == 0 for question in model["questions"])


def test_any_system_can_read_the_summary(sample):
    ran = run("score", sample, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert ran.returncode == 0, ran.stderr
    assert "Service tracking and oversight" in ran.stdout
    assert "–" in ran.stdout


def test_a_reader_that_leaves_early_is_no_fault(sample):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "desktop", "data", str(sample)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        assert b"Traceback" not in child.stderr.read()
        assert child.wait() == 0


def test_a_file_that_is_there_is_not_made_again(sample):
    refused = run("new", sample, "--model", "it-service-cmm")
    assert refused.returncode == 1
    assert "is there already" in refused.stderr


def test_wrong_usage_and_a_missing_display(tmp_path):
    assert run("unheard").returncode == 2
    if sys.platform == "linux":
        window = run(tmp_path / "site.maturity")
        assert window.returncode == 1
        assert "display" in window.stderr
