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
