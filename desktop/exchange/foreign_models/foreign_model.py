"""A model in a form that is not ours: what has to be asked about it, and the pack that it becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop.exchange.model_books.places import SourcePlaces
from desktop.model.errors import Fact, RefusalError
from desktop.model.maturity.faults import Fault
from desktop.model.maturity.nodes import Entries
from desktop.model.maturity.pack import Pack
from desktop.model.vetting.vetted_packs import VettedPack, vetted_tree


class ForeignForm(StrEnum):
    """What a file is, by what stands in it."""

    PACK = "pack"
    PACK_BOOK = "pack_book"
    RUBRIC = "rubric"
    PRACTICE_TABLE = "practice_table"
    LIBRARY = "library"
    ACTIVITY_MODEL = "activity_model"


class Topic(StrEnum):
    """What can be asked about a model."""

    TABLE = "table"
    RESULT = "result"
    GROUPS = "groups"
    WEIGHTS = "weights"
    FIRST = "first"
    OPEN = "open"
    ROUNDING = "rounding"
    ANSWERS = "answers"
    LEVEL = "level"
    ID = "id"
    NAME = "name"
    VERSION = "version"
    BASED_ON = "based_on"
    LANGUAGE = "language"


class ModelQuestion(Struct, frozen=True):
    """Something about a model that its file does not say.

    Attributes:
        topic: what is asked.
        choices: the answers there are; any text where there are none.
        default: the answer that holds while nobody gives one; empty where somebody must.
        facts: what the question names.
    """

    topic: Topic
    choices: tuple[str, ...] = ()
    default: str = ""
    facts: Mapping[str, Fact] = {}


class Notice(StrEnum):
    """What is told about the reading of a model."""

    COLUMN_LEFT = "column_left"
    ROW_LEFT = "row_left"
    ROW_JOINED = "row_joined"
    LEVELS_TURNED = "levels_turned"
    LEVEL_MISSING = "level_missing"
    WEIGHTS_LEFT = "weights_left"
    SECTION_EMPTY = "section_empty"
    TEXTS_CUT = "texts_cut"
    IDS_CHANGED = "ids_changed"
    PARTS_LEFT = "parts_left"
    OLD_LETTERS = "old_letters"


class ModelNotice(Struct, frozen=True):
    """Something that was left out or understood in a way that one should know.

    Attributes:
        line: where; 0 where it is about the whole.
        notice: what.
        facts: what its sentence names.
    """

    line: int
    notice: Notice
    facts: Mapping[str, Fact] = {}


class ForeignModel(Struct, frozen=True):
    """A model as far as it is understood, with the answers given so far.

    Attributes:
        form: what the file is.
        path: where it is.
        places: sheet or file, and row or line, of the lines below.
        questions: all that can be asked, the most important first.
        missing: those that must be answered and are not.
        notices: what was left out or taken in a certain way.
        faults: what is wrong; with any, there is no pack.
        root: the pack's tree; None while answers are missing.
    """

    form: ForeignForm
    path: Path
    places: SourcePlaces
    questions: tuple[ModelQuestion, ...] = ()
    missing: tuple[ModelQuestion, ...] = ()
    notices: tuple[ModelNotice, ...] = ()
    faults: tuple[Fault, ...] = ()
    root: Entries | None = None

    def vetted(self) -> Pack | VettedPack:
        """The pack, checked as one in a file is.

        Raises:
            RefusalError: ``model.questions_open`` with ``path`` and ``count``: answers are missing.
            PackFaultsError: it cannot be one.
        """
        if self.root is None:
            raise RefusalError("model.questions_open", path=self.path, count=len(self.missing))
        return vetted_tree(self.root, self.path, list(self.faults))


Answers = Mapping[str, str]
"""Answers by the topics of questions."""


class AnswerSheet:
    """The answers given, and what is asked on the way.

    Attributes:
        questions: what was asked.
        missing: what must be answered and is not.
    """

    def __init__(self, answers: Answers) -> None:
        """Begin with nothing asked."""
        self._answers = answers
        self.questions: list[ModelQuestion] = []
        self.missing: list[ModelQuestion] = []

    def ask(self, topic: Topic, choices: Sequence[str] = (), default: str = "", **facts: Fact) -> str:
        """The answer to a question; its default, or nothing, where there is none.

        Raises:
            RefusalError: ``model.answer_unknown`` with ``topic``, ``answer`` and ``known``: it is none of the choices.
        """
        question = ModelQuestion(topic, tuple(choices), default, facts)
        self.questions.append(question)
        given = self._answers.get(topic, "").strip()
        if given and choices and given not in choices:
            raise RefusalError("model.answer_unknown", topic=str(topic), answer=given, known=tuple(choices))
        if not given and not default:
            self.missing.append(question)
        return given or default

    def refuse_unasked(self) -> None:
        """Refuse answers to what is not asked.

        Raises:
            RefusalError: ``model.answer_unasked`` with ``topic`` and ``known``.
        """
        asked = [str(question.topic) for question in self.questions]
        for topic in self._answers:
            if topic not in asked:
                raise RefusalError("model.answer_unasked", topic=topic, known=tuple(asked))
