"""Slides of what was found: strengths first, then what holds back. Nothing tells who said it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.board_texts import reasons
from desktop.exchange.deliverable import Deliverable, FindingLine
from desktop.exchange.slides.measuring import pages
from desktop.exchange.slides.slide import Item, Slide, Stage, Words, told
from desktop.language import _
from desktop.model.records import Tone
from desktop.wording import slides

TONES = (Tone.STRENGTH, Tone.ALTERNATIVE, Tone.WEAKNESS, Tone.NEUTRAL)
"""In the order in which they are told."""


def found(deliverable: Deliverable, stage: Stage) -> Iterator[Slide]:
    """The findings for the report, tone by tone; without a weakness among them, the main reasons for the levels."""
    for tone in TONES:
        lines = [line for line in deliverable.findings if line.tone is tone]
        items = [Item(line.text, about=_place(deliverable, line)) for line in lines]
        if tone is Tone.WEAKNESS and not lines:
            items = [Item(why.partition("\n")[0], about=about) for about, why in reasons(deliverable)]
        for page, size in pages(items, stage.body.width, stage.body.height):
            places = list(dict.fromkeys(item.about for item in page))
            yield Slide(slides.found(tone, places), Words(page, size), _notes())


def _place(deliverable: Deliverable, line: FindingLine) -> str:
    """What a finding is about."""
    pack = next((part.pack for part in deliverable.models if part.pack.id == line.model), None)
    place = pack.place_by_id.get(line.place) if pack else None
    return place.name if place else _("Outside the models")


def _notes() -> tuple[str, ...]:
    return told(
        [
            _("These are the findings that the team marked for the report."),
            _("Each rests on what the team heard, read and saw; who said what stays in the team."),
        ]
    )
