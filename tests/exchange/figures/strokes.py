"""What is drawn on a paper, stroke by stroke."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from desktop.exchange.figures.paper import Paper, Point


class Stroke(Struct, frozen=True):
    """One use of a verb.

    Attributes:
        look: everything it was told but where: colours, dashes, markers, sizes of type.
        words: what it writes.
        points: where it is.
    """

    verb: str
    look: tuple[Any, ...]
    words: str = ""
    points: tuple[Point, ...] = ()


def noted(paper: Paper) -> list[Stroke]:
    """Note from now on what is drawn on a paper, beside drawing it."""
    strokes: list[Stroke] = []

    def note(verb: str, of: Callable[..., Stroke]) -> None:
        drawn = getattr(paper, verb)

        def both(*given: Any, **named: Any) -> None:
            strokes.append(of(*given, **named))
            drawn(*given, **named)

        setattr(paper, verb, both)

    def write(at: Point, line: str, *look: Any) -> Stroke:
        return Stroke("write", look, line, (at,))

    def line(points: Sequence[Point], *look: Any, **named: Any) -> Stroke:
        return Stroke("line", (*look, *sorted(named.items())), "", tuple(points))

    def polygon(points: Sequence[Point], *look: Any) -> Stroke:
        return Stroke("polygon", look, "", tuple(points))

    def box(at: Point, width: float, height: float, **named: Any) -> Stroke:
        return Stroke("box", tuple(sorted(named.items())), "", (at, (at[0] + width, at[1] + height)))

    for verb, of in (("write", write), ("line", line), ("polygon", polygon), ("box", box)):
        note(verb, of)
    return strokes


def story(strokes: Sequence[Stroke]) -> list[tuple[str, tuple[Any, ...], str, int]]:
    """The strokes without their places, a text as one however its lines are broken."""
    told: list[tuple[str, tuple[Any, ...], str, int]] = []
    for stroke in strokes:
        if told and stroke.verb == told[-1][0] == "write" and stroke.look == told[-1][1]:
            told[-1] = ("write", stroke.look, f"{told[-1][2]} {stroke.words}", 1)
        else:
            told.append((stroke.verb, stroke.look, stroke.words, len(stroke.points)))
    return told
