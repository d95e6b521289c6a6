"""One word for one thing: what users read never calls a thing by a name that it has not."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.architecture.repository import ROOT, modules, tree

CALLS = frozenset({"_", "N_", "NC_", "NN_", "ngettext", "pgettext"})

BANNED = {
    r"(?<!\bin )\bplaces\b|\bplace (stands|stand|in a model)\b": "area, stream or track",
    r"\baction items?\b": "action",
    r"\bwanted\b|\bwanting\b": "target, or missing",
    r"\bfinal\b": "settled",
    r"(?<!key that )\bis held\b|\b(not|be|·) held\b|\bheld (at|down)\b|\bholds? level\b": "reached, or capped",
    r"\bstands? (before|between)\b|\bin the way\b|\bbefore it:": "blocks",
    r"\bstops? (level|the level|the next|it|no level|the track)\b": "blocks",
    r"\blags?\b": "is the lowest",
    r"\bforms? taken\b|\bquestionnaires? taken\b|\bfilled questionnaires?\b|\bquestionnaire workbooks?\b": "form",
    r"\bUns\b|\bOOS\b|\bN/A\b": "the word in full",
    r"\bMake these\b|\bWeakness missing\b": "what is to be done",
    r"\bappraised?\b": "assessed",
    r"\bpercents\b": "percentages",
    r"\bfilled forms?\b": "completed form",
    r"\bput \S+ (in|out of) scope\b": "bring into scope, take out of scope",
    r"\bEscape\b": "Esc",
    r"\bcopy made before\b": "earlier copy",
    r"\b(is|are) kept by\b": "blocked by",
}
"""What no text says, with what it says instead."""


@cache
def said() -> tuple[tuple[str, str], ...]:
    """Every text that users read, with the file it stands in."""
    found = []
    for path in modules("desktop"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                texts = [part.value for part in node.args if isinstance(part, ast.Constant)]
                found += [(path.name, re.sub(r"\{\w*\}", "…", text)) for text in texts if isinstance(text, str)]
    for page in sorted((ROOT / "docs" / "help").glob("*.md")):
        found += [(page.name, line) for line in page.read_text("utf-8").splitlines()]
    return tuple(found)


@pytest.mark.parametrize(("pattern", "instead"), BANNED.items())
def test_nothing_is_called_by_another_word(pattern: str, instead: str) -> None:
    wrong = [f"{name}: {text}" for name, text in said() if re.search(pattern, text, re.IGNORECASE)]
    assert not wrong, f"say {instead}"


@pytest.mark.parametrize(
    "text",
    [
        "Level 1 is held, level 2 is not.",
        "{count} places stand before level 3",
        "Call SRI final",
        "Two places",
        "Against the level wanted",
        "Stops level 3:",
        "3 action items made.",
        "Track tool lags.",
        "2 forms taken",
        "Held down by a cap",
        "Mean of the answers' percents",
        "Import filled forms",
        "Put it in scope",
        "Escape leaves.",
        "Go back to a copy made before.",
        "Level 2 is kept by A.",
    ],
)
def test_words_that_were_said_once_are_noticed(text: str) -> None:
    assert any(re.search(pattern, text, re.IGNORECASE) for pattern in BANNED)


@pytest.mark.parametrize(
    "text",
    [
        "5 of 8 in place",
        "An answer in its place",
        "Another program holds the file",
        "The questionnaire has 40 questions",
    ],
)
def test_ordinary_words_are_let_alone(text: str) -> None:
    assert not any(re.search(pattern, text, re.IGNORECASE) for pattern in BANNED)


def test_texts_are_found() -> None:
    assert len(said()) > 1500
