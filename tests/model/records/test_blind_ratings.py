"""What assessors say alone, as it is kept."""

from __future__ import annotations

from desktop.model.records import SCORES, BlindHandIn, BlindRating, BlindRound, Privacy, cell_rules


def test_what_is_said_alone_is_shown_by_no_history_and_leaves_no_team():
    rules = cell_rules(BlindRating)
    assert rules["value"].privacy is rules["note"].privacy is Privacy.NOBODY
    for kind in (BlindRound, BlindHandIn, BlindRating):
        assert all(rule.privacy is not Privacy.SPONSOR for rule in cell_rules(kind).values())


def test_it_feeds_no_score():
    assert not {kind.declared.name for kind in (BlindRound, BlindHandIn, BlindRating)} & SCORES
