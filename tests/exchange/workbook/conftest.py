from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from desktop.exchange.deliverable import Deliverable, gather
from desktop.exchange.workbook import write_workbook
from tests.builders import tiny_pack
from tests.exchange.filled import DAY, filled


def _gathered(folder: Path, respondents: int) -> Deliverable:
    with filled(folder / "a.maturity", [tiny_pack()], respondents=respondents) as assessment:
        found = gather(assessment, day=DAY)
    return replace(found, actions=tuple(replace(action, id=f"action{action.number}") for action in found.actions))


@pytest.fixture(scope="session")
def deliverable(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """Enough respondents for nothing to be hidden."""
    return _gathered(tmp_path_factory.mktemp("many"), 30)


@pytest.fixture(scope="session")
def of_few(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """Some questions have fewer answers than the threshold."""
    return _gathered(tmp_path_factory.mktemp("few"), 6)


@pytest.fixture(scope="session")
def path(deliverable: Deliverable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results workbook."""
    target = tmp_path_factory.mktemp("book") / "results.xlsx"
    assert write_workbook(deliverable, target)
    return target


@pytest.fixture
def book(path: Path) -> Workbook:
    """The same, read back."""
    return load_workbook(path)


@pytest.fixture(scope="session")
def path_of_every(every: Deliverable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results workbook of a model of each scheme."""
    target = tmp_path_factory.mktemp("every") / "results.xlsx"
    assert write_workbook(every, target)
    return target


@pytest.fixture
def book_of_every(path_of_every: Path) -> Workbook:
    """The same, read back."""
    return load_workbook(path_of_every)
