"""A folder of forms comes back, by keyboard alone: what is unclear is settled on the spot, and nothing is lost."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QTableView

from desktop.exchange.forms.intake import read_forms
from desktop.exchange.forms.writer import write_forms
from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.ui.pages.questionnaires.page import QuestionnairesPage
from desktop.ui.pages.questionnaires.tasks import Read
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.exchange.forms.workbooks import fill, saved_at
from tests.gui import Keyboard, ScriptedDialogs, begun
from tests.moulds import Moulds

MODEL = "it-service-cmm"
TAKEN = dt.datetime(2026, 3, 20, 9, tzinfo=dt.UTC)


@pytest.fixture
def made(moulds: Moulds) -> Path:
    """An assessment, and a folder of forms that came back."""
    return moulds.folder("review", send_and_fill)


@pytest.fixture
def session(closed_session: Session, made: Path, tmp_path: Path) -> Session:
    path = shutil.copyfile(made / "a.maturity", tmp_path / "a.maturity")
    closed_session.adopt(Assessment.open(path, author="Tester"))
    return closed_session


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made / "returned", tmp_path / "returned")


def send_and_fill(folder: Path) -> None:
    """One form as it should be, one unclear, one blank, and one older than what is there."""
    with begun(folder / "a.maturity") as assessment:
        _send_and_fill(assessment, folder / "returned")


def _send_and_fill(assessment: Assessment, folder: Path) -> None:
    assessment.models.set_question_level(MODEL, 2)
    last = assessment.preparation.add_participant(role="Practitioner")
    good, unclear, _blank, older = write_forms(assessment, folder, MODEL)
    fill(good, {"SCM-Q1": "Almost always"})
    fill(unclear, {"SCM-Q1": "mostly", "SCM-Q2": "Frequently"})
    fill(older, {**dict.fromkeys(assessment.models.numbers(MODEL), "Almost always"), "SCM-Q1": "Rarely if ever"})
    saved_at(older, dt.datetime(2026, 3, 2))  # noqa: DTZ001 - the stamp says UTC
    taken = {question: FilledAnswer("almost_always") for question in assessment.models.numbers(MODEL)}
    assessment.questionnaires.take(FilledForm(assessment.questionnaires.identity(MODEL, last), TAKEN, taken))


@pytest.fixture
def page(qtbot, open_window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, folder: Path):
    """The page with the review of that folder."""
    dialogs.files = [folder]
    keyboard.press("Ctrl+I")
    page = open_window.page
    assert isinstance(page, QuestionnairesPage)
    qtbot.waitUntil(page.review.isVisible)
    return page


def first_answers(assessment: Assessment) -> list[str | None]:
    """What each participant says to the first question."""
    people = [one.id for one in assessment.preparation.participants()]
    found = [assessment.questionnaires.answers(MODEL, person).get("SCM-Q1") for person in people]
    return [one.choice if one else None for one in found]


def test_a_folder_is_settled_accepted_and_undone(page: QuestionnairesPage, keyboard: Keyboard):
    assessment, steps = page.assessment, len(page.assessment.history.steps())
    assert isinstance(keyboard.focus, QTableView)
    assert [item.title.split(" · ")[0] for item in page.review.items] == ["No. 1", "Does this version count?"]
    keyboard.press("2", "2")
    assert [item.chosen for item in page.review.items] == [2, 2]
    assert len(assessment.history.steps()) == steps
    keyboard.press("Return")
    assert not page.review.isVisible()
    assert first_answers(assessment) == ["almost_always", "frequently", None, "almost_always"]
    outcomes = [getattr(line.result, "outcome", "refused") for line in page.who.imported.table.source.rows]
    assert outcomes == ["new", "new", "blank", "kept"]
    assert not page.who.table.isVisible()
    keyboard.press("Esc")
    assert keyboard.focus is page.who.table
    assert [progress.form for progress in assessment.questionnaires.progress(MODEL)] == [True, True, False, True]
    assert len(assessment.history.steps()) == steps + 3
    keyboard.press("Ctrl+Z")
    assert first_answers(assessment) == ["almost_always", None, None, "almost_always"]
    keyboard.press("Ctrl+Z")
    assert first_answers(assessment) == [None, None, None, "almost_always"]
    left = page.assessment.questionnaires.progress(MODEL)[3].sending
    assert left.left_out
    keyboard.press("Ctrl+Z")
    assert not page.assessment.questionnaires.progress(MODEL)[3].sending.left_out


def test_leaving_takes_nothing(page: QuestionnairesPage, keyboard: Keyboard):
    before = page.assessment.path.read_bytes()
    keyboard.press("2", "1", "Esc")
    assert not page.review.isVisible()
    assert page.tabs.isVisible()
    assert page.assessment.path.read_bytes() == before


def test_what_is_open_is_told_once_more_and_then_taken_as_it_is_shown(page: QuestionnairesPage, keyboard: Keyboard):
    keyboard.press("Return")
    assert page.review.isVisible()
    keyboard.press("Return")
    assert not page.review.isVisible()
    assert first_answers(page.assessment) == ["almost_always", None, None, "almost_always"]


def test_another_assessment_gets_none_of_them(page: QuestionnairesPage, session: Session, folder: Path, tmp_path: Path):
    copy = tmp_path / "copy.maturity"
    copy.write_bytes(session.assessment.path.read_bytes())
    told: list[str] = []
    session.told.connect(lambda text, _tone: told.append(text))
    session.open(copy)
    assert any("none was" in text for text in told)
    page.review.accepted.emit()
    good = folder / "Questionnaire P-01.xlsx"
    page.working.done.emit(Read(read_forms([good])))
    assert first_answers(session.assessment) == [None, None, None, "almost_always"]


def test_nor_does_one_that_is_opened_while_they_are_read(
    qtbot, open_window: MainWindow, session: Session, folder: Path, tmp_path: Path
):
    copy, first = tmp_path / "copy.maturity", session.assessment.path
    copy.write_bytes(first.read_bytes())
    session.go("questionnaires")
    page = open_window.page
    assert isinstance(page, QuestionnairesPage)
    page.import_paths([folder / "Questionnaire P-01.xlsx"])
    assert page.working.is_busy
    session.open(copy)
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert first_answers(session.assessment) == [None, None, None, "almost_always"]
    session.open(first)
    assert first_answers(session.assessment) == [None, None, None, "almost_always"]
    session.go("questionnaires")
    page = open_window.page
    assert isinstance(page, QuestionnairesPage)
    page.import_paths([folder / "Questionnaire P-01.xlsx"])
    qtbot.waitUntil(page.who.imported.isVisible)
    assert first_answers(session.assessment) == ["almost_always", None, None, "almost_always"]


def test_forms_that_are_dropped_while_others_are_read_wait(
    qtbot, open_window: MainWindow, session: Session, folder: Path
):
    session.go("questionnaires")
    page = open_window.page
    assert isinstance(page, QuestionnairesPage)
    page.import_paths([folder / "Questionnaire P-01.xlsx"])
    with qtbot.waitSignal(session.told):
        page.import_paths([folder / "Questionnaire P-02.xlsx"])
    qtbot.waitUntil(page.who.imported.isVisible)
    assert first_answers(session.assessment) == ["almost_always", None, None, "almost_always"]


def test_the_same_folder_again_asks_nothing(qtbot, page: QuestionnairesPage, keyboard: Keyboard, folder: Path):
    keyboard.press("0", "2", "Return", "Esc")
    page.import_paths([folder])
    qtbot.waitUntil(page.who.imported.isVisible)
    assert not page.review.is_open
    outcomes = [line.result.outcome for line in page.who.imported.table.source.rows]
    assert outcomes == ["unchanged", "unchanged", "blank", "left_out"]
    keyboard.press("Esc")
    page.import_paths([folder / "Questionnaire P-04.xlsx"])
    qtbot.waitUntil(page.review.isVisible)
    keyboard.press("1", "Return", "Esc")
    assert first_answers(page.assessment)[3] == "rarely"
