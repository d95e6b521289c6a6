"""Reading the YAML of libraries of requirements."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.foreign_models.libraries import (
    Library,
    LibraryChoice,
    LibraryNode,
    LibraryQuestion,
    LibraryScore,
)
from desktop.exchange.foreign_models.said_nodes import is_true, listed, said, under
from desktop.exchange.foreign_models.tree_values import as_number
from desktop.model.maturity.nodes import Entries, Node

SEVERAL = "multiple_choice"
CHOSEN = ("unique_choice", SEVERAL)


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
        version=version_of(said(root, "version")),
        locale=said(root, "locale"),
        nodes=tuple(_nodes(framework)),
        low=number_or(said(framework, "min_score"), 0),
        high=number_or(said(framework, "max_score"), 100),
        scores=tuple(sorted(scores, key=lambda score: score.score)),
        left=left,
    )


def version_of(text: str) -> str:
    """The version that a text says; the first where it says none."""
    return text if text and all(part.isdecimal() for part in text.split(".")) else "1.0"


def number_or(text: str, otherwise: int) -> int | float:
    """The number that a text writes, or another."""
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
    if said(node, "type") in CHOSEN:
        choices = tuple(choice_of(said(each, "value"), said(each, "add_score")) for each in listed(node, "choices"))
    return LibraryQuestion(said(node, "text"), choices, several=said(node, "type") == SEVERAL)


def choice_of(text: str, score: str) -> LibraryChoice:
    """A choice with what it adds to the score, if that is a number."""
    number = as_number(score)
    return LibraryChoice(text, None if isinstance(number, str) else number)
