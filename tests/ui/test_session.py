"""The open assessment as the window sees it."""

from __future__ import annotations

from pathlib import Path

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.ui.session import Session
from desktop.ui.settings import Settings
from tests.builders import tiny_pack
from tests.gui import ScriptedDialogs


def test_a_new_assessment_is_open_remembered_and_announced(qtbot, closed_session: Session, tmp_path: Path):
    path = tmp_path / "new.maturity"
    with qtbot.waitSignal(closed_session.opened):
        assert closed_session.create(path, [tiny_pack()], "Example Services")
    assert closed_session.is_open
    assert closed_session.assessment.preparation.details().organisation == "Example Services"
    assert closed_session.settings.recent == [path]


def test_a_file_that_is_there_is_never_made_anew(qtbot, closed_session: Session, tmp_path: Path):
    path = tmp_path / "kept.maturity"
    Assessment.create(path, [tiny_pack()], author="Before", organisation="Kept").close()
    with qtbot.waitSignal(closed_session.told) as told:
        assert not closed_session.create(path, [tiny_pack()], "Other")
    assert told.args[1] == "bad"
    assert not closed_session.is_open
    assert closed_session.open(path)
    assert closed_session.assessment.preparation.details().organisation == "Kept"


def test_the_open_file_stays_when_another_cannot_be_opened(qtbot, session: Session, tmp_path: Path):
    before = session.assessment
    with qtbot.waitSignal(session.told), qtbot.assertNotEmitted(session.closed):
        assert not session.open(tmp_path / "gone.maturity")
    assert session.assessment is before


def test_opening_the_open_file_again_does_nothing(qtbot, session: Session):
    before = session.assessment
    with qtbot.assertNotEmitted(session.opened):
        assert session.open(before.path)
    assert session.assessment is before
    assert not session.assessment.readonly


def test_another_file_takes_the_place_of_the_open_one(qtbot, session: Session, tmp_path: Path):
    first = session.assessment.path
    with qtbot.waitSignals([session.closed, session.opened], order="strict"):
        assert session.create(tmp_path / "b.maturity", [tiny_pack()])
    with Assessment.open(first, author="Later") as again:
        assert not again.readonly, "the first is closed"


def test_an_edit_is_announced_with_its_initiator(qtbot, session: Session):
    initiator = object()
    with qtbot.waitSignal(session.changed) as changed:
        session.run(lambda: session.assessment.preparation.set_details(sponsor="Board"), initiator)
    assert changed.args[0].kinds == {"details"}
    assert changed.args[1] is initiator


def test_an_edit_made_while_another_is_announced_has_its_own_initiator(qtbot, session: Session):
    heard: list[object] = []

    def listen(_changed: object, initiator: object) -> None:
        heard.append(initiator)
        if len(heard) == 1:
            session.run(lambda: session.assessment.preparation.set_details(unit="Desk"), "inner")

    session.changed.connect(listen)
    session.run(lambda: session.assessment.preparation.set_details(sponsor="Board"), "outer")
    session.assessment.preparation.set_details(budget="20 days")
    assert heard == ["outer", "inner", None]


def test_a_refusal_is_told_and_a_bug_is_not_swallowed(qtbot, session: Session):
    with qtbot.waitSignal(session.told) as told:
        assert session.run(refuse) is None
    assert "gone.maturity" in told.args[0]
    assert told.args[1] == "bad"
    try:
        session.run(lambda: 1 // 0)
    except ZeroDivisionError:
        return
    raise AssertionError("a bug must come out")


def refuse() -> None:
    raise RefusalError("file.missing", path=Path("gone.maturity"))


def test_nothing_is_announced_after_closing(qtbot, session: Session):
    assessment = session.assessment
    session.close()
    assert not session.is_open
    with qtbot.assertNotEmitted(session.closed):
        session.close()
    assert assessment is not None


def test_steps_carry_the_name_from_the_settings(qapp, settings: Settings, dialogs: ScriptedDialogs, tmp_path: Path):
    settings.author = "Lead assessor"
    session = Session(settings, dialogs)
    assert session.create(tmp_path / "c.maturity", [tiny_pack()])
    assert {step.author for step in session.assessment.history.steps()} == {"Lead assessor"}
    session.close()


def test_without_a_name_the_login_is_not_taken(closed_session: Session):
    assert closed_session.author == "Assessor"
