"""Trees of plain values with something wrong in them."""

from __future__ import annotations

import random
from typing import Any

STRANGE: tuple[Any, ...] = (
    None, 0, 1, 2, -1, 3, 2**31, 2**63 - 1, -(2**63), 0.5, 1e300, float("inf"), "", "x", "tiny", "p1", "a/b", "a/b/c",
    "true", '"x"', "null", "[]", "{}", '{"a": 1}', "[" * 2000, "9" * 5000, "2026-02-30", "2026-03-02", "edit", "undo",
    "redo", "note", "\0", "\ud7ff", "\N{ROCKET}", "x" * 70_000, "x" * 1_000_001, b"", b"\xff", b"x" * 70_000,
)  # fmt: skip
"""What stands where something else is expected."""


def bend(chance: random.Random, tree: Any) -> None:
    """Let something in a tree be strange, gone, or further in."""
    while isinstance(tree, dict | list) and tree:
        key = chance.choice([*tree]) if isinstance(tree, dict) else chance.randrange(len(tree))
        if chance.random() < 0.3 or not isinstance(tree[key], dict | list):
            match chance.randrange(3):
                case 0:
                    tree[key] = chance.choice([each for each in STRANGE if not isinstance(each, bytes | float)])
                case 1:
                    del tree[key]
                case _:
                    tree[key] = [tree[key]]
            return
        tree = tree[key]
