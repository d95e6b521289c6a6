"""The slides of a deck in their order: how we know, where we stand, what is good, what holds us back, what we do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from desktop import characters
from desktop.exchange.deliverable import Deliverable
from desktop.exchange.slides.findings import found
from desktop.exchange.slides.framing import cover, method, sureness
from desktop.exchange.slides.looking_back import since
from desktop.exchange.slides.measuring import COVER_SIZES, TITLE_SIZES, fitted
from desktop.exchange.slides.planned import actions, next_steps
from desktop.exchange.slides.profiles import profile
from desktop.exchange.slides.slide import Cover, Slide, Stage
from desktop.exchange.slides.standings import overview, standing
from desktop.wording.slides import once_more


def story(deliverable: Deliverable, stage: Stage) -> list[Slide]:
    """All slides.

    Args:
        deliverable: what may be shown.
        stage: the room there is on a slide.
    """
    slides = [cover(deliverable), *method(deliverable, stage), *overview(deliverable)]
    for part in deliverable.models:
        slides += standing(part, stage)
        slides += profile(deliverable, part)
    slides += since(deliverable)
    slides += found(deliverable, stage)
    slides += actions(deliverable, stage)
    slides += sureness(deliverable, stage)
    slides += next_steps(deliverable, stage)
    return [replace(slide, title=title) for slide, title in zip(slides, _titles(slides, stage), strict=True)]


def _titles(slides: list[Slide], stage: Stage) -> Iterator[str]:
    """As they fit, each unlike the others, as whoever listens to the outline needs it."""
    seen: Counter[str] = Counter()
    for slide in slides:
        room, sizes = stage.title, TITLE_SIZES
        if isinstance(slide.content, Cover):
            room, sizes = stage.cover, COVER_SIZES
        title = fitted(characters.one_line(slide.title), room, sizes)
        seen[title] += 1
        again = seen[title]
        yield fitted(title, room, sizes, once_more(again)) if again > 1 else title
