from __future__ import annotations

import re
from typing import get_args

import pytest

from desktop.model.maturity import kinds


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("Slug", ["m", "my-model", "model-2"], ["", "My", "a--b", "a_b", "-a"]),
        ("Word", ["a", "about_half", "2"], ["", "A", "a-b"]),
        ("Code", ["A", "CTP-3-P1", "TEA"], ["", "a", "3-P", "A--B", "A-", "A_B"]),
        ("Mark", ["tool", "about_half", "CTP", "TOL-3-2"], ["", "Tool", "to-ol", "A-", "A-b"]),
        ("Version", ["1", "1.0", "1.0.12"], ["", "v1", "1.", ".1"]),
        ("Language", ["en", "pt-BR"], ["", "eng", "EN", "pt-br"]),
    ],
)
def test_what_each_kind_of_text_allows(kind, good, bad):
    pattern = get_args(getattr(kinds, kind))[1].pattern
    assert [text for text in good if not re.search(pattern, text)] == []
    assert [text for text in bad if re.search(pattern, text)] == []


def test_a_part_cannot_be_changed():
    class Cup(kinds.Part, frozen=True):
        size: int

    with pytest.raises(AttributeError):
        Cup(size=1).size = 2  # type: ignore[misc]  # the point of the test
