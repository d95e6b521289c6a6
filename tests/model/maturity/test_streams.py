from __future__ import annotations

import pytest


def test_a_cell_is_found_by_its_level_wherever_it_stands(examples, read_text):
    text = examples["streams"]
    first, second, end = (text.index(mark) for mark in ("      - level: 1", "      - level: 2", "guidance:"))
    swapped = f"{text[:first]}{text[second:end].rstrip()}\n{text[first:second]}\n{text[end:]}"
    stream = read_text(swapped).streams[0]
    assert [cell.level for cell in stream.cells] == [2, 1]
    assert stream.cell(1).practices[0].id == "BEA-1-P1"
    with pytest.raises(KeyError):
        stream.cell(3)
