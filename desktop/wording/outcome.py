"""The maturity level, and what stands before the next one, in words."""

from __future__ import annotations

from desktop.language import N_, _
from desktop.model.maturity import Pack
from desktop.model.scoring.results import Blocker, GroupResult, LevelOutcome
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import names
from desktop.wording.traces import sentence

_WARNINGS: dict[str, str] = {
    Rule.LEVEL_ALL_NOT_APPLICABLE: N_(
        "No area of level {next} applies to this organisation, so level {next} cannot be given. "
        "Check what was declared not applicable."
    ),
    Rule.LEVEL_WITHOUT_AREAS: N_("The model has no areas at level {next}, so level {next} cannot be given."),
}


def headline(level: LevelOutcome, pack: Pack) -> str:
    """The level in one line, e.g. “Level 2 held; level 3 not determined”."""
    if level.next is None:
        return _("Level {reached} held, the highest of {model}").format(reached=level.reached, model=pack.name)
    if level.determined:
        return _("Level {reached} held; level {next} not reached").format(reached=level.reached, next=level.next)
    return _("Level {reached} held; level {next} not determined").format(reached=level.reached, next=level.next)


def why(level: LevelOutcome, pack: Pack) -> str:
    """Why it is that level, in a sentence or two, with any warnings."""
    return " ".join([sentence(level.trace, pack), *warnings(level)])


def warnings(level: LevelOutcome) -> list[str]:
    """What is odd about the outcome, a sentence each."""
    return [_(_WARNINGS[code]).format(next=level.next) for code in level.warnings]


def blocker_text(blocker: Blocker, pack: Pack) -> str:
    """What keeps an area from letting the next level through, in one line."""
    area = pack.area_by_id[blocker.area]
    stands = _("{name} ({id}): {rating}").format(name=area.name, id=area.id, rating=names.name(blocker.why).lower())
    if blocker.why is Rating.OUT_OF_SCOPE:
        return stands + "."
    parts = (
        (N_("goals {ids}"), blocker.goals),
        (N_("weak practices {ids}"), blocker.weak),
        (N_("open practices {ids}"), blocker.open),
    )
    return "; ".join([stands, *(_(text).format(ids=", ".join(ids)) for text, ids in parts if ids)]) + "."


def step_text(group: GroupResult, level: LevelOutcome) -> str:
    """How a level stands, in a few words: held, so many areas of all, or not rated.

    Args:
        group: the roll-up of the level.
        level: the outcome.
    """
    if int(group.id) <= level.reached:
        return _("held")
    return state_text(group)


def state_text(group: GroupResult) -> str:
    """How the areas of a level or category stand, in a few words."""
    if not group.areas:
        return _("nothing to rate")
    if not group.rated:
        return _("not rated")
    return _("{satisfied} of {areas} areas").format(satisfied=group.satisfied, areas=group.areas)
