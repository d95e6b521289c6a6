"""Scroll areas that stand in one another and both have something to scroll, so that the wheel gets stuck."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView, QWidget


def nested(root: QWidget) -> Iterator[str]:
    """What scrolls within something that scrolls in the same direction, everything visible below a widget."""
    for area in (root, *root.findChildren(QAbstractScrollArea)):
        if not isinstance(area, QAbstractScrollArea) or not area.isVisible():
            continue
        for above in _around(area):
            for way in _ways(area) & _ways(above):
                yield f"{_called(area)} scrolls {way} by {_beyond(area)} within {_called(above)} by {_beyond(above)}"


def _around(area: QWidget) -> Iterator[QAbstractScrollArea]:
    above = None if area.isWindow() else area.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            yield above
        above = None if above.isWindow() else above.parentWidget()


def _ways(area: QAbstractScrollArea) -> set[str]:
    if isinstance(area, QHeaderView):
        return set()
    bars = {"down": area.verticalScrollBar(), "sideways": area.horizontalScrollBar()}
    return {way for way, bar in bars.items() if bar.maximum() > bar.minimum()}


def _beyond(area: QAbstractScrollArea) -> str:
    bar = area.verticalScrollBar()
    return f"{bar.maximum()} of {area.viewport().height()}"


def _called(area: QWidget) -> str:
    return f"{type(area).__name__} ({area.accessibleName()[:40]})"
