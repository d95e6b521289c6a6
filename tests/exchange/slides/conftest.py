from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable, FindingLine, gather
from desktop.exchange.slides.writing import as_deck
from desktop.model.records import ActionStatus, Tone
from tests.builders import full_size_pack
from tests.exchange.filled import DAY, filled
from tests.own_rules import with_own_rules


@pytest.fixture(scope="session")
def every(every: Deliverable, tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """A model of each scheme, and one with rules of its own; findings of each tone."""
    found = with_own_rules(every, tmp_path_factory.mktemp("own"))
    lines = [FindingLine("tiny", place, tone, f"{tone.value} of {place}.") for tone in Tone for place in ("PLN", "SUP")]
    return replace(found, findings=(*lines, FindingLine("", "", Tone.WEAKNESS, "Of no model.")))


@pytest.fixture(scope="session")
def every_deck(every: Deliverable) -> bytes:
    return as_deck(every)


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """A model of real size, long texts, many findings and actions, words without end."""
    path: Path = tmp_path_factory.mktemp("crowded") / "a.maturity"
    with filled(path, [full_size_pack()], upto=3, organisation="Northern region service centre " * 8) as assessment:
        found = gather(assessment, day=DAY)
    places = [area.id for area in found.part().pack.areas]
    texts = [words(number % 60 + 3) for number in range(60)]
    lines = [
        FindingLine(found.part().pack.id, places[number // 8 % len(places)], [*Tone][number % 3], text)
        for number, text in enumerate((*texts, words(900), "x" * 4000))
    ]
    some = replace(found.actions[0], status=ActionStatus.AGREED, overdue=False)
    actions = tuple(
        replace(
            some,
            id=f"a{number}",
            number=number,
            title=words(number % 40 + 2),
            owner=words(number % 9 + 1),
            due=DAY + dt.timedelta(days=number),
        )
        for number in range(1, 200)
    )
    subject = replace(found.subject, purpose=words(80), unit=words(40))
    return replace(found, subject=subject, findings=tuple(lines), actions=actions)


def words(count: int) -> str:
    return " ".join(f"service{number}" if number % 7 else "Wiederherstellungszeiten" for number in range(count)) + "."


@pytest.fixture(scope="session")
def any_deck(any_deliverable: Deliverable) -> bytes:
    return as_deck(any_deliverable)


@pytest.fixture(params=["every", "crowded"], scope="session")
def any_deliverable(request: pytest.FixtureRequest) -> Deliverable:
    found: Callable[[str], Deliverable] = request.getfixturevalue
    return found(request.param)
