"""Search what was said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.model.maturity.refs import Ref
from desktop.model.records import PointSort, SessionKind, Tone
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.said_panel import MOST, SaidPanel
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard

MODEL = "it-service-cmm"


@pytest.fixture
def said(session: Session) -> dict[str, str]:
    """Something of each sort that speaks of releases: what was said, by the page that shows it."""
    assessment = session.assessment
    person = assessment.preparation.participants()[0].id
    meeting = assessment.interviews.add(SessionKind.INTERVIEW, "Interview 1")
    note = assessment.interviews.note(meeting, "Réleases are planned.", participant=person)
    question = next(iter(assessment.models.questions(MODEL)))
    assessment.questionnaires.comment(MODEL, person, question, "Releases surprise us.")
    piece = assessment.evidence.add(EvidenceKind.DOCUMENT, "Release plan")
    observation = assessment.observations.add("Releases are known.", tags=[Ref(MODEL, "SQA-AC-1")])
    area = Ref(MODEL, assessment.models.get(MODEL).pack.areas[0].id)
    finding = assessment.findings.add("Releases work.", tone=Tone.STRENGTH, area=area)
    point = assessment.discussions.write_down(meeting, finding, PointSort.DECISION, "Releases are announced.")
    assert point
    return {
        f"interviews {note}": "Réleases are planned.",
        f"questionnaires {MODEL}/{person}/{question}": "Releases surprise us.",
        f"evidence {piece}": "Release plan",
        f"findings {observation}": "Releases are known.",
        f"findings {finding}": "Releases work.",
        f"findings {finding} ": "Releases are announced.",
    }


def opened(window: MainWindow, keyboard: Keyboard, qtbot) -> SaidPanel:
    keyboard.press("Ctrl+F")
    (panel,) = window.findChildren(SaidPanel)
    qtbot.waitUntil(lambda: window.session.assessment.search.ready and not panel._reading.isActive())
    return panel


def lines(panel: SaidPanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def test_every_sort_is_found_under_its_heading_and_leads_to_its_place(
    open_window: MainWindow, keyboard: Keyboard, said: dict[str, str], qtbot
):
    asked: list[str] = []
    open_window.session.asked_for.disconnect(open_window.show_place)
    open_window.session.asked_for.connect(lambda page, target: asked.append(f"{page} {target}"))
    for number, (place, text) in enumerate(said.items()):
        panel = opened(open_window, keyboard, qtbot)
        keyboard.write("RELEASE")
        found = lines(panel)
        assert [line for line in found if ": " in line and " – " not in line] == [
            "Notes: 1", "Comments: 1", "Evidence: 1", "Observations: 1", "Findings: 1", "Directions and decisions: 1",
        ]  # fmt: skip
        assert sum(line.startswith(text) for line in found) == 1
        for _time in range(number):
            keyboard.press("Down")
        assert text in panel.list.currentItem().text()
        keyboard.press("Enter")
        assert asked.pop() == place.rstrip()
        QApplication.sendPostedEvents(None, 52)  # what was closed is deleted


def test_what_was_typed_stands_out_and_where_it_was_said_names_nobody(
    open_window: MainWindow, keyboard: Keyboard, said: dict[str, str], qtbot
):
    panel = opened(open_window, keyboard, qtbot)
    keyboard.write("plan rel")
    (note, piece) = (line for line in panel._shown if line.shown is not None)
    assert [text for text, hit in note.pieces if hit] == ["Réleases", "planned"]
    assert note.where.startswith("Interview · ")
    assert note.where.endswith(" · Interview 1")
    assert piece.where == "Document"
    panel.line.setText("release")
    pack = open_window.session.assessment.models.get(MODEL).pack
    wheres = [line.where for line in panel._shown if line.shown is not None]
    assert wheres[3:] == ["Draft", pack.areas[0].name, "Releases work."]
    names = [each.identity.name for each in open_window.session.assessment.preparation.people()]
    assert not any(name and name in line for name in names for line in lines(panel))


def test_it_says_what_to_do_and_when_nothing_fits(
    open_window: MainWindow, keyboard: Keyboard, said: dict[str, str], qtbot
):
    panel = opened(open_window, keyboard, qtbot)
    assert "Every word that you type" in panel.nothing.text()
    keyboard.write("releases <b>nowhere")
    assert panel.nothing.text().startswith("Nothing that was said holds “releases <b>nowhere”.")
    assert not panel.list.isVisible()
    assert panel.nothing.textFormat() is Qt.TextFormat.PlainText
    keyboard.press("Enter")
    assert panel.isVisible()


def test_of_many_the_first_few_are_shown_and_all_are_counted(open_window: MainWindow, keyboard: Keyboard, qtbot):
    it = open_window.session.assessment.interviews
    meeting = it.add(SessionKind.INTERVIEW, "Interview 1")
    for number in range(MOST + 2):
        it.note(meeting, f"Change {number} was planned.")
    panel = opened(open_window, keyboard, qtbot)
    keyboard.write("change planned")
    assert lines(panel)[0] == f"Notes: {MOST} of {MOST + 2}"
    assert f"Change {MOST + 1} was planned." in lines(panel)[1]
    assert len(lines(panel)) == MOST + 1
