"""`compact`: smaller, and all is there."""

from __future__ import annotations

from desktop.model.assessment import Assessment


def test_smaller_with_its_whole_history(command, made):
    with Assessment.open(made, author="Eve") as assessment:
        for count in range(30):
            assessment.preparation.set_details(notes=str(count) * 5000)
        before = assessment.whole()
    ran = command("compact", made, "--json")
    assert ran.status == 0
    assert ran.json["after"] == made.stat().st_size <= ran.json["before"]
    with Assessment.open(made, author="Eve") as assessment:
        assert assessment.whole() == before
        assert assessment.check() == ()
        assert command("compact", made).status == 1, "it is open"
    assert "The history is whole." in command("compact", made).out
