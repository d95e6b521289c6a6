from pathlib import Path

import pytest

from desktop.model.own_models import kept_models
from desktop.wording.own_models import faulty_lines, standing, what_is_wrong

PACKS = Path(__file__).parents[1] / "model" / "vetting" / "packs"
KETTLE = (PACKS / "attributes-to-level.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "stands", "wrong"),
    [
        (KETTLE, "Sound", ""),
        (KETTLE.replace("scale: achieved", "scale: achieved_"), "1 fault", "Did you mean “achieved”?"),
        (KETTLE.replace("gives: {POUR: 3}", "gives: {POUR: 2}"), "1 example fails", "“POUR” should be 2 and is 3."),
        (KETTLE.replace("id: kettle-process", "id: service-desk"), "Identity taken", "service-desk has the identity"),
    ],
)
def test_how_a_model_stands_and_what_is_wrong_with_its_line(tmp_path, monkeypatch, text, stands, wrong):
    monkeypatch.setenv("MATURITY_WORKBENCH_MODELS", str(tmp_path))
    kept_models.keep(text)
    (model,) = kept_models.own_models()
    assert standing(model) == stands
    told = list(what_is_wrong(model))
    assert len(told) == bool(wrong)
    assert all(wrong in line and line.startswith("Line ") for line in told)
    assert all(0 < line <= text.count("\n") for line, _told in faulty_lines(model))
