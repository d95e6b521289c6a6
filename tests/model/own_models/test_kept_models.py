from pathlib import Path

import pytest

from desktop import resources
from desktop.model.errors import RefusalError
from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.shelf import shipped_ids
from desktop.model.own_models import kept_models

PACKS = Path(__file__).parents[1] / "vetting" / "packs"
KETTLE = (PACKS / "attributes-to-level.yaml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("MATURITY_WORKBENCH_MODELS", str(tmp_path / "data" / "models"))
    return tmp_path / "data" / "models"


def test_without_a_folder_there_are_no_models(folder):
    assert kept_models.own_models() == ()
    assert not folder.exists()


def test_a_model_is_kept_under_its_identity_changed_and_removed(folder):
    path = kept_models.keep(KETTLE)
    assert path == folder / "kettle-process.yaml"
    (model,) = kept_models.own_models()
    assert (model.usable, model.checked.name, model.checked.version) == (True, "Kettle process model", "1.0")
    assert kept_models.any_pack("kettle-process").id == "kettle-process"
    assert kept_models.change(path, KETTLE.replace("scale: achieved", "scale: achieved_"), KETTLE) == path
    (model,) = kept_models.own_models()
    assert {fault.code for fault in model.checked.faults} == {FaultCode.REFERENCE_DANGLING}
    with pytest.raises(PackFaultsError):
        kept_models.any_pack("kettle-process")
    kept_models.remove(path)
    assert kept_models.own_models() == ()


def test_what_another_program_wrote_meanwhile_is_not_overwritten(folder):
    path = kept_models.keep(KETTLE)
    path.write_text("# by somebody else", encoding="utf-8")
    other = kept_models.change(path, KETTLE + "# mine", KETTLE)
    assert other != path
    assert [each.read_text(encoding="utf-8") for each in (path, other)] == ["# by somebody else", KETTLE + "# mine"]


def test_a_bad_file_is_there_with_its_fault_and_hides_no_other(folder):
    kept_models.keep(KETTLE)
    (folder / "a.yaml").write_bytes(b"\xff")
    (folder / "b.yaml").mkdir()
    (folder / "c.yml").write_text("id: [", encoding="utf-8")
    (folder / "notes.txt").write_text("no model", encoding="utf-8")
    bad = {model.path.name: model for model in kept_models.own_models()}
    assert list(bad) == ["a.yaml", "b.yaml", "c.yml", "kettle-process.yaml"]
    codes = [bad[name].checked.faults[0].code for name in ("a.yaml", "b.yaml", "c.yml")]
    assert codes == [FaultCode.FILE_NOT_UTF8, FaultCode.FILE_NOT_PLAIN, FaultCode.YAML_MALFORMED]
    assert [model.readable for model in bad.values()] == [False, False, True, True]
    assert bad["kettle-process.yaml"].usable


def test_an_identity_belongs_to_the_first_that_has_it(folder):
    first, second = kept_models.keep(KETTLE), kept_models.keep(KETTLE)
    assert second.name == "kettle-process-2.yaml"
    assert [(model.path, model.usable) for model in kept_models.own_models()] == [(first, True), (second, False)]
    with pytest.raises(RefusalError, match=r"model\.rival"):
        kept_models.own_models()[1].pack()
    assert kept_models.free_id("kettle-process") == "kettle-process-2"


def test_a_shipped_model_keeps_its_identity(folder):
    text = resources.model_packs()[0].read_text(encoding="utf-8")
    kept_models.keep(text)
    (model,) = kept_models.own_models()
    assert model.rival == shipped_ids()[0]
    assert not model.usable


def test_examples_that_do_not_hold_keep_a_model_from_being_used(folder):
    kept_models.keep(KETTLE.replace("gives: {POUR: 3}", "gives: {POUR: 2}"))
    with pytest.raises(RefusalError, match=r"model\.examples_fail"):
        kept_models.any_pack("kettle-process")


def test_a_draft_without_identity_has_a_name_of_its_own(folder):
    assert [kept_models.keep(text).name for text in ("", "id: ../../x", "id: 'A B'")] == [
        "model.yaml", "model-2.yaml", "model-3.yaml",
    ]  # fmt: skip


def test_an_unknown_model_names_those_of_the_folder(folder):
    kept_models.keep(KETTLE)
    with pytest.raises(RefusalError) as refused:
        kept_models.any_pack("kettle")
    assert refused.value.facts["known"] == (*shipped_ids(), "kettle-process")
