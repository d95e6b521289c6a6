"""What a part of the window does before it is seen: put on the colours and sizes in use."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui import theme
from desktop.ui.sizes import size_again


def wear(part: QWidget) -> None:
    """Put on what is in use, unless the part wears it already. What is hidden waits until it is shown."""
    if theme.dress(part):
        size_again(part)
