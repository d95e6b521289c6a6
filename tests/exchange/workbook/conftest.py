from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from desktop.exchange.deliverable import Deliverable, gather
from desktop.exchange.workbook import write_team_detail, write_workbook
from tests.builders import tiny_pack
from tests.exchange.conftest import with_plain_ids
from tests.exchange.filled import DAY, filled


def _gathered(folder: Path, respondents: int) -> Deliverable:
    with filled(folder / "a.maturity", [tiny_pack()], respondents=respondents) as assessment:
        found = gather(assessment, day=DAY)
    return with_plain_ids(found)


@pytest.fixture(scope="session")
def deliverable(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """Of one model, with enough respondents for nothing to be hidden."""
    return _gathered(tmp_path_factory.mktemp("many"), 30)


@pytest.fixture(scope="session")
def of_few(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """Some questions have fewer answers than the threshold."""
    return _gathered(tmp_path_factory.mktemp("few"), 6)


@pytest.fixture(scope="session")
def results_of_one(deliverable: Deliverable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results workbook of one model."""
    target = tmp_path_factory.mktemp("book") / "results.xlsx"
    assert write_workbook(deliverable, target)
    return target


@pytest.fixture(scope="session")
def detail_of_one(deliverable: Deliverable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The team's workbook of the same."""
    target = tmp_path_factory.mktemp("book") / "detail.xlsx"
    assert write_team_detail(deliverable, target)
    return target


@pytest.fixture(scope="session")
def results_of_every(every: Deliverable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results workbook of a model of each scheme."""
    target = tmp_path_factory.mktemp("every") / "results.xlsx"
    assert write_workbook(every, target)
    return target


@pytest.fixture(scope="session")
def detail_of_every(every: Deliverable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The team's workbook of the same."""
    target = tmp_path_factory.mktemp("every") / "detail.xlsx"
    assert write_team_detail(every, target)
    return target


@pytest.fixture(scope="session")
def results(results_of_one: Path) -> Workbook:
    """The results workbook of one model, read back."""
    return load_workbook(results_of_one, data_only=True)


@pytest.fixture(scope="session")
def detail(detail_of_one: Path) -> Workbook:
    """The team's workbook of the same, read back."""
    return load_workbook(detail_of_one, data_only=True)


@pytest.fixture(scope="session")
def every_result(results_of_every: Path) -> Workbook:
    """The results workbook of a model of each scheme, read back."""
    return load_workbook(results_of_every, data_only=True)


@pytest.fixture(scope="session")
def every_detail(detail_of_every: Path) -> Workbook:
    """The team's workbook of the same, read back."""
    return load_workbook(detail_of_every, data_only=True)
