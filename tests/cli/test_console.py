import io
import json

import pytest

from desktop.cli import console as streams
from desktop.cli.console import Console


def test_results_and_messages_go_their_own_ways(capsys):
    console = Console()
    console.say("result")
    console.tell("message")
    console.result({"a": 1})
    said = capsys.readouterr()
    assert (said.out, said.err) == ("result\n", "message\n")


def test_json_is_all_there_is_when_it_is_wanted(capsys):
    console = Console(json=True)
    console.say("result")
    console.result({"a": [1, None], "b": "ü"})
    assert capsys.readouterr().out == '{\n  "a": [\n    1,\n    null\n  ],\n  "b": "ü"\n}\n'


@pytest.mark.parametrize(("of", "told"), [(1, 1), (3, 3), (10, 10), (14, 10), (200, 10)])
def test_progress_is_told_a_few_times(capsys, of, told):
    console = Console()
    for done in range(1, of + 1):
        console.progress(done, of)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == told
    assert lines[-1] == f"  {of} of {of}"


def test_any_text_can_be_said_whatever_the_system_speaks(monkeypatch):
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, encoding="cp1252"))
    streams.prepare()
    Console().say("測試 “ok” \udc80")
    streams.finish()
    assert written.getvalue().decode().rstrip() == "測試 “ok” \\x80"


def test_names_that_are_no_utf_8_are_told_in_json_and_in_lines(capsys):
    name = b"M\xfcller.xlsx".decode(errors="surrogateescape")
    console = Console(json=True)
    console.result({name: [{"file": (name, "\ud800")}]})
    assert json.loads(capsys.readouterr().out) == {"M\\xfcller.xlsx": [{"file": ["M\\xfcller.xlsx", "\\ud800"]}]}
    Console().say(name)
    assert capsys.readouterr().out == "M\\xfcller.xlsx\n"
