"""Scroll areas as screen readers may ask for them at any moment.

Qt's own answer counts the bars that are shown, and takes whatever number it is then asked for without looking: who
counts, and asks for the last a moment later, when the page has changed and its bar is gone, ends the program.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

from desktop.ui.widgets.scroll_area import ScrollArea


def speak_areas() -> None:
    """From now on a scroll area is told as any widget is, whose parts are looked for before they are named."""
    QAccessible.installFactory(_told)


def _told(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt asks for, from the class of a thing up to its first ancestor."""
    if kind == ScrollArea.__name__ and isinstance(thing, ScrollArea):
        from PySide6.QtWidgets import QAccessibleWidget  # noqa: PLC0415 - only where somebody listens

        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
