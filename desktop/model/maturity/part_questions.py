"""What respondents can be asked about a model with rules of its own: its parts, each on its own scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from desktop.model.maturity.asked import BLANKS, Asked, Section
from desktop.model.maturity.rulebook import PackPart, RatingScale, Rulebook, exact
from desktop.model.maturity.scales import Choice, Scale


def asked_parts(book: Rulebook) -> tuple[PackPart, ...]:
    """The parts that respondents can be asked about, in the order of the rulebook.

    Those whose kind says so; where none does, all that are answered themselves. Respondents choose one answer: a part
    of which several can be ticked is left to the team.
    """
    answered = [
        part for part in book.parts if (scale := book.scale_of(part)) is not None and not (scale.several or scale.box)
    ]
    said = any(kind.asked for kind in book.kinds)
    return tuple(part for part in answered if book.kind_of(part).asked or not said)


def asks_by_itself(book: Rulebook) -> bool:
    """Whether the pack says that respondents are asked; otherwise the team decides."""
    return any(kind.asked for kind in book.kinds)


def part_sections(book: Rulebook) -> Iterator[Section]:
    """The whole questionnaire: a section for each part under which some are asked, in the order of the first."""
    below: dict[str, list[PackPart]] = {}
    for part in asked_parts(book):
        below.setdefault(part.parent or part.id, []).append(part)
    for id_, parts in below.items():
        above = book.part_by_id[id_]
        questions = tuple(_asked(book, part) for part in parts)
        yield Section(id_, id_, _path(book, above), above.text, 1, questions)


def part_scale(book: Rulebook) -> Scale:
    """The scale that most parts are asked on, the first of several; without any question one of the blanks alone."""
    found = Counter(book.scale_of(part) for part in asked_parts(book))
    found.pop(None, None)
    most = max(found, key=lambda scale: found[scale], default=None)
    return Scale(id="parts", name="Answers", choices=BLANKS) if most is None else asked_scale(most)


@lru_cache(maxsize=256)
def asked_scale(scale: RatingScale) -> Scale:
    """A scale as respondents choose from it, the strongest answer first, with percents by place on the scale."""
    return Scale(id=scale.id, name=scale.name or scale.id, choices=(*reversed(_choices(scale)), *BLANKS))


def _choices(scale: RatingScale) -> list[Choice]:
    offered = scale.asked
    places = [exact(choice.value) for choice in offered if choice.value is not None]
    if len(places) < len(offered) or places[0] == places[-1]:
        places = [Fraction(place) for place in range(len(offered))]
    return [
        Choice(
            id=choice.id,
            name=choice.name or choice.id.replace("_", " "),
            meaning=choice.meaning,
            percent=int(100 * (place - places[0]) / (places[-1] - places[0]) + Fraction(1, 2)),
        )
        for choice, place in zip(offered, places, strict=True)
    ]


def _asked(book: Rulebook, part: PackPart) -> Asked:
    scale = book.scale_of(part)
    assert scale is not None
    return Asked(
        part.id, part.question or part.text or part.name or part.label or part.id, part.detail, asked_scale(scale)
    )


def _path(book: Rulebook, part: PackPart) -> str:
    """Names of a part and of those above it, the whole left out, so that a section says where it stands."""
    names: list[str] = []
    step: PackPart | None = part
    while step is not None and step.parent is not None:
        names.append(step.name or step.label or step.id)
        step = book.part_by_id[step.parent]
    return ": ".join(reversed(names)) or part.name or part.id
