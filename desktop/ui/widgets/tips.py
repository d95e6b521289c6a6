"""Tooltips: the one place that decides how their text is shown."""

from __future__ import annotations

import textwrap

from PySide6.QtGui import Qt

BROAD = 90
"""A line of a tooltip has about so many letters."""


def plain_tip(text: str | None) -> str:
    """A tooltip that says exactly this text, in lines that fit the screen.

    Qt shows a tooltip as markup when it looks like it. What comes from a file may look like it, and would then fetch
    what it names; so such a text is escaped. Every other text stays as it is, for screen readers read it, too.
    """
    if not text:
        return ""
    lines = [line for part in text.splitlines() for line in textwrap.wrap(part, BROAD) or [""]]
    whole = "\n".join(lines)
    return _escaped(whole) if Qt.mightBeRichText(whole) else whole


def joined(*tips: str) -> str:
    """Tooltips that were made plain, one below the other."""
    there = [tip for tip in tips if tip]
    if not any(map(Qt.mightBeRichText, there)):
        return "\n".join(there)
    return "".join(tip if Qt.mightBeRichText(tip) else _escaped(tip) for tip in there)


def _escaped(text: str) -> str:
    from html import escape  # noqa: PLC0415 - a long table of names; few texts look like markup

    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>"
