"""Models as others write them down: recognised by what stands in them, asked about, and made packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.exchange.foreign_models.examining import open_model, workbook_model
from desktop.exchange.foreign_models.foreign_model import ForeignForm, ForeignModel, Notice, Topic
from desktop.exchange.foreign_models.level_headings import parsed
from desktop.exchange.foreign_models.sheet_grids import MOST_ROWS
from desktop.exchange.forms.sheet_cells import SheetCells
from desktop.model.errors import RefusalError
from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput
from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.shelf import find
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.maturity.worked_examples import PackExample
from desktop.model.vetting.pack_examples import misses
from desktop.model.vetting.pack_text import pack_text
from desktop.model.vetting.vetted_packs import VettedPack
from tests.exchange.foreign_models.books import (
    ACTIVITIES,
    LEVELS,
    LIBRARY,
    LISTED_LIBRARY,
    PRACTICES,
    RUBRIC_MERGED,
    book,
    opened,
    rubric_rows,
    told,
)

HERE = Path(__file__).parent


def pack_of(model: ForeignModel) -> VocabularyPack:
    found = model.vetted()
    assert isinstance(found, VettedPack)
    return found.pack


def holds(pack, answers, gives):
    """Whether results follow from answers."""
    example = PackExample(name="it", answers=answers, gives=gives)
    return [str(miss) for miss in misses(pack, example, ())] == []


def noticed(model):
    return [(notice.notice, model.places.of(notice.line)[1]) for notice in model.notices]


def faults_of(model):
    with pytest.raises(PackFaultsError) as caught:
        model.vetted()
    return [(fault.code, model.places.of(fault.line)) for fault in caught.value.faults]


@pytest.fixture
def rubric(tmp_path):
    return opened(book(tmp_path / "tea.xlsx", {"Rubric": rubric_rows()}, {"Rubric": RUBRIC_MERGED}))


def test_a_rubric_is_recognised_and_asks_for_its_rule(rubric):
    model = rubric.understood()
    assert model.form is ForeignForm.RUBRIC
    assert [question.topic for question in model.missing] == [Topic.RESULT]
    assert {Topic.GROUPS, Topic.WEIGHTS, Topic.OPEN, Topic.NAME} <= {question.topic for question in model.questions}
    with pytest.raises(RefusalError) as caught:
        model.vetted()
    assert caught.value.code == "model.questions_open"


def test_a_rubric_becomes_a_pack_as_its_author_says(rubric):
    pack = pack_of(rubric.understood({"result": "weakest", "groups": "average"}))
    assert (pack.name, pack.id) == ("Tea room rubric", "tea-room-rubric")
    assert [(part.id, part.name, part.parent, part.weight) for part in pack.parts] == [
        ("ALL", "Tea room rubric", None, 1),
        ("G1", "Making", "ALL", 1),
        ("S1", "Water", "G1", 2),
        ("S2", "Pot", "G1", 1),
        ("G2", "Serving", "ALL", 1),
        ("S3", "Cups", "G2", 1),
    ]
    assert [(choice.id, choice.value, choice.name) for choice in pack.scales[0].choices[:2]] == [
        ("initial", 1, "1 Initial"),
        ("repeatable", 2, "2 Repeatable"),
    ]
    assert pack.scales[1].choices[2].meaning == "Pot is such and such at 3."
    answers = {"S1": "managed", "S2": "initial", "S3": "managed"}
    assert holds(pack, answers, {"G1": 3, "G2": 4, "ALL": 3})
    unweighted = pack_of(rubric.understood({"result": "average", "weights": "no", "rounding": "down"}))
    assert holds(unweighted, answers, {"G1": 2, "ALL": 3})
    assert evaluate(unweighted, PartsInput())


def test_what_is_no_subject_is_told(rubric):
    assert noticed(rubric.understood({"result": "average"})) == [(Notice.COLUMN_LEFT, 4), (Notice.ROW_LEFT, 9)]


def test_weights_that_cannot_count_are_left_out_and_told(rubric):
    model = rubric.understood({"result": "average", "groups": "weakest"})
    assert Topic.WEIGHTS not in {question.topic for question in model.questions}
    assert Notice.WEIGHTS_LEFT in {notice.notice for notice in model.notices}
    assert {part.weight for part in pack_of(model).parts} == {1}


def test_answers_that_fit_nothing_are_refused(rubric):
    for answers, code in (({"result": "best"}, "model.answer_unknown"), ({"reslt": "average"}, "model.answer_unasked")):
        with pytest.raises(RefusalError) as caught:
            rubric.understood(answers)
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ("1", (1, "")),
        ("Level 3", (3, "")),
        ("Level 0: Incomplete", (0, "Incomplete")),
        ("ML2 – Managed", (2, "Managed")),
        ("3\nDefined", (3, "Defined")),
        ("Optimising (5)", (5, "Optimising")),
        ("Stage 4 - Led", (4, "Led")),
        ("2024 result", None),
        ("Weight", None),
        ("21 Beyond", None),
    ],
)
def test_headings_of_levels(heading, level):
    assert (parsed(heading) or (None, None))[0] == (level or (None, None))[0]
    if level:
        assert parsed(heading) == level


def one(tmp_path, rows, merged=()):
    return opened(book(tmp_path / "one.xlsx", {"A": rows}, {"A": merged}))


def test_names_beneath_numbers_and_levels_that_fall(tmp_path):
    rows = [
        ["Subject", 3, 2, 1],
        [None, "Good", "Fair", "Poor"],
        ["Water", *told("Water", 3)],
        ["Pot", *told("Pot", 3)],
    ]
    model = one(tmp_path, rows).understood({"result": "sum"})
    assert [(choice.value, choice.name) for choice in pack_of(model).scales[0].choices] == [
        (1, "1 Poor"),
        (2, "2 Fair"),
        (3, "3 Good"),
    ]
    assert (Notice.LEVELS_TURNED, 1) in noticed(model)


def test_levels_by_name_alone_ask_where_they_begin(tmp_path):
    rows = [["Topic", "Initial", "Developing", "Managed"], ["Water", *told("Water", 3)], ["Pot", *told("Pot", 3)]]
    found = one(tmp_path, rows)
    assert [choice.value for choice in pack_of(found.understood({"result": "average"})).scales[0].choices] == [1, 2, 3]
    lower = pack_of(found.understood({"result": "average", "first": "0"}))
    assert [choice.value for choice in lower.scales[0].choices] == [0, 1, 2]


def test_a_grid_to_tick_has_one_scale(tmp_path):
    rows = [
        ["No.", "Criterion", 0, 1, 2, 3],
        ["1.1", "Water is fresh"],
        ["1.2", "The pot is warm"],
        ["1.3", "Cups are clean"],
    ]
    pack = pack_of(one(tmp_path, rows).understood({"result": "average"}))
    assert [(part.id, part.name) for part in pack.parts[1:]] == [
        ("1.1", "Water is fresh"),
        ("1.2", "The pot is warm"),
        ("1.3", "Cups are clean"),
    ]
    assert [choice.value for choice in pack.scales[0].choices] == [0, 1, 2, 3]


def test_subjects_twice_levels_twice_errors_and_weights_that_are_none_are_told_at_once(tmp_path):
    rows = [
        ["Subject", "Level 1", "Level 2", "Level 2", "Weight"],
        ["Water", *told("Water", 3), 1],
        ["Pot", *told("Pot", 3), "a lot"],
        ["Water", *told("Water", 3), "=1/0"],
    ]
    model = one(tmp_path, rows).understood({"result": "average"})
    assert faults_of(model) == [
        (FaultCode.LEVEL_TWICE, ("A", 1)),
        (FaultCode.TYPE_WRONG, ("A", 3)),
        (FaultCode.CELL_UNCLEAR, ("A", 4)),
        (FaultCode.SUBJECT_TWICE, ("A", 4)),
        (FaultCode.TYPE_WRONG, ("A", 4)),
    ]


def test_rows_without_subject_belong_to_the_one_above_and_headings_across_group(tmp_path):
    rows = [
        ["Subject", *LEVELS],
        ["Making"],
        ["Water", "a", "b", "c", "d"],
        [None, None, "more", None, "still more"],
        ["Serving"],
        ["Cups", "e", "f", "g", "h"],
        ["Notes to come"],
    ]
    model = one(tmp_path, rows, ("A2:E2",)).understood({"result": "average"})
    pack = pack_of(model)
    assert [(part.id, part.name) for part in pack.parts if part.kind == "group"] == [
        ("G1", "Making"),
        ("G2", "Serving"),
    ]
    assert [choice.meaning for choice in pack.scales[0].choices] == ["a", "b\nmore", "c", "d\nstill more"]
    assert (Notice.ROW_JOINED, 4) in noticed(model)


def test_a_subject_may_be_called_overall_and_a_column_be_left_blank(tmp_path):
    rows = [
        ["Id", "Process", "Criterion", "Description", "Level 1", "Level 2", "Level 4"],
        ["X-1", "Making", "Overall care", "How much care is taken.", "none", "some", "much"],
        ["X-2", None, "Results", "What comes of it.", "bad", None, "good"],
        [None, None, "Total score:", None, None, None, 4],
    ]
    model = one(tmp_path, rows).understood({"result": "average"})
    pack = pack_of(model)
    assert [(part.id, part.kind, part.name) for part in pack.parts[1:]] == [
        ("G1", "group", "Making"),
        ("X-1", "subject", "Overall care"),
        ("X-2", "subject", "Results"),
    ]
    assert pack.part_by_id["X-1"].text == "How much care is taken."
    assert pack.scales[1].choices[1].meaning == ""
    assert (Notice.LEVEL_MISSING, 1) in noticed(model)


def test_two_tables_ask_which(tmp_path):
    rows = [
        ["Making"],
        ["Subject", *LEVELS],
        ["Water", *told("Water")],
        [],
        ["Serving"],
        ["Subject", *LEVELS],
        ["Cups", *told("Cups")],
        ["Biscuits", *told("Biscuits")],
    ]
    found = one(tmp_path, rows)
    (first, *_rest) = found.understood().questions
    assert (first.topic, first.choices) == (Topic.TABLE, ("1", "2", "all"))
    assert first.facts["tables"] == ("A, 2: Making", "A, 6: Serving")
    assert [question.topic for question in found.understood().missing] == [Topic.TABLE]
    second = pack_of(found.understood({"table": "2", "result": "average"}))
    assert [part.name for part in second.parts] == ["Serving", "Cups", "Biscuits"]
    both = pack_of(found.understood({"table": "all", "result": "average"}))
    assert [part.name for part in both.parts if part.kind == "group"] == ["Making", "Serving"]
    assert len({part.id for part in both.parts}) == len(both.parts) == 6


def test_a_table_of_practices_is_a_ladder_for_each_group(tmp_path):
    found = opened(book(tmp_path / "c.xlsx", {"Practices": PRACTICES}))
    model = found.understood()
    assert model.form is ForeignForm.PRACTICE_TABLE
    pack = pack_of(model)
    assert [part.id for part in pack.parts][:5] == ["ALL", "LARDER", "LARDER-1", "LARDER-1a", "LARDER-1b"]
    assert pack.name == "Example capability model"
    answers = {"LARDER-1a": "FI", "LARDER-1b": "LI", "LARDER-2a": "LI", "LARDER-2b": "PI", "KEYS-1a": "FI"}
    assert holds(pack, answers, {"LARDER-1": 3, "LARDER-2": 2, "LARDER": 2, "KEYS": 3, "ALL": 2})
    done = pack_of(found.understood({"answers": "yes_no"}))
    assert holds(done, {"LARDER-1a": "done", "LARDER-1b": "not_done", "LARDER-2a": "done"}, {"LARDER": 1})


def test_levels_that_are_skipped_and_begin_above_1(tmp_path):
    pack = pack_of(opened(book(tmp_path / "c.xlsx", {"Activities": ACTIVITIES})).understood())
    assert [part.name for part in pack.parts if part.kind == "group"][:2] == [
        "Set the frame",
        "Find out what is liked",
    ]
    practices = [part.id for part in pack.parts if part.kind == "practice"]
    fully, largely = dict.fromkeys(practices, "FI"), dict.fromkeys(practices, "LI")
    assert holds(pack, fully, {"TEA01": 5, "TEA02": 5, "ALL": 5})
    assert holds(pack, largely, {"TEA01": 2, "TEA02": 2})


def test_practices_beside_groups_get_a_group_of_their_own(tmp_path):
    rows: list[list[object]] = [PRACTICES[1], [None, None, "X-1", "Something is done.", 1], *PRACTICES[2:]]
    pack = pack_of(opened(book(tmp_path / "c.xlsx", {"Practices": rows})).understood())
    assert [part.name for part in pack.parts if part.parent == "ALL"] == ["Further practices", "LARDER", "KEYS"]


def test_levels_that_are_none_are_told(tmp_path):
    rows: list[list[object]] = [*PRACTICES[:3], [None, None, "LARDER-1b", "Something.", "high"]]
    model = opened(book(tmp_path / "c.xlsx", {"Practices": rows})).understood()
    assert (FaultCode.LEVEL_UNCLEAR, ("Practices", 4)) in faults_of(model)


def test_a_library_in_yaml():
    model = open_model(HERE / "library.yaml").understood()
    assert model.form is ForeignForm.LIBRARY
    pack = pack_of(model)
    assert (pack.id, pack.version, pack.based_on) == ("tea-care", "3", "Example tea makers")
    assert [(part.id, part.kind, part.weight) for part in pack.parts] == [
        ("ALL", "model", 1),
        ("MK", "section", 1),
        ("MK.1-a", "requirement", 3),
        ("MK.2", "requirement", 1),
        ("SV", "section", 1),
        ("SV.1", "requirement", 1),
    ]
    assert pack.part_by_id["MK.1-a"].label == "MK.1 (a)"
    assert holds(pack, {"MK.1-a": "always", "MK.2": "absent", "SV.1": "partly"}, {"MK": 1.5, "ALL": 1.4})
    assert {notice.notice for notice in model.notices} == {Notice.SECTION_EMPTY, Notice.IDS_CHANGED, Notice.PARTS_LEFT}


def test_a_library_in_its_workbook(tmp_path):
    model = opened(book(tmp_path / "library.xlsx", LIBRARY)).understood()
    assert model.form is ForeignForm.LIBRARY
    pack = pack_of(model)
    assert pack.kind_by_id["requirement"].combine == "sum"
    answers = {"MK.1-q1": "always", "MK.1-q2": ("in_the_morning", "in_the_evening"), "MK.2-q1": 1, "SV.1-q1": 4}
    assert holds(pack, answers, {"MK.1": 4, "MK": 2.5, "SV": 4, "ALL": 3})
    assert pack.part_by_id["SV.1"].detail == "Say how."
    assert "threats" in str(model.notices)


def test_a_library_whose_first_sheet_lists_the_others(tmp_path):
    model = opened(book(tmp_path / "library.xlsx", LISTED_LIBRARY)).understood()
    assert model.form is ForeignForm.LIBRARY
    pack = pack_of(model)
    assert (pack.id, pack.name, pack.version, pack.based_on) == ("tea", "Tea framework", "7", "Tea makers")
    assert [(part.label or part.id, part.kind, part.parent) for part in pack.parts] == [
        ("ALL", "model", None),
        ("N1", "section", "ALL"),
        ("MK.1", "requirement", "N1"),
        ("MK.2", "requirement", "N1"),
        ("SV", "section", "ALL"),
        ("SV.1", "requirement", "SV"),
        ("SV.2", "section", "SV"),
        ("SV.2.1", "requirement", "SV.2"),
    ]
    assert [(choice.value, choice.name, choice.meaning) for choice in pack.scales[0].choices] == [
        (1, "1 Poor", "Never."),
        (2, "2 Fair", ""),
        (3, "3 Good", "Always."),
    ]
    assert "Is it fresh?\nAnd soft?" in pack.part_by_id["MK.1"].detail
    assert holds(pack, {"MK.1": "poor", "MK.2": "good", "SV.1": "fair", "SV.2.1": "fair"}, {"N1": 2, "ALL": 2})
    left = [notice.facts["what"] for notice in model.notices if notice.notice is Notice.PARTS_LEFT]
    assert left == [("threats",)]


def test_a_model_of_activities_in_a_folder():
    for folder in (HERE / "samm", HERE / "samm" / "model"):
        model = open_model(folder).understood({"name": "Tea model"})
        assert model.form is ForeignForm.ACTIVITY_MODEL
        pack = pack_of(model)
    assert [part.id for part in pack.parts][:5] == ["ALL", "Making", "M-WA", "M-WA-A", "M-WA-1-A"]
    assert [choice.id for choice in pack.scales[0].choices] == ["no", "yes_sometimes", "yes_often", "yes_always"]
    assert pack.part_by_id["M-WA-2-A"].level == 2
    assert pack.part_by_id["M-WA-2-A"].detail == "- It is written down\n- People know it"
    answers = {"M-WA-1-A": "yes_always", "M-WA-2-A": "yes_sometimes", "M-WA-3-A": "no", "M-WA-1-B": "yes_often"}
    assert holds(pack, answers, {"M-WA-A": 1.25, "M-WA-B": 0.5, "M-WA": 0.875, "ALL": 0.875})


def test_a_question_without_its_answers_is_told_with_its_file(tmp_path):
    folder = tmp_path / "core"
    for path in (HERE / "samm").rglob("*.yml"):
        copy = folder / path.relative_to(HERE / "samm")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (folder / "model" / "answer_sets" / "Q.yml").write_text("id: [other", encoding="utf-8")
    found = faults_of(open_model(folder).understood())
    assert (FaultCode.YAML_MALFORMED, "answer_sets/Q.yml") in [(code, file) for code, (file, _line) in found]
    assert (FaultCode.REFERENCE_DANGLING, ("questions/M-WA-3-A.yml", 1)) in found


def test_a_pack_is_taken_as_it_is(tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_text(pack_text(find("tool-ladder")), encoding="utf-8")
    model = open_model(path).understood()
    assert (model.form, model.questions) == (ForeignForm.PACK, ())
    assert model.vetted() == find("tool-ladder")


def test_many_rows_are_refused_and_many_numbers_alike_are_told_apart_at_once():
    rows = {row: {1: "7", 2: f"Subject {row}", 3: "a", 4: "b", 5: "c"} for row in range(2, 2_000)}
    head = {1: "ID", 2: "Subject", 3: "1", 4: "2", 5: "3"}
    found = workbook_model(Path("a.xlsx"), (SheetCells("A", {1: head, **rows}, {}),))
    root = found.understood({"result": "average"}).root
    assert root is not None
    assert "7-1998" in str(root)
    many = dict.fromkeys(range(1, MOST_ROWS + 2), head)
    with pytest.raises(RefusalError) as caught:
        workbook_model(Path("a.xlsx"), (SheetCells("A", many, {}),))
    assert caught.value.code == "model.rows_many"


def test_what_is_no_model_is_refused(tmp_path):
    (tmp_path / "a.yaml").write_text("name: nothing", encoding="utf-8")
    book(tmp_path / "a.xlsx", {"Sales": [["Month", "Sold"], ["May", 3], ["June", 4]]})
    for path in (tmp_path, tmp_path / "a.yaml"):
        with pytest.raises(RefusalError) as caught:
            open_model(path)
        assert caught.value.code == "model.form_unknown"
    with pytest.raises(RefusalError) as caught:
        opened(tmp_path / "a.xlsx")
    assert caught.value.code == "model.form_unknown"
