"""`parcel`: what a copy lacks, as a file."""

from desktop.model.assessment import Assessment


def test_there_and_back(command, made, tmp_path):
    with Assessment.open(made, author="Ada") as lead:
        lead.preparation.add_member("Bea")
    bea, parcel = tmp_path / "bea.maturity", tmp_path / "x.maturity-parcel"
    command("copy", made, "--for", "Bea", "--out", bea, "--author", "Ada")
    refused = command("parcel", made, "--for", "Bea", "--out", parcel)
    assert (refused.status, "has all steps" in refused.err, parcel.exists()) == (1, True, False)
    with Assessment.open(made, author="Ada") as lead:
        lead.preparation.set_details(unit="Desk")
    assert "1 step for Bea" in command("parcel", made, "--for", "Bea", "--out", parcel).out
    assert command("merge", bea, parcel, "--json").json["merged"][0]["taken"] == 1
    assert parcel.stat().st_size < 4000


def test_without_a_name_the_known_copies_are_told(command, made, tmp_path):
    out = tmp_path / "x.maturity-parcel"
    assert "No copy of a colleague is known" in command("parcel", made, "--out", out).err
    with Assessment.open(made, author="Ada") as lead:
        lead.preparation.add_member("Bea")
    for number in range(2):
        assert command("copy", made, "--for", "Bea", "--out", tmp_path / f"{number}.maturity").status == 0
    ran = command("parcel", made, "--out", out)
    assert (ran.status, ran.err.count("Bea (made "), "--for" in ran.err) == (1, 2, True)
    assert "Bea (made " in command("parcel", made, "--for", "Dan", "--out", out).err
    with Assessment.open(tmp_path / "1.maturity", author="Bea") as bea:
        bea.preparation.set_details(unit="Desk")
    told = command("parcel", tmp_path / "1.maturity", "--for", "original file", "--out", out, "--json").json
    assert told["for"] == "Original file", "nobody is called Command line"
    assert command("merge", made, out, "--json").json["merged"][0]["sender"] == "Bea"
