"""An encrypted file is opened with its passphrase, which can be tried again."""

from __future__ import annotations

import pytest

from desktop.model.assessment import Assessment
from desktop.ui.session import Session
from tests.builders import tiny_pack
from tests.encrypted import MARKER, OTHER, PASSPHRASE, key
from tests.gui import ScriptedDialogs


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "site.maturity"
    Assessment.create(path, [tiny_pack()], author="Ada", organisation=MARKER, key=key()).close()
    return path


def test_a_wrong_one_can_be_tried_again(closed_session: Session, dialogs: ScriptedDialogs, path):
    dialogs.passphrases = [[OTHER], [PASSPHRASE]]
    assert closed_session.open(path)
    assert "does not open" in dialogs.problems[0]
    assert closed_session.assessment.preparation.details().organisation == MARKER
    assert closed_session.settings.recent == [path]


def test_giving_up_opens_nothing_and_says_nothing(closed_session: Session, dialogs: ScriptedDialogs, path):
    told = []
    closed_session.told.connect(lambda text, _tone: told.append(text))
    dialogs.passphrases = [[OTHER], None]
    assert not closed_session.open(path)
    assert not closed_session.is_open
    assert told == []


def test_another_refusal_ends_the_asking(closed_session: Session, dialogs: ScriptedDialogs, path):
    content = bytearray(path.read_bytes())
    content[200] ^= 1
    path.write_bytes(content)
    told = []
    closed_session.told.connect(lambda text, _tone: told.append(text))
    dialogs.passphrases = [[PASSPHRASE]]
    assert not closed_session.open(path)
    assert len(told) == 1
    assert "damaged" in told[0]


def test_opening_it_again_asks_nobody(closed_session: Session, dialogs: ScriptedDialogs, path):
    dialogs.passphrases = [[PASSPHRASE]]
    closed_session.open(path)
    closed_session.reopen()
    assert closed_session.is_open
    assert len(dialogs.asked) == 1


def test_a_second_window_reads_it(closed_session: Session, dialogs: ScriptedDialogs, path):
    with Assessment.open(path, author="Ada", key=key()) as writer:
        dialogs.passphrases = [[PASSPHRASE]]
        assert closed_session.open(path)
        assert closed_session.assessment.readonly
        writer.preparation.set_details(organisation="Other")
        closed_session.catch_up()
        assert closed_session.assessment.preparation.details().organisation == "Other"
