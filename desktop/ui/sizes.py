"""Sizes of widgets that follow the size in use: told once at 100 %, set again when everything grows or shrinks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.theme import px

LOW = 480
"""A page that is no higher than this, in pixels at 100 %, is laid out tightly."""

_PROPERTY = "sizes"
_SETTERS = {
    "width": "setFixedWidth",
    "height": "setFixedHeight",
    "least_width": "setMinimumWidth",
    "least_height": "setMinimumHeight",
    "most_width": "setMaximumWidth",
    "most_height": "setMaximumHeight",
    "section": "setDefaultSectionSize",
    "least_section": "setMinimumSectionSize",
}


def size(widget: QWidget, **sizes: int) -> None:
    """Give a widget sizes in pixels at 100 %, now and whenever the size in use changes.

    Args:
        widget: any.
        sizes: ``width`` and ``height`` (fixed), ``least_width``, ``least_height``, ``most_width``, ``most_height``; of
            a header also ``section`` (what its rows or columns begin with) and ``least_section``.
    """
    known = dict(widget.property(_PROPERTY) or {}) | sizes
    widget.setProperty(_PROPERTY, known)
    _set(widget, known)


def size_again(root: QWidget) -> None:
    """Set the sizes of everything below a widget, and its own, for the size in use."""
    for widget in (root, *root.findChildren(QWidget)):
        known = widget.property(_PROPERTY)
        if known:
            _set(widget, known)


def _set(widget: QWidget, sizes: dict[str, int]) -> None:
    for name, value in sizes.items():
        getattr(widget, _SETTERS[name])(px(value))
