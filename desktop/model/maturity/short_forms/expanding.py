"""A pack of any scheme as a rulebook."""

from __future__ import annotations

from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import rules_of
from desktop.model.maturity.rulebook import Rulebook
from desktop.model.maturity.short_forms.of_areas import staged_rulebook
from desktop.model.maturity.short_forms.of_streams import streams_rulebook
from desktop.model.maturity.short_forms.of_tracks import criteria_rulebook
from desktop.model.maturity.vocabulary import Scheme


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
        pack.books[scale] = _made(pack, scale)
    return pack.books[scale]


def _made(pack: Pack, scale: str) -> Rulebook:
    match pack.scheme:
        case Scheme.STAGED:
            return staged_rulebook(pack, scale)
        case Scheme.STREAMS:
            return streams_rulebook(pack)
        case Scheme.CRITERIA:
            return criteria_rulebook(pack)
        case Scheme.PARTS:
            return rules_of(pack)
