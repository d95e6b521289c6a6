import shutil
from pathlib import Path

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


PACKS = Path(__file__).parents[1] / "model" / "vetting" / "packs"


def test_a_pack_that_says_its_rules_itself_is_checked_with_its_examples(command):
    ran = command("models", "check", PACKS / "attributes-to-level.yaml")
    assert ran.status == 0
    assert "is sound: Kettle process model 1.0." in ran.out
    assert "7 × attribute" in ran.out
    assert ran.out.count("holds.") == 3
    told = command("models", "check", PACKS / "attributes-to-level.yaml", "--json").json
    assert told["sound"] is True
    assert told["model"]["kinds"]["process"] == 2
    assert [example["holds"] for example in told["examples"]] == [True] * 3


def test_an_example_that_does_not_hold_fails_the_check(command, tmp_path):
    pack = tmp_path / "mine.yaml"
    text = (
        (PACKS / "attributes-to-level.yaml").read_text(encoding="utf-8").replace("gives: {POUR: 3}", "gives: {POUR: 2}")
    )
    pack.write_text(text, encoding="utf-8")
    ran = command("models", "check", pack)
    assert ran.status == 1
    assert "“POUR” should be 2 and is 3." in ran.out
    assert "is sound" not in ran.out
    assert "do not give what its examples say" in ran.err
    assert command("models", "check", pack, "--json").json["sound"] is False


def test_a_fault_of_such_a_pack_is_told_with_its_line(command, tmp_path):
    pack = tmp_path / "mine.yaml"
    text = (
        (PACKS / "attributes-to-level.yaml").read_text(encoding="utf-8").replace("scale: achieved", "scale: achieved_")
    )
    pack.write_text(text, encoding="utf-8")
    ran = command("models", "check", pack)
    assert ran.status == 1
    assert "Did you mean “achieved”?" in ran.out


def test_an_assessment_cannot_use_such_a_pack_yet(command, tmp_path):
    ran = command("new", tmp_path / "a.maturity", "--model", PACKS / "attributes-to-level.yaml")
    assert ran.status == 1
    assert "cannot use them yet" in ran.out + ran.err
    assert not (tmp_path / "a.maturity").exists()
