"""The window for whole stories; see `tests.gui`."""

import pytest

from desktop.ui.window import MainWindow
from tests.gui import closed_session, dialogs, keyboard, open_window, session, settings, window, window_again

__all__ = ["closed_session", "dialogs", "keyboard", "open_window", "session", "settings", "window", "window_again"]


@pytest.fixture(autouse=True)
def _on_a_large_screen(request: pytest.FixtureRequest) -> None:
    """With room for all panes of a page side by side; what takes turns on a small one has tests of its own."""
    if "window" in request.fixturenames:
        made = request.getfixturevalue("window")
        assert isinstance(made, MainWindow)
        made.resize(1920, 1080)
