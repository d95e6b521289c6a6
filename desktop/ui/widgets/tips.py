"""Tooltips: the one place that decides how their text is shown."""

from __future__ import annotations

import textwrap
from html import escape

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
    if not Qt.mightBeRichText(whole):
        return whole
    return f"<p>{'<br>'.join(escape(line) for line in lines)}</p>"
