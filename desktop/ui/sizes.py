"""Sizes of widgets that follow the size in use: told once at 100 %, set again when everything grows or shrinks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.theme import px

_PROPERTY = "sizes"


def size(widget: QWidget, **sizes: int) -> None:
    """Give a widget sizes in pixels at 100 %, now and whenever the size in use changes.

    Args:
        widget: any.
        sizes: ``width`` and ``height`` (fixed), ``least_width``, ``least_height``, ``most_width``, ``most_height``.
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
    setters = {
        "width": widget.setFixedWidth,
        "height": widget.setFixedHeight,
        "least_width": widget.setMinimumWidth,
        "least_height": widget.setMinimumHeight,
        "most_width": widget.setMaximumWidth,
        "most_height": widget.setMaximumHeight,
    }
    for name, value in sizes.items():
        setters[name](px(value))
