from __future__ import annotations


def test_the_statements_of_a_level(examples, read_text):
    track = read_text(examples["criteria"]).tracks[0]
    assert [statement.id for statement in track.at(2)] == ["HAB-2-1"]
    assert track.at(4) == ()
