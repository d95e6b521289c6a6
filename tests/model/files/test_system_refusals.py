import errno
import sys
from pathlib import Path

import pytest

from desktop.model.errors import RefusalError
from desktop.model.files.system_refusals import CODES, longest_name, refuse_long_name, refusing_for, system_refusal
from desktop.wording.refusals import all_sentences

PATH = Path("a.maturity")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENAMETOOLONG, "file.name_too_long"),
        (errno.ENOSPC, "file.full"),
        (errno.EFBIG, "file.full"),
        (errno.EIO, "file.io"),
        (errno.EACCES, "file.unwritable"),
        (errno.EROFS, "file.unwritable"),
    ],
)
def test_what_the_system_says_is_told_in_the_words_of_the_program(number, code):
    with pytest.raises(RefusalError) as caught, refusing_for(PATH):
        raise OSError(number, "because")
    assert (caught.value.code, caught.value.facts) == (code, {"path": PATH, "reason": "because"})


def test_reading_has_its_own_word_for_the_rest():
    assert system_refusal(PermissionError(errno.EACCES, "no"), PATH, "file.unreadable").code == "file.unreadable"


def test_an_error_without_words_is_told_by_its_name():
    assert system_refusal(TimeoutError(), PATH).facts["reason"] == "TimeoutError"


def test_other_errors_are_bugs():
    with pytest.raises(ValueError, match="a bug"), refusing_for(PATH):
        raise ValueError("a bug")


def test_every_code_has_a_sentence():
    assert {*CODES.values(), "file.unwritable", "file.unreadable", "file.not_plain"} <= all_sentences().keys()


@pytest.mark.skipif(sys.platform == "win32", reason="counts other units")
def test_names_are_as_long_as_their_bytes(tmp_path):
    most = longest_name(tmp_path)
    assert longest_name(tmp_path / "not" / "yet") == most
    refuse_long_name(tmp_path / ("a" * most))
    for name, room in (("a" * most, 1), ("ä" * (most // 2 + 1), 0)):
        with pytest.raises(RefusalError) as caught:
            refuse_long_name(tmp_path / name, room)
        assert caught.value.code == "file.name_too_long"
