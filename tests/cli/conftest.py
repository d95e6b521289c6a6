import json

import pytest

from desktop.__main__ import main
from desktop.model.assessment import Assessment
from tests.builders import tiny_pack


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
def made(path):
    """A closed assessment with the small pack and three participants; its path."""
    with Assessment.create(path, [tiny_pack()], author="Ada", organisation="Example Services") as assessment:
        for role in ("manager", "practitioner", "practitioner"):
            assessment.preparation.add_participant(role=role, group="Desk")
    return path
