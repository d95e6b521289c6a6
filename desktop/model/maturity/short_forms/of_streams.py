"""The scheme `streams` in the words of the vocabulary: boxes to tick, a ladder a stream, and the lowest of them."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.maturity.pack import Pack, Stream
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import level_choice
from desktop.model.maturity.rulebook import (
    AcrossRule,
    BlankRules,
    Combiner,
    JudgedRule,
    LevelLadder,
    NamedMeasure,
    PackPart,
    PartKind,
    PartNeeds,
    RatingScale,
    Rulebook,
    ScaleChoice,
    SuggestionRule,
    TargetRule,
    Treatment,
    WithoutReason,
)
from desktop.model.maturity.short_forms.common_words import MODEL, QUESTION, ends_of, level_names, whole
from desktop.model.maturity.short_forms.pack_settings import blanks_of

STREAM, PRACTICE = "stream", "practice"
"""Ids of the kinds."""

NOT_TICKED, TICKED = "not_ticked", "ticked"
"""Grades of a practice."""

MEAN = "mean"
"""Id of the measure beside the level: the mean over the streams that are rated."""

_BOX = "box"


def streams_rulebook(pack: Pack) -> Rulebook:
    """A pack of streams as a rulebook."""
    floor, top = ends_of(pack)
    ticked = PartNeeds(at_least=TICKED)
    model = PartKind(
        id=MODEL,
        combine=Combiner.MIN,
        blanks=blanks_of(pack, BlankRules(), "unanswered"),
        also=(NamedMeasure(id=MEAN, combine=Combiner.MEAN),),
    )
    stream = PartKind(
        id=STREAM,
        ladder=LevelLadder(floor=floor, top=top, here=ticked, below=ticked),
        blanks=BlankRules(unanswered=Treatment.HAND_UP),
        judged=JudgedRule(may_set=pack.settings.team.may_set),
        suggest=SuggestionRule(combine=Combiner.MEDIAN),
        target=TargetRule(from_above=True),
        without_reason=WithoutReason.COUNTS,
    )
    return Rulebook(
        scales=(
            RatingScale(id=_BOX, grades=(NOT_TICKED, TICKED), box=True),
            *(_levels(each) for each in pack.streams),
        ),
        kinds=(
            model,
            stream,
            PartKind(id=PRACTICE, scale=_BOX),
            PartKind(id=QUESTION, asked=True, across=AcrossRule(combine=Combiner.MEDIAN)),
        ),
        parts=(whole(pack), *(part for each in pack.streams for part in _stream(each))),
        levels=level_names(pack),
    )


def _levels(stream: Stream) -> RatingScale:
    """The answers to a stream's question: the texts of its cells."""
    return RatingScale(
        id=stream.question.id,
        choices=tuple(
            ScaleChoice(id=level_choice(cell.level), value=cell.level, name=str(cell.level), meaning=cell.text)
            for cell in stream.cells
        ),
    )


def _stream(stream: Stream) -> Iterator[PackPart]:
    yield PackPart(id=stream.id, kind=STREAM, parent=WHOLE, name=stream.name, text=stream.summary)
    for cell in sorted(stream.cells, key=lambda cell: cell.level):
        for practice in cell.practices:
            yield PackPart(id=practice.id, kind=PRACTICE, parent=stream.id, level=cell.level, text=practice.text)
    yield PackPart(
        id=stream.question.id,
        kind=QUESTION,
        parent=stream.id,
        informs=(stream.id,),
        scale=stream.question.id,
        text=stream.question.text,
    )
