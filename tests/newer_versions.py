"""Packs and newer versions of them, for the tests of adopting."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from desktop.model.maturity import Area, Goal, Pack, Practice, Question
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.vetting.vetted_packs import usable_pack
from tests.builders import tiny_area, tiny_pack

KEY_CARE_2 = Path(__file__).parent / "model" / "adopting" / "key-care-2.yaml"


def key_care_2() -> PartsPack:
    """The second version of the own-rules pack ``weighted-mean``; what changed stands beside each part."""
    pack = usable_pack(KEY_CARE_2)
    assert isinstance(pack, PartsPack)
    return pack


def staged_1() -> Pack:
    """A staged pack whose sentences can be told apart; its area STD stays as it is."""
    return tiny_pack([_planning(), tiny_area("STD", 3)])


def staged_2() -> Pack:
    """Its second version.

    PLN-AC-1 is reworded, PLN-AC-2 split into itself and PLN-AC-5, PLN-AC-3 has the number 4 now, and 3 is new; PLN-AC-4
    is gone. PLN-Q1 is the same, PLN-Q2 is doubtful.
    """
    area = _planning()
    practices = {
        "PLN-CO-1": "A policy for planning is followed.",
        "PLN-AC-1": "The plan of each service is reviewed with its customers every quarter.",
        "PLN-AC-2": "Incidents are recorded in a register.",
        "PLN-AC-3": "Suppliers hand in their calendars.",
        "PLN-AC-4": "Estimates are compared with what was spent.",
        "PLN-AC-5": "Incidents are classified by urgency.",
    }
    return replace(
        tiny_pack(
            [
                replace(
                    area,
                    practices=tuple(_practice(id_, text) for id_, text in practices.items()),
                    questions=(
                        area.questions[0],
                        Question(id="PLN-Q2", text="Who pays for planning?", informs=("PLN-G2",)),
                    ),
                ),
                tiny_area("STD", 3),
            ]
        ),
        version="2.0",
    )


def exchanged(pack: Pack) -> Pack:
    """Another version, in which the first two practices or statements of each place have each other's texts."""

    def swapped(parts: tuple[Any, ...]) -> tuple[Any, ...]:
        first, second, *others = parts
        return replace(first, text=second.text), replace(second, text=first.text), *others

    areas = tuple(replace(area, practices=swapped(area.practices)) for area in pack.areas)
    tracks = tuple(replace(track, statements=swapped(track.statements)) for track in pack.tracks)
    streams = tuple(
        replace(stream, cells=tuple(replace(cell, practices=swapped(cell.practices)) for cell in stream.cells))
        for stream in pack.streams
    )
    return replace(pack, version="2.0", areas=areas, tracks=tracks, streams=streams)


def _planning() -> Area:
    practices = {
        "PLN-CO-1": "A policy for planning is followed.",
        "PLN-AC-1": "The plan of each service is reviewed with its customers each quarter.",
        "PLN-AC-2": "Incidents are recorded in a register and classified by urgency.",
        "PLN-AC-3": "Estimates are compared with what was spent.",
        "PLN-AC-4": "Holidays of everybody involved stand in one calendar.",
    }
    return replace(
        tiny_area("PLN", 2),
        goals=(
            Goal(id="PLN-G1", name="Plans", text="Every service has a plan that its customers know."),
            Goal(id="PLN-G2", name="Figures", text="What was planned is compared with what was done."),
        ),
        practices=tuple(_practice(id_, text) for id_, text in practices.items()),
        questions=(
            Question(id="PLN-Q1", text="Do you know the plan of your service?", informs=("PLN-G1",)),
            Question(id="PLN-Q2", text="Are estimates compared with what was spent?", informs=("PLN-G2",)),
        ),
    )


def _practice(id_: str, text: str) -> Practice:
    return Practice(id=id_, feature=id_.split("-")[1], text=text)
