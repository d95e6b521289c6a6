import shutil

import pytest

from desktop.exchange.forms.writer import write_forms
from desktop.model.assessment.opened import Assessment
from tests.builders import tiny_pack
from tests.read_here import read_here

__all__ = ["read_here"]

MODEL = "tiny"


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """An assessment file and its blank forms, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("shelf")
    with Assessment.create(folder / "a.maturity", [tiny_pack()], author="Lead", organisation="North & South") as made:
        made.preparation.add_participant(role="Manager", name="Somebody Real")
        made.preparation.add_participant(role="Practitioner")
        made.preparation.add_participant(role="Sponsor", asked=False)
        made.preparation.add_participant(role="Practitioner")
        write_forms(made, folder / "forms", MODEL)
    return folder


@pytest.fixture
def assessment(shelf, tmp_path):
    """An assessment with three participants who are asked and one who is not."""
    shutil.copy(shelf / "a.maturity", tmp_path)
    with Assessment.open(tmp_path / "a.maturity", author="Lead") as opened:
        yield opened


@pytest.fixture
def forms(shelf, tmp_path):
    """The blank forms of that assessment, by participant's number."""
    shutil.copytree(shelf / "forms", tmp_path / "forms")
    return sorted((tmp_path / "forms").iterdir())


@pytest.fixture
def form(forms):
    """The first of them."""
    return forms[0]
