"""What was found of what was said, as lines: a heading for each sort, and what says it with where that was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.language import N_, _
from desktop.model.maturity.refs import AnswerRef
from desktop.ui.whereabouts import Whereabouts, shown_at
from desktop.wording import names
from desktop.wording.forms import question_number
from desktop.wording.interviews import heard_from

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment
    from desktop.model.listening.said_index import SaidHits


_HEADINGS = {
    "session_note": N_("Notes"),
    "answer": N_("Comments"),
    "evidence": N_("Evidence"),
    "observation": N_("Observations"),
    "finding": N_("Findings"),
    "discussion_point": N_("Directions and decisions"),
}


class SaidLine(Struct, frozen=True):
    """A heading, or something that was said.

    Attributes:
        pieces: its text in pieces, each with whether it is what was sought.
        where: where it was said; empty for a heading.
        shown: where it leads; None for a heading.
    """

    pieces: tuple[tuple[str, bool], ...]
    where: str = ""
    shown: Whereabouts | None = None

    @property
    def text(self) -> str:
        """All pieces."""
        return "".join(piece for piece, _hit in self.pieces)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.text} – {self.where}" if self.where else self.text


def said_lines(assessment: Assessment, found: Sequence[SaidHits]) -> list[SaidLine]:
    """Each sort under its heading, with how many there are."""
    return [line for hits in found for line in _of_sort(assessment, hits)]


def _of_sort(assessment: Assessment, hits: SaidHits) -> Iterator[SaidLine]:
    yield SaidLine(((_heading(hits), False),))
    for hit in hits.hits:
        shown = shown_at(hits.sort, hit.key, assessment)
        yield SaidLine(hit.pieces, _where(assessment, hits.sort, hit.key, shown), shown)


def _heading(hits: SaidHits) -> str:
    sort, found, shown = _(_HEADINGS[hits.sort]), hits.found, len(hits.hits)
    if found == shown:
        return _("{sort}: {found}").format(sort=sort, found=found)
    return _("{sort}: {shown} of {found}").format(sort=sort, shown=shown, found=f"{found:,}")


def _where(assessment: Assessment, sort: str, key: str, shown: Whereabouts) -> str:
    """Where something was said: by role, never by name."""
    match sort:
        case "session_note":
            heard = assessment.interviews.noted([key])
            return " · ".join((heard_from(heard[0]), heard[0].session.name)) if heard else ""
        case "answer":
            return _asked(assessment, AnswerRef(*key.split("/")))
        case "evidence":
            return names.name(assessment.evidence.get(key).kind)
        case "observation":
            return names.name(assessment.observations.get(key).observation.state)
        case "finding":
            return _about(assessment, key)
        case _:
            return next((each.text for each in assessment.findings.all() if each.id == shown.target), "")


def _asked(assessment: Assessment, answer: AnswerRef) -> str:
    """The question, by the number that forms print."""
    numbers, asked = assessment.models.numbers(answer.model), assessment.models.questions(answer.model)
    number = question_number(numbers[answer.question]) if answer.question in numbers else ""
    text = asked[answer.question].text if answer.question in asked else answer.question
    return "  ".join(part for part in (number, text) if part)


def _about(assessment: Assessment, finding: str) -> str:
    """The area that a finding is about."""
    found = assessment.findings.get(finding)
    packs = {in_use.id: in_use.pack for in_use in assessment.models.all()}
    place = packs[found.model].place_by_id.get(found.place) if found.model in packs else None
    return place.name if place is not None else found.place
