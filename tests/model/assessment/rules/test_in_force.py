from desktop.model.assessment.rules.consequences import Consequence
from desktop.model.assessment.rules.in_force import RULES, consequences, consequences_apart
from desktop.model.journal import Change, StepId
from desktop.model.merging.apart import Apart
from desktop.model.merging.reach import Knowledge
from desktop.model.records import (
    Action,
    ActionNeed,
    AreaRating,
    Finding,
    Narrative,
    Observation,
    ObservationNote,
    ObservationState,
    Reading,
)
from tests.model.assessment.rules.around import Held

FOUND = [Observation(id="o"), Finding(id="f"), Narrative(section="s", text="So.", names_nobody=True)]
ACTIONS = [Action(id="c", number=1), Action(id="d", number=1)]
NEEDS = [ActionNeed(action="c", needs="d", needed=True), ActionNeed(action="d", needs="c", needed=True)]


def test_every_rule_is_asked():
    held = Held([Reading(id="a", measure="m"), Reading(id="b", measure="m"), *ACTIONS, *FOUND, *NEEDS])
    changes = [
        Change("reading", "b", "value", None, "1"),
        Change("action", "d", "number", None, 1),
        Change("practice_rating", "tiny/PLN-AC-1", "value", None, "FI"),
        Change("observation", "o", "text", "So.", "Otherwise."),
        Change("action_need", "d/c", "needed", False, True),
        Change("finding", "f", "text", "So.", "Otherwise."),
        Change("narrative", "s", "text", "So.", "Otherwise."),
    ]
    assert {found.kind for found in consequences(changes, held)} == {
        AreaRating, Reading, Action, ActionNeed, Observation, Finding, Narrative
    }  # fmt: skip
    assert len(RULES) == 7


def test_an_observation_falls_only_as_far_as_by_what_was_not_known_to_who_agreed_on_it():
    held = Held(
        [Observation(id="o", state=ObservationState.VALID), ObservationNote(observation="o", note="n", drawn=True)]
    )
    known, unknown, agreed = StepId(2, "a"), StepId(3, "b"), StepId(5, "c")
    dated = [
        (known, Change("session_note", "n", "text", "So.", "Otherwise.")),
        (unknown, Change("session", "s", "name", "Desk", "Service desk")),
    ]
    apart = Apart(dated, Knowledge({"c": {"a": 2}}), lambda *_cell: (agreed,))
    (fallen,) = consequences_apart(apart, held)
    assert fallen == Consequence(Observation, ("o",), {"state": ObservationState.ACCURATE.value})
