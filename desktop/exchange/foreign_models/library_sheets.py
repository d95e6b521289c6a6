"""Reading the workbooks that libraries of requirements are made of: of version 1, which lists its sheets, and of 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from desktop.exchange.foreign_models.libraries import (
    Library,
    LibraryChoice,
    LibraryNode,
    LibraryQuestion,
    LibraryScore,
)
from desktop.exchange.foreign_models.library_files import CHOSEN, SEVERAL, choice_of, number_or, version_of
from desktop.exchange.foreign_models.sheet_grids import SheetGrid
from desktop.exchange.foreign_models.tree_values import as_number
from desktop.exchange.model_books.places import SourcePlaces
from desktop.model import bounds
from desktop.model.errors import RefusalError

META, CONTENT = "_meta", "_content"
LIBRARY_META, LIST_OF_TABS = f"library{META}", f"library{CONTENT}"
_USED = ("library", "framework", "requirements", "scores", "answers", "urn_prefix")
_NOT_SO = ("", "0", "FALSE")
"""What a cell says for no; anything else that stands in it is a yes."""

Texts = Mapping[str, str]
"""What is said, by its key or by the heading of its column."""

Table = Sequence[tuple[int, Texts]]
"""Rows with their numbers."""


class LibrarySheets(Struct, frozen=True):
    """What the sheets of a library are, whichever version it has.

    Attributes:
        library: what is said of the library.
        framework: what is said of its first framework.
        contents: the sheets with its requirements, each with the section that they stand under, empty for none.
        scores: what scores mean.
        answers: the choices of questions.
        kinds: everything that the library holds.
    """

    library: Texts
    framework: Texts
    contents: Sequence[tuple[SheetGrid, str]]
    scores: Table
    answers: Table
    kinds: Sequence[str]


def library_of_sheets(grids: Sequence[SheetGrid], places: SourcePlaces) -> Library | None:
    """What the workbook of a library says; None where it is none, or has no framework."""
    by_title = {grid.title.lower(): grid for grid in grids}
    if LIBRARY_META in by_title:
        found = _described(by_title)
    elif LIST_OF_TABS in by_title:
        found = _listed(by_title)
    else:
        return None
    if found is None or not found.contents:
        return None
    meta, library = found.framework, found.library
    scores = (
        LibraryScore(number, row.get("name", ""), row.get("description", ""))
        for _line, row in found.scores
        if not isinstance(number := as_number(row.get("score", "")), str)
    )
    return Library(
        line=places.line(found.contents[0][0].title, 1),
        ref_id=meta.get("ref_id", ""),
        name=meta.get("name", "") or library.get("name", ""),
        description=meta.get("description", ""),
        provider=library.get("provider", ""),
        version=version_of(library.get("version", "")),
        locale=library.get("locale", ""),
        nodes=tuple(_nodes(found, places)),
        low=number_or(meta.get("min_score", ""), 0),
        high=number_or(meta.get("max_score", ""), 100),
        scores=tuple(sorted(scores, key=lambda score: score.score)),
        left=tuple(kind for kind in dict.fromkeys(found.kinds) if kind and kind not in _USED),
    )


def _described(by_title: Mapping[str, SheetGrid]) -> LibrarySheets | None:
    """Version 2: beside each sheet another says what it is."""
    metas = {title.removesuffix(META): _said(grid) for title, grid in by_title.items() if title.endswith(META)}
    framework = next((name for name, meta in metas.items() if meta.get("type") == "framework"), None)
    if framework is None:
        return None
    meta = metas[framework]
    tables = {
        (own.get("type", ""), own.get("name", "")): _table(by_title[f"{name}{CONTENT}"])
        for name, own in metas.items()
        if f"{name}{CONTENT}" in by_title
    }
    content = by_title.get(f"{framework}{CONTENT}")
    return LibrarySheets(
        metas["library"],
        meta,
        () if content is None else ((content, ""),),
        tables.get(("scores", meta.get("scores_definition", "")), ()),
        tables.get(("answers", meta.get("answers_definition", "")), ()),
        [own.get("type", "") for own in metas.values()],
    )


def _listed(by_title: Mapping[str, SheetGrid]) -> LibrarySheets:
    """Version 1: one sheet says everything about the library and lists the others."""
    listing = by_title[LIST_OF_TABS]
    said = _said(listing)
    named = {row.get(2, "").lower(): row for row in listing.rows.values() if row.get(1, "").lower() == "tab"}
    tabs = [
        (by_title[title], row.get(3, "").lower(), row.get(4, "")) for title, row in named.items() if title in by_title
    ]
    by_kind = {kind: grid for grid, kind, _section in tabs}
    answers, scores = by_kind.get("answers", by_title.get("answers")), by_kind.get("scores")
    return LibrarySheets(
        _under("library_", said),
        _under("framework_", said),
        [(grid, section) for grid, kind, section in tabs if kind == "requirements"],
        () if scores is None else _table(scores),
        () if answers is None else _table(answers),
        [kind for _grid, kind, _section in tabs],
    )


def _said(grid: SheetGrid) -> Texts:
    return {row[1].lower(): row.get(2, "") for row in grid.rows.values() if 1 in row}


def _under(prefix: str, said: Texts) -> Texts:
    return {key.removeprefix(prefix): text for key, text in said.items() if key.startswith(prefix)}


def _table(grid: SheetGrid) -> Table:
    head, *rows = grid.rows.items()
    names = {column: text.strip().lower() for column, text in head[1].items()}
    return [(row, {names[column]: text for column, text in texts.items() if column in names}) for row, texts in rows]


def _nodes(found: LibrarySheets, places: SourcePlaces) -> Iterator[LibraryNode]:
    answers = {row.get("id", ""): row for _line, row in found.answers}
    choices = _Choices(answers, found.contents[0][0].title)
    for number, (content, section) in enumerate(found.contents, 1):
        urn = f"#{number}" if section else ""
        if section:
            yield LibraryNode(places.line(content.title, 1), urn, "", assessable=False, name=section)
        yield from _rows(content, urn, places, choices)


def _rows(content: SheetGrid, section: str, places: SourcePlaces, choices: _Choices) -> Iterator[LibraryNode]:
    above: list[tuple[int, str]] = []
    for row, texts in _table(content):
        depth = int(number_or(texts.get("depth", ""), 1))
        line = places.line(content.title, row)
        urn = f"#{line}"
        while above and above[-1][0] >= depth:
            above.pop()
        parent = above[-1][1] if above else section
        if depth > 0:
            above.append((depth, urn))
        yield LibraryNode(
            line=line,
            urn=urn,
            parent=parent,
            assessable=texts.get("assessable", "") not in _NOT_SO,
            ref_id=texts.get("ref_id", ""),
            name=texts.get("name", ""),
            description=texts.get("description", ""),
            annotation=texts.get("annotation", ""),
            evidence=texts.get("typical_evidence", ""),
            weight=texts.get("weight", ""),
            questions=tuple(_asked(texts, choices)),
        )


def _asked(texts: Texts, choices: _Choices) -> Iterator[LibraryQuestion]:
    named = _lines(texts.get("answer", ""))
    for at, text in enumerate(_lines(texts.get("questions", ""))):
        found, several = choices.of(named[min(at, len(named) - 1)] if named else "")
        yield LibraryQuestion(text, found, several=several)


class _Choices:
    """The choices of questions, each list read once however many questions name it."""

    def __init__(self, answers: Mapping[str, Texts], title: str) -> None:
        self._answers = answers
        self._title = title
        self._known: dict[str, tuple[LibraryChoice, ...]] = {}
        self._given = 0

    def of(self, id_: str) -> tuple[tuple[LibraryChoice, ...], bool]:
        """The choices of that id, and whether several can be ticked; none where there are none.

        Raises:
            RefusalError: ``model.choices_many`` with ``sheet`` and ``limit``: all questions together have more.
        """
        answer = self._answers.get(id_, {})
        if id_ not in self._known:
            self._known[id_] = tuple(_told_choices(answer))
        self._given += 1 + len(self._known[id_])
        if self._given > bounds.PACK_NODES:
            raise RefusalError("model.choices_many", sheet=self._title, limit=bounds.PACK_NODES)
        return self._known[id_], answer.get("question_type", "") == SEVERAL


def _told_choices(answer: Texts) -> Iterator[LibraryChoice]:
    words = _lines(answer.get("question_choices", "")) if answer.get("question_type", "") in CHOSEN else []
    scores = _lines(answer.get("add_score", ""))
    told = scores if len(scores) == len(words) else scores[:1] * len(words) or [""] * len(words)
    return map(choice_of, words, told)


def _lines(text: str) -> list[str]:
    """Entries of a cell, a line each; a line that begins with ``|`` belongs to the one above."""
    found: list[str] = []
    for line in text.split("\n"):
        if line.startswith("|") and found:
            found[-1] += f"\n{line[1:].strip()}"
        elif line.strip():
            found.append(line.strip())
    return found
