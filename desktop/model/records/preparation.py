"""What is assessed, by whom and with whom."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from desktop.model.records.improvement import PriorityMethod
from desktop.model.records.record import MARK, SCALE, CellRule, Feeds, Lasts, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import ListNumber, OfModel, OfParticipant, OfScopeItem, TeamText

TEAM = CellRule(privacy=Privacy.TEAM)
TEAM_OF_ROUND = CellRule(privacy=Privacy.TEAM, lasts=Lasts.ROUND)
OnRound = Annotated[dt.date | None, CellRule(lasts=Lasts.ROUND)]


class MemberRole(StrEnum):
    """What somebody does in the assessment team."""

    LEAD = "lead"
    MEMBER = "member"
    OBSERVER = "observer"

    @property
    def rates(self) -> bool:
        """Whether the team's ratings need this person's agreement: observers only look on."""
        return self is not MemberRole.OBSERVER


class DayStyle(StrEnum):
    """How days are written in what leaves the team."""

    ISO = "iso"
    WORDS = "words"
    DOTS = "dots"
    SLASHES = "slashes"


class DecimalMark(StrEnum):
    """What stands before the decimals of a number there."""

    POINT = "point"
    COMMA = "comma"


class Details(Record, frozen=True):
    """What the assessment is about; there is one, with id ``assessment``.

    Attributes:
        unit: the part of the organisation that is assessed.
        goals: the business goals that the assessment serves.
        budget: in words, with its currency; `BudgetLine` has it in figures.
        currency: in which the budget's lines are counted, and what actions cost and bring.
        confidentiality: what was agreed about who may see what.
        starts: first day on site.
        ends: last day on site.
        threshold: smallest group whose answers are shown, at least 3.
        priority_method: by what the team puts its actions in order.
        return_by: the day by which forms are to be back; the questionnaire closes with it.
        opens: the day from which forms are to be filled in.
        round_name: what the round is called in which the team is now; empty while nobody has said.
        round_began: the day on which it was started as a follow-up; None for the first.
        day_style: how days are written in what leaves the team; likewise `decimal_mark`.
    """

    declared = RecordKind("details", Feeds.SCORES, Privacy.SPONSOR)

    id: str = "assessment"
    organisation: str = ""
    unit: str = ""
    sponsor: str = ""
    purpose: str = ""
    budget: Annotated[str, TEAM] = ""
    starts: OnRound = None
    ends: OnRound = None
    threshold: int = 5
    notes: TeamText = ""
    return_by: Annotated[dt.date | None, TEAM_OF_ROUND] = None
    goals: TeamText = ""
    currency: str = ""
    confidentiality: TeamText = ""
    priority_method: PriorityMethod = PriorityMethod.FORMULA
    opens: Annotated[dt.date | None, TEAM_OF_ROUND] = None
    round_name: str = ""
    round_began: dt.date | None = None
    day_style: DayStyle = DayStyle.ISO
    decimal_mark: DecimalMark = DecimalMark.POINT


class Model(Record, frozen=True):
    """A maturity model in use, frozen in the file.

    Attributes:
        digest: of the frozen pack.
        scale: id of the answer scale of its questionnaire.
        question_level: what lies above this level is not asked about; 0 when nobody is asked about the model.
    """

    declared = RecordKind("model", Feeds.ANSWERS, Privacy.SPONSOR)
    listed: ClassVar[bool] = True

    id: OfModel
    digest: Annotated[str, CellRule(names=MARK)] = ""
    scale: Annotated[str, CellRule(names=SCALE)] = ""
    question_level: int = 3


class Member(Record, frozen=True):
    """Somebody of the assessment team.

    Attributes:
        independence: how far from what is assessed the person stands.
    """

    declared = RecordKind("member", Feeds.NOTHING, Privacy.TEAM, called="name")
    listed: ClassVar[bool] = True

    id: str
    name: str = ""
    role: MemberRole = MemberRole.MEMBER
    independence: TeamText = ""


class Participant(Record, frozen=True):
    """Somebody who takes part, without saying who; see `Identity`.

    Attributes:
        number: stands for the participant on lists, from 1 up.
        role: e.g. manager, practitioner.
        group: with whom the participant is counted, e.g. management, practitioners, customers, or a department.
        asked: whether the participant gets a questionnaire.
        unit: id of the organisational unit that the participant works in.
        service: id of the service that the participant works for, or uses.
        interviewed: whether the participant is to be interviewed.
        discusses: whether the participant is to join a discussion.
        left: whether the participant was taken out while answers and notes stay, without saying whose they are.
    """

    declared = RecordKind("participant", Feeds.ANSWERS, Privacy.TEAM)
    listed: ClassVar[bool] = True

    id: str
    number: ListNumber = 0
    role: str = ""
    group: str = ""
    asked: bool = True
    unit: OfScopeItem = ""
    service: OfScopeItem = ""
    interviewed: bool = False
    discusses: bool = False
    left: bool = False


class Identity(Record, frozen=True):
    """Who a participant is: kept apart from answers and in no deliverable.

    It outlasts the participant, so that no finding names somebody who left; nothing shows it any more.
    """

    declared = RecordKind("identity", Feeds.NOTHING, Privacy.PERSON)
    keys: ClassVar[tuple[str, ...]] = ("participant",)

    participant: OfParticipant
    name: str = ""
    email: str = ""
