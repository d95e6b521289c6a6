"""The time zone that the computer is in, by the name that calendars know."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_MARK = "zoneinfo"


def local_zone() -> str:
    """Such as ``Europe/Amsterdam``; empty where it cannot be told, and times are then those of the wall clock."""
    for name in (os.environ.get("TZ", "").lstrip(":"), _of_system()):
        if is_zone(name):
            return name
    return ""


def is_zone(name: str) -> bool:
    """Whether a time zone is called so."""
    try:
        return bool(name) and bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _of_system() -> str:
    if sys.platform == "win32":
        return _of_registry()
    parts = Path(os.path.realpath("/etc/localtime")).parts
    named = [number for number, part in enumerate(parts) if part.startswith(_MARK)]
    return "/".join(parts[named[-1] + 1 :]) if named else ""


def _of_registry() -> str:
    import winreg  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - on Windows alone

    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415 - likewise

    place = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:  # type: ignore[attr-defined,unused-ignore]
            name = str(winreg.QueryValueEx(key, "TimeZoneKeyName")[0])  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return ""
    return str(WINDOWS_TO_OLSON.get(name.rstrip("\0"), ""))
