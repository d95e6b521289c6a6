from __future__ import annotations

import msgspec

from desktop.model.scoring.result_parts import Trace


def test_a_trace_says_only_what_it_has() -> None:
    trace = Trace("level.highest", {"reached": 3, "next": None}, (Trace("area.satisfied"),))
    assert msgspec.json.decode(msgspec.json.encode(trace)) == {
        "rule": "level.highest",
        "facts": {"reached": 3, "next": None},
        "parts": [{"rule": "area.satisfied"}],
    }
