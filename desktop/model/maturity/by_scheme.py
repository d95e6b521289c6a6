"""What differs by the scheme of a model, said for each: the one way in which code chooses by it."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from desktop.model.maturity.vocabulary import Scheme

T = TypeVar("T")


class OfScheme(Protocol):
    """What is of a scheme: a pack, or a summary of one."""

    @property
    def scheme(self) -> Scheme:
        """Its scheme."""


class ByScheme(Struct, Generic[T], frozen=True, kw_only=True):
    """A thing for each scheme. A further scheme is a further field; the type checker lists what lacks it.

    Attributes:
        staged: for models of key process areas, rated goal by goal.
        streams: for models of streams, each at a level of its own.
        criteria: for models of tracks, with statements level by level.
        parts: for models that say their rules themselves.
    """

    staged: T
    streams: T
    criteria: T
    parts: T

    def of(self, model: OfScheme) -> T:
        """That of a model's scheme."""
        return self.at(model.scheme)

    def at(self, scheme: Scheme) -> T:
        """That of a scheme."""
        found: T = getattr(self, scheme.value)
        return found

    @property
    def each(self) -> dict[Scheme, T]:
        """All of them by scheme."""
        return {scheme: self.at(scheme) for scheme in Scheme}
