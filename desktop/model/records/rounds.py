"""Rounds of an assessment that are over: what was said in them lies away, and what came of them stands here."""

import datetime as dt
from typing import Annotated, ClassVar

from desktop.model.records.evidence_items import ContentDigest
from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import MARK, CellRule, Feeds, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import DecimalText, ListNumber, OfModel, OfPart, OfRound
from desktop.model.scoring.vocabulary import Rating


class Round(Record, frozen=True):
    """A round that is over.

    Attributes:
        number: stands for it on lists, from 1 up.
        began: its first day, None where nobody has said.
        closed: the day on which the next one was started.
        content: of what was said in it; see `desktop.model.assessment.past_content`.
        shown: the highest number of `ShownAnswers` in it; those of later rounds have higher ones.
    """

    declared = RecordKind("round", Feeds.NOTHING, Privacy.SPONSOR, called="name")
    listed: ClassVar[bool] = True

    id: str
    number: ListNumber = 0
    name: str = ""
    began: dt.date | None = None
    closed: dt.date | None = None
    content: ContentDigest = ""
    shown: Annotated[int, CellRule(MergeRule.LATEST, Privacy.NOBODY)] = 0


class RoundResult(Record, frozen=True):
    """What a place of a model, or the model as a whole, came to in a round that is over, as it was told then.

    Attributes:
        place: id of an area, stream, track or part, or `WHOLE`.
        digest: of the pack by which it was rated; of the whole alone.
        level: of a stream, a track or the whole; None for an area, for a part, and for a stream that is not rated.
        rating: of an area; why a stream or track takes no part.
        value: of a part of a model with rules of its own; of an area the percentage of its practices in place.
        grade: likewise.
    """

    declared = RecordKind("round_result", Feeds.NOTHING, Privacy.SPONSOR, MergeRule.LATEST)
    keys: ClassVar[tuple[str, ...]] = ("round", "model", "place")

    round: OfRound
    model: OfModel
    place: OfPart
    digest: Annotated[str, CellRule(names=MARK)] = ""
    level: int | None = None
    rating: Rating | None = None
    value: DecimalText = ""
    grade: str = ""
