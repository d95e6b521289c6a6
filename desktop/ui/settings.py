"""What the program remembers between runs: one declared option each, kept in one place."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop.language import code_of

MOST_RECENT = 8
SCALES = (100, 125, 150)
LOCK_AFTER, MOST_MINUTES = 15, 999
"""Minutes, unless somebody chooses otherwise, and what no choice is beyond."""


class Settings:
    """Typed access to the kept settings.

    The environment variable ``MATURITY_WORKBENCH_SETTINGS`` names another file, for tests and portable use.
    """

    def __init__(self) -> None:
        self.place = _place()
        self._store = None if _is_something_else(self.place) else QSettings(str(self.place), QSettings.Format.IniFormat)
        self._forgotten: dict[str, object] = {}

    @property
    def kept(self) -> bool:
        """Whether what is set will be there in the next run; not where the file cannot be read or written."""
        if self._store is None:
            return False
        self._store.sync()
        return self._store.status() is QSettings.Status.NoError and self._store.isWritable()

    @property
    def author(self) -> str:
        """Whose name stands by the steps; never taken from the login."""
        return self._text("author")

    @author.setter
    def author(self, value: str) -> None:
        self._set("author", value)

    def seated(self, assessment: str) -> str:
        """Id of the team member who sat at the keyboard last in an assessment, by its id; empty for nobody."""
        return self._text(f"at_keyboard/{assessment}")

    def seat(self, assessment: str, member: str) -> None:
        """Remember who sits at the keyboard in an assessment."""
        self._set(f"at_keyboard/{assessment}", member)

    def shared(self, assessment: str) -> str:
        """The folder through which copies of an assessment meet, by its id; empty for none."""
        return self._text(f"shared_folder/{assessment}")

    def share(self, assessment: str, folder: str) -> None:
        """Remember the folder through which copies of an assessment meet."""
        self._set(f"shared_folder/{assessment}", folder)

    @property
    def asked_for_author(self) -> bool:
        """Whether it was asked who works here."""
        return self._text("asked_for_author") == "yes"

    @asked_for_author.setter
    def asked_for_author(self, value: bool) -> None:
        self._set("asked_for_author", "yes" if value else "")

    @property
    def template(self) -> Path | None:
        """The house's template of Word documents; None for the program's."""
        kept = self._text("template")
        return Path(kept) if kept else None

    @template.setter
    def template(self, value: Path | None) -> None:
        self._set("template", "" if value is None else str(value))

    @property
    def theme(self) -> str:
        """``light``, ``dark`` or ``system``."""
        return self._text("theme") or "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._set("theme", value)

    @property
    def scale(self) -> int:
        """Size of everything in percent: 100, or 125 and 150 for a projector."""
        value = self._text("scale")
        return next((scale for scale in SCALES if str(scale) == value), 100)

    @scale.setter
    def scale(self, value: int) -> None:
        self._set("scale", str(value))

    @property
    def lock_after(self) -> int:
        """Minutes after which the window of an encrypted file locks itself when nobody touches it; 0 for never."""
        value = self._text("lock_after")
        return int(value) if value.isdecimal() and len(value) < len(str(MOST_MINUTES)) + 1 else LOCK_AFTER

    @lock_after.setter
    def lock_after(self, value: int) -> None:
        self._set("lock_after", str(value))

    @property
    def language(self) -> str:
        """Code of the language; empty where none is set."""
        return code_of(self._text("language"))

    @language.setter
    def language(self, value: str) -> None:
        self._set("language", value)

    @property
    def recent(self) -> list[Path]:
        """Assessment files opened lately, the last first, whether they can be reached now or not."""
        value = self._get("recent", [])
        names = value if isinstance(value, list) else [value]
        paths = [Path(name) for name in names if isinstance(name, str) and name and "\0" not in name]
        return list(dict.fromkeys(paths))[:MOST_RECENT]

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        recent = self.recent
        kept = [path, *(other for other in recent if other != path)][:MOST_RECENT]
        if kept != recent:  # what is set is synced to the disk, which takes as long as to paint a page
            self._set("recent", [str(item) for item in kept])

    def folder(self, purpose: str) -> Path | None:
        """Where a file was chosen last for a purpose; None before the first time."""
        name = self._text(f"folders/{_key(purpose)}")
        return Path(name) if name else None

    def remember_folder(self, purpose: str, folder: Path) -> None:
        """Note where a file was chosen for a purpose."""
        self._set(f"folders/{_key(purpose)}", str(folder))

    def parts(self, purpose: str) -> list[str]:
        """What was ticked last for a purpose; empty before the first time."""
        return [part for part in self._text(f"parts/{_key(purpose)}").split(" ") if part]

    def remember_parts(self, purpose: str, parts: Iterable[str]) -> None:
        """Note what was ticked for a purpose; the names of parts have no blanks."""
        self._set(f"parts/{_key(purpose)}", " ".join(parts))

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood."""
        value = self._get("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._set("geometry", value)

    def _get(self, name: str, otherwise: object = None) -> object:
        if self._store is None or name in self._forgotten:
            return self._forgotten.get(name, otherwise)
        return self._store.value(name, otherwise)

    def _set(self, name: str, value: object) -> None:
        if self._store is None or not self._store.isWritable():
            self._forgotten[name] = value
        else:
            self._store.setValue(name, value)

    def _text(self, name: str) -> str:
        value = self._get(name, "")
        return value if isinstance(value, str) else ""


def _place() -> Path:
    """Where the settings are."""
    named = os.environ.get("MATURITY_WORKBENCH_SETTINGS")
    if named:
        return Path(named)
    usual = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Maturity Workbench", "Maturity Workbench")
    return Path(usual.fileName())


def _is_something_else(path: Path) -> bool:
    """Whether there is a folder, pipe or device of that name, which must not be opened; unknown where it may not be."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True


def _key(purpose: str) -> str:
    """A purpose as a name that settings files of every system can hold."""
    return "".join(sign if sign.isalnum() else "-" for sign in purpose)
