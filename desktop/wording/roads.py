"""The road of a model in words: its steps, and how what they ask for stands."""

from __future__ import annotations

from desktop.language import _, counted, ngettext
from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.roads import RoadStep
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Fulfilment, Rating
from desktop.wording import names, outcome, part_results
from desktop.wording.model_words import words_of
from desktop.wording.planning import place_name


def step_place(step: RoadStep, pack: Pack) -> str:
    """What is to get there: a track or part with its model, or the model."""
    if step.place == WHOLE:
        return pack.name
    return _("{place} · {model}").format(place=place_name(step.place, pack), model=pack.name)


def step_text(step: RoadStep, pack: Pack, result: ModelResult) -> str:
    """A step in one line.

    For example “Level 2 “Repeatable”: 5 of 7 satisfied”, “Level 3 “Service fulfilment”: 4 statements to meet”,
    “From 2 to 3: 1 part”.
    """
    if not isinstance(step.wanted, int):
        return _part_text(step, pack, result)
    level = pack.level(step.wanted)
    return _("Level {level} “{name}”: {stands}").format(
        level=level.number,
        name=level.name,
        stands=_asked(step) if result.tracks else _there(level.number, result),
    )


def _part_text(step: RoadStep, pack: Pack, result: ModelResult) -> str:
    found = result.whole if step.place == WHOLE else next(part for part in result.parts if part.id == step.place)
    assert found is not None
    assert not isinstance(step.wanted, int)
    facts = {
        "now": part_results.stands(found.result),
        "wanted": part_results.point_text(step.wanted),
        "asked": counted(words_of(pack).counted, len(step.asks)),
    }
    text = _("From {now} to {wanted}: {asked}") if found.result.blank is None else _("To {wanted}: {asked}")
    return text.format(**facts)


def _asked(step: RoadStep) -> str:
    """The statements that a track asks for, those to meet and those to judge."""
    open_ = len(step.open)
    unmet = len(step.asks) - open_
    parts = (
        (ngettext("{count} statement to meet", "{count} statements to meet", unmet), unmet),
        (ngettext("{count} statement to judge", "{count} statements to judge", open_), open_),
    )
    return ", ".join(text.format(count=count) for text, count in parts if count)


def _there(level: int, result: ModelResult) -> str:
    """How many areas or streams a level has already."""
    group = next((each for each in result.levels if each.id == str(level)), None)
    if group is not None:
        return outcome.state_text(group)
    streams = [stream for stream in result.streams if stream.excluded is None]
    there = sum(stream.rated and stream.level >= level for stream in streams)
    return ngettext("{there} of {count} stream there", "{there} of {count} streams there", len(streams)).format(
        there=there, count=len(streams)
    )


def stands_of(asked: str, result: ModelResult) -> Rating | Fulfilment | str:
    """How an area, stream, statement or part stands that a step asks for."""
    for area in result.areas:
        if area.id == asked:
            return area.rating
    for statement in result.statements:
        if statement.id == asked:
            return statement.value or names.fulfilment(None)
    for stream in result.streams:
        if stream.id == asked:
            return outcome.stands(stream)
    return next(part_results.stands(part.result) for part in result.parts if part.id == asked)
