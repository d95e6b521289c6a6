"""The structure of a model pack. `desktop.model.maturity.reading` reads and checks one."""

from functools import cached_property
from typing import Literal

from msgspec import Struct

from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.maturity.criteria import Cap, Statement, Track
from desktop.model.maturity.kinds import Code, Language, LevelNumber, Mark, Part, Remark, Slug, Text, Version, Word
from desktop.model.maturity.part_places import PartPlace
from desktop.model.maturity.rulebook import Rulebook
from desktop.model.maturity.scales import Choice, Scale
from desktop.model.maturity.scheme_settings import SchemeSettings
from desktop.model.maturity.staged import Area, Category, Feature, Goal, Practice, Question
from desktop.model.maturity.streams import Cell, Item, Metric, Stream, StreamQuestion
from desktop.model.maturity.vocabulary import FeatureKind, Phase, Scheme
from desktop.model.maturity.worked_examples import PackExample

__all__ = [
    "CONTENT",
    "Area",
    "Cap",
    "Category",
    "Caution",
    "Cell",
    "CheckItem",
    "Choice",
    "Code",
    "Feature",
    "Goal",
    "Guidance",
    "Item",
    "Language",
    "Level",
    "LevelNumber",
    "Link",
    "Mark",
    "Metric",
    "Pack",
    "Part",
    "Place",
    "Practice",
    "Question",
    "Remark",
    "Scale",
    "Slug",
    "SourceNote",
    "Statement",
    "Stream",
    "StreamQuestion",
    "Text",
    "Track",
    "Version",
    "Word",
]

Place = Area | Stream | Track | PartPlace
"""What a model judges one by one: where levels, targets and gaps are found."""


class ContentKeys(Struct, frozen=True):
    """Keys of the content that belongs to a scheme and to no other.

    Attributes:
        needed: those that its packs cannot do without.
        further: those that they may have besides.
    """

    needed: tuple[str, ...] = ()
    further: tuple[str, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """All of them."""
        return self.needed + self.further


CONTENT = ByScheme(
    staged=ContentKeys(("categories", "features", "scales", "areas")),
    streams=ContentKeys(("streams",)),
    criteria=ContentKeys(("tracks",), ("caps",)),
    parts=ContentKeys(),
)


def foreign_keys(scheme: Scheme) -> tuple[str, ...]:
    """Keys of the content that belongs to other schemes."""
    return tuple(key for other, content in CONTENT.each.items() if other is not scheme for key in content.own)


class SourceNote(Part, frozen=True):
    """Where facts of the pack come from, or which of them are uncertain.

    Attributes:
        note: what the reader should know.
        certain: False where the published sources leave the matter open.
        about: ids of what the note speaks of; empty for the pack as a whole.
    """

    note: Text
    certain: bool = True
    about: tuple[str, ...] = ()


class Level(Part, frozen=True):
    """A maturity level: a whole number from 1 up, its name and its essence."""

    number: LevelNumber
    name: Text
    summary: Text


class CheckItem(Part, frozen=True):
    """Something to think of when an organisation is assessed against the model.

    Attributes:
        id: occurs once in the checklist.
        phase: of the assessment, in which it is done.
        text: what is to be done.
    """

    id: Word
    phase: Phase
    text: Text


class Caution(Part, frozen=True):
    """What to know before setting a level as the target."""

    level: LevelNumber
    text: Text


class Guidance(Part, frozen=True):
    """What the sources advise.

    Attributes:
        notes: advice, at least one.
        target: the level they recommend, or None.
        warnings: what speaks against certain levels.
    """

    notes: tuple[Text, ...]
    target: LevelNumber | None = None
    warnings: tuple[Caution, ...] = ()


class Link(Part, frozen=True, rename={"origin": "from"}):
    """Parts of another model that speak of the same thing.

    Attributes:
        origin: id of an area, stream, track or statement of this pack.
        model: id of the other model.
        to: ids of areas, streams, tracks or statements of the other model, at least one.
        why: what they have in common.
    """

    origin: Mark
    model: Slug
    to: tuple[Mark, ...]
    why: Text


class Pack(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True, dict=True):
    """A maturity model as data.

    Attributes:
        format: version of the pack format.
        version: version of this pack's content; changed content needs a new one.
        based_on: whose published ideas it follows.
        scheme: the rating scheme.
        sources: notes on facts and on what is uncertain.
        categories: content of the scheme `staged`, like `features`, `scales` and `areas`; empty in other packs.
        streams: content of the scheme `streams`; empty in other packs.
        tracks: content of the scheme `criteria`, like `caps`; empty in other packs.
        guidance: what the sources advise, or None.
        crosswalk: parts of other models that speak of the same things.
        settings: where the pack differs from the usual rules of its scheme.
        examples: proofs that the rules give what is published.
        checklist: what to think of in each phase of an assessment, besides what every assessment asks for.
    """

    format: Literal[1]
    id: Slug
    version: Version
    name: Text
    based_on: Text
    summary: Text
    language: Language
    scheme: Scheme
    sources: tuple[SourceNote, ...]
    levels: tuple[Level, ...]
    categories: tuple[Category, ...] = ()
    features: tuple[Feature, ...] = ()
    scales: tuple[Scale, ...] = ()
    areas: tuple[Area, ...] = ()
    streams: tuple[Stream, ...] = ()
    tracks: tuple[Track, ...] = ()
    caps: tuple[Cap, ...] = ()
    guidance: Guidance | None = None
    crosswalk: tuple[Link, ...] = ()
    settings: SchemeSettings = SchemeSettings()
    examples: tuple[PackExample, ...] = ()
    checklist: tuple[CheckItem, ...] = ()

    @cached_property
    def area_by_id(self) -> dict[str, Area]:
        """Areas by id."""
        return {area.id: area for area in self.areas}

    @cached_property
    def goal_by_id(self) -> dict[str, tuple[Area, Goal]]:
        """Goals with their area, by id."""
        return {goal.id: (area, goal) for area in self.areas for goal in area.goals}

    @cached_property
    def practice_by_id(self) -> dict[str, tuple[Area, Practice]]:
        """Practices with their area, by id."""
        return {practice.id: (area, practice) for area in self.areas for practice in area.practices}

    @cached_property
    def question_by_id(self) -> dict[str, tuple[Area, Question]]:
        """Questions with their area, by id."""
        return {question.id: (area, question) for area in self.areas for question in area.questions}

    @cached_property
    def stream_by_id(self) -> dict[str, Stream]:
        """Streams by id."""
        return {stream.id: stream for stream in self.streams}

    @cached_property
    def item_by_id(self) -> dict[str, tuple[Stream, Cell, Item]]:
        """Practices and outcomes of cells with their stream and cell, by id."""
        return {
            item.id: (stream, cell, item)
            for stream in self.streams
            for cell in stream.cells
            for item in (*cell.practices, *cell.outcomes)
        }

    @cached_property
    def metric_by_id(self) -> dict[str, tuple[Stream, Cell, Metric]]:
        """Metrics with their stream and cell, by id."""
        return {
            metric.id: (stream, cell, metric)
            for stream in self.streams
            for cell in stream.cells
            for metric in cell.metrics
        }

    @cached_property
    def track_by_id(self) -> dict[str, Track]:
        """Tracks by id."""
        return {track.id: track for track in self.tracks}

    @cached_property
    def statement_by_id(self) -> dict[str, tuple[Track, Statement]]:
        """Statements with their track, by id."""
        return {statement.id: (track, statement) for track in self.tracks for statement in track.statements}

    @cached_property
    def cap_by_id(self) -> dict[str, Cap]:
        """Caps by id."""
        return {cap.id: cap for cap in self.caps}

    @cached_property
    def place_by_id(self) -> dict[str, Place]:
        """Areas, streams, tracks or parts, whichever the scheme has, by id and in the pack's order."""
        return {**self.area_by_id, **self.stream_by_id, **self.track_by_id}

    @cached_property
    def question_texts(self) -> dict[str, str]:
        """The texts of all questions by id, whatever the scheme."""
        return (
            {item.id: item.text for _area, item in self.question_by_id.values()}
            | {stream.question.id: stream.question.text for stream in self.streams}
            | {item.id: item.text for _track, item in self.statement_by_id.values()}
        )

    @cached_property
    def text_by_id(self) -> dict[str, str]:
        """What each part says; of places, goals and metrics what they are called, of caps their reason."""
        return {
            **{id_: place.name for id_, place in self.place_by_id.items()},
            **{id_: goal.name for id_, (_area, goal) in self.goal_by_id.items()},
            **{id_: practice.text for id_, (_area, practice) in self.practice_by_id.items()},
            **{id_: item.text for id_, (_stream, _cell, item) in self.item_by_id.items()},
            **{id_: metric.name for id_, (_stream, _cell, metric) in self.metric_by_id.items()},
            **{id_: cap.reason for id_, cap in self.cap_by_id.items()},
            **self.question_texts,
        }

    @cached_property
    def implementing(self) -> frozenset[str]:
        """Ids of the features whose practices are the work itself."""
        return frozenset(f.id for f in self.features if f.kind is FeatureKind.IMPLEMENTATION)

    @cached_property
    def informants(self) -> dict[str, tuple[Question, ...]]:
        """For each practice id, the questions whose answers say something about it."""
        found: dict[str, list[Question]] = {practice_id: [] for practice_id in self.practice_by_id}
        for area in self.areas:
            for question in area.questions:
                for practice in area.practices:
                    by_goal = practice.feature in self.implementing and set(area.goals_of(practice)) & set(
                        question.informs
                    )
                    if practice.id in question.informs or by_goal:
                        found[practice.id].append(question)
        return {practice_id: tuple(questions) for practice_id, questions in found.items()}

    @cached_property
    def books(self) -> dict[str, Rulebook]:
        """The rulebooks that it stands for by answer scale, as `short_forms.expanding` fills them in."""
        return {}

    def scale(self, scale_id: str) -> Scale:
        """The answer scale with this id.

        Raises:
            KeyError: the pack has no such scale.
        """
        for scale in self.scales:
            if scale.id == scale_id:
                return scale
        raise KeyError(scale_id)

    def level(self, number: int) -> Level:
        """The level with this number.

        Raises:
            KeyError: the pack has no such level.
        """
        for level in self.levels:
            if level.number == number:
                return level
        raise KeyError(number)

    def areas_at(self, number: int) -> tuple[Area, ...]:
        """The areas that a level asks for, in the pack's order."""
        return tuple(area for area in self.areas if area.level == number)

    def cell(self, stream: str, level: int) -> Cell:
        """The cell of a stream at a level.

        Raises:
            KeyError: the pack has no such stream or level.
        """
        return self.stream_by_id[stream].cell(level)

    def caps_on(self, track: str) -> tuple[Cap, ...]:
        """The caps that can hold a track down, in the pack's order."""
        return tuple(cap for cap in self.caps if track in cap.tracks)
