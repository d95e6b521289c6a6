"""What all records have in common."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, get_type_hints

from msgspec import Struct


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A record; its key fields come first and have no default."""

    listed: ClassVar[bool] = False
    keys: ClassVar[tuple[str, ...]] = ("id",)


@cache
def cell_types(kind: type[Record]) -> Mapping[str, Any]:
    """The type of each field of a kind of record."""
    return get_type_hints(kind)
