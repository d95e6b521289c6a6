"""The kinds of value that stand in a pack, and what all its parts have in common."""

from typing import Annotated

from msgspec import Meta, Struct

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Word = Annotated[str, Meta(pattern=r"^[a-z0-9_]+$", max_length=30)]
Code = Annotated[str, Meta(pattern=r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$", max_length=30)]
Mark = Annotated[str, Meta(pattern=r"^([a-z0-9_]+|[A-Z][A-Z0-9]*(-[A-Z0-9]+)*)$", max_length=30)]
Text = Annotated[str, Meta(min_length=1, max_length=2000)]
Version = Annotated[str, Meta(pattern=r"^[0-9]+(\.[0-9]+)*$", max_length=20)]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]
Remark = Annotated[str, Meta(max_length=2000)]
LevelNumber = Annotated[int, Meta(ge=1, le=9)]


class Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A part of a pack: immutable, and strict about its keys."""
