import ast
import re

from desktop.wording import soundness
from tests.architecture.repository import ROOT, tree


def told():
    """The kinds of fault that the checks yield, from their source."""
    found = set()
    for name in ("store/check.py", "store/replay.py", "assessment/soundness.py", "assessment/rounds.py"):
        for node in ast.walk(tree(ROOT / "desktop" / "model" / name)):
            values = (
                node.values if isinstance(node, ast.JoinedStr) else [node] if isinstance(node, ast.Constant) else []
            )
            if values and isinstance(values[0], ast.Constant) and isinstance(values[0].value, str):
                match = re.match(r"([a-z_]+): ", values[0].value + " ") if ": " in values[0].value else None
                found |= {match[1]} if match else set()
    return found


def test_every_fault_has_a_sentence_and_every_sentence_a_fault():
    assert told() == soundness.SENTENCES.keys()


def test_sentences():
    assert soundness.sentence("step: 4") == "Step 4 of the history makes no sense."
    assert soundness.sentence("sqlite: row 3: bad") == "The database reports damage: row 3: bad."
