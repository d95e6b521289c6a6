"""The colours that window, charts, workbooks and reports share."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from desktop import resources


class Tokens(NamedTuple):
    """The colours of a theme, each as ``#rrggbb``.

    Attributes:
        bg: the ground; `surface` is for cards and sheets on it, `rail` for navigation and headings.
        line: rules; `edge` is for the borders and handles of what can be used, at 3:1 on every ground.
        text: words; `mute` for the less important ones.
        accent: the primary action and the current place; `accent_soft` is its ground, `selection` that of a chosen row.
        levels: the ramp of five for what has an order, such as levels and answers, the lowest first.
        good: satisfied, on track; `good_soft` is its ground. Likewise `warn` and `bad`.
    """

    bg: str
    surface: str
    rail: str
    line: str
    edge: str
    text: str
    mute: str
    accent: str
    accent_soft: str
    selection: str
    levels: tuple[str, str, str, str, str]
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str


@cache
def tokens(theme: str) -> Tokens:
    """The colours of the theme ``light`` or ``dark``. What is printed or handed over takes ``light``."""
    found = json.loads(resources.theme(theme).read_bytes())
    return Tokens(**{**found, "levels": tuple(found["levels"])})


def argb(colour: str) -> str:
    """A token as workbooks write it, e.g. ``FF1F6F8B``."""
    return "FF" + colour[1:].upper()
