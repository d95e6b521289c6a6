"""Caps: what holds tracks down whatever else is met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from desktop.model.evaluation.part_results import CapInForce
from desktop.model.maturity import Cap
from desktop.model.scoring.results import StatementResult, Trace
from desktop.model.scoring.rules import Rule


class RatedCap(Struct, frozen=True):
    """A cap that holds its tracks down, with what it rests on.

    Attributes:
        missing: ids of its statements not known to be met, those open included.
        open: ids of its statements that are not judged or not known.
    """

    cap: Cap
    missing: tuple[str, ...]
    open: tuple[str, ...]
    trace: Trace


def rated_cap(cap: Cap, force: CapInForce, statements: Mapping[str, StatementResult]) -> RatedCap:
    """A cap in force. It holds until all of its statements are met.

    A statement said not to apply does not lift it: a capability that nobody needs is still none that could be shown.

    Args:
        cap: the cap.
        force: what the engine says of it.
        statements: statements' results by id.
    """
    return RatedCap(
        cap=cap,
        missing=force.before,
        open=force.open,
        trace=Trace(
            rule=Rule.CAP_OPEN if force.before == force.open else Rule.CAP_HOLDS,
            facts={
                "cap": cap.id,
                "at_most": cap.at_most,
                "unless": cap.unless,
                "missing": force.before,
                "open": force.open,
            },
            parts=tuple(statements[id_].trace for id_ in cap.unless),
        ),
    )


def holding(caps: Iterable[RatedCap], below: int) -> list[RatedCap]:
    """The caps that hold tracks below a level."""
    return [cap for cap in caps if cap.cap.at_most < below]
