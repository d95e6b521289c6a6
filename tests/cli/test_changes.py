"""`changes`: two moments of one file."""

from __future__ import annotations

from desktop.model.assessment import Assessment


def test_what_is_otherwise_and_by_whom(command, made):
    with Assessment.open(made, author="Eve") as assessment:
        first = assessment.history.steps(1)[0].number
        assessment.preparation.set_details(organisation="Other Services")
    before = made.read_bytes()
    ran = command("changes", made, "--from", first)
    assert ran.status == 0
    assert "Eve: 1 step" in ran.out
    assert "Organisation: Example Services → Other Services (Eve, " in ran.out
    assert made.read_bytes() == before
    said = command("changes", made, "--from", "1", "--to", first, "--json").json
    assert (said["from"]["step"], said["to"]["step"], list(said["authors"])) == (1, first, ["Ada"])
    assert {"kind", "about", "what", "author", "when", "step"} == set(said["changes"][0])
    assert not any("Other Services" in each["what"] for each in said["changes"])


def test_nothing_is_otherwise_and_what_is_no_moment(command, made):
    ran = command("changes", made, "--from", "now")
    assert (ran.status, "Nothing is otherwise." in ran.err) == (0, True)
    for typed, told in (("last week", "neither a day"), ("999", "no step 999"), ("2020-01-01", "nothing stood")):
        ran = command("changes", made, "--from", typed)
        assert (ran.status, told in ran.err) == (1, True)
    assert "Exchange the two" in command("changes", made, "--from", "now", "--to", "1").err
