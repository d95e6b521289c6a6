import shutil

import pytest

from desktop.model.assessment import Assessment
from tests.exchange.trackers.tracked_plans import planned, write


def make(folder):
    with planned(folder / "a.maturity") as assessment:
        write(assessment, folder / "tracker.xlsx")


@pytest.fixture
def assessment(moulds, tmp_path):
    """The small plan, open."""
    place = shutil.copyfile(moulds.folder("tracked", make) / "a.maturity", tmp_path / "a.maturity")
    with Assessment.open(place, author="Ada") as opened:
        yield opened


@pytest.fixture
def tracker(moulds, tmp_path):
    """Its tracker, as it left."""
    return shutil.copyfile(moulds.folder("tracked", make) / "tracker.xlsx", tmp_path / "tracker.xlsx")
