"""What the team of the shipped sample asks of its own in interviews, and what of it was asked."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from desktop import resources
from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.records import OWN


class OwnQuestion(Struct, frozen=True, forbid_unknown_fields=True):
    """A question, for the session of a name or for all about an area."""

    text: str
    session: str = ""
    model: str = ""
    area: str = ""


class QuestionAsked(Struct, frozen=True, forbid_unknown_fields=True):
    """That the question of this text was asked in the session of this name."""

    session: str
    text: str


class SampleGuides(Struct, frozen=True, forbid_unknown_fields=True):
    """All of them."""

    questions: tuple[OwnQuestion, ...]
    asked: tuple[QuestionAsked, ...]


def sample_guides() -> SampleGuides:
    """The questions of the shipped sample."""
    return msgspec.json.decode(resources.sample("guides.json").read_bytes(), type=SampleGuides)


def write_guides(assessment: Assessment) -> None:
    """Add them, by the operations that the window uses; the sessions are there."""
    sessions = {each.name: each.id for each in assessment.interviews.all()}
    guides, found, added = assessment.guides, sample_guides(), {}
    for each in found.questions:
        area = Ref(each.model, each.area) if each.area else None
        added[each.text] = guides.add(each.text, session=sessions.get(each.session, ""), area=area)
    for asked in found.asked:
        guides.mark_asked(sessions[asked.session], Ref(OWN, added[asked.text]))
