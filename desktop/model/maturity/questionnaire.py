"""What respondents can be asked about a model, whatever its scheme: sections of questions, each with its scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from msgspec import Struct

from desktop.model.maturity.asked import BLANKS, Asked, Section
from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.maturity.pack import Choice, Level, Pack, Scale, Stream
from desktop.model.maturity.part_questions import part_scale, part_sections
from desktop.model.maturity.parts_pack import rules_of

__all__ = [
    "FULFILMENT",
    "LEVELS",
    "Asked",
    "Section",
    "asked_by_id",
    "level_choice",
    "numbers",
    "scales",
    "sections",
    "whole_numbers",
]

LEVELS = "levels"
"""Id of the scale on which a stream's question is answered: one choice a level."""

FULFILMENT = "fulfilment"
"""Id of the scale on which statements are answered."""

_FULFILMENT = Scale(
    id=FULFILMENT,
    name="Fulfilment",
    choices=(
        Choice(id="met", name="Yes, fully", meaning="This is so, and it could be shown.", percent=100),
        Choice(id="partly_met", name="Partly", meaning="This is so in part, or not always.", percent=50),
        Choice(id="not_met", name="No", meaning="This is not so.", percent=0),
        *BLANKS,
    ),
)


def scales(pack: Pack) -> tuple[Scale, ...]:
    """The answer scales that an assessment can choose from, the one offered first at the front.

    A staged pack brings its own. Streams and criteria have one scale each, which stands in no pack: `LEVELS`, here with
    the levels' own summaries as meanings, and `FULFILMENT`. A pack with rules of its own answers each part on the
    part's scale; the one that most of its questions have stands for all.
    """
    return _ASKED.of(pack).scales(pack)


def sections(pack: Pack, scale_id: str) -> tuple[Section, ...]:
    """The whole questionnaire in the pack's order: a section for each area or stream, and for each level of each track.

    Each stream has one question; an area may have none, when it is judged without a questionnaire.

    Args:
        pack: the model.
        scale_id: id of one of its `scales`.

    Raises:
        KeyError: the model has no such scale.
    """
    scale = {scale.id: scale for scale in scales(pack)}[scale_id]
    return tuple(_ASKED.of(pack).sections(pack, scale))


def asked_by_id(pack: Pack, scale_id: str) -> dict[str, Asked]:
    """All questions of `sections` by id, in their order.

    Raises:
        KeyError: the model has no such scale.
    """
    return {asked.id: asked for section in sections(pack, scale_id) for asked in section.questions}


def numbers(asked: Iterable[Section]) -> dict[str, int]:
    """The number in front of each question, by its id, on a form that asks these sections; everywhere the same."""
    return {question.id: number for number, question in enumerate(_questions(asked), start=1)}


def whole_numbers(pack: Pack) -> dict[str, int]:
    """The numbers of all its questions, as a form prints them that asks everything; the scale makes no difference."""
    return numbers(sections(pack, scales(pack)[0].id))


def _questions(asked: Iterable[Section]) -> Iterator[Asked]:
    return (question for section in asked for question in section.questions)


def level_choice(level: int) -> str:
    """Id of the choice that stands for a level on the scale `LEVELS`."""
    return f"level_{level}"


def _of_areas(pack: Pack, scale: Scale) -> Iterator[Section]:
    for area in pack.areas:
        questions = tuple(Asked(item.id, item.text, item.help, scale) for item in area.questions)
        yield Section(area.id, area.id, area.name, area.introduction, area.level, questions)


def _of_streams(pack: Pack, _scale: Scale) -> Iterator[Section]:
    for stream in pack.streams:
        question = Asked(stream.question.id, stream.question.text, "", _anchored(pack, stream))
        yield Section(stream.id, stream.id, stream.name, stream.summary, 1, (question,))


def _anchored(pack: Pack, stream: Stream) -> Scale:
    return _levels(pack, {cell.level: cell.text for cell in stream.cells})


def _of_tracks(pack: Pack, scale: Scale) -> Iterator[Section]:
    for track in pack.tracks:
        for level in pack.levels:
            questions = tuple(Asked(item.id, item.text, item.detail, scale) for item in track.at(level.number))
            name = f"{track.name}: {level.number} {level.name}"
            yield Section(f"{track.id}-{level.number}", track.id, name, track.summary, level.number, questions)


def _levels(pack: Pack, meanings: Mapping[int, str]) -> Scale:
    """A choice for each level, the highest first, with percents that fall evenly from 100 to 0."""
    answers = (_level(pack, level, meanings[level.number]) for level in reversed(pack.levels))
    return Scale(id=LEVELS, name="Levels", choices=(*answers, *BLANKS))


def _level(pack: Pack, level: Level, meaning: str) -> Choice:
    share = Fraction(100 * (level.number - 1), len(pack.levels) - 1)
    percent = int(share + Fraction(1, 2))
    return Choice(id=level_choice(level.number), name=str(level.number), meaning=meaning, percent=percent)


class _Asking(Struct, frozen=True):
    """How a model of one scheme asks: on which scales, and what."""

    scales: Callable[[Pack], tuple[Scale, ...]]
    sections: Callable[[Pack, Scale], Iterator[Section]]


_ASKED = ByScheme(
    staged=_Asking(lambda pack: pack.scales, _of_areas),
    streams=_Asking(lambda pack: (_levels(pack, {level.number: level.summary for level in pack.levels}),), _of_streams),
    criteria=_Asking(lambda _pack: (_FULFILMENT,), _of_tracks),
    parts=_Asking(lambda pack: (part_scale(rules_of(pack)),), lambda pack, _scale: part_sections(rules_of(pack))),
)
