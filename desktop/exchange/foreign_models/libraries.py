"""Libraries of requirements as CISO Assistant keeps them: what its YAML and its workbook say, alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from desktop.exchange.foreign_models.foreign_model import (
    AnswerSheet,
    ForeignForm,
    ForeignModel,
    ModelNotice,
    Notice,
    Topic,
)
from desktop.exchange.foreign_models.pack_heads import head_of
from desktop.exchange.foreign_models.rubric_packs import LEFT_OUT, LOWEST
from desktop.exchange.foreign_models.tree_values import (
    LONGEST_TEXT,
    GradeWords,
    PartIds,
    as_number,
    entries_at,
    fitting,
    list_of,
)
from desktop.exchange.model_books.places import SourcePlaces
from desktop.model.maturity.nodes import Entries

_LONGEST_NAME = 120
_LOWEST_SCORE, _HIGHEST_SCORE = 0, 100


class LibraryChoice(Struct, frozen=True):
    """A choice of a question, with what it adds to the score; None where it adds nothing."""

    text: str
    score: int | float | None


class LibraryQuestion(Struct, frozen=True):
    """A question of a requirement.

    Attributes:
        text: of the question.
        choices: none where the answer is a text or a date.
        several: whether several choices can be ticked.
    """

    text: str
    choices: tuple[LibraryChoice, ...] = ()
    several: bool = False

    @property
    def scored(self) -> bool:
        """Whether its answers say a score."""
        scores = {choice.score for choice in self.choices if choice.score is not None}
        return len(self.choices) > 1 and (any(scores) if self.several else len(scores) > 1)


class LibraryNode(Struct, frozen=True):
    """A section or a requirement.

    Attributes:
        line: where it stands.
        urn: its identity in the library.
        parent: that of the one it stands under; empty at the top.
        assessable: whether it is a requirement.
    """

    line: int
    urn: str
    parent: str
    assessable: bool
    ref_id: str = ""
    name: str = ""
    description: str = ""
    annotation: str = ""
    evidence: str = ""
    weight: str = ""
    questions: tuple[LibraryQuestion, ...] = ()


class LibraryScore(Struct, frozen=True):
    """A score and what it means."""

    score: int | float
    name: str
    description: str


class Library(Struct, frozen=True):
    """A framework of a library.

    Attributes:
        nodes: each after the one it stands under.
        scores: what scores mean; empty where they are plain numbers.
        left: other things that the library holds.
    """

    line: int
    ref_id: str
    name: str
    description: str
    provider: str
    version: str
    locale: str
    nodes: tuple[LibraryNode, ...]
    low: int | float = _LOWEST_SCORE
    high: int | float = _HIGHEST_SCORE
    scores: tuple[LibraryScore, ...] = ()
    left: tuple[str, ...] = ()


def library_model(path: Path, library: Library, places: SourcePlaces, sheet: AnswerSheet) -> ForeignModel:
    """The model that a library's framework is: every section and the whole the mean of the requirements beneath."""
    notices = [ModelNotice(0, Notice.PARTS_LEFT, {"what": library.left})] if library.left else []
    root = _Framework(library, sheet, notices).root(path)
    sheet.refuse_unasked()
    questions, missing = tuple(sheet.questions), tuple(sheet.missing)
    return ForeignModel(ForeignForm.LIBRARY, path, places, questions, missing, tuple(notices), (), root)


class _Framework:
    """Makes the tree of a pack."""

    def __init__(self, library: Library, sheet: AnswerSheet, notices: list[ModelNotice]) -> None:
        self._library = library
        self._sheet = sheet
        self._notices = notices
        self._open = sheet.ask(Topic.OPEN, (LEFT_OUT, LOWEST), default=LEFT_OUT)
        self._kept = self._with_requirements()
        self._requirements = [node for node in library.nodes if node.assessable]
        self._scored = any(question.scored for node in self._requirements for question in node.questions)
        self._weighted = len({node.weight or "1" for node in self._requirements}) > 1
        self._scales: dict[tuple[object, ...], Entries] = {}
        self._cut = 0

    def root(self, path: Path) -> Entries:
        """The whole pack."""
        library = self._library
        head = head_of(
            self._sheet,
            path,
            library.name,
            library.line,
            id_=library.ref_id,
            version=library.version,
            summary=library.description,
            based_on=library.provider,
            language=library.locale[:2].lower() or "en",
        )
        ids = PartIds("ALL")
        named = {
            node.urn: ids.of(node.ref_id, f"N{at}")
            for at, node in enumerate(library.nodes, 1)
            if node.urn in self._kept
        }
        parts = [part for node in library.nodes if node.urn in named for part in self._parts(node, named)]
        if ids.changed:
            self._notices.append(ModelNotice(0, Notice.IDS_CHANGED, {"count": ids.changed}))
        if self._cut:
            self._notices.append(ModelNotice(0, Notice.TEXTS_CUT, {"count": self._cut}))
        root = entries_at(
            library.line, {"id": "ALL", "kind": "model", "name": self._text(library.name)[:_LONGEST_NAME]}
        )
        content = {
            "kinds": list(self._kinds()),
            "parts": list_of([root, *parts]),
        }
        tree = entries_at(library.line, content).by_key
        return Entries(
            0, {**head, **entries_at(library.line, {"scales": list_of(self._scales.values())}).by_key, **tree}
        )

    def _with_requirements(self) -> frozenset[str]:
        """What has a requirement beneath it, or is one; sections without any are told."""
        parents = {node.urn: node.parent for node in self._library.nodes}
        kept: set[str] = set()
        for node in self._library.nodes:
            urn = node.urn if node.assessable else ""
            while urn and urn not in kept:
                kept.add(urn)
                urn = parents.get(urn, "")
        for node in self._library.nodes:
            if node.urn not in kept:
                name = (node.name or node.ref_id or node.description)[:60]
                self._notices.append(ModelNotice(node.line, Notice.SECTION_EMPTY, {"name": name}))
        return frozenset(kept)

    def _sections_weigh(self) -> bool:
        """Whether requirements of different weights stand beneath one section."""
        beneath: dict[str, set[str]] = {}
        for node in reversed(self._library.nodes):
            found = beneath.pop(node.urn, set())
            if len(found) > 1:
                return True
            if node.assessable:
                found.add(node.weight or "1")
            beneath.setdefault(node.parent, set()).update(found)
        return False

    def _text(self, *texts: str) -> str:
        joined = "\n".join(filter(None, texts))
        self._cut += len(joined) > LONGEST_TEXT
        return fitting(joined)

    def _parts(self, node: LibraryNode, named: Mapping[str, str]) -> Iterator[Entries]:
        parent = named.get(node.parent, "ALL")
        own: dict[str, object] = {
            "id": named[node.urn],
            "kind": "requirement" if node.assessable else "section",
            "parent": parent,
            "label": node.ref_id if node.ref_id not in ("", named[node.urn]) else None,
            "name": self._text(node.name)[:_LONGEST_NAME] or None,
            "text": self._text(node.description or node.name or node.ref_id),
        }
        if not node.assessable:
            yield entries_at(node.line, own)
            return
        unscored = [question for question in node.questions if not question.scored]
        own["detail"] = self._text(node.annotation, node.evidence, *(question.text for question in unscored)) or None
        own["weight"] = as_number(node.weight) if self._weighted and node.weight else None
        yield entries_at(node.line, own)
        if not self._scored:
            self._score_scale()
            return
        asked = [question for question in node.questions if question.scored]
        for at, question in enumerate(asked, 1):
            yield self._question(node, question, f"{named[node.urn][:34]}-q{at}", named[node.urn])
        if not asked:
            scale = self._score_scale()
            yield entries_at(
                node.line,
                {"id": f"{named[node.urn][:34]}-q1", "kind": "question", "parent": named[node.urn], "scale": scale},
            )

    def _question(self, node: LibraryNode, question: LibraryQuestion, id_: str, parent: str) -> Entries:
        key = (question.several, *((choice.text, choice.score) for choice in question.choices))
        if key not in self._scales:
            words = GradeWords()
            choices = [
                {"id": words.of(choice.text), "value": choice.score or 0, "name": self._text(choice.text)}
                for choice in question.choices
            ]
            self._scales[key] = entries_at(
                node.line, {"id": f"q{len(self._scales) + 1}", "choices": choices, "several": question.several or None}
            )
        scale = getattr(self._scales[key].by_key["id"].node, "value", "")
        text = self._text(question.text) or None
        return entries_at(node.line, {"id": id_, "kind": "question", "parent": parent, "scale": scale, "text": text})

    def _score_scale(self) -> str:
        if ("score",) not in self._scales:
            library = self._library
            values: dict[str, object] = {"id": "score"}
            if len(library.scores) > 1:
                values["choices"] = list(self._score_choices())
            else:
                values["range"] = {"low": library.low, "high": library.high, "whole": True}
            self._scales["score",] = entries_at(library.line, values)
        return "score"

    def _score_choices(self) -> Iterator[Mapping[str, object]]:
        words = GradeWords()
        for score in self._library.scores:
            name = f"{score.score} {score.name}".strip()
            yield {
                "id": words.of(score.name or f"score {score.score}"),
                "value": score.score,
                "name": self._text(name),
                "meaning": self._text(score.description) or None,
            }

    def _kinds(self) -> Iterator[Mapping[str, object]]:
        rule: dict[str, object] = {"over": "requirement", "combine": "mean"}
        if self._weighted:
            rule["weights"] = "given"
        if self._open == LOWEST:
            rule["blanks"] = {"unanswered": "lowest", "dont_know": "lowest"}
        yield {"id": "model", **rule}
        if any(not node.assessable and node.urn in self._kept for node in self._library.nodes):
            if not self._sections_weigh():
                rule.pop("weights", None)
            yield {"id": "section", **rule}
        if self._scored:
            yield {"id": "requirement", "combine": "sum"}
            yield {"id": "question", "asked": True}
        else:
            yield {"id": "requirement", "scale": "score", "asked": True}
