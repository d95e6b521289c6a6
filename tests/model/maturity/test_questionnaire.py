"""What respondents are asked, scheme by scheme."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.maturity import shelf
from desktop.model.maturity.pack import Cell, Item, Level
from desktop.model.maturity.questionnaire import FULFILMENT, LEVELS, asked_by_id, level_choice, scales, sections
from desktop.model.maturity.vocabulary import NAMED_SCHEMES, BlankKind


@pytest.fixture(params=NAMED_SCHEMES)
def pack(examples, read_text, request):
    return read_text(examples[request.param.value])


@pytest.fixture
def staged(examples, read_text):
    return read_text(examples["staged"])


@pytest.fixture
def streams(examples, read_text):
    return read_text(examples["streams"])


@pytest.fixture
def criteria(examples, read_text):
    return read_text(examples["criteria"])


def test_a_staged_pack_asks_its_questions_area_by_area_on_its_own_scales(staged):
    assert scales(staged) == staged.scales
    (section,) = sections(staged, "yes_no")
    area = staged.areas[0]
    assert (section.id, section.place, section.name, section.level) == ("TEA", "TEA", area.name, area.level)
    assert section.introduction == area.introduction
    found = [(asked.id, asked.text, asked.help, asked.scale) for asked in section.questions]
    assert found == [(item.id, item.text, item.help, staged.scales[0]) for item in area.questions]


def test_a_stream_asks_one_question_answered_by_the_texts_of_its_cells(streams):
    assert [scale.id for scale in scales(streams)] == [LEVELS]
    (section,) = sections(streams, LEVELS)
    stream = streams.streams[0]
    assert (section.id, section.place, section.introduction, section.level) == ("BEA", "BEA", stream.summary, 1)
    (asked,) = section.questions
    assert (asked.id, asked.text, asked.help) == ("BEA-Q1", stream.question.text, "")
    assert asked.scale.id == LEVELS
    assert [(choice.id, choice.name, choice.meaning, choice.percent) for choice in asked.scale.answers] == [
        (level_choice(2), "2", stream.cell(2).text, 100),
        (level_choice(1), "1", stream.cell(1).text, 0),
    ]


@pytest.mark.parametrize(
    ("count", "percents"),
    [
        (2, [100, 0]),
        (3, [100, 50, 0]),
        (4, [100, 67, 33, 0]),
        (5, [100, 75, 50, 25, 0]),
        (9, [100, 88, 75, 63, 50, 38, 25, 13, 0]),
    ],
)
def test_percents_of_levels_fall_evenly_and_round_half_up(streams, count, percents):
    levels = tuple(Level(number=number, name="L", summary="S") for number in range(1, count + 1))
    practice = (Item(id="BEA-1-P1", text="P"),)
    cells = tuple(Cell(level=n, text=f"T{n}", practices=practice, outcomes=(), metrics=()) for n in range(1, count + 1))
    many = replace(streams, levels=levels, streams=(replace(streams.streams[0], cells=cells),))
    scale = asked_by_id(many, LEVELS)["BEA-Q1"].scale
    assert [choice.percent for choice in scale.answers] == percents
    assert [choice.id for choice in scale.answers] == [f"level_{number}" for number in range(count, 0, -1)]


def test_the_scale_to_choose_for_streams_tells_the_levels(streams):
    (scale,) = scales(streams)
    assert [choice.meaning for choice in scale.answers] == [level.summary for level in reversed(streams.levels)]


def test_criteria_ask_the_statements_of_each_level_of_each_track(criteria):
    assert [scale.id for scale in scales(criteria)] == [FULFILMENT]
    found = sections(criteria, FULFILMENT)
    assert [(section.id, section.place, section.level) for section in found] == [
        ("habits-1", "habits", 1),
        ("habits-2", "habits", 2),
        ("habits-3", "habits", 3),
        ("tin-1", "tin", 1),
        ("tin-2", "tin", 2),
        ("tin-3", "tin", 3),
    ]
    assert found[1].name == "Habits: 2 Repeatable"
    assert found[1].introduction == criteria.tracks[0].summary
    (asked,) = found[1].questions
    assert (asked.id, asked.text) == ("HAB-2-1", "Who takes the last biscuit says so.")
    assert asked.help == "Look for notes on the tin."
    assert [(choice.id, choice.percent) for choice in asked.scale.answers] == [
        ("met", 100),
        ("partly_met", 50),
        ("not_met", 0),
    ]


def test_every_question_can_be_left_blank_in_both_ways(pack):
    for asked in asked_by_id(pack, scales(pack)[0].id).values():
        assert [choice.blank for choice in asked.scale.blanks] == [BlankKind.DOES_NOT_APPLY, BlankKind.DONT_KNOW]


def test_ids_of_sections_and_questions_occur_once(pack):
    found = sections(pack, scales(pack)[0].id)
    assert len({section.id for section in found}) == len(found)
    assert {section.place for section in found} == set(pack.place_by_id)
    asked = [asked.id for section in found for asked in section.questions]
    assert list(asked_by_id(pack, scales(pack)[0].id)) == asked


def test_an_unknown_scale_is_no_scale_of_the_model(pack):
    with pytest.raises(KeyError):
        sections(pack, "no_such_scale")


def test_every_shipped_model_asks_about_all_its_places():
    for one in shelf.shipped():
        pack = shelf.find(one.id)
        for scale in scales(pack):
            assert {section.place for section in sections(pack, scale.id)} == set(pack.place_by_id)
