import shutil
from pathlib import Path

import openpyxl

from desktop import resources
from desktop.model.maturity.shelf import find, shipped
from desktop.model.vetting.pack_text import pack_text
from desktop.model.vetting.vetted_packs import VettedPack, vet


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


def test_an_assessment_uses_such_a_pack(command, tmp_path):
    ran = command("new", tmp_path / "a.maturity", "--model", PACKS / "attributes-to-level.yaml")
    assert ran.status == 0
    assert (tmp_path / "a.maturity").exists()


def test_a_model_is_added_to_an_assessment_by_its_file_or_its_id_and_only_once(command, path):
    assert command("new", path, "--model", "service-desk").status == 0
    ran = command("models", "add", path, PACKS / "attributes-to-level.yaml", "--json")
    assert ran.json["model"] == "kettle-process"
    assert [each["id"] for each in ran.json["models"]] == ["kettle-process", "service-desk"]
    assert command("models", "add", path, "tool-ladder").status == 0
    again = command("models", "add", path, PACKS / "attributes-to-level.yaml")
    assert again.status == 1
    assert "Kettle process model" in again.err


def test_a_pack_whose_examples_do_not_hold_is_not_used(command, tmp_path):
    pack = tmp_path / "mine.yaml"
    text = (PACKS / "weighted-mean.yaml").read_text(encoding="utf-8")
    pack.write_text(text.replace("gives: {CAB: 2, DOOR", "gives: {CAB: 3, DOOR", 1), encoding="utf-8")
    ran = command("new", tmp_path / "a.maturity", "--model", pack)
    assert ran.status == 1
    assert "a weighted mean is rounded down" in ran.err
    assert not (tmp_path / "a.maturity").exists()


def pack_text_of(path):
    vetted = vet(path)
    assert isinstance(vetted, VettedPack)
    return pack_text(vetted.pack)


def test_a_model_goes_through_a_workbook(command, tmp_path):
    pack = PACKS / "attributes-to-level.yaml"
    book, back = tmp_path / "m.xlsx", tmp_path / "back.yaml"
    ran = command("models", "export", pack, book)
    assert ran.status == 0
    assert f"{book} was written." in ran.out
    ran = command("models", "import", book, back)
    assert ran.status == 0
    assert ran.out.count("holds.") == 3
    assert pack_text_of(back) == pack_text_of(pack)
    assert command("models", "export", back, tmp_path / "again.xlsx", "--json").json == {
        "file": str(tmp_path / "again.xlsx")
    }


def test_nothing_is_replaced(command, tmp_path):
    pack, there = PACKS / "attributes-to-level.yaml", tmp_path / "there"
    there.write_text("mine", encoding="utf-8")
    assert "is there already" in command("models", "export", pack, there).err
    assert "is there already" in command("models", "import", pack, there).err
    assert there.read_text(encoding="utf-8") == "mine"


def test_a_faulty_workbook_is_told_by_sheet_and_row_and_leaves_no_pack(command, tmp_path):
    book, back = tmp_path / "m.xlsx", tmp_path / "back.yaml"
    command("models", "export", PACKS / "attributes-to-level.yaml", book)
    opened = openpyxl.load_workbook(book)
    opened["Parts"]["B4"] = "attribute_"
    opened.save(book)
    ran = command("models", "import", book, back)
    assert ran.status == 1
    assert f"{book}: sheet Parts, row 4: There is no kind “attribute_”. Did you mean “attribute”?" in ran.out
    assert not back.exists()
    told = command("models", "import", book, back, "--json").json
    assert [(fault["sheet"], fault["line"]) for fault in told["faults"]] == [("Parts", 4)]


def test_a_shipped_model_goes_through_a_workbook_by_its_id(command, tmp_path):
    book, back = tmp_path / "m.xlsx", tmp_path / "back.yaml"
    assert command("models", "export", "tool-ladder", book).status == 0
    ran = command("models", "import", book, back)
    assert ran.status == 0
    assert f"{book} is sound" in ran.out
    assert vet(back) == find("tool-ladder")


def test_a_pack_with_faults_is_not_written_as_a_workbook(command, tmp_path):
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("kinds: []", encoding="utf-8")
    assert command("models", "export", faulty, tmp_path / "m.xlsx").status == 1
    assert not (tmp_path / "m.xlsx").exists()


def test_what_is_no_workbook_is_refused(command, tmp_path):
    (tmp_path / "text.xlsx").write_text("no workbook", encoding="utf-8")
    ran = command("models", "import", tmp_path / "text.xlsx", tmp_path / "back.yaml")
    assert ran.status == 1
    assert "cannot be read as the workbook of a model" in ran.err
    assert "form" not in ran.err
    ran = command("models", "import", tmp_path / "none.xlsx", tmp_path / "back.yaml")
    assert ran.status == 1
    assert "none.xlsx" in ran.err


def test_models_of_the_users_own_are_listed_with_what_is_wrong_and_used_by_their_id(
    command, path, tmp_path, monkeypatch
):
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setenv("MATURITY_WORKBENCH_MODELS", str(folder))
    shutil.copy(PACKS / "attributes-to-level.yaml", folder / "kettle.yaml")
    (folder / "bad.yaml").write_text("id: bad\nname: Bad\nparts: [", encoding="utf-8")
    ran = command("models")
    assert ran.status == 0
    assert f"Kettle process model: your own, in {folder / 'kettle.yaml'}" in ran.out
    assert ": This is not valid YAML" in ran.out
    own = command("models", "--json").json["own"]
    assert [(one["id"], one["usable"], len(one["faults"])) for one in own] == [
        ("", False, 1),
        ("kettle-process", True, 0),
    ]
    again = command("models", "import", PACKS / "attributes-to-level.yaml", "--keep")
    assert (again.status, "kettle.yaml has the identity" in again.err) == (1, True)
    kept = command("models", "import", PACKS / "mean-with-bands.yaml", "--keep")
    assert kept.status == 0
    assert f"{folder / 'shop-check.yaml'} was written." in kept.out
    assert (folder / "shop-check.yaml").read_bytes() == (PACKS / "mean-with-bands.yaml").read_bytes()
    assert command("new", path, "--model", "kettle-process", "--model", "shop-check").status == 0
    assert command("models", "export", "kettle-process", tmp_path / "kettle.xlsx").status == 0
    assert command("models", "import", tmp_path / "kettle.xlsx").status == 0
    assert "kettle-process" in command("new", tmp_path / "b.maturity", "--model", "kettle").err
