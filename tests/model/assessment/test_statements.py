from desktop.model.scoring.vocabulary import Fulfilment

MODEL = "tiny-criteria"


def test_statements_are_rated_in_one_step_and_opened_again(several):
    steps = len(several.history.steps())
    several.statements.rate(MODEL, ["WRK-1-1", "WRK-1-2"], Fulfilment.MET)
    several.statements.rate(MODEL, "WRK-1-2", None)
    assert {id_: rating.value for id_, rating in several.statements.ratings(MODEL).items()} == {
        "WRK-1-1": Fulfilment.MET,
        "WRK-1-2": None,
    }
    assert len(several.history.steps()) == steps + 2
    several.history.undo()
    assert several.statements.ratings(MODEL)["WRK-1-2"].value is Fulfilment.MET


def test_ratings_make_levels(several):
    several.statements.rate(MODEL, [f"WRK-{level}-{number}" for level in (1, 2) for number in (1, 2)], Fulfilment.MET)
    tracks = {track.id: track.level for track in several.results.of(MODEL).tracks}
    assert tracks == {"work": 2, "tool": 1}


def test_a_note_stands_beside_the_rating(several):
    several.statements.note(MODEL, "TOL-1-1", "Seen in the tool.")
    several.statements.rate(MODEL, "TOL-1-1", Fulfilment.PARTLY_MET)
    said = several.statements.ratings(MODEL)["TOL-1-1"]
    assert (said.value, said.note) == (Fulfilment.PARTLY_MET, "Seen in the tool.")


def test_unknown_statements_are_refused_and_nothing_is_kept(several, refused):
    assert refused(several.statements.rate, MODEL, ["WRK-1-1", "WRK-9-1"], Fulfilment.MET) == "statement.unknown"
    assert refused(several.statements.note, MODEL, "work", "x") == "statement.unknown"
    assert refused(several.statements.rate, "tiny", "WRK-1-1", Fulfilment.MET) == "statement.unknown"
    assert several.statements.ratings(MODEL) == {}
