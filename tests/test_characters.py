import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.characters import escaped_json, for_terminal, one_line, readable_halves, text

STEERING = "\x1b\x07\x08\x7f\x9b\x85"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\tb", "a\tb"),
        ("\x1b[31mred\x00", "[31mred"),
        ("\ud83d half \ufffe\uffff", " half "),
        ("🚀 測試 e\u0301", "🚀 測試 e\u0301"),
        ("\u202eright to left is fine in a text", "\u202eright to left is fine in a text"),
    ],
)
def test_a_text(given, kept):
    assert text(given) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [("a\r\n\tb", "a b"), ("invoice\u202egpj.exe", "invoicegpj.exe"), ("\u2066a\u2069\u061c", "a"), ("\x1ba\x9b", "a")],
)
def test_a_line(given, kept):
    assert one_line(given) == kept


def test_a_terminal_is_not_steered():
    assert for_terminal(f"a{STEERING}b\n\tc\u202ed\r") == "ab\n\tcd"
    assert for_terminal("Fragebogen M\udcfcller \ud800") == "Fragebogen M\\xfcller \\ud800"


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=())))
def test_whatever_comes_can_be_said(value):
    for made in (text(value), one_line(value), for_terminal(value), readable_halves(value)):
        made.encode()
    assert not set(for_terminal(value)) & set(STEERING)


@given(st.text())
def test_json_for_a_terminal_is_the_same_data(value):
    told = escaped_json(json.dumps(value, ensure_ascii=False))
    assert json.loads(told) == value
    assert not set(told) & set(STEERING)
