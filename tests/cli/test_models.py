import shutil

from desktop import resources
from desktop.model.maturity.shelf import shipped


def test_the_packs_are_listed(command):
    ran = command("models")
    assert ran.status == 0
    assert all(pack.id in ran.out and pack.name in ran.out for pack in shipped())


def test_the_packs_as_json(command):
    ran = command("models", "--json")
    assert [model["id"] for model in ran.json["models"]] == [pack.id for pack in shipped()]
    assert ran.json["models"][0]["scheme"] == "staged"


def test_a_sound_pack(command):
    pack = resources.model_packs()[0]
    ran = command("models", "check", pack)
    assert ran.status == 0
    assert "is sound" in ran.out
    assert command("models", "check", pack, "--json").json["sound"] is True
    assert command("models", "--json", "check", pack).json["sound"] is True


def test_a_faulty_pack_is_told_line_by_line(command, tmp_path):
    pack = tmp_path / "mine.yaml"
    shutil.copyfile(resources.model_packs()[0], pack)
    text = pack.read_text(encoding="utf-8").replace("format: 1", "format: 1\nunheard: yes", 1)
    pack.write_text(text, encoding="utf-8")
    ran = command("models", "check", pack)
    assert ran.status == 1
    assert "unheard" in ran.out
    assert f"{pack}:" in ran.out
    found = command("models", "check", pack, "--json").json
    assert found["sound"] is False
    assert found["faults"][0]["line"] > 0


def test_a_pack_that_is_not_there(command, tmp_path):
    ran = command("models", "check", tmp_path / "none.yaml")
    assert ran.status == 1
    assert "none.yaml" in ran.out + ran.err
