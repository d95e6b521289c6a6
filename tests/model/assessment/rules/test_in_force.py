from desktop.model.assessment.rules.in_force import RULES, consequences
from desktop.model.journal import Change
from desktop.model.records import Action, AreaRating, Reading
from tests.model.assessment.rules.around import Held

ACTIONS = [Action(id="c", number=1), Action(id="d", number=1)]


def test_every_rule_is_asked():
    held = Held([Reading(id="a", measure="m"), Reading(id="b", measure="m"), *ACTIONS])
    changes = [
        Change("reading", "b", "value", None, "1"),
        Change("action", "d", "number", None, 1),
        Change("practice_rating", "tiny/PLN-AC-1", "value", None, "FI"),
    ]
    assert {found.kind for found in consequences(changes, held)} == {AreaRating, Reading, Action}
    assert len(RULES) == 3
