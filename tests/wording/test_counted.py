"""What is counted agrees with its number: “1 of 1 areas” is never said, whatever the numbers are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.repository import modules, tree

ONE_FORM = frozenset({"_", "N_", "NC_", "pgettext"})
"""Calls whose message is the same for every number."""

BOUNDS = "most|limit|threshold|longest|smallest|seconds|needed"
"""Placeholders that are never one."""

NOUNS = (
    "actions answers areas blockers comments decimals faults files forms gaps goals levels measures parts participants "
    "people practices questions readings sources statements steps streams targets tracks"
).replace(" ", "|")
COUNTED = re.compile(rf"\{{(?!({BOUNDS})\}})\w+\}} (\w+ )?({NOUNS})\b")
SEVERAL = (
    "rated {areas} key process areas and {streams} streams",
    "the newest {shown} of {count} steps",
    "{count} of {all} areas, all of {levels}",
)
"""Said only where there are several: the sample's, and those of which some are not shown or not named."""


def messages() -> Iterator[tuple[str, int, str]]:
    """Every message with one form, and where it stands."""
    for path in modules("desktop"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ONE_FORM:
                for part in node.args:
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield path.name, node.lineno, part.value


def test_a_number_before_a_plural_is_told_with_its_singular() -> None:
    wrong = [
        f"{name}:{line}: {text}"
        for name, line, text in messages()
        if COUNTED.search(text) and not any(known in text for known in SEVERAL)
    ]
    assert not wrong, "use ngettext, or put the number behind: “areas satisfied: 1 of 1”"


@pytest.mark.parametrize("text", ["{satisfied} of {areas} areas", "{n} answers of {asked} asked", "{open} open goals"])
def test_wrong_ones_are_noticed(text: str) -> None:
    assert COUNTED.search(text)


@pytest.mark.parametrize("text", ["Areas satisfied: {satisfied} of {areas}", "fewer than {threshold} answers"])
def test_right_ones_are_let_alone(text: str) -> None:
    assert not COUNTED.search(text)
