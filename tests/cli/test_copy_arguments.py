"""Arguments of the commands for copies."""

import pytest

from desktop.cli.parser import parse


def test_what_they_need():
    found = parse(["merge", "a.maturity", "b.maturity", "c.maturity-parcel", "--dry-run"])
    assert (len(found.others), found.dry_run) == (2, True)
    assert parse(["copy", "a", "--for", "Bea", "--out", "b"]).without_identities is False
    for lacking in (["merge", "a"], ["copy", "a", "--out", "b"], ["parcel", "a", "--for", "Bea"], ["sync", "a"]):
        with pytest.raises(SystemExit):
            parse(lacking)
