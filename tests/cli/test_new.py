import pytest

from desktop import resources
from desktop.model.assessment import Assessment
from desktop.model.maturity.shelf import shipped
from tests.encrypted import MARKER, PASSPHRASE


def test_an_assessment_is_made(command, path):
    model = shipped()[0]
    ran = command("new", path, "--model", model.id, "--organization", "Example Services", "--author", "Ada")
    assert ran.status == 0
    assert model.name in ran.out
    with Assessment.open(path, author="Bea") as assessment:
        assert [in_use.id for in_use in assessment.models.all()] == [model.id]
        assert assessment.preparation.details().organisation == "Example Services"
        assert {step.author for step in assessment.history.steps()} == {"Ada"}


def test_the_history_does_not_tell_who_is_logged_in(command, path):
    command("new", path, "--model", shipped()[0].id)
    with Assessment.open(path, author="Bea") as assessment:
        assert {step.author for step in assessment.history.steps()} == {"Command line"}


def test_a_pack_of_ones_own(command, path):
    ran = command("new", path, "--model", resources.model_packs()[0], "--json")
    assert ran.status == 0
    assert ran.json["models"][0]["id"] == shipped()[0].id
    assert ran.json["file"] == str(path)


def test_an_unknown_model_makes_nothing(command, path):
    ran = command("new", path, "--model", "unheard")
    assert ran.status == 1
    assert shipped()[0].id in ran.err
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["nothere.yaml", "nothere.YML", "./nothere", "packs/nothere"])
def test_a_pack_that_is_not_there_is_told_as_a_file(command, path, monkeypatch, name):
    monkeypatch.chdir(path.parent)
    ran = command("new", path, "--model", name)
    assert "No such file" in ran.err
    assert shipped()[0].id not in ran.err


def test_a_file_that_is_there_is_left_alone(command, made):
    before = made.read_bytes()
    assert command("new", made, "--model", shipped()[0].id).status == 1
    assert made.read_bytes() == before


@pytest.mark.parametrize("twice", [["--model", "same", "--model", "same"]])
def test_the_same_model_twice_makes_nothing(command, path, twice):
    arguments = [shipped()[0].id if each == "same" else each for each in twice]
    assert command("new", path, *arguments).status == 1
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["MY.YAML", "my.Yml", "pack without ending"])
def test_a_pack_is_known_by_being_there(command, path, monkeypatch, name):
    monkeypatch.chdir(path.parent)
    (path.parent / name).write_bytes(resources.model_packs()[0].read_bytes())
    ran = command("new", path, "--model", name, "--json")
    assert ran.status == 0, ran.err
    assert ran.json["models"][0]["id"] == shipped()[0].id


@pytest.mark.parametrize("name", ["GONE.YAML", "folder/gone"])
def test_a_pack_that_is_not_there_is_said_so(command, path, name):
    ran = command("new", path, "--model", path.parent / name)
    assert ran.status == 1
    assert "No such file" in ran.err
    assert not path.exists()


def test_a_model_goes_before_a_file_of_its_name(command, path, monkeypatch):
    monkeypatch.chdir(path.parent)
    (path.parent / shipped()[0].id).write_text("notes", encoding="utf-8")
    assert command("new", path, "--model", shipped()[0].id).status == 0


def test_with_a_passphrase_from_the_first_byte(command, path, monkeypatch, quick_keys):
    monkeypatch.setenv("MATURITY_WORKBENCH_NEW_PASSPHRASE", PASSPHRASE)
    ran = command("new", path, "--model", shipped()[0].id, "--organization", MARKER, "--encrypt", "--json")
    assert (ran.status, ran.json["encrypted"], "no back door" in ran.err) == (0, True, True)
    assert not path.read_bytes().startswith(b"SQLite")
    assert MARKER.encode() not in path.read_bytes()
    monkeypatch.setenv("MATURITY_WORKBENCH_NEW_PASSPHRASE", "short")
    assert command("new", path.with_name("b.maturity"), "--model", shipped()[0].id, "--encrypt").status == 1
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_data_can_become_an_encrypted_file(command, made, tmp_path, monkeypatch, quick_keys):
    data, out = tmp_path / "data.json", tmp_path / "again.maturity"
    command("data", made, "--out", data)
    monkeypatch.setenv("MATURITY_WORKBENCH_NEW_PASSPHRASE", PASSPHRASE)
    assert command("new", out, "--from", data, "--encrypt").status == 0
    assert not out.read_bytes().startswith(b"SQLite")
    assert "is there already" in command("new", out, "--from", data, "--encrypt").err
