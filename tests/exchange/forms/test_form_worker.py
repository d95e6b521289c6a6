import io
import os

import msgspec
import pytest

from desktop.exchange.forms import form_worker
from desktop.exchange.forms.form_worker import FORM, READY, Reply, reply_to, serve
from desktop.exchange.forms.frames import read_frame, write_frame
from desktop.exchange.forms.reader import read_form
from tests.exchange.forms.workbooks import fill


def test_a_form_goes_over_whole(form):
    fill(form, {"PLN-Q1": ("Often", "two\nlines"), "PLN-Q2": "2.5"})
    reply = msgspec.msgpack.decode(msgspec.msgpack.encode(reply_to(form)), type=Reply)
    assert reply.form == read_form(form)
    assert reply.form is not None
    assert reply.form.digest == read_form(form).digest
    assert len(reply.form.unclear) == 1
    assert reply.code == ""


def test_a_refusal_goes_over_with_its_facts(form, tmp_path):
    assert reply_to(tmp_path / "gone.xlsx").code == "form.missing"
    reply = msgspec.msgpack.decode(msgspec.msgpack.encode(reply_to(tmp_path)), type=Reply)
    assert (reply.code, reply.facts) == ("file.not_plain", {"path": str(tmp_path)})


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MemoryError(), "form.too_large"),
        (RecursionError(), "form.too_large"),
        (KeyError("secret"), "form.reader_failed"),
    ],
)
def test_an_error_is_the_refusal_of_that_form_and_tells_no_value(form, monkeypatch, error, code):
    def fail(_path):
        raise error

    monkeypatch.setattr(form_worker, "read_form", fail)
    reply = reply_to(form)
    assert (reply.code, reply.form) == (code, None)
    assert "secret" not in str(reply)
    if code == "form.reader_failed":
        assert str(reply.facts["fault"]).startswith("KeyError at test_form_worker:")


def test_it_answers_path_by_path_until_nobody_asks(form, tmp_path):
    asked, said = io.BytesIO(), io.BytesIO()
    for path in (form, tmp_path / "gone.xlsx"):
        write_frame(asked, FORM + os.fsencode(path))
    asked.seek(0)
    serve(asked, said)
    said.seek(0)
    assert read_frame(said) == READY
    replies = [msgspec.msgpack.decode(read_frame(said) or b"", type=Reply) for _ in range(2)]
    assert [reply.code for reply in replies] == ["", "form.missing"]
    assert read_frame(said) is None
