"""What respondents can be asked about a model, whatever its scheme: sections of questions, each with its scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from msgspec import Struct

from desktop.model.maturity.pack import Choice, Level, Pack, Scale, Stream
from desktop.model.maturity.vocabulary import BlankKind, Scheme

LEVELS = "levels"
"""Id of the scale on which a stream's question is answered: one choice a level."""

FULFILMENT = "fulfilment"
"""Id of the scale on which statements are answered."""

_BLANKS = (
    Choice(
        id=BlankKind.DOES_NOT_APPLY.value,
        name="Does not apply",
        meaning="This does not fit what the organisation does.",
        blank=BlankKind.DOES_NOT_APPLY,
    ),
    Choice(
        id=BlankKind.DONT_KNOW.value,
        name="Don't know",
        meaning="You cannot tell how this is.",
        blank=BlankKind.DONT_KNOW,
    ),
)

_FULFILMENT = Scale(
    id=FULFILMENT,
    name="Fulfilment",
    choices=(
        Choice(id="met", name="Yes, fully", meaning="This is so, and it could be shown.", percent=100),
        Choice(id="partly_met", name="Partly", meaning="This is so in part, or not always.", percent=50),
        Choice(id="not_met", name="No", meaning="This is not so.", percent=0),
        *_BLANKS,
    ),
)


class Asked(Struct, frozen=True):
    """A question as a respondent gets it.

    Attributes:
        id: what answers are stored under: the id of a question of the pack, or of a statement.
        help: a short clarification; may be empty.
        scale: the choices to answer with.
    """

    id: str
    text: str
    help: str
    scale: Scale


class Section(Struct, frozen=True):
    """Questions that belong together.

    Attributes:
        id: occurs once in the pack; for criteria the track's id and the level, ``tool-2``.
        place: id of the area, stream or track that the questions are about.
        introduction: what respondents read before the questions.
        level: the level that asks for it; 1 for a stream, which is asked about whatever the level.
    """

    id: str
    place: str
    name: str
    introduction: str
    level: int
    questions: tuple[Asked, ...]


def scales(pack: Pack) -> tuple[Scale, ...]:
    """The answer scales that an assessment can choose from, the one offered first at the front.

    A staged pack brings its own. Streams and criteria have one scale each, which stands in no pack: `LEVELS`, here with
    the levels' own summaries as meanings, and `FULFILMENT`.
    """
    match pack.scheme:
        case Scheme.STAGED:
            return pack.scales
        case Scheme.STREAMS:
            return (_levels(pack, {level.number: level.summary for level in pack.levels}),)
        case Scheme.CRITERIA:
            return (_FULFILMENT,)


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
    return tuple(_SECTIONS[pack.scheme](pack, scale))


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


_SECTIONS: Mapping[Scheme, Callable[[Pack, Scale], Iterator[Section]]] = {
    Scheme.STAGED: _of_areas,
    Scheme.STREAMS: _of_streams,
    Scheme.CRITERIA: _of_tracks,
}


def _levels(pack: Pack, meanings: Mapping[int, str]) -> Scale:
    """A choice for each level, the highest first, with percents that fall evenly from 100 to 0."""
    answers = (_level(pack, level, meanings[level.number]) for level in reversed(pack.levels))
    return Scale(id=LEVELS, name="Levels", choices=(*answers, *_BLANKS))


def _level(pack: Pack, level: Level, meaning: str) -> Choice:
    share = Fraction(100 * (level.number - 1), len(pack.levels) - 1)
    percent = int(share + Fraction(1, 2))
    return Choice(id=level_choice(level.number), name=str(level.number), meaning=meaning, percent=percent)
