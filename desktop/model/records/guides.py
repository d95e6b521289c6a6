"""What is asked in sessions beside the questions of the models, and what of all was asked already."""

from typing import ClassVar

from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import Feeds, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import OfModel, OfPart, OfQuestion, OfSession, TeamText

OWN = "_"
"""Stands for the model of questions of the team's own; no model is called so."""


class GuideQuestion(Record, frozen=True):
    """A question of the team's own, for one session or for every session about an area.

    Attributes:
        session: in which it is asked; empty where that is every session about the place.
        place: id of an area, stream or track.
    """

    declared = RecordKind("guide_question", Feeds.NOTHING, Privacy.TEAM, called="text")
    listed: ClassVar[bool] = True

    id: str
    session: OfSession = ""
    model: OfModel = ""
    place: OfPart = ""
    text: TeamText = ""


class AskedQuestion(Record, frozen=True):
    """That a question of the guide was asked in a session.

    Attributes:
        model: id of the model whose question it is; `OWN` for one of the team's own.
        question: its id; that of a part where the guide asks about the part itself.
    """

    declared = RecordKind("asked_question", Feeds.NOTHING, Privacy.TEAM, MergeRule.BOTH)
    keys: ClassVar[tuple[str, ...]] = ("session", "model", "question")

    session: OfSession
    model: OfModel
    question: OfQuestion
    asked: bool = False
