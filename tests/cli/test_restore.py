"""`restore`: from the list to the way back."""

from __future__ import annotations

from desktop.model.assessment import Assessment


def test_make_list_go_back_and_save(command, made, tmp_path):
    assert "There is no restore point yet." in command("restore", made).out
    ran = command("restore", made, "--make", "Before the debrief", "--json")
    assert (ran.status, ran.json["name"], ran.json["author"]) == (0, "Before the debrief", "Command line")
    with Assessment.open(made, author="Eve") as assessment:
        assessment.preparation.set_details(organisation="Other Services")
    assert "1  " in command("restore", made).out
    listed = command("restore", made, "--json").json
    assert [(each["name"], each["step"]) for each in listed["points"]] == [("Before the debrief", ran.json["step"])]
    ran = command("restore", made, "--to", "Before the debrief")
    assert (ran.status, "undo takes it back" in ran.out) == (0, True)
    with Assessment.open(made, author="Eve") as assessment:
        assert assessment.preparation.details().organisation == "Example Services"
    assert "already" in command("restore", made, "--to", "1").out
    ran = command("restore", made, "--save", "1", "--out", tmp_path / "own.maturity")
    assert (ran.status, command("check", tmp_path / "own.maturity").status) == (0, 0)


def test_the_rule_and_what_is_refused(command, made, tmp_path):
    ran = command("restore", made, "--keep-days", "3", "--folder", tmp_path)
    assert "3 days, then the first of each week for 26 weeks" in ran.out
    assert command("restore", made, "--json").json["folder"] == str(tmp_path / "site.restore-points")
    for arguments, told in (
        (["--to", "9"], "no restore point “9”"),
        (["--keep-days", "0"], "Keep them for 1 to"),
        (["--folder", tmp_path / "gone"], "no folder"),
    ):
        ran = command("restore", made, *arguments)
        assert (ran.status, told in ran.err) == (1, True)
    assert command("restore", made, "--save", "1").status == 2
