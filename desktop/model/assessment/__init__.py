"""The open assessment: edits and questions to it, one module per noun.

What it offers by itself is loaded when it is first asked for: whoever reads a form needs no database.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.model.assessment.opened import Assessment
    from desktop.model.store.salvage import Repaired
    from desktop.model.store.whole import Whole

__all__ = ["Assessment", "Repaired", "Whole"]

_HOMES = {
    "Assessment": "desktop.model.assessment.opened",
    "Repaired": "desktop.model.store.salvage",
    "Whole": "desktop.model.store.whole",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - one of the classes above
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
