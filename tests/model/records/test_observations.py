from desktop.model.records import ObservationState


def test_the_team_stands_behind_what_is_accurate_or_valid():
    assert [state for state in ObservationState if state.is_agreed] == [
        ObservationState.ACCURATE,
        ObservationState.VALID,
    ]
