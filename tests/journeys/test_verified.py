"""One action by keyboard alone from what was found wanting to what somebody else has seen, with a new rating."""

from __future__ import annotations

from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, called

MODEL = "it-service-cmm"


def test_an_action_goes_from_suggestion_to_verified_with_a_new_rating(
    open_window: MainWindow, session: Session, keyboard: Keyboard
):
    it = session.assessment
    area = it.models.get(MODEL).pack.areas[0]
    practices = [practice.id for practice in area.practices]
    for kind, name in ((EvidenceKind.DOCUMENT, "Service catalogue"), (EvidenceKind.INTERVIEW, "Interview 1")):
        it.evidence.add(kind, name, model=MODEL, practices=practices)
    it.ratings.characterise_all(MODEL, dict.fromkeys(practices, Characterisation.NOT))

    keyboard.press("Ctrl+9")
    keyboard.tab_to("From blockers")
    keyboard.press("Return")
    action = it.actions.all()[0]
    assert action.aim in {goal.id for goal in area.goals}
    keyboard.tab_to("Improvement actions")
    keyboard.press("Ctrl+Home")
    keyboard.tab_to("Owner")
    keyboard.write("Desk lead")
    keyboard.tab_to("Status")
    keyboard.press("Home", *["Down"] * 4, "Tab")
    assert it.actions.get(action.id).status is ActionStatus.DONE

    keyboard.press("Ctrl+6")
    keyboard.tab_to("Practices of the area")
    keyboard.press("Ctrl+Home", *"1" * len(practices))

    keyboard.press("Ctrl+9", "Ctrl+K")
    keyboard.write("Follow-up actions")
    keyboard.press("Return")
    keyboard.tab_to("Plan a review")
    keyboard.press("Return")
    assert called(keyboard.focus) == "Day of the review"
    keyboard.retype(session.today().isoformat())
    keyboard.tab_to("Actions to talk about")
    keyboard.press("Ctrl+Home")
    keyboard.tab_to("Seen by")
    keyboard.write("Quality officer")
    keyboard.tab_to("Evidence that shows it")
    keyboard.press("Down")
    keyboard.tab_to("Verify")
    keyboard.press("Space")

    assert it.actions.get(action.id).status is ActionStatus.VERIFIED
    (seen,) = it.verifying.of(action.id)
    assert (seen.by, seen.rated, seen.reached, seen.although) == ("Quality officer", True, True, "")
    keyboard.press("Ctrl+Z")
    assert it.actions.get(action.id).status is ActionStatus.DONE
