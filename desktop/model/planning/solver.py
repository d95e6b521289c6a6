"""HiGHS, which solves integer programmes, as it is used here: exactly, on one thread, and without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from highspy import Highs

_OPTIONS = {"threads": 1, "mip_rel_gap": 0.0, "mip_abs_gap": 0.0}


def quiet_solver() -> Highs:
    """A solver without a model.

    By itself it greets on standard output before anybody can set an option, and there commands write their result and
    nothing else. So it is silenced at the first moment at which it can be.
    """
    import highspy  # noqa: PLC0415 - takes a quarter of a second, and few assessments need it

    class Quiet(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802 - the library's name
            self.silent()
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    solver: Highs = Quiet()  # type: ignore[no-untyped-call]
    for option, value in _OPTIONS.items():
        solver.setOptionValue(option, value)
    return solver
