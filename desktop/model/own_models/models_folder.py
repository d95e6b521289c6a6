"""Where models of one's own are kept, the same for the window and the commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

ELSEWHERE = "MATURITY_WORKBENCH_MODELS"
"""Environment variable that names another folder, for tests and portable use."""


def models_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder in the user's data directory; it need not be there yet."""
    named = environment.get(ELSEWHERE)
    return Path(named) if named else _data_folder(environment, platform) / "models"


def _data_folder(environment: Mapping[str, str], platform: str) -> Path:
    match platform:
        case "win32":
            roaming = environment.get("APPDATA")
            return (Path(roaming) if roaming else Path.home() / "AppData" / "Roaming") / "Maturity Workbench"
        case "darwin":
            return Path.home() / "Library" / "Application Support" / "Maturity Workbench"
    kept = Path(environment.get("XDG_DATA_HOME", ""))  # by its rules, one that is not absolute counts for nothing
    return (kept if kept.is_absolute() else Path.home() / ".local" / "share") / "maturity-workbench"
