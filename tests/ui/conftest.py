"""The window for tests of its parts; see `tests.gui`."""

from tests.gui import closed_session, dialogs, keyboard, open_window, session, settings, window, window_again

__all__ = ["closed_session", "dialogs", "keyboard", "open_window", "session", "settings", "window", "window_again"]
