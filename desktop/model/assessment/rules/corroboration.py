"""Whether enough independent sources bear an observation out: counted as the sources of a practice are."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from desktop.model.evaluation.own_answers import enough, support_of
from desktop.model.evaluation.part_inputs import PartWord, SupportPiece
from desktop.model.maturity.rulebook import EvidenceRule
from desktop.model.maturity.scheme_settings import EvidenceSetting
from desktop.model.scoring.inputs import Source

_USUAL = EvidenceSetting()
_RULE = EvidenceRule(sources=_USUAL.sources, beyond=tuple(map(str, _USUAL.beyond)))
"""What a practice needs where its model says nothing else."""


class Corroboration(Struct, frozen=True):
    """How well something is borne out.

    Attributes:
        sources: how many different ones there are; notes of one session are one, and so are all questionnaires.
        kinds: of what kinds they are.
        wanted: how many there have to be, one of them no questionnaire.
        enough: whether they suffice.
    """

    sources: int
    kinds: tuple[str, ...]
    wanted: int
    enough: bool


def corroboration(sources: Iterable[Source]) -> Corroboration:
    """How well sources bear something out."""
    word = PartWord(support=tuple(SupportPiece(each.kind.value, each.session) for each in sources))
    kinds, count = support_of(word, heard=False)
    return Corroboration(count, kinds, _RULE.sources, enough(_RULE, count, kinds))
