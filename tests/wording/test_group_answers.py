"""What groups answer, in words."""

from __future__ import annotations

from fractions import Fraction

from desktop.model.assessment.questionnaires import Progress
from desktop.model.records import Form, Participant
from desktop.model.scoring.group_answers import FEW, GroupAnswers, GroupTally
from desktop.wording.group_answers import group_lines, reply_line


def group(name: str, mean: int | None, replied: int = FEW) -> GroupAnswers:
    tally = GroupTally(name, 10, replied, {})
    return GroupAnswers(tally, 0 if mean is None else replied, None if mean is None else Fraction(mean))


def person(answered: int) -> Progress:
    return Progress(Participant(id="p"), answered, 10, Form(model="tiny", participant="p"))


def test_one_group_has_nothing_to_stand_beside():
    assert group_lines([group("Desk", 40)]) == []
    assert reply_line({"Desk": [person(1)]}) == ""


def test_groups_that_lie_apart_are_named_and_few_people_are_told():
    lines = group_lines([group("Desk", 40), group("", 90), group("Board", None, 0)])
    assert lines == [
        "Desk: 40.0 % · answers: 8 · people: 8",
        "No group: 90.0 % · answers: 8 · people: 8",
        "Board: no answers",
        "No group and Desk see this differently.",
    ]
    few = GroupAnswers(GroupTally("Desk", 4, 2, {}), 0, None, hidden=True)
    assert group_lines([few, few]) == ["Not shown, since too few answered to stay unknown: Desk (2), Desk (2)."]
    assert "a question to ask" in group_lines([group("Desk", 40), group("", 90, FEW - 1)])[-1]
    assert group_lines([group("Desk", 40), group("", 41)])[-1].startswith("No group")


def test_replies_are_counted_by_group():
    groups = {"Desk": [person(0), person(2), person(0)], "": [person(1)]}
    assert reply_line(groups) == "Desk: 1 of 3 · No group: 1 of 1"
