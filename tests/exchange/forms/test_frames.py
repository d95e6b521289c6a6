import io

import pytest

from desktop.exchange.forms.frames import read_frame, write_frame


@pytest.mark.parametrize("content", [b"", b"a", b"\0" * 100_000])
def test_what_is_sent_comes_in(content):
    stream = io.BytesIO()
    write_frame(stream, content)
    write_frame(stream, b"next")
    stream.seek(0)
    assert [read_frame(stream), read_frame(stream), read_frame(stream)] == [content, b"next", None]


@pytest.mark.parametrize("cut", [1, 4, 7])
def test_half_a_message_is_none(cut):
    stream = io.BytesIO()
    write_frame(stream, b"message")
    assert read_frame(io.BytesIO(stream.getvalue()[:cut])) is None
