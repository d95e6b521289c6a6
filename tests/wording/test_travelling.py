"""What is told of steps that are not here yet."""

from desktop.model.merging.bundle import Missing
from desktop.wording.travelling import missing_lines, source_text


def test_whose_steps_are_missing_and_since_when():
    lines = missing_lines(
        [
            Missing("Bea", "2026-03-31T15:00:00+00:00", "2026-03-31T14:05:00+00:00"),
            Missing("Cem", "2026-03-31T15:00:00+00:00"),
            Missing("Cem", "2026-03-31T15:00:00+00:00"),
            Missing("Dan", "nonsense"),
        ]
    )
    assert len(lines) == 3
    assert lines[0].startswith("Steps of Bea after 2026-03-31 ")
    assert lines[1].startswith("Steps of Cem up to 2026-03-31 ")
    assert (source_text("Bea", "x"), source_text("", "x")) == ("Bea (x)", "x")
