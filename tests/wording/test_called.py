"""What people call what a change is about; tests/ui/pages/test_history_names.py tries every kind."""

from __future__ import annotations

from desktop.wording.called import Called, question_names
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_streams


def test_numbers_names_and_whose_question_it_is(moulds, tmp_path):
    with moulds.fresh(tmp_path / "a.maturity", [tiny_pack(), tiny_streams()], "Ada") as assessment:
        participant = assessment.preparation.add_participant(name="Bo", role="manager")
        (step,) = assessment.history.steps(1)
        changes = assessment.history.changes(step.id)
        assert participant
        assert {Called(assessment).about(each) for each in changes} == {"P-01 Bo"}
        assert {words.rpartition(" of ")[2] for words in question_names(assessment).values()} == {
            "Tiny model",
            "Tiny streams",
        }
