"""Types of cells that many kinds of record share: each says what stands there and what holds for it."""

from typing import Annotated

from msgspec import Meta

from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import MARK, PART, QUESTION, CellRule, Privacy

OfFormRound = Annotated[str, CellRule(names="form_round")]
OfModel = Annotated[str, CellRule(names="model")]
OfPart = Annotated[str, CellRule(names=PART)]
OfQuestion = Annotated[str, CellRule(names=QUESTION)]
OfParticipant = Annotated[str, CellRule(names="participant")]
OfScopeItem = Annotated[str, CellRule(names="scope_item")]
OfMember = Annotated[str, CellRule(names="member")]
OfEvidence = Annotated[str, CellRule(names="evidence")]
OfSession = Annotated[str, CellRule(names="session")]
OfNote = Annotated[str, CellRule(names="session_note")]
OfObservation = Annotated[str, CellRule(names="observation")]
OfFinding = Annotated[str, CellRule(names="finding")]
OfInstance = Annotated[str, CellRule(names="instance")]
OfAction = Annotated[str, CellRule(names="action")]
OfMilestone = Annotated[str, CellRule(names="milestone")]
OfMeasure = Annotated[str, CellRule(names="measure")]
OfRound = Annotated[str, CellRule(names="round")]
TeamText = Annotated[str, CellRule(MergeRule.BOTH, Privacy.TEAM)]
"""A note that stays in the team; of two that were written apart from each other, neither is lost."""
DecimalText = Annotated[str, Meta(pattern=r"^(-?[0-9]{1,15}([.][0-9]{1,6})?)?$")]
"""A number as it is kept, exactly; empty for none."""
ListNumber = Annotated[int, CellRule(MergeRule.ANEW)]
"""Stands for a record on lists, from 1 up."""
Bookkeeping = Annotated[str, CellRule(MergeRule.LATEST, Privacy.NOBODY, MARK)]
"""What only the program reads."""
