"""Steps that came from copies, as the history lists them: each time one row, with its steps inside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from msgspec import structs

from desktop.language import _
from desktop.model.merging.bundle import Arrival
from desktop.ui.pages.history.rows import State, StepRow
from desktop.wording.travelling import steps_text


def folded(rows: Sequence[StepRow], arrivals: Sequence[Arrival], opened: Collection[int]) -> list[StepRow]:
    """Steps with those of each arrival gathered under one row, where its newest step stands.

    Args:
        rows: the steps, the newest first.
        arrivals: what came in.
        opened: the numbers of the arrivals whose steps are to be seen.
    """
    in_force = [each for each in arrivals if not each.is_aside]
    if not in_force:
        return [*rows]
    parts: dict[int, list[StepRow]] = {}
    of = {row.step.id: _arrival_of(row, in_force) for row in rows}
    for row in rows:
        arrival = of[row.step.id]
        if arrival is not None:
            parts.setdefault(arrival.number, []).append(row)
    found: list[StepRow] = []
    shown: set[int] = set()
    for row in rows:
        arrival = of[row.step.id]
        if arrival is None:
            found.append(row)
        elif arrival.number not in shown:
            shown.add(arrival.number)
            found.append(_head(arrival, parts[arrival.number], is_open=arrival.number in opened))
            if arrival.number in opened:
                found += [structs.replace(each, inside=arrival.number) for each in parts[arrival.number]]
    return found


def _arrival_of(row: StepRow, arrivals: Sequence[Arrival]) -> Arrival | None:
    found = (each for each in arrivals if each.after.knows(row.step.id) and not each.before.knows(row.step.id))
    return next(found, None)


def _head(arrival: Arrival, parts: Sequence[StepRow], *, is_open: bool) -> StepRow:
    mark = "▾" if is_open else "▸"
    what = _("{mark} Merge: {steps} from {source}").format(
        mark=mark, steps=steps_text(arrival.steps), source=arrival.source
    )
    at = dt.datetime.fromisoformat(arrival.at)
    step = structs.replace(parts[0].step, author=arrival.author, at=at)
    return StepRow(step, what, f"{at.astimezone():%Y-%m-%d %H:%M}", State.MERGE, tuple(parts), arrival.number)
