from desktop.exchange.board_tables import next_actions, results
from desktop.exchange.deliverable import Deliverable


def test_each_model_has_its_result_in_a_sentence(every: Deliverable) -> None:
    rows = results(every).cells
    assert [row[0] for row in rows] == [part.pack.name for part in every.models]
    assert all(str(row[1]).endswith(".") for row in rows)
    assert [row[3] for row in rows] == [part.whole.target for part in every.models]


def test_at_most_five_open_actions_are_next(every: Deliverable) -> None:
    table = next_actions(every)
    assert 0 < len(table.rows) <= 5
    assert all(action.status.is_open for action in table.rows)
    assert [column.key for column in table.columns] == ["place", "title", "owner", "due"]
