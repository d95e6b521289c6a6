"""The structure of a model pack. `desktop.model.maturity.reading` reads and checks one."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct

from desktop.model.maturity.vocabulary import BlankKind, FeatureKind, Scheme

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Word = Annotated[str, Meta(pattern=r"^[a-z0-9_]+$", max_length=30)]
Code = Annotated[str, Meta(pattern=r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$", max_length=30)]
Text = Annotated[str, Meta(min_length=1, max_length=2000)]
Version = Annotated[str, Meta(pattern=r"^[0-9]+(\.[0-9]+)*$", max_length=20)]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]
Remark = Annotated[str, Meta(max_length=2000)]
LevelNumber = Annotated[int, Meta(ge=1, le=9)]


class _Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A part of a pack: immutable, and strict about its keys."""


class SourceNote(_Part, frozen=True):
    """Where facts of the pack come from, or which of them are uncertain.

    Attributes:
        note: what the reader should know.
        certain: False where the published sources leave the matter open.
        about: ids of what the note speaks of; empty for the pack as a whole.
    """

    note: Text
    certain: bool = True
    about: tuple[str, ...] = ()


class Level(_Part, frozen=True):
    """A maturity level: a whole number from 1 up, its name and its essence."""

    number: LevelNumber
    name: Text
    summary: Text


class Category(_Part, frozen=True):
    """A process category. It groups and filters; nothing is computed from it."""

    id: Word
    name: Text
    summary: Text


class Feature(_Part, frozen=True):
    """A common feature: one of the sections into which an area's practices fall."""

    id: Code
    name: Text
    kind: FeatureKind
    summary: Text


class Choice(_Part, frozen=True):
    """One way to answer.

    Attributes:
        id: what is stored when it is chosen, never a number.
        name: what the respondent reads.
        meaning: when to choose it.
        percent: for summaries only, 0 to 100; None for a blank.
        blank: the kind of blank, or None for an answer.
    """

    id: Word
    name: Text
    meaning: Text
    percent: Annotated[int, Meta(ge=0, le=100)] | None = None
    blank: BlankKind | None = None


class Scale(_Part, frozen=True):
    """An answer scale. Its answers stand in order, the strongest first, and the blanks after them."""

    id: Word
    name: Text
    choices: tuple[Choice, ...]

    @property
    def answers(self) -> tuple[Choice, ...]:
        """The choices that are answers, the strongest first."""
        return tuple(choice for choice in self.choices if choice.blank is None)

    @property
    def blanks(self) -> tuple[Choice, ...]:
        """The choices that are blanks."""
        return tuple(choice for choice in self.choices if choice.blank is not None)

    def choice(self, choice_id: str) -> Choice | None:
        """The choice with this id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


class Goal(_Part, frozen=True):
    """A state that holds when the area does what it is for.

    Attributes:
        name: a few words, for tables.
        text: the state as a full sentence.
    """

    id: Code
    name: Text
    text: Text


class Practice(_Part, frozen=True):
    """A key practice.

    Attributes:
        feature: id of its common feature.
        goals: ids of the goals it serves; empty means all goals of its area.
        detail: what to look for.
    """

    id: Code
    feature: Code
    text: Text
    goals: tuple[Code, ...] = ()
    detail: Remark = ""


class Question(_Part, frozen=True):
    """A question of the questionnaire.

    Attributes:
        informs: ids of goals and practices of its area; a goal stands for the practices of the
            implementing feature that serve it.
    """

    id: Code
    text: Text
    informs: tuple[Code, ...]
    help: Remark = ""


class Area(_Part, frozen=True):
    """A key process area.

    Attributes:
        level: the maturity level that asks for it.
        categories: ids of its process categories, at least one.
        introduction: what respondents read before its questions.
        good: what good looks like.
        evidence: what typically shows it.
        may_not_apply: whether an organisation can naturally do without it.
    """

    id: Code
    name: Text
    level: LevelNumber
    categories: tuple[Word, ...]
    purpose: Text
    introduction: Text
    good: tuple[Text, ...]
    evidence: tuple[Text, ...]
    goals: tuple[Goal, ...]
    practices: tuple[Practice, ...]
    questions: tuple[Question, ...]
    may_not_apply: bool = False

    def goals_of(self, practice: Practice) -> tuple[str, ...]:
        """Ids of the goals that a practice of this area serves."""
        return practice.goals or tuple(goal.id for goal in self.goals)

    def practices_of(self, goal_id: str) -> tuple[Practice, ...]:
        """The practices that serve a goal, in the pack's order."""
        return tuple(practice for practice in self.practices if goal_id in self.goals_of(practice))


class Pack(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True, dict=True):
    """A maturity model as data.

    Attributes:
        format: version of the pack format.
        version: version of this pack's content; changed content needs a new one.
        based_on: whose published ideas it follows.
        scheme: the rating scheme.
        sources: notes on facts and on what is uncertain.
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
    categories: tuple[Category, ...]
    features: tuple[Feature, ...]
    scales: tuple[Scale, ...]
    areas: tuple[Area, ...]

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
