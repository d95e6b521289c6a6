"""What a row of the table is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.bench.data import Data
from tests.bench.measure import Program


class Row(NamedTuple):
    """A thing to measure.

    Attributes:
        title: what it is; counts of the data are filled in.
        against: its baseline.
        target: the ratio to reach, or the seconds.
        pairs: how often both are run.
        needs: the data it needs, see `tests.bench.data.main`.
        programs: ours and the baseline.
        in_seconds: whether the target is a time of ours, and no ratio.
    """

    title: str
    against: str
    target: float
    pairs: int
    needs: str
    programs: Callable[[Data], tuple[Program, Program]]
    in_seconds: bool = False
