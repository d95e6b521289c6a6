"""The window for tests of its parts; see `tests.gui`."""

import pytest

from desktop.exchange.figures import FigureKind
from tests.gui import closed_session, dialogs, keyboard, open_window, session, settings, window, window_again

__all__ = ["closed_session", "dialogs", "keyboard", "open_window", "session", "settings", "window", "window_again"]


@pytest.fixture
def few_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The chart pack has one picture, in each format: what differs among them is not looked at."""
    monkeypatch.setattr("desktop.exchange.export.kinds", lambda _part: (FigureKind.RADAR_BY_AREA,))
    monkeypatch.setattr("desktop.exchange.export.PLAN_KINDS", ())
