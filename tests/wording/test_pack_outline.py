from pathlib import Path

from desktop.model.vetting.vetted_packs import VettedPack, vet
from desktop.wording.pack_outline import outline_lines

PACKS = Path(__file__).parents[1] / "model" / "vetting" / "packs"


def test_a_pack_is_told_as_a_tree_with_its_scales_once():
    found = vet(PACKS / "weighted-mean.yaml")
    assert isinstance(found, VettedPack)
    lines = list(outline_lines(found.pack))
    assert lines[:4] == [
        "ALL Key care",
        "  CAB Cabinet",
        "    CAB.1 Every key hangs on its own hook. (weight 5)",
        "        initial",
    ]
    assert lines.count("        basic") == 1
    assert lines[-1] == "    DOOR.2 Doors are tried each evening. (weight 3)"
