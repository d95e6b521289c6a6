"""What the program remembers between runs: one declared option each, kept in one place."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

MOST_RECENT = 8
SCALES = (100, 125, 150)


class Settings:
    """Typed access to the kept settings.

    The environment variable ``MATURITY_WORKBENCH_SETTINGS`` names another file, for tests and portable use.
    """

    def __init__(self) -> None:
        path = os.environ.get("MATURITY_WORKBENCH_SETTINGS")
        self._store = (
            QSettings(path, QSettings.Format.IniFormat)
            if path
            else QSettings(
                QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Maturity Workbench", "Maturity Workbench"
            )
        )

    @property
    def author(self) -> str:
        """Whose name stands by the steps; never taken from the login."""
        return self._text("author")

    @author.setter
    def author(self, value: str) -> None:
        self._store.setValue("author", value)

    @property
    def theme(self) -> str:
        """``light``, ``dark`` or ``system``."""
        return self._text("theme") or "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("theme", value)

    @property
    def scale(self) -> int:
        """Size of everything in percent: 100, or 125 and 150 for a projector."""
        value = self._text("scale")
        return int(value) if value.isdigit() and int(value) in SCALES else 100

    @scale.setter
    def scale(self, value: int) -> None:
        self._store.setValue("scale", str(value))

    @property
    def language(self) -> str:
        """Code of the language; empty means English as written."""
        return self._text("language")

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("language", value)

    @property
    def recent(self) -> list[Path]:
        """Assessment files opened lately, the last first; files that are gone are left out."""
        value = self._store.value("recent", [])
        names = [value] if isinstance(value, str) else list(value or [])  # type: ignore[call-overload]  # Qt gives any
        return [Path(str(name)) for name in names if name and Path(str(name)).is_file()]

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        kept = [path, *(other for other in self.recent if other != path)][:MOST_RECENT]
        self._store.setValue("recent", [str(item) for item in kept])

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    def _text(self, name: str) -> str:
        value = self._store.value(name, "")
        return value if isinstance(value, str) else ""
