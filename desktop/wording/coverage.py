"""What speaks of the practices of a model, and what is still missing, in words."""

from __future__ import annotations

from fractions import Fraction

from desktop.language import _, counted, ngettext
from desktop.model.maturity import Pack
from desktop.model.maturity.by_scheme import OfScheme
from desktop.model.maturity.vocabulary import EvidenceKind
from desktop.model.scoring import rounding
from desktop.model.scoring.coverage import Coverage, Lack, LackKind, PartCoverage, PlaceCoverage, SourceGroup
from desktop.wording import names, setting_words
from desktop.wording.model_words import words_of

QUESTIONNAIRE_ALONE = (EvidenceKind.QUESTIONNAIRE.value,)


def group_text(group: SourceGroup) -> str:
    """Where a source comes from, e.g. “Interview · Manager”."""
    return " · ".join(part for part in (names.name(group.kind), group.role) if part)


def lack_text(lack: Lack) -> str:
    """One thing that a part lacks, as part of a list."""
    match lack.kind:
        case LackKind.SOURCES:
            return _sources(lack)
        case LackKind.BEYOND if _others(lack):
            return _("1 source of another kind than: {kinds}").format(kinds=_kinds(lack))
        case LackKind.BEYOND:
            return _("1 source that is not a questionnaire")
        case LackKind.FACE_TO_FACE:
            return _("a word face to face")


def still_missing(part: PartCoverage) -> str:
    """All that a part lacks, e.g. “2 sources, one of them not a questionnaire; a word face to face”; else nothing."""
    return "; ".join(map(lack_text, part.lacks))


def stands(part: PartCoverage) -> str:
    """The same with a word where nothing is missing."""
    if not part.applies:
        return _("Does not apply")
    return still_missing(part) or _("✓ corroborated")


def sources_told(part: PartCoverage, pack: Pack | None = None) -> str:
    """What speaks of a part by kind and role, and whether that is enough, with the rule.

    Args:
        part: its coverage.
        pack: its model, to say what it asks for.
    """
    counts = [_("{source}: {count}").format(source=group_text(group), count=count) for group, count in part.counts]
    if part.answers:
        counts.append(
            ngettext("Questionnaire: {count} answer", "Questionnaire: {count} answers", part.answers).format(
                count=part.answers
            )
        )
    told = _("What speaks of it: {sources}.").format(sources="; ".join(counts) or _("nothing yet"))
    missing = still_missing(part)
    if missing:
        return _("{told} Still missing: {missing}.").format(told=told, missing=missing)
    rule = setting_words.needed(pack if part.waits else None)
    if part.waits:
        return _("{told} That is enough: the model asks for {rule}.").format(told=told, rule=rule)
    return _("{told} That is enough: it is usual to have {rule}.").format(told=told, rule=rule)


def part_sources(coverage: Coverage, part: str, pack: Pack) -> str:
    """The same of a part by its id; empty where nothing has to speak of it."""
    found = next((each for each in coverage.parts if each.part == part and each.applies), None)
    return "" if found is None else sources_told(found, pack)


def place_covered(coverage: Coverage, place: str, pack: Pack) -> str:
    """How far an area, stream or track is covered; empty where it has nothing that counts."""
    found = next((each for each in coverage.places if each.place == place), None)
    return (
        ""
        if found is None
        else _("{covered}; {affirmed}").format(covered=covered(found, pack), affirmed=face_to_face(found))
    )


def covered(place: PlaceCoverage, model: OfScheme) -> str:
    """How many parts are corroborated, e.g. “87 of 174 practices corroborated”."""
    return counted(words_of(model).corroborated, place.parts, corroborated=place.corroborated)


def face_to_face(place: PlaceCoverage) -> str:
    """How many parts of a place are affirmed face to face, and how many are to be."""
    if place.affirmed >= place.needed:
        return _("{count} heard face to face").format(count=place.affirmed)
    return _("{count} heard face to face, at least {needed} needed").format(count=place.affirmed, needed=place.needed)


def head_line(coverage: Coverage, model: OfScheme) -> str:
    """How far a model is covered: “87 of 174 practices corroborated; 61 % heard face to face, …”."""
    total = coverage.total
    if not total.parts:
        return _("Nothing is in scope.")
    percent = f"{rounding.half_up(Fraction(100 * total.affirmed, total.parts), 0):f}"
    short = sum(place.affirmed < place.needed for place in coverage.places)
    affirmed = (
        _("{percent} % heard face to face; less than half in {places}").format(
            percent=percent, places=counted(words_of(model).counted, short)
        )
        if short
        else _("{percent} % heard face to face, everywhere at least half").format(percent=percent)
    )
    return _("{covered}; {affirmed}").format(covered=covered(total, model), affirmed=affirmed)


def _sources(lack: Lack) -> str:
    has, needed = lack.facts["has"], lack.facts["needed"]
    assert isinstance(has, int)
    assert isinstance(needed, int)
    count = needed - has
    if has:
        many = ngettext("{count} more source", "{count} more sources", count)
    else:
        many = ngettext("{count} source", "{count} sources", count)
    told = many.format(count=count)
    if not lack.facts["beyond"]:
        return told
    if not _others(lack):
        text = _("{sources}, not a questionnaire") if count == 1 else _("{sources}, one of them not a questionnaire")
        return text.format(sources=told)
    return _("{sources}, one of them of another kind than: {kinds}").format(sources=told, kinds=_kinds(lack))


def _others(lack: Lack) -> bool:
    """Whether other kinds than the questionnaire are not enough by themselves."""
    return lack.facts["beyond"] != QUESTIONNAIRE_ALONE


def _kinds(lack: Lack) -> str:
    beyond = lack.facts["beyond"]
    assert isinstance(beyond, tuple)
    return ", ".join(kind if kind not in set(EvidenceKind) else names.name(EvidenceKind(kind)) for kind in beyond)
