"""What all records have in common."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A record; its key fields come first and have no default."""

    listed: ClassVar[bool] = False
    keys: ClassVar[tuple[str, ...]] = ("id",)
