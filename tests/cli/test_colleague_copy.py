"""`copy`: a copy for a colleague."""

from desktop.model.assessment import Assessment


def test_only_for_the_team_and_with_codes_alone_where_asked(command, made):
    with Assessment.open(made, author="Ada") as lead:
        lead.preparation.add_member("Bea")
        lead.preparation.add_participant(role="manager", name="Wilhelmina")
    out = made.with_name("bea.maturity")
    refused = command("copy", made, "--for", "Dan", "--out", out)
    assert (refused.status, "Bea" in refused.err, out.exists()) == (1, True, False)
    told = command("copy", made, "--for", "Bea", "--without-identities", "--out", out, "--json").json
    assert (told["for"], told["identities"]) == ("Bea", False)
    assert b"Wilhelmina" not in out.read_bytes()
