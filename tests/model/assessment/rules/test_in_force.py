from desktop.model.assessment.rules.in_force import RULES, consequences
from desktop.model.journal import Change
from desktop.model.records import Action, ActionNeed, AreaRating, Finding, Narrative, Observation, Reading
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
