from pathlib import Path

from desktop.model.maturity.faults import FaultCode
from desktop.model.own_models.checked_texts import check_text

KETTLE = (Path(__file__).parents[1] / "vetting" / "packs" / "attributes-to-level.yaml").read_text(encoding="utf-8")


def test_a_sound_text_is_a_pack_with_its_examples():
    checked = check_text(KETTLE)
    assert checked.sound
    assert checked.pack is not None
    assert (checked.id, checked.pack.id, len(checked.examples)) == ("kettle-process", "kettle-process", 3)


def test_a_text_with_faults_says_what_it_is_as_far_as_it_can():
    checked = check_text(KETTLE.replace("scale: achieved", "scale: achieved_"))
    assert (checked.id, checked.name, checked.version) == ("kettle-process", "Kettle process model", "1.0")
    assert checked.pack is None
    assert not checked.sound
    (fault,) = checked.faults
    assert (fault.code, "achieved_" in KETTLE.split("\n")[fault.line - 1]) == (FaultCode.REFERENCE_DANGLING, False)
    assert "achieved" in KETTLE.split("\n")[fault.line - 1]


def test_a_pack_whose_examples_do_not_hold_is_not_sound():
    checked = check_text(KETTLE.replace("gives: {POUR: 3}", "gives: {POUR: 2}"))
    assert checked.pack is not None
    assert not checked.sound
    assert len(checked.failing) == 1


def test_what_is_no_yaml_or_no_text_has_its_fault():
    assert [check_text(text).faults[0].code for text in ("", "a: [", "a: \0")] == [
        FaultCode.FILE_EMPTY, FaultCode.YAML_MALFORMED, FaultCode.FILE_CHARACTER,
    ]  # fmt: skip
