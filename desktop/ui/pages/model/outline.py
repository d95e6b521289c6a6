"""A maturity model as an outline: what stands under what, and which texts a search looks through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from desktop.language import _
from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.maturity.pack import Pack
from desktop.ui.pages.model import outline_growth, outline_parts, outline_staged
from desktop.ui.pages.model.entries import Entry, Only, Part, sought

__all__ = ["Entry", "Part", "outline"]


_BENEATH = ByScheme[Callable[[Pack, Only, Mapping[str, int]], Iterable[Entry]]](
    staged=outline_staged.levels,
    streams=outline_growth.streams,
    criteria=outline_growth.tracks,
    parts=outline_parts.tree,
)


def outline(
    pack: Pack,
    level: int | None = None,
    category: str | None = None,
    numbers: Mapping[str, int] | None = None,
) -> tuple[Entry, ...]:
    """The model itself, then what it consists of: levels with their areas, or streams or tracks with their levels.

    Args:
        pack: the model.
        level: only this level.
        category: only areas of this category, and levels that have one.
        numbers: of the questions, as forms print them.
    """
    return (_about(pack), *_BENEATH.of(pack)(pack, Only(level, category), numbers or {}))


def _about(pack: Pack) -> Entry:
    text = _("About {model}").format(model=pack.name)
    return Entry(Part.MODEL, "", text, sought(pack.name, pack.summary, *_notes(pack)))


def _notes(pack: Pack) -> Iterator[str]:
    yield pack.based_on
    for source in pack.sources:
        yield source.note
    if pack.guidance is not None:
        yield from pack.guidance.notes
        yield from (warning.text for warning in pack.guidance.warnings)
