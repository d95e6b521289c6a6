"""What a change says: the cell by its name, its value before and after."""

from __future__ import annotations

import types
from enum import StrEnum
from functools import cache
from typing import Any, get_args

from desktop.language import _
from desktop.model.journal import Cell
from desktop.model.maturity.parts import WHOLE
from desktop.model.records import KINDS
from desktop.model.records.record import PART, QUESTION, cell_types, key_part
from desktop.wording import names
from desktop.wording.records import cell_name

LONGEST = 80
_NOTHING = "–"


def change_text(kind: str, row: str, cell: str, before: Cell, after: Cell, *, place: str | None = None) -> str:
    """What a change says, e.g. ``SRI-AC-4, Characterisation: – → Largely in place``.

    Args:
        kind: the kind of record.
        row: the record's key.
        cell: the field that changed.
        before: its value before.
        after: its value after.
        place: what people call the place in the model; None for the code in the key.
    """
    place = _place(kind, row) if place is None else place
    if cell == "present":
        text = _("Added") if after else _("Removed")
        return f"{place}: {text}" if place else text
    subject = f"{place}, {cell_name(kind, cell)}" if place else cell_name(kind, cell)
    return _("{subject}: {before} → {after}").format(
        subject=subject, before=value_text(kind, cell, before), after=value_text(kind, cell, after)
    )


def value_text(kind: str, cell: str, value: Cell) -> str:
    """A cell's value as people read it; a dash for none, a long text cut."""
    if value is None or value == "":
        return _NOTHING
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    word = _enumeration(kind, cell)
    if word is not None:
        return names.name(word(value))  # type: ignore[arg-type] # every enumeration of a record has names, see its test
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _place(kind: str, row: str) -> str:
    """The id in a row's key that says where in the model it is; empty where none does."""
    found = key_part(KINDS[kind], row, PART) or key_part(KINDS[kind], row, QUESTION)
    return key_part(KINDS[kind], row, "model") if found == WHOLE else found


@cache
def _enumeration(kind: str, cell: str) -> type[StrEnum] | None:
    hint: Any = cell_types(KINDS[kind])[cell]
    options = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    return next((option for option in options if isinstance(option, type) and issubclass(option, StrEnum)), None)
