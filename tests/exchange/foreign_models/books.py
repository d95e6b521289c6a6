"""Workbooks as others make them, with words of our own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from desktop.exchange.foreign_models.examining import ForeignFile, workbook_model
from desktop.exchange.forms.form_worker import sheets_in

Rows = Sequence[Sequence[object]]

LEVELS = ("1 - Initial", "2 - Repeatable", "3 - Defined", "4 - Managed")


def book(path: Path, sheets: Mapping[str, Rows], merged: Mapping[str, Sequence[str]] | None = None) -> Path:
    """A workbook with these rows on its sheets, and some of their cells merged."""
    made = openpyxl.Workbook()
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for area in (merged or {}).get(title, ()):
            sheet.merge_cells(area)
    made.remove(made["Sheet"])
    made.save(path)
    return path


def opened(path: Path) -> ForeignFile:
    """The model in a workbook, read in this process."""
    return workbook_model(path, sheets_in(path))


def told(subject: str, levels: int = 4) -> list[str]:
    """How a subject stands at each level."""
    return [f"{subject} is such and such at {level}." for level in range(1, levels + 1)]


def rubric_rows() -> list[list[object]]:
    """A rubric as a consultant has it: a title, headings further down, areas merged, weights, a score and a total."""
    return [
        [None, "Tea room rubric"],
        [],
        [None, "Area", "Subject", "Maturity level", None, None, None, "Weight", "Score"],
        [None, None, None, *LEVELS],
        [None, "Making", "Water", *told("Water"), 2],
        [None, None, "Pot", *told("Pot"), 1],
        [],
        [None, "Serving", "Cups", *told("Cups"), 1, 3],
        [None, None, "Average", None, None, None, None, None, 2.5],
    ]


RUBRIC_MERGED = ("D3:G3", "B3:B4", "C3:C4", "B5:B6")

PRACTICES: list[list[object]] = [
    ["Example capability model"],
    ["Domain", "Objective", "Practice ID", "Practice", "MIL", "Help text"],
    ["LARDER", "LARDER-1 Know the shelves", "LARDER-1a", "There is a list.", 1, "Ask to see it."],
    [None, None, "LARDER-1b", "The list says who bought what.", 2],
    [None, "LARDER-2 Know the fridge", "LARDER-2a", "The fridge has a list.", "MIL1"],
    [None, None, "LARDER-2b", "The list is looked at every day.", 3],
    ["KEYS", "KEYS-1 Know the keys", "KEYS-1a", "Every key hangs on its hook.", 1],
]

ACTIVITIES: list[list[object]] = [
    ["Objective", "Practice", "Activity", "Capability level"],
    ["TEA01 Set the frame", "TEA01.01 Find out what is liked", "Ask people what they drink.", 2],
    [None, None, "Write down what they say.", 3],
    [None, "TEA01.02 Decide", "Decide what is bought.", 2],
    ["TEA02 Buy", "TEA02.01 Choose a shop", "Compare shops.", 2],
    [None, None, "Look at the choice each year.", 5],
]

LIBRARY: dict[str, Rows] = {
    "library_meta": [
        ["type", "library"],
        ["version", 2],
        ["locale", "en"],
        ["name", "Tea library"],
        ["provider", "Tea makers"],
    ],
    "tea_meta": [
        ["type", "framework"],
        ["ref_id", "TEA"],
        ["name", "Tea framework"],
        ["description", "What looks after tea."],
        ["min_score", 0],
        ["max_score", 4],
        ["answers_definition", "choices"],
    ],
    "tea_content": [
        ["assessable", "depth", "ref_id", "name", "description", "questions", "answer"],
        [None, 1, "MK", "Making", None],
        ["yes", 2, "MK.1", "Water", "Water is fresh.", "Is it fresh?\nIs it soft?", "often\nticks"],
        ["x", 2, "MK.2", "Pot", "The pot is warm."],
        [False, 1, "SV", "Serving"],
        ["x", 2, "SV.1", None, "Cups are clean.", "Say how.", "words"],
    ],
    "answers_meta": [["type", "answers"], ["name", "choices"]],
    "answers_content": [
        ["id", "question_type", "question_choices", "add_score"],
        ["often", "unique_choice", "Never\nSometimes\nAlways", "0\n1\n2"],
        ["ticks", "multiple_choice", "In the morning\nIn the evening", "1\n1"],
        ["words", "text"],
    ],
    "threats_meta": [["type", "threats"]],
}

LISTED_LIBRARY: dict[str, Rows] = {
    "library_content": [
        ["library_urn", "urn:tea:library"],
        ["library_version", 7],
        ["library_locale", "en"],
        ["library_name", "Tea library"],
        ["library_name[fr]", "Le thé"],
        ["library_provider", "Tea makers"],
        ["framework_urn", "urn:tea:framework"],
        ["framework_ref_id", "TEA"],
        ["framework_name", "Tea framework"],
        ["framework_min_score", 1],
        ["framework_max_score", 3],
        ["tab", "making", "requirements", "Making"],
        ["tab", "Serving", "requirements"],
        ["tab", "meanings", "scores"],
        ["tab", "dangers", "threats", "urn:tea:threat"],
        ["tab", "lost", "mappings"],
    ],
    "making": [
        ["assessable", "depth", "ref_id", "name", "description", "questions", "answer"],
        ["x", 1, "MK.1", "Water", "Water is fresh.", "Is it fresh?\n|And soft?", "often"],
        ["1", 1, "MK.2", "Pot", "The pot is warm."],
    ],
    "Serving": [
        ["assessable", "depth", "ref_id", "name"],
        [None, 1, "SV", "Serving"],
        ["yes", 2, "SV.1", "Cups"],
        [0, 2, "SV.2", "Saucers"],
        ["x", 3, "SV.2.1", "Rims"],
    ],
    "meanings": [["score", "name", "description"], [1, "Poor", "Never."], [2, "Fair", None], [3, "Good", "Always."]],
    "answers": [["id", "question_type", "question_choices"], ["often", "unique_choice", "Never\nAlways"]],
    "dangers": [["ref_id", "name"], ["T1", "Cold"]],
}
"""A library of version 1, whose first sheet lists the others."""
