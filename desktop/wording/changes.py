"""What a change says: the cell by its name, its value before and after."""

from __future__ import annotations

import types
from enum import StrEnum
from functools import cache
from typing import Any, get_args

from desktop.language import N_, _
from desktop.model.journal import Cell
from desktop.model.maturity.parts import WHOLE
from desktop.model.records import KINDS
from desktop.model.records.record import cell_types
from desktop.wording import names

LONGEST = 80
_NOTHING = "–"
_PLACES = ("practice", "goal", "area", "question", "stream", "item", "statement", "place")

CELLS: dict[str, dict[str, str]] = {
    "details": {
        "organisation": N_("Organisation"),
        "unit": N_("Unit"),
        "sponsor": N_("Sponsor"),
        "purpose": N_("Purpose"),
        "budget": N_("Budget"),
        "starts": N_("First day"),
        "ends": N_("Last day"),
        "threshold": N_("Smallest group shown"),
        "notes": N_("Notes"),
        "return_by": N_("Forms to be back by"),
    },
    "model": {
        "digest": N_("Frozen pack"),
        "scale": N_("Answer scale"),
        "question_level": N_("Highest level asked about"),
    },
    "member": {"name": N_("Name"), "role": N_("Role")},
    "participant": {
        "number": N_("Number"),
        "role": N_("Role"),
        "group": N_("Group"),
        "asked": N_("Gets a form"),
    },
    "identity": {"name": N_("Name"), "email": N_("E-mail")},
    "form": {
        "saved": N_("Last saved"),
        "digest": N_("Content"),
        "said": N_("What the form says"),
        "back": N_("Back"),
        "due": N_("To be back by"),
        "sent": N_("Sent"),
        "reminded": N_("Reminded"),
        "left_out": N_("Versions left out"),
    },
    "answer": {"choice": N_("Answer"), "comment": N_("Comment")},
    "practice_rating": {
        "value": N_("Characterisation"),
        "alternative": N_("Alternative practice accepted"),
        "reason": N_("Rationale"),
    },
    "goal_rating": {"weaknesses_significant": N_("Weaknesses are significant"), "weakness": N_("Weakness")},
    "area_rating": {
        "in_scope": N_("In scope"),
        "not_applicable": N_("Does not apply"),
        "reason": N_("Reason"),
        "rationale": N_("Rationale"),
        "settled": N_("Settled"),
    },
    "area_stance": {"stance": N_("Stance")},
    "stream_rating": {"level": N_("Level"), "reason": N_("Reason")},
    "tick": {"done": N_("Done")},
    "statement_rating": {"value": N_("Fulfilment"), "note": N_("Note")},
    "evidence": {"kind": N_("Kind"), "session": N_("Session"), "note": N_("Note")},
    "evidence_link": {"linked": N_("Supported by evidence")},
    "target": {
        "level": N_("Target"),
        "importance": N_("Importance"),
        "reason": N_("Reason"),
        "set_by": N_("Set by"),
    },
    "action": {
        "number": N_("Number"),
        "title": N_("Title"),
        "description": N_("Description"),
        "model": N_("Model"),
        "area": N_("Area, stream or track"),
        "goal": N_("Goal, cell or statement"),
        "origin": N_("Suggestion"),
        "owner": N_("Owner"),
        "due": N_("Due"),
        "priority": N_("Priority"),
        "status": N_("Status"),
        "closed": N_("Closed"),
    },
    "measure": {
        "action": N_("Action"),
        "name": N_("Name"),
        "unit": N_("Unit"),
        "direction": N_("Direction"),
        "how": N_("How it is measured"),
        "baseline": N_("Baseline"),
        "target": N_("Target"),
        "due": N_("Due"),
        "metric": N_("Metric of the model"),
    },
    "reading": {"measure": N_("Measure"), "day": N_("Day"), "value": N_("Value"), "note": N_("Note")},
    "shown_answers": {
        "number": N_("Number"),
        "day": N_("Day"),
        "newest": N_("Shown though it tells what a few people said"),
    },
}
"""What the cells of each kind of record are called."""


def cell_name(kind: str, cell: str) -> str:
    """What a cell is called."""
    return _(CELLS[kind][cell])


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
    parts = dict(zip(KINDS[kind].keys, row.split("/"), strict=False))
    found = next((parts[name] for name in _PLACES if name in parts), "")
    return parts["model"] if found == WHOLE else found


@cache
def _enumeration(kind: str, cell: str) -> type[StrEnum] | None:
    hint: Any = cell_types(KINDS[kind])[cell]
    options = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    return next((option for option in options if isinstance(option, type) and issubclass(option, StrEnum)), None)
