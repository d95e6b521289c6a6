import pytest

from desktop.model.evaluation.sessions import session_key, session_name


@pytest.mark.parametrize(
    "other",
    [
        "Interview  with Müller",
        " interview with müller ",
        "INTERVIEW WITH MÜLLER",
        "Interview with Mu\u0308ller",
        "Interview\u00a0with Müller",
        "Interview with Mül\u200bler",
        "Ｉnterview with Müller",
        "Interview\twith\nMüller",
    ],
)
def test_one_session_however_it_is_written(other):
    assert session_key(other) == session_key("Interview with Müller")


@pytest.mark.parametrize("other", ["Interview with Möller", "Interview with Müller 2", "Interviews with Müller"])
def test_other_sessions(other):
    assert session_key(other) != session_key("Interview with Müller")


@pytest.mark.parametrize("name", ["", " ", "\u00a0\u2003", "\u200b"])
def test_blanks_name_nothing(name):
    assert session_key(name) == ""


def test_names_are_kept_on_one_line_as_they_were_written():
    assert session_name("  Interview \n with Ａ ") == "Interview with Ａ"
