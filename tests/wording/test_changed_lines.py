"""What is otherwise, in lines."""

from __future__ import annotations

from desktop.model.assessment.going_back import changes_between, moment_at
from desktop.wording.changed_lines import ChangedLine, changed_lines
from tests.builders import tiny_pack


def test_by_kind_with_what_and_by_whom(moulds, tmp_path):
    path = tmp_path / "a.maturity"
    with moulds.fresh(path, [tiny_pack()], "Ada") as assessment:
        before = moment_at(path, assessment.history.steps(1)[0].id)
        participant = assessment.preparation.add_participant(role="manager", name="Bo")
        assessment.work_as("Eve")
        assessment.questionnaires.answer("tiny", participant, min(assessment.models.numbers("tiny")), "always")
        found = changed_lines(changes_between(path, before, moment_at(path)), assessment)
    assert [line.kind for line in found] == sorted((line.kind for line in found), key=str.casefold)
    answer = next(line for line in found if line.kind == "Answer")
    assert (answer.about, answer.what, answer.author) == ("P-01 Bo", "No. 10, Answer: – → Always", "Eve")
    assert answer.sentence() == "P-01 Bo: No. 10, Answer: – → Always"
    assert ChangedLine("k", "", "x → y", "Ada", "", 1).sentence() == "x → y"
    assert any("Role: – → manager" in line.what and line.author == "Ada" for line in found)
