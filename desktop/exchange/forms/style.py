"""How forms look: one font, few colours, and which cells can be written in."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from desktop.exchange.heights import FONT
from desktop.exchange.tokens import argb, tokens

_COLOURS = tokens("light")
BODY = 10.0
SMALL = 9.0
SECTION = 12.0
TITLE = 16.0

TEXT_COLOUR = argb(_COLOURS.text)
MUTE_COLOUR = argb(_COLOURS.mute)
ACCENT_COLOUR = argb(_COLOURS.accent)

TEXT_FONT = Font(name=FONT, size=BODY, color=TEXT_COLOUR)
BOLD_FONT = Font(name=FONT, size=BODY, color=TEXT_COLOUR, bold=True)
MUTE_FONT = Font(name=FONT, size=BODY, color=MUTE_COLOUR)
TITLE_FONT = Font(name=FONT, size=TITLE, color=TEXT_COLOUR, bold=True)
SECTION_FONT = Font(name=FONT, size=SECTION, color=TEXT_COLOUR, bold=True)
ACCENT_FONT = Font(name=FONT, size=BODY, color=ACCENT_COLOUR, bold=True)
HEADING_FONT = Font(name=FONT, size=BODY, color=argb(_COLOURS.surface), bold=True)

HEADING_FILL = PatternFill("solid", fgColor=ACCENT_COLOUR)
SECTION_FILL = PatternFill("solid", fgColor=argb(_COLOURS.rail))
OPEN_FILL = PatternFill("solid", fgColor=argb(_COLOURS.accent_soft))
ANSWERED_FILL = PatternFill(bgColor=argb(_COLOURS.surface))

_LINE = Side(style="thin", color=argb(_COLOURS.line))
BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)

WRAPPED = Alignment(wrap_text=True, vertical="top")
INDENT = 1.5
"""Width that an indent takes, in the units of columns."""

INDENTED = Alignment(wrap_text=True, vertical="center", horizontal="left", indent=1)
ABOVE = Alignment(wrap_text=True, vertical="bottom", horizontal="left", indent=1)
BELOW = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
NUMBER = Alignment(vertical="center", horizontal="right", indent=1)
MIDDLE = Alignment(vertical="center")

UNLOCKED = Protection(locked=False)
AS_TEXT = "@"
"""The number format under which nothing that is typed turns into a date, a number or a formula."""
