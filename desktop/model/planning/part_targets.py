"""What one can want of a part of a model with rules of its own, as its target is kept."""

from __future__ import annotations

from desktop.model.evaluation.part_results import PartResult

_MOST, _STEPS = 20, 10


def offered_targets(part: PartResult) -> tuple[str, ...]:
    """What one chooses from, the lowest first: its grades, or else numbers over its span.

    All whole numbers, or eleven even steps where there are more than twenty-one. Any other number can be typed.
    """
    if part.grades:
        return part.grades
    if part.span is None or part.span.low.value is None or part.span.high.value is None:
        return ()
    low, high = part.span.low.value, part.span.high.value
    if low.denominator == high.denominator == 1 and high - low <= _MOST:
        return tuple(str(number) for number in range(int(low), int(high) + 1))
    return tuple(
        f"{float(low + (high - low) * step / _STEPS):.2f}".rstrip("0").rstrip(".") for step in range(_STEPS + 1)
    )


def stepped_target(part: PartResult, now: str, step: int) -> str:
    """The target one up or down from what is wanted now; empty below the lowest.

    Args:
        part: its result.
        now: as it is kept; empty while nothing is wanted.
        step: 1 or -1.
    """
    offered = offered_targets(part)
    if not offered:
        return now
    if not now:
        return offered[-1] if step > 0 else ""
    place = offered.index(now) + step if now in offered else len(offered) - 1
    return offered[min(place, len(offered) - 1)] if place >= 0 else ""


def target_by_digit(part: PartResult, digit: int) -> str:
    """The target that a number key stands for: that number, or else the grade at that place; empty for none."""
    offered = offered_targets(part)
    if part.grades:
        return offered[digit - 1] if 0 < digit <= len(offered) else ""
    return str(digit) if digit and str(digit) in offered else ""
