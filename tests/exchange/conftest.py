from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable, gather
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import DAY, filled
from tests.office import Office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice, one profile for all tests; they are left out where it is not there."""
    return Office(tmp_path_factory.mktemp("office"))


def with_plain_ids(deliverable: Deliverable) -> Deliverable:
    """The same, whenever it was made: ids of actions and measures are told by their numbers."""
    return replace(
        deliverable,
        actions=tuple(
            replace(
                action,
                id=f"action{action.number}",
                measures=tuple(
                    replace(measure, id=f"measure{action.number}.{place}")
                    for place, measure in enumerate(action.measures, start=1)
                ),
            )
            for action in deliverable.actions
        ),
    )


@pytest.fixture(scope="session")
def every(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """A small model of each scheme, with respondents enough for nothing to be hidden."""
    path = tmp_path_factory.mktemp("every") / "a.maturity"
    with filled(path, [tiny_pack(), tiny_streams(), tiny_criteria()], respondents=30, upto=3) as assessment:
        found = gather(assessment, day=DAY)
    return with_plain_ids(found)
