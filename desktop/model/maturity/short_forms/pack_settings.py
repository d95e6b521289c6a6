"""What a pack of a scheme sets, in the words of the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from desktop.model.maturity.pack import Pack
from desktop.model.maturity.rulebook import BlankRules, EvidenceRule, GradeBand, SuggestionRule, Treatment
from desktop.model.maturity.scheme_settings import SETTABLE, Without

_TREATMENTS = {Without.LEAVE_OUT: Treatment.LEAVE_OUT, Without.LOWEST: Treatment.LOWEST}


def evidence_of(pack: Pack) -> EvidenceRule | None:
    """What must support a practice; None where nothing must."""
    said = pack.settings.evidence
    if not said.sources:
        return None
    return EvidenceRule(sources=said.sources, beyond=tuple(map(str, said.beyond)))


def limits_of(pack: Pack) -> Mapping[str, float]:
    """By what the survey can suggest, the lowest left out: the percent that the mean of the answers passes for it."""
    return pack.settings.suggest.above or SETTABLE.of(pack).limits


def suggestion_of(pack: Pack, usual: SuggestionRule) -> SuggestionRule:
    """What the survey suggests.

    Args:
        pack: the model.
        usual: what it suggests under its scheme, whatever the limits.
    """
    said, limits = pack.settings.suggest, limits_of(pack)
    bands = tuple(GradeBand(grade=grade, passed=limits.get(grade)) for grade in SETTABLE.of(pack).grades)
    shown = tuple(map(str, said.unless_shown)) if usual.unless_shown else ()
    return replace(usual, bands=bands, at_most=said.at_most or usual.at_most, unless_shown=shown)


def blanks_of(pack: Pack, usual: BlankRules, *keys: str) -> BlankRules:
    """What counts for parts without result.

    Args:
        pack: the model.
        usual: what counts under its scheme.
        keys: the reasons that a pack of the scheme may set.
    """
    return replace(usual, **{key: _TREATMENTS[getattr(pack.settings.blanks, key)] for key in keys})
