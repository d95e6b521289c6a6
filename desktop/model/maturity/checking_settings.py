"""Whether what a pack says of its scheme's rules means something under the scheme, and holds together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.scheme_settings import SETTABLE
from desktop.model.maturity.vocabulary import EvidenceKind


def check_settings(pack: Pack) -> Iterator[Finding]:
    """What contradicts itself in the settings of a pack, or means nothing under its scheme."""
    known = SETTABLE.of(pack).keys
    for block, key in pack.settings.told:
        if key not in known.get(block, ()):
            yield finding(("settings", block, key), FaultCode.SETTING_FOREIGN, key=key, scheme=pack.scheme.value)
    if set(pack.settings.evidence.beyond) >= set(EvidenceKind):
        yield finding(("settings", "evidence", "beyond"), FaultCode.EVIDENCE_NEVER)
    if "suggest" in known:
        yield from _suggested(pack)


def _suggested(pack: Pack) -> Iterator[Finding]:
    place: Place = ("settings", "suggest")
    grades, said = SETTABLE.of(pack).grades, pack.settings.suggest
    named = [(grade, (*place, "above", grade)) for grade in said.above]
    if said.at_most is not None:
        named.append((said.at_most, (*place, "at_most")))
    unknown = [(grade, at) for grade, at in named if grade not in grades or (grade == grades[0] and "above" in at)]
    for grade, at in unknown:
        yield finding(at, FaultCode.SETTING_GRADE, id=grade, known=grades[1:] if "above" in at else grades)
    if not said.above or unknown:
        return
    for grade in grades[1:]:
        if grade not in said.above:
            yield finding((*place, "above"), FaultCode.SETTING_GRADE_MISSING, id=grade)
            return
    for before, grade in pairwise(grades[1:]):
        if said.above[grade] <= said.above[before]:
            yield finding(
                (*place, "above", grade), FaultCode.BAND_ORDER, id=grade, number=said.above[grade], before=before
            )
