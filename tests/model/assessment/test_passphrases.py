import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.passphrases import change_passphrase, half_typed_of, remove_passphrase, set_passphrase
from desktop.model.assessment.restoring import make_point
from desktop.model.errors import RefusalError
from desktop.model.files.file_key import FileKey, key_for
from tests.builders import tiny_pack
from tests.encrypted import MARKER, OTHER, PASSPHRASE


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "site.maturity"
    Assessment.create(path, [tiny_pack()], author="Ada", organisation=MARKER).close()
    return path


def refused(action, *arguments):
    with pytest.raises(RefusalError) as caught:
        action(*arguments)
    return caught.value.code


def opened(path, passphrase):
    return Assessment.open(path, author="Ada", key=key_for(path, passphrase))


def test_a_passphrase_is_set_changed_and_taken_away(path):
    set_passphrase(path, PASSPHRASE)
    assert MARKER.encode() not in path.read_bytes()
    with opened(path, PASSPHRASE) as assessment:
        assert assessment.check() == ()
        assert assessment.key is not None
        half_typed_of(path, assessment.key).keep(MARKER.encode())
    change_passphrase(path, FileKey(PASSPHRASE), OTHER)
    assert refused(opened, path, PASSPHRASE) == "file.wrong_passphrase"
    with opened(path, OTHER) as assessment:
        assert assessment.preparation.details().organisation == MARKER
        assert half_typed_of(path, assessment.key).read() == MARKER.encode()
    remove_passphrase(path, FileKey(OTHER))
    with Assessment.open(path, author="Ada") as assessment:
        assert assessment.key is None
        assert assessment.preparation.details().organisation == MARKER


def test_restore_points_come_along_wherever_they_are(path, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with Assessment.open(path, author="Ada") as assessment:
        assessment.restoring.set_rule(assessment.restoring.rule(), str(elsewhere))
    point = make_point(path, MARKER, "Ada")
    assert point.path.is_relative_to(elsewhere)
    assert set_passphrase(path, PASSPHRASE).copies == (point.path,)
    for found in tmp_path.rglob("*"):
        assert found.is_dir() or MARKER.encode() not in found.read_bytes()
    with opened(path, PASSPHRASE) as assessment:
        (kept,) = assessment.restoring.points()
        assert kept.name == MARKER
        key = assessment.key
    assert remove_passphrase(path, key).copies == (point.path,)
    with Assessment.open(path, author="Ada") as assessment:
        assert assessment.restoring.points()[0].name == MARKER


def test_what_makes_no_sense_is_refused_and_nothing_changed(path):
    before = path.read_bytes()
    assert refused(set_passphrase, path, "short") == "passphrase.short"
    assert refused(change_passphrase, path, FileKey(PASSPHRASE), OTHER) == "passphrase.none"
    assert refused(remove_passphrase, path, FileKey(PASSPHRASE)) == "passphrase.none"
    assert refused(remove_passphrase, path.with_name("none.maturity"), FileKey(PASSPHRASE)) == "file.missing"
    assert path.read_bytes() == before
    set_passphrase(path, PASSPHRASE)
    before = path.read_bytes()
    assert refused(set_passphrase, path, OTHER) == "passphrase.there"
    assert refused(change_passphrase, path, FileKey(PASSPHRASE), "short") == "passphrase.short"
    assert refused(change_passphrase, path, FileKey(OTHER), PASSPHRASE) == "file.wrong_passphrase"
    assert refused(remove_passphrase, path, FileKey(OTHER)) == "file.wrong_passphrase"
    assert path.read_bytes() == before


def test_a_sound_copy_of_an_encrypted_file_is_encrypted(path, tmp_path):
    set_passphrase(path, PASSPHRASE)
    copy = tmp_path / "copy.maturity"
    Assessment.repair(path, copy, author="Ada", key=key_for(path, PASSPHRASE))
    assert MARKER.encode() not in copy.read_bytes()
    with opened(copy, PASSPHRASE) as assessment:
        assert assessment.preparation.details().organisation == MARKER
