"""Slides around the results: what it is about, how one knows, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.board_texts import left_out, limits
from desktop.exchange.deliverable import Deliverable
from desktop.exchange.slides.measuring import pages
from desktop.exchange.slides.slide import Cover, Item, Slide, Stage, Words, told
from desktop.language import _
from desktop.model.scoring.vocabulary import SourceKind
from desktop.wording import names, slides


def cover(deliverable: Deliverable) -> Slide:
    """What the meeting is about."""
    subject = deliverable.subject
    return Slide(
        slides.cover_title(subject.organisation),
        Cover(told([subject.unit, _("Feedback meeting for everybody"), names.day(deliverable.day)])),
        told(
            [
                _("Welcome everybody and thank them for their time."),
                _("All that follows is as of {day}; no slide names anybody or tells who said what.").format(
                    day=names.day(deliverable.day)
                ),
            ]
        ),
    )


def method(deliverable: Deliverable, stage: Stage) -> Iterator[Slide]:
    """What was looked at, why, and by what one knows."""
    subject, people = deliverable.subject, deliverable.participation
    when = (
        _("assessed {first} to {last}").format(first=names.day(subject.starts), last=names.day(subject.ends))
        if subject.starts and subject.ends
        else ""
    )
    lines = [
        (_("Why:"), subject.purpose),
        (_("Where:"), ", ".join(each for each in (subject.unit or subject.organisation, when) if each)),
        (_("Against what:"), ", ".join(part.pack.name for part in deliverable.models)),
        (_("How we know:"), _sources(deliverable)),
        (
            _("In confidence:"),
            _("what was answered is told only from {threshold} answers up, and no finding names anybody.").format(
                threshold=subject.threshold
            ),
        ),
    ]
    items = [Item(text, begins) for begins, text in lines if text]
    title = slides.taking_part(people.answered, people.asked)
    notes = told(
        [
            _("Asked about at least one model: {asked}; answered: {answered}.").format(
                answered=people.answered, asked=people.asked
            )
            if people.asked
            else _("Nobody was sent a questionnaire."),
            _("Ratings are the team's; what people answered is one of the things they rest on."),
        ]
    )
    for page, size in pages(items, stage.body.width, stage.body.height):
        yield Slide(title, Words(page, size), notes)


def sureness(deliverable: Deliverable, stage: Stage) -> Iterator[Slide]:
    """What was not assessed, and how sure the team is, model by model."""
    items = [Item(text, _("{model}:").format(model=model)) for model, text in limits(deliverable)]
    for number, (page, size) in enumerate(pages(items, stage.body.width, stage.body.height)):
        yield Slide(
            slides.not_assessed(something=any(map(left_out, deliverable.models)), further=number > 0),
            Words(page, size),
            (_("The counts are those of the results workbook, on its first sheet."),),
        )


def _sources(deliverable: Deliverable) -> str:
    """In which ways the team learnt what it knows."""
    kinds = {kind for part in deliverable.models for each in part.coverage.parts for kind in each.kinds}
    if deliverable.participation.asked:
        kinds.add(SourceKind.QUESTIONNAIRE)
    return ", ".join(slides.ways_of_learning(kinds))
