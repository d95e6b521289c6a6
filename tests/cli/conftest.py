import json
import shutil

import pytest

from desktop.__main__ import main
from desktop.model.assessment import Assessment
from tests.builders import tiny_pack
from tests.formats.make import fill
from tests.read_here import read_here

__all__ = ["read_here"]


class Ran:
    """What a command left: its status and what it said."""

    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def command(capsys):
    """Run a command in this process."""

    def run(*arguments):
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return run


@pytest.fixture
def path(tmp_path):
    return tmp_path / "site.maturity"


@pytest.fixture
def made(moulds, path):
    """A closed assessment with the small pack and three participants; its path."""
    return shutil.copyfile(moulds.folder("cli", make) / "site.maturity", path)


def make(folder):
    place = folder / "site.maturity"
    with Assessment.create(place, [tiny_pack()], author="Ada", organisation="Example Services") as assessment:
        for role in ("manager", "practitioner", "practitioner"):
            assessment.preparation.add_participant(role=role, group="Desk")


@pytest.fixture
def forms(command, made, tmp_path):
    """The folder with the forms of all participants."""
    folder = tmp_path / "forms"
    ran = command("forms", made, "--out", folder, "--json")
    assert ran.status == 0
    assert len(ran.json["forms"]) == 3
    return folder


@pytest.fixture
def scored(moulds, path):
    """A closed assessment that reached level 2; its path. See `tests.formats.make`."""
    return shutil.copyfile(moulds.folder("cli scored", make_scored) / "site.maturity", path)


def make_scored(folder):
    place = folder / "site.maturity"
    with Assessment.create(place, [tiny_pack()], author="Ada", organisation="Example Services") as assessment:
        fill(assessment)
