"""Reading libraries of requirements: their YAML, and the workbook it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desktop.exchange.foreign_models.libraries import (
    Library,
    LibraryChoice,
    LibraryNode,
    LibraryQuestion,
    LibraryScore,
)
from desktop.exchange.foreign_models.said_nodes import is_true, listed, said, under
from desktop.exchange.foreign_models.sheet_grids import SheetGrid
from desktop.exchange.foreign_models.tree_values import as_number
from desktop.exchange.model_books.places import SourcePlaces
from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.maturity.nodes import Entries, Node

META, CONTENT = "_meta", "_content"
LIBRARY_META = f"library{META}"
_SEVERAL = "multiple_choice"
_CHOSEN = ("unique_choice", _SEVERAL)


def framework_in(root: Node) -> Node | None:
    """The first framework of a library's YAML; None where it is no library, or has none."""
    one = under(root, "objects", "framework")
    return one if isinstance(one, Entries) else next(listed(root, "objects", "frameworks"), None)


def library_in(root: Node) -> Library | None:
    """What the YAML of a library says; None where it is none, or has no framework."""
    framework = framework_in(root)
    if framework is None:
        return None
    others = under(root, "objects")
    left = tuple(key for key in others.by_key if not key.startswith("framework")) if isinstance(others, Entries) else ()
    scores = (
        LibraryScore(number, said(node, "name"), said(node, "description"))
        for node in listed(framework, "scores_definition")
        if not isinstance(number := as_number(said(node, "score")), str)
    )
    return Library(
        line=framework.line,
        ref_id=said(framework, "ref_id") or said(root, "ref_id"),
        name=said(framework, "name") or said(root, "name"),
        description=said(framework, "description") or said(root, "description"),
        provider=said(root, "provider"),
        version=_version(said(root, "version")),
        locale=said(root, "locale"),
        nodes=tuple(_nodes(framework)),
        low=_number(said(framework, "min_score"), 0),
        high=_number(said(framework, "max_score"), 100),
        scores=tuple(sorted(scores, key=lambda score: score.score)),
        left=left,
    )


def _version(text: str) -> str:
    return text if text and all(part.isdecimal() for part in text.split(".")) else "1.0"


def _number(text: str, otherwise: int) -> int | float:
    number = as_number(text)
    return otherwise if isinstance(number, str) else number


def _nodes(framework: Node) -> Iterator[LibraryNode]:
    seen: set[str] = set()
    for at, node in enumerate(listed(framework, "requirement_nodes"), 1):
        urn, parent = said(node, "urn") or f"#{at}", said(node, "parent_urn")
        if urn in seen:
            continue
        yield LibraryNode(
            line=node.line,
            urn=urn,
            parent=parent if parent in seen else "",
            assessable=is_true(node, "assessable"),
            ref_id=said(node, "ref_id"),
            name=said(node, "name"),
            description=said(node, "description"),
            annotation=said(node, "annotation"),
            evidence=said(node, "typical_evidence"),
            weight=said(node, "weight"),
            questions=tuple(map(_question, listed(node, "questions"))),
        )
        seen.add(urn)


def _question(node: Node) -> LibraryQuestion:
    choices: tuple[LibraryChoice, ...] = ()
    if said(node, "type") in _CHOSEN:
        choices = tuple(_choice(said(each, "value"), said(each, "add_score")) for each in listed(node, "choices"))
    return LibraryQuestion(said(node, "text"), choices, several=said(node, "type") == _SEVERAL)


def _choice(text: str, score: str) -> LibraryChoice:
    number = as_number(score)
    return LibraryChoice(text, None if isinstance(number, str) else number)


def library_of_sheets(grids: Sequence[SheetGrid], places: SourcePlaces) -> Library | None:
    """What the workbook of a library says; None where it is none, or has no framework."""
    by_title = {grid.title.lower(): grid for grid in grids}
    metas = {title.removesuffix(META): _meta(grid) for title, grid in by_title.items() if title.endswith(META)}
    if LIBRARY_META not in by_title:
        return None
    library = metas["library"]
    framework = next((name for name, meta in metas.items() if meta.get("type") == "framework"), None)
    content = by_title.get(f"{framework}{CONTENT}")
    if framework is None or content is None:
        return None
    meta = metas[framework]
    contents = {
        (own.get("type", ""), own.get("name", "")): _table(by_title[f"{name}{CONTENT}"])
        for name, own in metas.items()
        if f"{name}{CONTENT}" in by_title
    }
    kinds = dict.fromkeys(own.get("type", "") for own in metas.values())
    used = ("library", "framework", "scores", "answers", "urn_prefix")
    scores = (
        LibraryScore(number, row.get("name", ""), row.get("description", ""))
        for _line, row in contents.get(("scores", meta.get("scores_definition", "")), ())
        if not isinstance(number := as_number(row.get("score", "")), str)
    )
    answers = contents.get(("answers", meta.get("answers_definition", "")), ())
    by_id = {row.get("id", ""): row for _line, row in answers}
    return Library(
        line=places.line(content.title, 1),
        ref_id=meta.get("ref_id", ""),
        name=meta.get("name", "") or library.get("name", ""),
        description=meta.get("description", ""),
        provider=library.get("provider", ""),
        version=_version(library.get("version", "")),
        locale=library.get("locale", ""),
        nodes=tuple(_rows(_table(content), content.title, places, by_id)),
        low=_number(meta.get("min_score", ""), 0),
        high=_number(meta.get("max_score", ""), 100),
        scores=tuple(sorted(scores, key=lambda score: score.score)),
        left=tuple(kind for kind in kinds if kind and kind not in used),
    )


def _meta(grid: SheetGrid) -> dict[str, str]:
    return {row[1].lower(): row.get(2, "") for row in grid.rows.values() if 1 in row}


def _table(grid: SheetGrid) -> list[tuple[int, dict[str, str]]]:
    head, *rows = grid.rows.items()
    names = {column: text.strip().lower() for column, text in head[1].items()}
    return [(row, {names[column]: text for column, text in texts.items() if column in names}) for row, texts in rows]


def _rows(
    table: Sequence[tuple[int, Mapping[str, str]]],
    title: str,
    places: SourcePlaces,
    answers: Mapping[str, Mapping[str, str]],
) -> Iterator[LibraryNode]:
    choices = _Choices(answers, title)
    above: list[tuple[int, str]] = []
    for row, texts in table:
        depth = int(_number(texts.get("depth", ""), 1))
        urn = f"#{row}"
        while above and above[-1][0] >= depth:
            above.pop()
        parent = above[-1][1] if above else ""
        if depth > 0:
            above.append((depth, urn))
        yield LibraryNode(
            line=places.line(title, row),
            urn=urn,
            parent=parent,
            assessable=texts.get("assessable", "").lower() == "x",
            ref_id=texts.get("ref_id", ""),
            name=texts.get("name", ""),
            description=texts.get("description", ""),
            annotation=texts.get("annotation", ""),
            evidence=texts.get("typical_evidence", ""),
            weight=texts.get("weight", ""),
            questions=tuple(_asked(texts, choices)),
        )


def _asked(texts: Mapping[str, str], choices: _Choices) -> Iterator[LibraryQuestion]:
    named = _lines(texts.get("answer", ""))
    for at, text in enumerate(_lines(texts.get("questions", ""))):
        found, several = choices.of(named[min(at, len(named) - 1)] if named else "")
        yield LibraryQuestion(text, found, several=several)


class _Choices:
    """The choices of questions, each list read once however many questions name it."""

    def __init__(self, answers: Mapping[str, Mapping[str, str]], title: str) -> None:
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
        return self._known[id_], answer.get("question_type", "") == _SEVERAL


def _told_choices(answer: Mapping[str, str]) -> Iterator[LibraryChoice]:
    words = _lines(answer.get("question_choices", "")) if answer.get("question_type", "") in _CHOSEN else []
    scores = _lines(answer.get("add_score", ""))
    told = scores if len(scores) == len(words) else scores[:1] * len(words) or [""] * len(words)
    return map(_choice, words, told)


def _lines(text: str) -> list[str]:
    """Entries of a cell, a line each; a line that begins with ``|`` belongs to the one above."""
    found: list[str] = []
    for line in text.split("\n"):
        if line.startswith("|") and found:
            found[-1] += f"\n{line[1:].strip()}"
        elif line.strip():
            found.append(line.strip())
    return found
