"""How much is tried: enough to notice in the run that everybody makes, far more in a thorough one."""

from __future__ import annotations

import os
from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet
from hypothesis import HealthCheck, settings

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
"""Whether the run may take long."""

TIMES_MORE = 10


def many(usual: int) -> int:
    """So many, or ten times as many in a thorough run."""
    return usual * TIMES_MORE if THOROUGH else usual


def tries(usual: int, *allowed: HealthCheck) -> settings:
    """Settings of a property test that tries so many examples, see `many`.

    Args:
        usual: how many.
        allowed: what the test may do that Hypothesis warns of.
    """
    return settings(max_examples=many(usual), suppress_health_check=[*settings().suppress_health_check, *allowed])


thorough = pytest.mark.skipif(not THOROUGH, reason="takes long: runs with HYPOTHESIS_PROFILE=thorough")
"""A test, or a case of one, that others stand for in the run that everybody makes."""


def cases(usual: Iterable[str], more: Iterable[str] = ()) -> list[ParameterSet]:
    """Cases of a test, of which some are for the thorough run alone."""
    return [
        *(pytest.param(case, id=case) for case in usual),
        *(pytest.param(case, id=case, marks=thorough) for case in more),
    ]
