"""What stands in the YAML of others, whatever kind of value its author made of it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.foreign_models.tree_values import plain_text
from desktop.model.maturity.nodes import Entries, Items, Leaf, Node


def under(node: Node | None, *keys: str) -> Node | None:
    """What stands under keys, one inside the other; None where nothing does."""
    for key in keys:
        if not isinstance(node, Entries) or key not in node.by_key:
            return None
        node = node.by_key[key].node
    return node


def said(node: Node | None, *keys: str) -> str:
    """The text under keys; empty where there is none. What YAML takes for a truth is a word again."""
    found = under(node, *keys)
    if not isinstance(found, Leaf) or found.kind in ("nothing", "refused"):
        return ""
    if found.kind == "truth":
        return "Yes" if found.value else "No"
    return plain_text(str(found.value))


def listed(node: Node | None, *keys: str) -> Iterator[Node]:
    """The entries of the list under keys, or the values of the mapping."""
    found = under(node, *keys)
    if isinstance(found, Items):
        yield from found.nodes
    elif isinstance(found, Entries):
        yield from (entry.node for entry in found.by_key.values())


def is_true(node: Node | None, *keys: str) -> bool:
    """Whether something is said to be so."""
    found = under(node, *keys)
    return isinstance(found, Leaf) and found.value is True
