"""An action as it is typed in a discussion: what is to be done; who sees to it; by when."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from desktop.exchange.typed_days import UnclearDayError
from desktop.ui.widgets.date_field import day_typed


class TypedAction(Struct, frozen=True):
    """What was understood.

    Attributes:
        owner: who sees to it; empty where that was not typed.
        due: by when; None likewise.
    """

    title: str
    owner: str = ""
    due: dt.date | None = None


def typed_action(text: str) -> TypedAction:
    """What a line says; of two parts the second is the day where it can be one, else the owner.

    Raises:
        UnclearDayError: the third part is no day, or could be several.
    """
    title, *rest = (part.strip() for part in text.split(";"))
    if len(rest) == 1:
        try:
            return TypedAction(title, due=day_typed(rest[0]))
        except UnclearDayError:
            return TypedAction(title, rest[0])
    if not rest:
        return TypedAction(title)
    return TypedAction(title, rest[0], day_typed("; ".join(rest[1:])))
