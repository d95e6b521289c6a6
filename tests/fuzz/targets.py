"""The readers of files from outside, each with sound files to begin from."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from desktop import resources
from desktop.exchange.forms.reader import read_form
from desktop.exchange.portable import from_json, to_json
from desktop.model.maturity.reading import read_pack
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import filled
from tests.fuzz import assessment_files, filled_forms
from tests.fuzz.fuzzing import Target


@cache
def packs() -> list[bytes]:
    """The shipped packs, the small ones more often."""
    found = sorted((path.read_bytes() for path in resources.model_packs()), key=len)
    return [*found[:-1] * 2, found[-1]]


def check_pack(path: Path) -> None:
    """As `models check` does."""
    read_pack(path)


@cache
def data() -> list[bytes]:
    """Small assessments of every scheme."""
    found = []
    for pack in (tiny_pack(), tiny_streams(), tiny_criteria()):
        with tempfile.TemporaryDirectory() as folder, filled(Path(folder, "a.maturity"), [pack]) as assessment:
            found.append(to_json(assessment))
    return found


def restore(path: Path) -> None:
    """As `new --from` does; what was made must be sound."""
    target = path.with_name("made.maturity")
    with from_json(path, target, author="Ada") as made:
        assert made.check() == ()
        made.history.undo()
    target.unlink()


def import_form(path: Path) -> None:
    """As the processes of `import` do."""
    read_form(path)


TARGETS = {
    "assessments": Target(".maturity", assessment_files.seeds, assessment_files.read, assessment_files.spoilt),
    "packs": Target(".yaml", packs, check_pack),
    "data": Target(".json", data, restore),
    "forms": Target(".xlsx", filled_forms.seeds, import_form, filled_forms.spoilt),
}
