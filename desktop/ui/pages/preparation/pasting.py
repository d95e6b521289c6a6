"""Participants typed or pasted as lines, e.g. copied from a spreadsheet."""

from __future__ import annotations

from desktop.model.assessment.preparation import NewPerson

SEPARATORS = ("\t", ";")
FIELDS = 4


def people(text: str) -> list[NewPerson]:
    """One participant a line: name, e-mail, role and group, separated by tabs or semicolons; empty lines count not."""
    return [_person(line) for line in text.splitlines() if line.strip(" \t;")]


def _person(line: str) -> NewPerson:
    separator = next((mark for mark in SEPARATORS if mark in line), "\t")
    cells = [" ".join(cell.split()) for cell in line.split(separator)][:FIELDS]
    return NewPerson(*cells)
