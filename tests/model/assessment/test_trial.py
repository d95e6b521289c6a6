"""Something is tried on a copy of a file; the file never hears of it."""

import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.trial import trial
from desktop.model.errors import RefusalError
from desktop.model.files.file_key import FileKey
from tests.builders import tiny_pack
from tests.encrypted import PASSPHRASE


@pytest.mark.parametrize("key", [None, FileKey(PASSPHRASE)])
def test_what_is_tried_is_gone_and_was_never_readable(tmp_path, key):
    path = tmp_path / "a.maturity"
    with Assessment.create(path, [tiny_pack()], author="Ada", key=key) as found:
        before = path.read_bytes()
        with trial(path, "Bea", key) as copy:
            copy.preparation.set_details(unit="Wilhelmina")
            drafts = [each.read_bytes() for each in tmp_path.rglob("trial.maturity")]
            assert [each.startswith(b"SQLite") for each in drafts] == [key is None]
        assert (found.preparation.details().unit, path.read_bytes()) == ("", before)
    assert [each.name for each in tmp_path.iterdir()] == ["a.maturity"]


def test_what_is_not_there_cannot_be_tried(tmp_path):
    with pytest.raises(RefusalError), trial(tmp_path / "a.maturity", ""):
        pass
