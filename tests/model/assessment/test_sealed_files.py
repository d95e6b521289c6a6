"""Sealed files: there whole, and closed to who has no passphrase."""

import pytest

from desktop.model.assessment.sealed_files import read_sealed, write_sealed
from desktop.model.errors import RefusalError
from tests.encrypted import key, other_key


def test_what_was_sealed_comes_back_to_who_has_the_passphrase(tmp_path):
    path = tmp_path / "x.maturity-parcel"
    write_sealed(path, b"what was said", key())
    assert b"what was said" not in path.read_bytes()
    assert read_sealed(path, 100, key()) == b"what was said"
    with pytest.raises(RefusalError, match=r"file\.wrong_passphrase"):
        read_sealed(path, 100, other_key())
    with pytest.raises(RefusalError, match=r"file\.exists"):
        write_sealed(path, b"other", key())
