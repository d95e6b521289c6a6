"""What nobody has spoken of yet: practices without a word, and roles that have not said theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from desktop.model.maturity.refs import Ref


class Unheard(Struct, frozen=True):
    """A practice or another part that still lacks a word.

    Attributes:
        part: by model and id.
        roles: who is heard in the session and has not spoken of it, in their order; empty where nobody at all has.
    """

    part: Ref
    roles: tuple[str, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether nobody at all has spoken of it."""
        return not self.roles


def unheard(parts: Iterable[Ref], said: Mapping[Ref, Iterable[str]], roles: Sequence[str]) -> Iterator[Unheard]:
    """The parts that lack a word, in their order.

    Args:
        parts: what is to be spoken of.
        said: for each part that somebody spoke of, the roles of those who did; a role that is not known is empty.
        roles: of those whose word is wanted.
    """
    for part in parts:
        if part not in said:
            yield Unheard(part)
            continue
        spoken = frozenset(said[part])
        missing = tuple(role for role in roles if role not in spoken)
        if missing:
            yield Unheard(part, missing)
