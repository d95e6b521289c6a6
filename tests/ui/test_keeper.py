"""What other programs do to the open file, and what is wrong with it, as the window tells it."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.model.assessment import Assessment
from desktop.ui.keeper import FOLLOWING
from desktop.ui.session import Session
from desktop.ui.window import MainWindow

posix = pytest.mark.skipif(sys.platform == "win32", reason="an open file stays where it is there")


@pytest.fixture(autouse=True)
def _counted(open_window: MainWindow) -> None:
    """The rail has counted: on a slow machine it would do so in the middle of a test and be refused first."""
    open_window._counting.stop()


@pytest.fixture
def other(session: Session, tmp_path: Path) -> Path:
    """A copy in which somebody else has worked on."""
    copy = tmp_path / "copy"
    shutil.copyfile(session.assessment.path, copy)
    with Assessment.open(copy, author="Elsewhere") as assessment:
        assessment.preparation.set_details(organisation="From elsewhere")
    return copy


def write_into(path: Path, content: bytes) -> None:
    with path.open("r+b") as stream:
        stream.write(content)
        stream.truncate(len(content))


def edit(session: Session, text: str = "What I typed") -> None:
    session.run(lambda: session.assessment.preparation.set_details(purpose=text))


def activate(window: MainWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))


def press_way(window: MainWindow) -> None:
    window.toast._way.click()


def test_an_edit_to_a_changed_file_is_not_made_and_what_was_typed_can_be_copied(
    open_window: MainWindow, session: Session, other: Path
):
    write_into(session.assessment.path, other.read_bytes())
    edit(session)
    assert session.assessment.preparation.details().purpose == ""
    assert "Another program changed" in open_window.toast.text
    assert "From elsewhere" in open_window.windowTitle()
    open_window.toast._copy.click()
    assert QGuiApplication.clipboard().text() == "What I typed"
    edit(session)
    assert session.assessment.preparation.details().purpose == "What I typed"
    assert session.assessment.check() == ()


def test_every_page_is_shown_anew_even_the_one_that_asked(open_window: MainWindow, session: Session, other: Path):
    write_into(session.assessment.path, other.read_bytes())
    heard: list[object] = []
    session.changed.connect(lambda changed, initiator: heard.append((changed.step, initiator)))
    session.run(lambda: session.assessment.preparation.set_details(purpose="x"), initiator=object())
    assert heard == [(None, None)]


def test_a_change_is_noticed_when_the_user_comes_back(open_window: MainWindow, session: Session, other: Path):
    activate(open_window)
    assert open_window.toast.text == ""
    write_into(session.assessment.path, other.read_bytes())
    activate(open_window)
    assert "now see it as it is" in open_window.toast.text
    assert "From elsewhere" in open_window.windowTitle()
    activate(open_window)
    edit(session)
    assert session.assessment.preparation.details().purpose == "What I typed"


@posix
def test_a_replaced_file_is_told_and_opened_again(open_window: MainWindow, session: Session, other: Path):
    other.replace(session.assessment.path)
    edit(session)
    assert "put in the place" in open_window.toast.text
    assert "can be copied" in open_window.toast.text
    press_way(open_window)
    assert session.assessment.preparation.details().organisation == "From elsewhere"
    assert not session.assessment.readonly
    edit(session)
    assert session.assessment.preparation.details().purpose == "What I typed"


@posix
def test_a_moved_file_is_told_and_opened_where_it_is(
    open_window: MainWindow, session: Session, dialogs, tmp_path: Path
):
    moved = session.assessment.path.rename(tmp_path / "moved.maturity")
    activate(open_window)
    assert "moved, renamed or deleted" in open_window.toast.text
    dialogs.files.append(moved)
    press_way(open_window)
    assert session.assessment.path == moved
    edit(session)
    assert session.assessment.preparation.details().purpose == "What I typed"


@pytest.fixture
def senseless(tmp_path: Path, session: Session) -> Path:
    """A file whose history ends with an undo of nothing."""
    path = tmp_path / "senseless.maturity"
    shutil.copyfile(session.assessment.path, path)
    with Assessment.open(path, author="Ada") as assessment:
        assessment.preparation.set_details(purpose="Kept")
        assessment.preparation.set_details(notes="Undone")
        assessment.history.undo()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE step SET target_clock = 1 WHERE kind = 'undo'")
        connection.commit()
    return path


def test_a_senseless_step_leaves_everything_to_read_and_a_sound_copy_to_go_on_with(
    open_window: MainWindow, session: Session, senseless: Path, dialogs, tmp_path: Path
):
    assert session.open(senseless)
    opened = session.assessment
    assert opened.readonly
    assert session.assessment.preparation.details().purpose == "Kept"
    assert "makes no sense" in open_window.toast.text
    dialogs.files.append(tmp_path / "sound.maturity")
    press_way(open_window)
    assert session.assessment.path == tmp_path / "sound.maturity"
    assert not session.assessment.readonly
    assert session.assessment.preparation.details().purpose == "Kept"
    assert session.assessment.check() == ()
    assert "1 step of the history" in open_window.toast.text


def test_a_check_that_finds_faults_offers_a_sound_copy(open_window: MainWindow, session: Session, senseless: Path):
    assert session.open(senseless)
    open_window.keeper.do_check()
    assert "fault" in open_window.toast.text
    assert open_window.toast._way.isVisible()
    assert any(fault.startswith("step: ") for fault in session.assessment.check())


def test_a_bug_tells_of_the_file_only_what_was_looked_at(open_window: MainWindow, session: Session, senseless: Path):
    open_window.keeper.crashes.happened.emit("ZeroDivisionError", "details")
    assert "was checked and is intact" in open_window.toast.text
    session.open(senseless)
    open_window.keeper.crashes.happened.emit("ZeroDivisionError", "details")
    assert "The file has faults" in open_window.toast.text
    session.close()
    open_window.keeper.crashes.happened.emit("ZeroDivisionError", "details")
    assert "file" not in open_window.toast.text


def test_a_refusal_nobody_awaited_is_told_as_one(open_window: MainWindow, session: Session, other: Path):
    write_into(session.assessment.path, b"rubbish" * 3000)
    open_window.keeper._on_refused(refusal_of(session))
    assert "wrote over" in open_window.toast.text


def refusal_of(session: Session):
    with pytest.raises(Exception, match=r"file\.") as caught:
        session.assessment.history.steps()
    return caught.value


@pytest.fixture
def writer(session: Session, open_window: MainWindow, tmp_path: Path) -> Iterator[Assessment]:
    """Somebody else who writes to the file; the window only reads it."""
    path = session.assessment.path
    session.close()
    with Assessment.open(path, author="Elsewhere") as writer:
        assert session.open(path)
        assert session.assessment.readonly
        yield writer
        session.close()


def test_a_window_that_only_reads_follows_the_one_that_writes(
    open_window: MainWindow, session: Session, writer: Assessment
):
    assert open_window.keeper._following.isActive()
    assert open_window.keeper._following.interval() == FOLLOWING
    open_window.toast.say("left alone", "good")
    focus, page = QApplication.focusWidget(), open_window.pages.currentWidget()
    writer.preparation.set_details(organisation="From elsewhere")
    open_window.keeper._following.timeout.emit()
    assert "From elsewhere" in open_window.windowTitle()
    assert open_window.toast.text == "left alone"
    assert (QApplication.focusWidget(), open_window.pages.currentWidget()) == (focus, page)
    heard: list[object] = []
    session.changed.connect(lambda changed, initiator: heard.append(changed))
    open_window.keeper._following.timeout.emit()
    assert heard == []


def test_a_window_that_writes_need_not_follow(open_window: MainWindow):
    assert not open_window.keeper._following.isActive()


@posix
def test_what_keeps_it_from_following_is_told_once(
    open_window: MainWindow, session: Session, writer: Assessment, tmp_path: Path
):
    session.assessment.path.rename(tmp_path / "moved.maturity")
    open_window.keeper._following.timeout.emit()
    assert open_window.toast.text
    assert not open_window.keeper._following.isActive()
