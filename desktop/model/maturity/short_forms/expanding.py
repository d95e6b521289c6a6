"""A pack of any scheme as a rulebook."""

from __future__ import annotations

from collections.abc import Callable

from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import rules_of
from desktop.model.maturity.rulebook import Rulebook
from desktop.model.maturity.short_forms.of_areas import staged_rulebook
from desktop.model.maturity.short_forms.of_streams import streams_rulebook
from desktop.model.maturity.short_forms.of_tracks import criteria_rulebook

_BOOKS = ByScheme[Callable[[Pack, str], Rulebook]](
    staged=staged_rulebook,
    streams=lambda pack, _scale: streams_rulebook(pack),
    criteria=lambda pack, _scale: criteria_rulebook(pack),
    parts=lambda pack, _scale: rules_of(pack),
)


def expanded(pack: Pack, scale: str) -> Rulebook:
    """The rulebook that a pack stands for, or brings; made once.

    The whole of one that follows a scheme is the part `desktop.model.maturity.parts.WHOLE`.

    Args:
        pack: the model.
        scale: id of the scale on which respondents answer.

    Raises:
        KeyError: the pack has no such scale.
    """
    if scale not in pack.books:
        pack.books[scale] = _BOOKS.of(pack)(pack, scale)
    return pack.books[scale]
