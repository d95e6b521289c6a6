"""A part of a model with rules of its own, as a place: something that has a result and can have a target."""

from __future__ import annotations

from msgspec import Struct


class PartPlace(Struct, frozen=True):
    """A part that is judged.

    Attributes:
        id: the part.
        name: what people read of it in one line: its name, else its text, else its label or id.
        summary: what is so when it is as it should be; may be empty.
        parent: id of the part it stands under; empty for the whole.
        level: the level that it is tagged with, 0 without one.
    """

    id: str
    name: str
    summary: str
    parent: str
    level: int
