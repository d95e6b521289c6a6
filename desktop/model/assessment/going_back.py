"""Going back: an assessment as it was at a step or on a day, and what changed between two such moments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.assessment.moment import Moment
from desktop.model.assessment.opened import Assessment
from desktop.model.errors import RefusalError
from desktop.model.journal import CellChange, StepId
from desktop.model.store.past import PastStore, Progress, differences, looking_into
from desktop.model.store.reaches import newest_step, reach_at_number, reach_at_step, reach_before

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

_BEYOND_ALL = 2**62
"""Above every number of a step."""


class PastAssessment(Assessment):
    """An assessment as it was: everything can be asked of it, nothing written; what is attached is read from the file.

    Attributes:
        moment: when.
    """

    moment: Moment

    def __init__(
        self,
        path: Path,
        moment: Moment,
        on_progress: Progress | None = None,
        key: FileKey | None = None,
        present: Assessment | None = None,
    ) -> None:
        super().__init__(PastStore(path, moment.reach, on_progress, key))
        self.moment = moment
        if present is not None:
            self.releases = present.releases.of_then(self._desk)


class MomentChanges(Struct, frozen=True):
    """What changed between two moments.

    Attributes:
        cells: each cell that holds something else, from what it held to what it holds, with the step that changed it
            last; in the order of these steps.
        steps: how many steps each author made in between, whatever became of them.
    """

    cells: tuple[CellChange, ...]
    steps: Mapping[str, int]


def moment_at(path: Path, wanted: StepId | int | dt.date | None = None, *, key: FileKey | None = None) -> Moment:
    """The moment of a step, by its id or its number, or of the end of a day as the clock of this computer has it.

    Without any, now. An encrypted file is read with its key.

    Raises:
        RefusalError: ``moment.no_step`` when there is no such step, ``moment.too_early`` when there was none yet; what
            the environment causes.
    """
    day = wanted if isinstance(wanted, dt.date) else None
    with looking_into(path, key) as connection:
        if isinstance(wanted, StepId):
            reach = reach_at_step(connection, wanted)
        elif isinstance(wanted, int):
            reach = reach_at_number(connection, wanted)
        elif wanted is None:
            reach = reach_at_number(connection, _BEYOND_ALL)
        else:
            reach = reach_before(connection, _end_of(wanted))
        step = newest_step(connection, reach)
    if isinstance(wanted, StepId | int):
        number = wanted if isinstance(wanted, int) else wanted.clock
        if step is None or step.number != number:
            raise RefusalError("moment.no_step", path=path, step=number)
    if step is None:
        raise RefusalError("moment.too_early", path=path, day=str(day or dt.datetime.now().astimezone().date()))
    return Moment(reach, step, day)


def as_it_was(
    path: Path,
    moment: Moment,
    on_progress: Progress | None = None,
    *,
    key: FileKey | None = None,
    present: Assessment | None = None,
) -> PastAssessment:
    """The assessment at a moment, from the history alone; any thread may ask, also while the file is open.

    Args:
        path: the file.
        moment: of `moment_at`.
        on_progress: told how many changes of how many were followed; may raise to end it.
        key: of an encrypted file.
        present: the assessment as it is now, open: what exports show of then is compared with what left the team up to
            now, and noted there. Without it, nothing that shows answers can be exported.

    Raises:
        RefusalError: ``file.impossible`` when the history says what cannot be; what the environment causes.
    """
    return PastAssessment(path, moment, on_progress, key, present)


def changes_between(
    path: Path,
    earlier: Moment,
    later: Moment,
    on_progress: Progress | None = None,
    *,
    key: FileKey | None = None,
) -> MomentChanges:
    """What changed between two moments; any thread may ask.

    Raises:
        RefusalError: ``moment.backwards`` when the later does not come after the earlier; what the environment causes.
    """
    if any(clock > later.reach.get(writer, 0) for writer, clock in earlier.reach.items()):
        raise RefusalError("moment.backwards")
    cells, steps = differences(path, earlier.reach, later.reach, on_progress, key)
    by_id = {step.id: step for step in steps}
    counts: dict[str, int] = {}
    for step in reversed(steps):
        counts[step.author] = counts.get(step.author, 0) + 1
    return MomentChanges(
        tuple(CellChange(by_id[each.step], each.change) for each in cells if each.step in by_id), counts
    )


def _end_of(day: dt.date) -> dt.datetime:
    try:
        return dt.datetime.combine(day + dt.timedelta(days=1), dt.time()).astimezone()
    except (OverflowError, OSError, ValueError):
        return dt.datetime(9999, 12, 31, tzinfo=dt.UTC)
