"""Who wants something: whoever set the target first, until somebody else is named."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model.records import Target

SAID = ("level", "value", "importance", "reason")


def set_by(known: Target, cells: Mapping[str, object], author: str) -> str:
    """Who is noted with a target after a change of its cells; nobody where nothing is wanted any more."""
    if "set_by" in cells:
        return str(cells["set_by"])
    wanted = any(cells.get(name, getattr(known, name)) not in (None, "") for name in SAID)
    return (known.set_by or author) if wanted else ""
