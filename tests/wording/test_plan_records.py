from desktop.model.records import Action
from desktop.wording.plan_records import PLANNED


def test_no_two_cells_of_an_action_are_called_the_same():
    assert PLANNED["action"].cells.keys() == set(Action.__struct_fields__) - {"id"}
    assert len({*PLANNED["action"].cells.values()}) == len(PLANNED["action"].cells)
