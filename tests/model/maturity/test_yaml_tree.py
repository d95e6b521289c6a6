"""Faults of a pack as YAML."""

from __future__ import annotations

import time

import pytest
import yaml

from desktop.model.maturity.faults import Fault, FaultCode
from desktop.model.maturity.yaml_tree import from_yaml


@pytest.fixture(params=["quick", "portable"], autouse=True)
def _parser(request, monkeypatch):
    """Both of PyYAML's parsers: the one in C, and the one in Python for where the first is missing."""
    assert hasattr(yaml, "CSafeLoader")
    if request.param == "portable":
        monkeypatch.delattr(yaml, "CSafeLoader")


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("name: Tea making", "name: Tea making\n    name: Coffee", FaultCode.KEY_TWICE, "name: Coffee"),
        ("name: Tea making", "name: Tea making\n    ? [a, b]\n    : c", FaultCode.KEY_COMPLEX, "? [a, b]"),
        ("purpose: To have", "purpose: &tea To have", FaultCode.YAML_ANCHOR, "purpose: &tea"),
        ("purpose: To have", "purpose: !!str To have", FaultCode.YAML_TAG, "purpose: !!str"),
        ("good:\n", "good: !!python/object/apply:os.getcwd\n", FaultCode.YAML_TAG, "good: !!python"),
        ("name: Tea making", f"name: {'[' * 20}{']' * 20}", FaultCode.YAML_DEEP, "name: [["),
        ("name: Tea making", "name: Tea: making", FaultCode.YAML_MALFORMED, "name: Tea: making"),
    ],
)
def test_a_fault_of_yaml_is_named_with_its_line(example, found_in, line_of, old, new, code, at):
    text = example.replace(old, new, 1)
    assert text != example
    assert found_in(text) == [(code, line_of(text, at))]


def test_an_alias_is_refused_where_it_stands(example, found_in, line_of):
    text = example.replace("good:\n", "good: &list\n").replace(
        "evidence:\n      - Rota on the kitchen door", "evidence: *list"
    )
    assert found_in(text) == [
        (FaultCode.YAML_ANCHOR, line_of(text, "good: &list")),
        (FaultCode.YAML_ANCHOR, line_of(text, "evidence: *list")),
    ]


def test_nested_aliases_do_not_grow(found_in):
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    assert {code for code, _line in found_in(bomb)} == {
        FaultCode.YAML_ANCHOR,
        FaultCode.KEY_UNKNOWN,
        FaultCode.KEY_MISSING,
    }


def test_a_second_document_is_refused(example, found_in, line_of):
    text = f"{example}---\nformat: 1\n"
    assert found_in(text) == [(FaultCode.YAML_DOCUMENTS, line_of(text, "---\nformat"))]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_an_empty_file_is_named_so(found_in, text):
    assert found_in(text) == [(FaultCode.FILE_EMPTY, 0)]


@pytest.mark.parametrize("line_end", ["\n", "\r", "\u2028"])
def test_directives_without_end_are_refused_at_once(example, found_in, line_end):
    faults: list[Fault] = []
    from_yaml("%YAML 1.1\n---\n" + example, faults)
    assert faults == []
    many = "".join(f"%TAG !a{number}! tag:example.org{line_end}" for number in range(100_000))
    start = time.process_time()
    assert found_in(many + "---\n" + example) == [(FaultCode.YAML_MALFORMED, 0)]
    assert time.process_time() - start < 2
