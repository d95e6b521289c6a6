"""The table of the kinds of record in docs/portable-data.md, made from what each says of itself."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from desktop.model.records import KINDS, Privacy, Record, cell_rules

NAME = "portable-data.md"
_BEGINS, _ENDS = "<!-- kinds of record: made by python -m desktop.exchange.portable.schema -->\n", "<!-- end -->"
_HEADING = "| kind | is | key | may leave the team |\n|---|---|---|---|\n"


def with_kinds(text: str) -> str:
    """The document with the table as it is today.

    Raises:
        ValueError: it has no place for it.
    """
    before, begins, rest = text.partition(_BEGINS)
    _old, ends, after = rest.partition(_ENDS)
    if not begins or not ends:
        raise ValueError(NAME)
    lines = "".join(f"| {' | '.join(cells)} |\n" for cells in map(_cells, KINDS.values()))
    return f"{before}{begins}{_HEADING}{lines}{ends}{after}"


def write(folder: Path) -> None:
    """Bring the document in a folder up to date."""
    path = folder / NAME
    path.write_text(with_kinds(path.read_text("utf-8")), encoding="utf-8", newline="\n")


def _cells(kind: type[Record]) -> Iterator[str]:
    yield f"`{kind.declared.name}`"
    yield _summary(kind)
    yield ", ".join(f"`{key}`" for key in kind.keys)
    yield ", ".join(f"`{cell}`" for cell in _leaving(kind)) or "nothing"


def _summary(kind: type[Record]) -> str:
    """The first sentence of what the class says of itself, without what it refers to."""
    first = inspect.cleandoc(kind.__doc__ or "").partition("\n\n")[0].replace("\n", " ")
    return re.split(r"; see |\. ", first)[0].rstrip(".").replace("``", "`")


def _leaving(kind: type[Record]) -> list[str]:
    rules = cell_rules(kind)
    return [name for name in rules if name not in kind.keys and rules[name].privacy is Privacy.SPONSOR]
