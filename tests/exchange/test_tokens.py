import itertools

import pytest

from desktop.exchange.tokens import argb, tokens

THEMES = ("light", "dark")
TEXTS = ("text", "mute", "accent")
GROUNDS = ("bg", "surface", "rail")


def luminance(colour):
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """WCAG 2.2, contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read_on_its_ground(theme):
    colours = tokens(theme)
    pairs = [
        *itertools.product(TEXTS, GROUNDS),
        *itertools.product(("text", "accent"), ("accent_soft", "selection")),
        *((status, ground) for status in ("good", "warn", "bad") for ground in (f"{status}_soft", "surface", "bg")),
    ]
    poor = {pair: contrast(getattr(colours, pair[0]), getattr(colours, pair[1])) for pair in pairs}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_levels_rise_from_the_ground(theme):
    steps = [contrast(level, tokens(theme).surface) for level in tokens(theme).levels]
    assert steps == sorted(steps)


def test_workbooks_write_colours_their_own_way():
    assert argb("#1f6f8b") == "FF1F6F8B"
