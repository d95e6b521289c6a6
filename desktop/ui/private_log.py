"""The log of bugs: a file that only its owner reads."""

from __future__ import annotations

from logging.handlers import RotatingFileHandler
from typing import Any

from desktop.bug_reports import private_opener


class PrivateLog(RotatingFileHandler):
    """Begins anew when it is full; one earlier file is kept."""

    def _open(self) -> Any:  # noqa: ANN401 - a text stream; the annotations of the base and of open differ
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors, opener=private_opener)
