"""A moment of an assessment: everything up to a step or a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from desktop.model.journal import Step


class Moment(Struct, frozen=True):
    """Where one looks back to.

    Attributes:
        reach: what counts: by writer, the clock of its last step.
        step: the newest of these steps.
        day: the day whose end it is; None where a step was asked for.
    """

    reach: Mapping[str, int]
    step: Step
    day: dt.date | None = None
