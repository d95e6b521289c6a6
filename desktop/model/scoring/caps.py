"""Caps: what holds tracks down whatever else is met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from desktop.model.maturity import Cap
from desktop.model.scoring.results import StatementResult, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statements import OPEN
from desktop.model.scoring.vocabulary import Fulfilment


class RatedCap(Struct, frozen=True):
    """A cap with what it rests on.

    Attributes:
        missing: ids of its statements not known to be met, those open included.
        open: ids of its statements that are not judged or not known.
    """

    cap: Cap
    missing: tuple[str, ...]
    open: tuple[str, ...]
    trace: Trace

    @property
    def holds(self) -> bool:
        """Whether it holds its tracks down."""
        return bool(self.missing)

    @property
    def unmet(self) -> tuple[str, ...]:
        """Its statements that are judged and not met."""
        return tuple(statement for statement in self.missing if statement not in self.open)


def rate_cap(cap: Cap, statements: Mapping[str, StatementResult]) -> RatedCap:
    """A cap. It holds until all of its statements are met.

    A statement said not to apply does not lift it: a capability that nobody needs is still none that could be shown.

    Args:
        cap: the cap.
        statements: statements' results by id.
    """
    missing = tuple(id_ for id_ in cap.unless if statements[id_].value is not Fulfilment.MET)
    open_ = tuple(id_ for id_ in missing if statements[id_].value in OPEN)
    holds = Rule.CAP_OPEN if missing == open_ else Rule.CAP_HOLDS
    return RatedCap(
        cap=cap,
        missing=missing,
        open=open_,
        trace=Trace(
            rule=holds if missing else Rule.CAP_LIFTED,
            facts={"cap": cap.id, "at_most": cap.at_most, "unless": cap.unless, "missing": missing, "open": open_},
            parts=tuple(statements[id_].trace for id_ in cap.unless),
        ),
    )


def holding(caps: Iterable[RatedCap], below: int) -> list[RatedCap]:
    """The caps that hold tracks below a level."""
    return [cap for cap in caps if cap.holds and cap.cap.at_most < below]
