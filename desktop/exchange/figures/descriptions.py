"""Pictures in words: what they show, for whoever cannot see them. Files of pictures carry it."""

from __future__ import annotations

from desktop import characters
from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures.drawing import figure
from desktop.exchange.figures.kinds import PLAN_KINDS, FigureKind, title
from desktop.exchange.figures.tables import table
from desktop.exchange.tables.table import AnyTable
from desktop.exchange.tables.words import in_line

_ROWS, _VALUES = 60, 4
"""So many lines of a table are told, and of each so many values; the table beside the picture has them all."""


def description(kind: FigureKind, deliverable: Deliverable, model: str | None = None) -> str:
    """Title, whose results, and the values, in one line, spelt as the picture spells them.

    Raises:
        KeyError: there is no such model.
    """
    whose = [deliverable.subject.organisation]
    if kind not in PLAN_KINDS:
        whose.append(deliverable.part(model).pack.name)
    words = figure(kind, deliverable, model).words or _rows(table(kind, deliverable, model))
    told = ". ".join(part for part in (title(kind), ", ".join(filter(None, whose)), words) if part)
    return characters.one_line(characters.text(told))


def _rows(shown: AnyTable) -> str:
    told = []
    for row in shown.rows[:_ROWS]:
        values = ((column, column.value(row)) for column in shown.columns)
        told.append(", ".join([in_line(value, column.kind) for column, value in values if value is not None][:_VALUES]))
    return "; ".join(told)
