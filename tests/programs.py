"""Programs besides Python that some tests look through: without one they are left out, but never where all must run."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def program(*names: str) -> str:
    """Where the first of these programs is.

    Without any the test is skipped; where the environment says ``CI=true`` it fails, so that nothing is left out there.
    """
    for name in names:
        found = shutil.which(name)
        if found is not None:
            return found
    return missing(names[0])


def missing(name: str) -> NoReturn:
    """Skip the test since something is not installed; fail it where the environment says ``CI=true``."""
    message = f"{name} is not installed"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
