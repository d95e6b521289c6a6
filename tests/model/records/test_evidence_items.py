import msgspec
import pytest

from desktop.model.records import Evidence, Privacy, cell_rules


def test_what_names_nothing_and_nobody_alone_leaves_the_team():
    rules = cell_rules(Evidence)
    told = [cell for cell, rule in rules.items() if rule.privacy is Privacy.SPONSOR]
    assert told == ["kind", "dated", "expires", "directness", "adequacy"]
    assert [cell for cell, rule in rules.items() if rule.privacy is Privacy.NOBODY] == ["content"]


@pytest.mark.parametrize("digest", ["", "0" * 64, "a1" * 32])
def test_digests_of_what_is_attached(digest):
    assert msgspec.convert({"id": "e", "content": digest}, Evidence).content == digest


@pytest.mark.parametrize("digest", ["../plan", "A1" * 32, "0" * 63, "0" * 65, "0" * 64 + "\n"])
def test_what_is_no_digest(digest):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"id": "e", "content": digest}, Evidence)
