"""A pack's text as a tree of nodes that know their lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, cast

from msgspec import Struct

Place = tuple[str | int, ...]


class Leaf(Struct, frozen=True):
    """A single value.

    Attributes:
        kind: ``text``, ``number`` (whole), ``decimal`` (with a point), ``truth``, ``nothing``, ``other`` (an unquoted
            date, ...), or ``refused`` for what has been found faulty already.
        cut: whether a comment follows on its line, before which an unquoted text ends.
        bare: whether it stands without quotes.
    """

    line: int
    kind: str
    value: str | int | float | bool | None
    cut: bool = False
    bare: bool = False


class Items(Struct, frozen=True):
    """A list; `flow` tells one in brackets."""

    line: int
    nodes: tuple[Node, ...]
    flow: bool = False


class Entry(Struct, frozen=True):
    """A key of a mapping, with its own line and its value."""

    line: int
    node: Node


class Entries(Struct, frozen=True):
    """A mapping; `flow` tells one in braces."""

    line: int
    by_key: Mapping[str, Entry]
    flow: bool = False


Node: TypeAlias = Leaf | Items | Entries


def from_plain(value: object) -> Node:
    """The tree of what a JSON text holds. It has no lines."""
    match value:
        case dict():
            return Entries(0, {str(key): Entry(0, from_plain(inner)) for key, inner in value.items()})
        case list():
            return Items(0, tuple(from_plain(inner) for inner in value))
    kinds = {str: "text", bool: "truth", int: "number", float: "decimal", type(None): "nothing"}
    if kind := kinds.get(type(value)):
        return Leaf(0, kind, cast("str | int | float | bool | None", value))
    return Leaf(0, "other", str(value))


def plain(node: Node) -> object:
    """The values of a tree, without their lines."""
    match node:
        case Leaf():
            return node.value
        case Items():
            return [plain(inner) for inner in node.nodes]
        case Entries():
            return {key: plain(entry.node) for key, entry in node.by_key.items()}


def size_of(root: Node) -> tuple[int, int]:
    """How many values, lists and keys a tree has, as `bounds.PACK_NODES` counts them, and letters in its texts."""
    values, letters, waiting = 0, 0, [root]
    while waiting:
        node = waiting.pop()
        values += 1
        match node:
            case Leaf():
                letters += len(node.value) if isinstance(node.value, str) else 0
            case Items():
                waiting += node.nodes
            case Entries():
                values += len(node.by_key)
                waiting += [entry.node for entry in node.by_key.values()]
    return values, letters


def line_at(root: Node, path: Place) -> int:
    """The line of the node at a path, or of the nearest node above it that exists.

    The line of a value under a key is that of the key.
    """
    node, line = root, root.line
    for step in path:
        if isinstance(node, Entries) and step in node.by_key:
            line, node = node.by_key[str(step)].line, node.by_key[str(step)].node
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.nodes):
            node = node.nodes[step]
            line = node.line
        else:
            break
    return line


def spell(path: Place) -> str:
    """A path as people write it: ``areas[3].goals[0].text``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
