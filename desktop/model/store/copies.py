"""What an open file exchanges with copies of it, by whatever way: steps out as bundles, bundles in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from typing import TYPE_CHECKING, Any

from desktop.model.journal import Cell, CellChange, Change
from desktop.model.merging.bundle import Arrival, Bundle, Conflict, Incoming, Missing
from desktop.model.merging.onlooker import NOBODY, MergeStage, Onlooker
from desktop.model.merging.reach import Reach
from desktop.model.store.arrivals import arrivals_in, put_asides
from desktop.model.store.cells import decode
from desktop.model.store.journal_reach import knowledge_of, reach_of
from desktop.model.store.no_garbage import no_garbage
from desktop.model.store.queries import step_of
from desktop.model.store.standing_rows import Journal, conflicts_in

if TYPE_CHECKING:
    from desktop.model.store.rule_steps import Follow
    from desktop.model.store.transaction import Arrived, Transaction

_BEYOND = """
    SELECT count(*) FROM step LEFT JOIN json_each(?) AS reach ON reach.key = step.writer
    WHERE step.clock > coalesce(reach.value, 0)
"""


class Copies:
    """The open file among its copies.

    Args:
        several: begins a transaction that writes.
        reading: gives the connection to read with.

    Attributes:
        on_united: puts into a step what follows by rule once copies are one.
    """

    def __init__(
        self,
        several: Callable[[Callable[[], bool]], AbstractContextManager[Transaction]],
        reading: Callable[[], AbstractContextManager[sqlite3.Connection]],
    ) -> None:
        self._several = several
        self._reading = reading
        self.on_united: Follow = _nothing

    def reach(self) -> Reach:
        """How far the steps of the file go: what another copy is told, so that it can hand over what is lacking."""
        with self._reading() as connection:
            return reach_of(connection)

    def bundle(self, beyond: Reach) -> Bundle:
        """The steps beyond what a copy has; see `desktop.model.store.bundling`."""
        from desktop.model.store.bundling import bundle_of  # noqa: PLC0415 - few openings hand over anything

        with self._reading() as connection, no_garbage():
            return bundle_of(connection, beyond)

    def preview(self, bundle: Bundle) -> Incoming:
        """What a bundle would bring; nothing is kept of it.

        Raises:
            RefusalError: as `take_in`, but for ``bundle.waiting``: what has to come first is told in `Incoming`.
        """
        from desktop.model.store.uniting import missing_for, refuse_other  # noqa: PLC0415 - few take in anything

        with self._reading() as connection:
            refuse_other(connection, bundle)
            missing = missing_for(connection, bundle)
        if missing:
            return Incoming(missing=missing)
        found = Incoming()
        with no_garbage(), suppress(_SeenError), self._several(bool) as transaction:
            found = transaction.take_in(bundle, "", self.on_united).incoming
            raise _SeenError
        return found

    def take_in(self, bundle: Bundle, source: str, *, undoable: bool = True, onlooker: Onlooker = NOBODY) -> Arrived:
        """Take in the steps of a copy, all or none; the next step knows of them.

        Args:
            bundle: the steps.
            source: what they come from, as people know it.
            undoable: whether undo takes it back; not what comes by itself, since undo then means one's own last step.
            onlooker: who waits for it.

        Raises:
            RefusalError: ``bundle.other_assessment``, ``bundle.newer``, ``bundle.older``, ``bundle.waiting``,
                ``bundle.spoilt``, ``merge.given_up``; those of `Store.step`. Then nothing is taken in.
        """

        def follow(*told: Any) -> None:  # noqa: ANN401 - what `on_united` is told
            onlooker.reached(MergeStage.FOLLOWING)
            self.on_united(*told)

        with no_garbage(), self._several(onlooker.given_up) as transaction:
            onlooker.reached(MergeStage.UNITING)
            arrived = transaction.take_in(bundle, source, follow, undoable=undoable)
            onlooker.reached(MergeStage.SAVING)
            return arrived

    def missing(self, bundle: Bundle) -> list[Missing]:
        """Whose steps have to come before those of a bundle.

        Raises:
            RefusalError: ``bundle.other_assessment``, ``bundle.newer``, ``bundle.older``.
        """
        from desktop.model.store.uniting import missing_for, refuse_other  # noqa: PLC0415 - few take in anything

        with self._reading() as connection:
            refuse_other(connection, bundle)
            return missing_for(connection, bundle)

    def put_asides(self) -> list[Bundle]:
        """The steps that were put aside with what had come in.

        Raises:
            RefusalError: ``bundle.spoilt``.
        """
        with self._reading() as connection:
            return put_asides(connection)

    def count_beyond(self, reach: Reach) -> int:
        """How many steps are here that are not in a reach."""
        from msgspec import json  # noqa: PLC0415 - seldom asked

        with self._reading() as connection:
            (found,) = connection.execute(_BEYOND, (json.encode(reach.clocks).decode(),)).fetchone()
        return int(found)

    def arrivals(self) -> list[Arrival]:
        """What came in from copies, the first first."""
        with self._reading() as connection:
            return arrivals_in(connection)

    def conflicts(self) -> list[Conflict]:
        """About what somebody has to decide."""
        with self._reading() as connection:
            return conflicts_in(connection)

    def sides(self, conflicts: Iterable[Conflict]) -> list[tuple[Cell, list[CellChange]]]:
        """What each of some cells holds until somebody decides, and what was said apart; see `Journal.sides`."""
        with self._reading() as connection:
            journal = Journal(connection, knowledge_of(connection))
            found = []
            for each in conflicts:
                standing = journal.past(each.kind, each.row, each.cell).standing()
                sides = [
                    CellChange(step, Change(each.kind, each.row, cell, None, decode(said.text)))
                    for cell, said in journal.sides(each)
                    if (step := step_of(connection, said.step)) is not None
                ]
                found.append((decode(standing.text), sides))
            return found


def _nothing(*_told: object) -> None:
    """Nothing follows."""


class _SeenError(Exception):
    """Takes back what was only to be looked at."""
