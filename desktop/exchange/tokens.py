"""The colours that window, charts, workbooks and reports share."""

from __future__ import annotations

from functools import cache
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop import resources

Colour = Annotated[str, Meta(pattern="^#[0-9a-f]{6}$")]


class Tokens(Struct, frozen=True, forbid_unknown_fields=True):
    """The colours of a theme, each as ``#rrggbb``.

    Attributes:
        bg: the ground; `surface` is for cards and sheets on it, `rail` for navigation and headings.
        line: rules and borders.
        text: words; `mute` for the less important ones.
        accent: the primary action and the current place; `accent_soft` is its ground, `selection` that of a chosen row.
        levels: the ramp of five for what has an order, such as levels and answers, the lowest first.
        good: satisfied, on track; `good_soft` is its ground. Likewise `warn` and `bad`.
    """

    bg: Colour
    surface: Colour
    rail: Colour
    line: Colour
    text: Colour
    mute: Colour
    accent: Colour
    accent_soft: Colour
    selection: Colour
    levels: tuple[Colour, Colour, Colour, Colour, Colour]
    good: Colour
    good_soft: Colour
    warn: Colour
    warn_soft: Colour
    bad: Colour
    bad_soft: Colour


@cache
def tokens(theme: str) -> Tokens:
    """The colours of the theme ``light`` or ``dark``. What is printed or handed over takes ``light``."""
    return msgspec.json.decode(resources.theme(theme).read_bytes(), type=Tokens)


def argb(colour: str) -> str:
    """A token as workbooks write it, e.g. ``FF1F6F8B``."""
    return "FF" + colour[1:].upper()
