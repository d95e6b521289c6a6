"""From notes to an action by keyboard alone: observed, agreed on, borne out, found, marked, discussed, to be done."""

from __future__ import annotations

from desktop.exchange.deliverable import gather
from desktop.model.maturity.refs import Ref
from desktop.model.records import ObservationState, PointSort, SessionKind, Stance, Tone
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, called

MODEL = "it-service-cmm"
PART = Ref(MODEL, "STO-AC-2")


def test_notes_become_an_action(open_window: MainWindow, session: Session, keyboard: Keyboard):
    assessment = session.assessment
    person = assessment.preparation.participants()[0].id
    assessment.preparation.set_participant(person, name="Anna Miller")
    for name in ("Interview 1", "Interview 2"):
        meeting = assessment.interviews.add(SessionKind.INTERVIEW, name)
        assessment.interviews.note(meeting, f"Reports are late, says {name}.", tone=Tone.WEAKNESS, tags=[PART])
    observe(keyboard, session)
    find(keyboard, session)
    discuss(keyboard, session)
    assert [line.text for line in gather(assessment).findings] == ["Customers get reports late."]
    keyboard.press("Ctrl+Z")
    assert assessment.actions.all() == []


def observe(keyboard: Keyboard, session: Session) -> None:
    """Both notes are selected and reworded; the name in the text is settled by rewording, then T and V."""
    keyboard.press("Ctrl+Shift+G")
    keyboard.tab_to("Notes, comments and evidence")
    keyboard.press("Ctrl+A", "Return")
    assert called(keyboard.focus) == "Text of the observation"
    keyboard.retype("Anna sends reports late.")
    keyboard.tab_to("Observations", back=True)
    keyboard.press("T")
    it = session.assessment.observations
    assert it.all()[0].observation.state is ObservationState.DRAFT
    keyboard.press("Return")
    keyboard.retype("Reports reach customers late.")
    keyboard.tab_to("Observations", back=True)
    keyboard.press("T", "V")
    (found,) = it.all()
    assert (found.observation.text, found.observation.state) == (
        "Reports reach customers late.",
        ObservationState.VALID,
    )
    assert (found.tags, found.borne_out.sources) == ((PART,), 2)


def find(keyboard: Keyboard, session: Session) -> None:
    """F makes a finding of it, which is reworded and marked for the report."""
    keyboard.press("F")
    assert called(keyboard.focus) == "Findings"
    keyboard.press("Return")
    keyboard.retype("Customers get reports late.")
    keyboard.tab_to("Findings", back=True)
    keyboard.press("R")
    (found,) = session.assessment.findings.all()
    assert (found.text, found.place, found.final) == ("Customers get reports late.", "STO", True)


def discuss(keyboard: Keyboard, session: Session) -> None:
    """A discussion is begun; it is agreed, something is said, decided, and to be done."""
    keyboard.press("Alt+D")
    keyboard.tab_to("New discussion")
    keyboard.press("Return")
    keyboard.press("A", "W")
    keyboard.write("Twice this year.")
    keyboard.press("Return", "Esc", "C")
    keyboard.write("Sent on the third day")
    keyboard.press("Return", "Esc", "T")
    keyboard.write("Send reports on the third day")
    keyboard.press("Return")
    (finding,) = session.assessment.findings.all()
    came = session.assessment.discussions.of(finding.id)
    assert list(came.stances.values()) == [Stance.AGREES]
    assert [note.text for note in came.notes] == ["Twice this year."]
    assert [(each.sort, each.text) for each in came.points] == [(PointSort.DECISION, "Sent on the third day")]
    assert [(each.title, each.aim) for each in came.actions] == [("Send reports on the third day", "STO")]
    assert len(session.assessment.interviews.sources(MODEL)[PART.part]) == 3
