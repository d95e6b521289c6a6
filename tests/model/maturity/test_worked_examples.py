from __future__ import annotations

import msgspec

from desktop.model.maturity.worked_examples import RESULT, PackExample


def test_an_example_needs_a_name_and_what_it_gives():
    read = msgspec.convert({"name": "All is well.", "gives": {"TEA": "satisfied", "ALL": {RESULT: 2}}}, PackExample)
    assert read.gives == {"TEA": "satisfied", "ALL": {"result": 2}}
    assert not read.answers
    assert not read.out_of_scope
    assert not read.gaps
