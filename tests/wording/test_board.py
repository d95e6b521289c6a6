from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from desktop.model.scoring.engine import score
from desktop.model.scoring.results import AreaResult, ModelResult
from desktop.model.scoring.vocabulary import Agreement, Characterisation, Fulfilment, Rating
from desktop.wording import board
from tests.builders import all_in_place, nothing_said, tiny_pack, with_practices
from tests.builders_schemes import no_levels, said_of, tiny_criteria, tiny_streams

STAGED, STREAMS = tiny_pack(), tiny_streams()
CRITERIA = tiny_criteria(caps=[])
WEAK = score(STAGED, with_practices(all_in_place(STAGED), PLN_AC_1=Characterisation.NOT))


def rated(result: ModelResult, **ratings: Rating) -> ModelResult:
    areas = tuple(replace(area, rating=ratings.get(area.id, area.rating)) for area in result.areas)
    return replace(result, areas=areas)


def test_names_in_a_sentence() -> None:
    assert [board.listing(list(names)) for names in ("", "a", "ab", "abc", "abcd", "abcde")] == [
        "", "a", "a and b", "a, b and c", "a, b, c and d", "a, b, c and 2 more",
    ]  # fmt: skip


def test_levels_that_are_missed_for_named_areas() -> None:
    assert board.result_sentence(WEAK, STAGED) == (
        "Level 1 of 3 (Level 1). For level 2 (Level 2), Area PLN still has to be satisfied."
    )
    both = score(
        STAGED, with_practices(all_in_place(STAGED), PLN_AC_1=Characterisation.NOT, SUP_AC_1=Characterisation.NOT)
    )
    assert "Area PLN and Area SUP still have to be satisfied." in board.result_sentence(both, STAGED)


def test_the_highest_level_and_one_that_is_open() -> None:
    assert board.result_sentence(score(STAGED, all_in_place(STAGED)), STAGED) == (
        "Level 3 of 3 (Level 3). It is the highest."
    )
    assert board.result_sentence(score(STAGED, nothing_said()), STAGED) == (
        "Level 1 of 3 (Level 1). Whether level 2 (Level 2) is reached is open: Area PLN and Area SUP not rated."
    )


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({}, "No stream has been rated yet."),
        ({"DSK": 2}, "Level 2 of 5 (Level 2). The only stream that was rated stands there."),
        (
            {"DSK": 1, "REQ": 2, "REP": 4},
            "Level 1 of 5 (Level 1). Stream DSK is the weakest stream; the other 2 stand at levels 2 to 4.",
        ),
        (
            {"DSK": 1, "REQ": 1, "REP": 4},
            "Level 1 of 5 (Level 1). Stream DSK and Stream REQ are the weakest streams; the other stands at level 4.",
        ),
        (
            {"DSK": 3, "REQ": 3, "REP": 3},
            "Level 3 of 5 (Level 3). All 3 streams that were rated stand there.",
        ),
    ],
)
def test_streams(chosen: dict[str, int], told: str) -> None:
    assert board.result_sentence(score(STREAMS, no_levels(chosen=chosen)), STREAMS) == told


def test_tracks() -> None:
    high = score(CRITERIA, said_of(CRITERIA))
    assert (
        board.result_sentence(high, CRITERIA) == "Level 4 of 4 (Level 4). Track work and Track tool both stand there."
    )
    low = score(CRITERIA, said_of(CRITERIA, TOL_2_1=Fulfilment.NOT_MET))
    assert board.result_sentence(low, CRITERIA) == (
        "Level 1 of 4 (Level 1). Track tool is the lowest; ahead: Track work (level 4)."
    )


def test_reasons_of_areas_are_in_the_teams_words() -> None:
    (blocker,) = WEAK.level.blockers
    assert board.reason_sentence(blocker, WEAK, STAGED, ["One.", "Two.", "Three."]) == (
        "Area PLN does not meet its goal “Goal PLN-G1”. One. Two."
    )
    outside = replace(blocker, why=Rating.OUT_OF_SCOPE)
    assert board.reason_sentence(outside, WEAK, STAGED, []) == (
        "Area PLN was left out of scope, though the next level asks for it."
    )
    unrated = replace(blocker, why=Rating.NOT_RATED, open=("PLN-AC-1", "PLN-AC-2"))
    assert board.reason_sentence(unrated, WEAK, STAGED, []) == (
        "Area PLN could not be rated yet: 2 of its practices are open."
    )


def test_reasons_of_streams_and_tracks_quote_what_is_still_to_be_done() -> None:
    result = score(STREAMS, no_levels(chosen={"DSK": 1, "REQ": 2, "REP": 2}))
    (blocker,) = result.level.blockers
    assert board.reason_sentence(blocker, result, STREAMS, []) == (
        "Stream DSK stands at level 1. Still to be done: “Do 1 for DSK at 2” and “Do 2 for DSK at 2”."
    )
    many = replace(blocker, weak=(*blocker.weak, "DSK-3-P1", "DSK-3-P2"))
    assert board.reason_sentence(many, result, STREAMS, []).endswith("“Do 2 for DSK at 2” and 2 more.")
    low = score(CRITERIA, said_of(CRITERIA, TOL_2_1=Fulfilment.NOT_MET))
    (blocker,) = low.level.blockers
    assert board.reason_sentence(blocker, low, CRITERIA, []) == (
        "Track tool stands at level 1. Still to be done: “TOL 1 of 2 is so”."
    )
    assert board.reason_sentence(blocker, low, CRITERIA, [], named=False).startswith("It stands at level 1. Still")
    assert board.reason_sentence(replace(blocker, why=Rating.NOT_RATED), low, CRITERIA, []) == (
        "Track tool stands at level 1; whether it reaches the next has not been judged yet."
    )


def left_out(result: ModelResult) -> Sequence[str]:
    return board.left_out(result, STAGED, 0)


def test_what_was_not_assessed() -> None:
    good = score(STAGED, all_in_place(STAGED))
    assert left_out(good) == []
    told = left_out(rated(good, STD=Rating.OUT_OF_SCOPE, SUP=Rating.NOT_RATED, DLV=Rating.NOT_APPLICABLE))
    assert told == [
        "Out of scope: Area STD.", "Not rated yet: Area SUP.", "Does not apply here: Area DLV.",
    ]  # fmt: skip
    everything: dict[str, Rating] = dict.fromkeys(("PLN", "SUP", "STD", "DLV"), Rating.OUT_OF_SCOPE)
    assert left_out(rated(good, **everything)) == ["Out of scope: 4 of 4 areas, all of levels 2 and 3."]
    assert board.left_out(score(STREAMS, no_levels(chosen={"DSK": 2})), STREAMS, 0) == [
        "Not rated yet: Stream REQ and Stream REP."
    ]
    assert board.left_out(score(CRITERIA, said_of(CRITERIA)), CRITERIA, 3) == ["Statements not judged: 3 of 16."]


def area_of(result: ModelResult, id_: str) -> AreaResult:
    return next(area for area in result.areas if area.id == id_)


def test_how_sure_the_team_is() -> None:
    unasked = replace(WEAK, answers=replace(WEAK.answers, asked=0))
    told = board.sureness(unasked, settled=3)
    assert told == [
        "Rated areas that the team has settled: 3 of 4.",
        "Nobody was sent a questionnaire; the team judged by what it read, heard and saw.",
    ]
    assert area_of(WEAK, "PLN").rating is Rating.UNSATISFIED
    open_ = board.sureness(score(STAGED, nothing_said()), settled=0)
    assert open_[0] == "The level may turn out higher once everything is judged."
    assert "stands behind" not in " ".join(open_)


def test_answers_are_counted_and_where_people_disagree() -> None:
    questions = tuple(
        replace(question, answers=replace(question.answers, asked=5, agreement=agreement))
        for question, agreement in zip(
            WEAK.questions, (Agreement.SPLIT, Agreement.MIXED, Agreement.AGREED), strict=False
        )
    )
    others = tuple(replace(each, answers=replace(each.answers, asked=0)) for each in WEAK.questions[3:])
    asked = replace(WEAK, answers=replace(WEAK.answers, asked=60, n=48), questions=(*questions, *others))
    assert board.sureness(asked, settled=3)[1:] == [
        "Answers given: 48 of 60; each question went to 5 people at most.",
        "Questions on which people disagree widely: 1 of 3.",
    ]
