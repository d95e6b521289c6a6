"""`sync`: a file and a shared folder."""

from desktop.model.assessment import Assessment


def test_what_one_wrote_the_other_has(command, made, tmp_path):
    with Assessment.open(made, author="Ada") as lead:
        lead.preparation.add_member("Bea")
    bea, share = tmp_path / "bea.maturity", tmp_path / "share"
    share.mkdir()
    (share / "holiday.txt").write_text("nothing of ours")
    command("copy", made, "--for", "Bea", "--out", bea, "--author", "Ada")
    with Assessment.open(bea, author="Bea") as found:
        found.preparation.set_details(unit="Desk")
    ran = command("sync", bea, share)
    assert (ran.status, "holiday.txt" in ran.err) == (0, True)
    told = command("sync", made, share, "--json").json
    assert ([each["steps"] for each in told["came"]], told["sent"], len(told["skipped"])) == ([1], 0, 1)
    refused = command("sync", made, tmp_path / "gone")
    assert (refused.status, "There is no folder" in refused.err) == (1, True)
