import ast
from importlib.util import find_spec
from pathlib import Path

import pytest

from desktop.model.errors import RefusalError
from desktop.model.files.system_refusals import CODES
from desktop.model.maturity.faults import Fault, FaultCode, PackFaultsError
from desktop.model.store.blame import BLAME
from desktop.wording import refusals
from tests.wording.source_calls import calls, placeholders

MODULES = {"form": "forms", "export": "exports", "portable": "exports"}


PASSED_ON = ("?blame.py", "?form_processes.py", "?system_refusals.py", "?whole_files.py")
"""Where a code comes from a table, from another refusal or from another process."""


def is_refusal(call):
    return isinstance(call.func, ast.Name) and call.func.id == "RefusalError"


def raised():
    """Codes with the facts every raise of them gives; what the environment causes is named in a table."""
    found = {code: facts for code, facts in calls("", is_refusal).items() if not code.startswith(PASSED_ON)}
    for code in (*BLAME.values(), *CODES.values(), "file.unwritable", "file.unreadable"):
        found[code] = found.get(code, {"path", "reason"}) & {"path", "reason"}
    return {code: facts for code, facts in found.items() if _worded_here(code)}


def _worded_here(code):
    module = MODULES.get(code.split(".")[0])
    return module is None or find_spec(f"desktop.wording.{module}") is not None


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    assert raised().keys() == refusals.all_sentences().keys()


def test_sentences_name_only_facts_that_are_given():
    facts = raised()
    wrong = {
        code: placeholders(text) - facts[code]
        for code, text in refusals.all_sentences().items()
        if not placeholders(text) <= facts[code]
    }
    assert wrong == {}


@pytest.mark.parametrize("code", sorted(refusals.all_sentences()))
def test_sentences_are_whole(code):
    text = refusals.all_sentences()[code]
    assert text[0].isupper() or text[0] in "{“"
    assert text.endswith((".", "?", "}"))


def test_facts_stand_in_the_sentence():
    said = refusals.sentence(RefusalError("model.unknown", model="x", known=("a", "b")))
    assert said == "There is no model “x”. Choose from: a, b."


def test_a_faulty_pack_is_told_line_by_line():
    faults = [Fault(3, FaultCode.FILE_EMPTY, {}), Fault(7, FaultCode.KEY_MISSING, {"key": "id"})]
    lines = refusals.sentence(PackFaultsError(Path("mine.yaml"), faults)).splitlines()
    assert lines == [
        "mine.yaml cannot be used; 2 faults:",
        "mine.yaml:3: The file is empty.",
        "mine.yaml:7: The key “id” is missing.",
    ]


def test_one_fault_in_no_file():
    said = refusals.sentence(PackFaultsError(None, [Fault(0, FaultCode.KEY_MISSING, {"key": "id"}, "areas[0]")]))
    assert said.splitlines() == ["The model pack cannot be used:", "areas[0]: The key “id” is missing."]
