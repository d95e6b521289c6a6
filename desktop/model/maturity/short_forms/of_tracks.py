"""The scheme `criteria` in the words of the vocabulary: statements, a ladder a track under caps, the lowest of them."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.maturity.pack import Cap, Pack, Track
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import scales
from desktop.model.maturity.rulebook import (
    BlankRules,
    Combiner,
    HeldDown,
    LevelLadder,
    PackPart,
    PartKind,
    PartNeeds,
    RatingScale,
    Rulebook,
    SuggestionRule,
    TargetRule,
    WithoutReason,
)
from desktop.model.maturity.scheme_settings import STATEMENT_GRADES
from desktop.model.maturity.short_forms.common_words import MODEL, ends_of, level_names, percents, whole
from desktop.model.maturity.short_forms.pack_settings import blanks_of, suggestion_of

TRACK, STATEMENT = "track", "statement"
"""Ids of the kinds."""

NOT_MET, PARTLY_MET, MET = STATEMENT_GRADES
"""Grades of a statement."""


def criteria_rulebook(pack: Pack) -> Rulebook:
    """A pack of criteria as a rulebook."""
    floor, top = ends_of(pack)
    met = PartNeeds(at_least=MET)
    (fulfilment,) = scales(pack)
    statement = PartKind(
        id=STATEMENT,
        scale=fulfilment.id,
        asked=True,
        suggest=suggestion_of(pack, SuggestionRule()),
        without_reason=WithoutReason.ACCEPTED,
    )
    track = PartKind(
        id=TRACK,
        ladder=LevelLadder(floor=floor, top=top, here=met, below=met),
        held_down=tuple(map(_cap, pack.caps)),
        blanks=blanks_of(pack, BlankRules(), "unanswered", "dont_know"),
        target=TargetRule(from_above=True),
        without_reason=WithoutReason.COUNTS,
    )
    return Rulebook(
        scales=(RatingScale(id=fulfilment.id, choices=percents(fulfilment.answers)),),
        kinds=(PartKind(id=MODEL, combine=Combiner.MIN), track, statement),
        parts=(whole(pack), *(part for each in pack.tracks for part in _track(each))),
        levels=level_names(pack),
    )


def _cap(cap: Cap) -> HeldDown:
    """A cap. A statement that does not apply does not lift it: a capability that nobody needs cannot be shown."""
    return HeldDown(
        id=cap.id,
        at_most=cap.at_most,
        unless=(PartNeeds(of=cap.unless, at_least=MET, not_applicable_fails=True),),
        on=cap.tracks,
        reason=cap.reason,
    )


def _track(track: Track) -> Iterator[PackPart]:
    yield PackPart(id=track.id, kind=TRACK, parent=WHOLE, name=track.name, text=track.summary)
    for statement in track.statements:
        yield PackPart(
            id=statement.id,
            kind=STATEMENT,
            parent=track.id,
            level=statement.level,
            text=statement.text,
            detail=statement.detail,
        )
