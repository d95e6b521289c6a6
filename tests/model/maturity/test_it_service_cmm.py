"""The shipped IT Service CMM is whole."""

from __future__ import annotations

from collections import Counter

import pytest
from rapidfuzz import fuzz, process

from desktop.model.maturity import shelf
from desktop.model.maturity.pack import Area, Pack
from desktop.model.maturity.vocabulary import BlankKind, FeatureKind

M, E, D = "management", "enabling", "delivery"
AREAS = {
    "SCM": ("Service Commitment Management", 2, (M,)),
    "SDP": ("Service Delivery Planning", 2, (M,)),
    "STO": ("Service Tracking and Oversight", 2, (M,)),
    "SUB": ("Subcontract Management", 2, (M,)),
    "CFM": ("Configuration Management", 2, (E,)),
    "SRI": ("Service Request and Incident Management", 2, (E,)),
    "SQA": ("Service Quality Assurance", 2, (E,)),
    "OSD": ("Organization Service Definition", 3, (E,)),
    "OPD": ("Organization Process Definition", 3, (E,)),
    "OPF": ("Organization Process Focus", 3, (E,)),
    "ISM": ("Integrated Service Management", 3, (M,)),
    "SDL": ("Service Delivery", 3, (D,)),
    "IGC": ("Intergroup Coordination", 3, (E,)),
    "TPR": ("Training Program", 3, (E,)),
    "RSM": ("Resource Management", 3, (E,)),
    "PRM": ("Problem Management", 3, (E,)),
    "QPM": ("Quantitative Process Management", 4, (M, E)),
    "SQM": ("Service Quality Management", 4, (D,)),
    "FSM": ("Financial Service Management", 4, (M,)),
    "PPV": ("Problem Prevention", 5, (D,)),
    "TCM": ("Technology Change Management", 5, (M, E)),
    "PCM": ("Process Change Management", 5, (M, E)),
}
ALIKE = 80


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shelf.find("it-service-cmm")


@pytest.fixture(params=AREAS)
def area(pack, request) -> Area:
    found: Area = pack.area_by_id[request.param]
    return found


def texts_of(pack: Pack) -> dict[str, str]:
    """Every text that says something about the work, by a name to find it by."""
    texts: dict[str, str] = {}
    for area in pack.areas:
        texts |= {f"{area.id} purpose": area.purpose, f"{area.id} introduction": area.introduction}
        texts |= {f"{area.id} good {index}": text for index, text in enumerate(area.good)}
        texts |= {f"{area.id} evidence {index}": text for index, text in enumerate(area.evidence)}
        texts |= {goal.id: goal.text for goal in area.goals}
        texts |= {practice.id: practice.text for practice in area.practices}
        texts |= {question.id: question.text for question in area.questions}
        texts |= {f"{practice.id} detail": practice.detail for practice in area.practices if practice.detail}
        texts |= {f"{question.id} help": question.help for question in area.questions if question.help}
    return texts


def test_the_five_levels(pack):
    names = [(level.number, level.name) for level in pack.levels]
    assert names == [(1, "Initial"), (2, "Repeatable"), (3, "Defined"), (4, "Managed"), (5, "Optimizing")]
    assert Counter(area.level for area in pack.areas) == {2: 7, 3: 9, 4: 3, 5: 3}


def test_the_22_areas_with_their_names_levels_and_categories(pack):
    found = {area.id: (area.name.casefold(), area.level, area.categories) for area in pack.areas}
    assert found == {code: (name.casefold(), level, categories) for code, (name, level, categories) in AREAS.items()}


def test_areas_stand_in_the_order_of_their_levels(pack):
    assert [area.level for area in pack.areas] == sorted(area.level for area in pack.areas)


def test_goals_per_level(pack):
    counted = Counter(area.level for area, _goal in pack.goal_by_id.values())
    assert counted == {2: 22, 3: 23, 4: 9, 5: 9}


def test_the_number_of_practices(pack):
    assert 250 <= len(pack.practice_by_id) <= 330


def test_the_five_common_features_with_the_activities_as_the_work_itself(pack):
    assert [feature.id for feature in pack.features] == ["CO", "AB", "AC", "ME", "VE"]
    assert [f.id for f in pack.features if f.kind is FeatureKind.IMPLEMENTATION] == ["AC"]


def test_each_area_has_practices_of_all_common_features_in_their_order(pack, area):
    order = [feature.id for feature in pack.features]
    found = [practice.feature for practice in area.practices]
    assert found == sorted(found, key=order.index)
    assert set(found) == set(order)


def test_each_practice_says_its_feature_in_its_id(area):
    for practice in area.practices:
        assert practice.id.rpartition("-")[0] == f"{area.id}-{practice.feature}"


def test_each_goal_is_served_by_activities(area):
    for goal in area.goals:
        assert any(practice.feature == "AC" for practice in area.practices_of(goal.id)), goal.id


def test_activities_name_the_goals_they_serve_and_the_other_features_serve_all(area):
    for practice in area.practices:
        assert bool(practice.goals) == (practice.feature == "AC"), practice.id


def test_each_area_has_six_to_eight_questions_and_each_question_a_target(area):
    assert 6 <= len(area.questions) <= 8
    assert all(question.informs for question in area.questions)


def test_each_practice_is_informed_by_a_question(pack, area):
    assert [practice.id for practice in area.practices if not pack.informants[practice.id]] == []


def test_each_area_says_what_good_looks_like_and_what_shows_it(area):
    assert len(area.good) >= 3
    assert len(area.evidence) >= 3


def test_only_subcontracting_can_be_left_out(pack):
    assert [area.id for area in pack.areas if area.may_not_apply] == ["SUB"]


def test_no_two_texts_are_alike_or_nearly_alike(pack):
    texts = texts_of(pack)
    names = list(texts)
    folded = [text.casefold() for text in texts.values()]
    scores = process.cdist(folded, folded, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    pairs = [(names[a], names[b]) for a, b in zip(*scores.nonzero(), strict=True) if a < b]
    assert pairs == []


def test_the_measure_of_likeness_catches_a_pattern_with_a_word_swapped():
    pattern = "the organisation follows a written policy for {}."
    assert fuzz.token_sort_ratio(pattern.format("planning"), pattern.format("training")) >= ALIKE


def test_both_scales(pack):
    percents = {scale.id: [choice.percent for choice in scale.answers] for scale in pack.scales}
    assert percents == {"frequency_5": [95, 75, 50, 25, 5], "yes_no_4": [100, 0]}
    for scale in pack.scales:
        assert [choice.blank for choice in scale.blanks] == [BlankKind.DOES_NOT_APPLY, BlankKind.DONT_KNOW]


@pytest.mark.parametrize(
    ("subject", "about"),
    [
        ("goals", {"SCM", "SDP", "STO", "SRI", "OSD", "SDL", "RSM", "PRM", "FSM"}),
        ("category", {"TCM", "PCM", "FSM"}),
        ("category", {"QPM", "OSD", "IGC", "PRM", "TPR", "RSM"}),
        ("scale", {"yes_no_4"}),
        ("bands", {"frequency_5"}),
        ("number of practices", set()),
    ],
)
def test_uncertain_facts_have_a_note(pack, subject, about):
    notes = [note for note in pack.sources if not note.certain and subject in note.note]
    assert any(about == set(note.about) for note in notes)


def test_the_pack_says_that_it_is_no_official_edition(pack):
    assert "not an official" in pack.based_on
