"""One characterisation of what a practice is in several services or units."""

from __future__ import annotations

import pytest

from desktop.model.scoring.across_instances import across_instances
from desktop.model.scoring.vocabulary import Characterisation


@pytest.mark.parametrize(
    ("said", "value", "asks"),
    [
        ("FI FI FI", "FI", ""),
        ("LI LI", "LI", ""),
        ("PI PI", "PI", ""),
        ("NI NI NI", "NI", ""),
        ("FI LI FI", "LI", ""),
        ("FI PI LI", None, "PI LI"),
        ("LI PI", None, "PI LI"),
        ("FI NI FI", None, "NI PI LI"),
        ("PI NI", None, "NI PI LI"),
        ("FI NY FI", "FI", ""),
        ("NY NY", "NY", ""),
        ("NA LI", "LI", ""),
        ("NA NA", "NA", ""),
        ("FI -", None, ""),
        ("- -", None, ""),
    ],
)
def test_the_published_table(said, value, asks):
    given = {str(place): None if each == "-" else Characterisation(each) for place, each in enumerate(said.split())}
    found = across_instances(given)
    assert found.value == (Characterisation(value) if value else None)
    assert found.asks == tuple(Characterisation(each) for each in asks.split())
    assert found.waiting == said.split().count("-")


@pytest.mark.parametrize(
    ("said", "word", "value"),
    [
        ("LI PI", "PI", "PI"),
        ("LI PI", "LI", "LI"),
        ("LI PI", "FI", None),
        ("LI PI", "NI", None),
        ("LI NI", "NI", "NI"),
        ("FI FI", "NI", "FI"),
        ("LI PI", "NA", None),
    ],
)
def test_the_team_decides_within_what_the_rule_leaves_open_and_nowhere_else(said, word, value):
    given = {str(place): Characterisation(each) for place, each in enumerate(said.split())}
    assert across_instances(given, Characterisation(word)).value == (Characterisation(value) if value else None)


def test_what_was_given_is_counted_in_order():
    fully, not_ = Characterisation.FULLY, Characterisation.NOT
    assert across_instances({"a": not_, "b": fully, "c": not_}).given == ((fully, 1), (not_, 2))
