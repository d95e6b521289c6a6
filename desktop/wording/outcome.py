"""The maturity level, and what blocks the next one, in words."""

from __future__ import annotations

from desktop.language import N_, _, counted, ngettext
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.maturity import Pack
from desktop.model.scoring.results import (
    Blocker,
    GroupResult,
    LevelOutcome,
    ModelResult,
    StreamResult,
    TrackResult,
)
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import names, part_results
from desktop.wording.board import listing
from desktop.wording.model_words import words_of
from desktop.wording.traces import sentence

_WARNINGS: dict[str, str] = {
    Rule.LEVEL_ALL_NOT_APPLICABLE: N_(
        "No area of level {next} applies to this organisation, so level {next} cannot be reached. Check "
        "what was declared not applicable."
    ),
    Rule.TRACK_ALL_NOT_APPLICABLE: N_(
        "A track has no statement at level {next} that applies, so level {next} cannot be reached. Check "
        "what was said not to apply."
    ),
}


def headline(level: LevelOutcome, pack: Pack) -> str:
    """The level in one line, e.g. “Level 2 reached; level 3 not determined”."""
    if level.next is None:
        return _("Level {reached} reached, the highest of {model}").format(reached=level.reached, model=pack.name)
    if level.determined:
        return _("Level {reached} reached; level {next} not yet reached").format(reached=level.reached, next=level.next)
    return _("Level {reached} reached; level {next} not determined").format(reached=level.reached, next=level.next)


def standing(result: ModelResult, pack: Pack) -> str:
    """The result in one line, by what its scheme shows best.

    Own rules: the result of the whole. Staged: the level. Streams: the weakest stream and the mean, e.g. “Weakest
    stream: Contact point at level 2; mean 2.60 (an index)”. Criteria: each track, and which is the lowest.
    """
    if result.parts:
        return part_results.standing(result, pack)
    if result.streams:
        return _of_streams(result)
    if result.tracks:
        return _of_tracks(result)
    return headline(result.level, pack)


def _of_streams(result: ModelResult) -> str:
    counted = [stream for stream in result.streams if stream.excluded is None]
    if not counted:
        return _("No stream is both in scope and applicable")
    rated = [stream for stream in counted if stream.rated]
    if not rated:
        return _("No stream is rated yet")
    weak = [stream.name for stream in rated if stream.id in result.weakest]
    lowest = min(stream.level for stream in rated)
    if weak:
        line = ngettext(
            "Weakest stream: {names} at level {level}; mean {mean} (an index)",
            "Weakest streams: {names} at level {level}; mean {mean} (an index)",
            len(weak),
        ).format(names=", ".join(weak), level=lowest, mean=names.index(result.index))
    else:
        line = ngettext("{count} stream at level {level}", "{count} streams at level {level}", len(rated)).format(
            count=len(rated), level=lowest
        )
    if len(rated) == len(counted):
        return line
    return _("{line} ({rated} of {streams} rated)").format(line=line, rated=len(rated), streams=len(counted))


def _of_tracks(result: ModelResult) -> str:
    each = [
        (_("{name} level {level}") if track.determined else _("{name} level {level} (the next not determined)")).format(
            name=track.name, level=track.level
        )
        for track in result.tracks
        if track.excluded is None
    ]
    if not each:
        return _("No track is both in scope and applicable")
    line = ", ".join(each)
    lowest = [track.name for track in result.tracks if track.id in result.weakest]
    if not lowest:
        return line
    return _("{line}; lowest: {names}").format(line=line, names=", ".join(lowest))


def stands(place: StreamResult | TrackResult) -> str:
    """How a stream or track stands, in a word or two: “level 2”, “not rated”, “out of scope”."""
    if place.excluded is not None:
        return names.name(place.excluded).lower()
    if isinstance(place, StreamResult) and not place.rated:
        return _("not rated")
    return _("level {level}").format(level=place.level)


def why(level: LevelOutcome, pack: Pack) -> str:
    """Why it is that level, in a sentence or two, with any warnings."""
    grounds = level.trace.parts if level.trace.rule == Rule.OWN_RULES else ()
    return " ".join([sentence(level.trace, pack), *(sentence(ground) for ground in grounds), *warnings(level)])


def warnings(level: LevelOutcome) -> list[str]:
    """What is odd about the outcome, a sentence each."""
    return [_(_WARNINGS[code]).format(next=level.next) for code in level.warnings]


def blocker_text(blocker: Blocker, pack: Pack) -> str:
    """What keeps an area, stream or track from letting the next level through, in one line.

    Goals are told by their names; practices and statements are counted.
    """
    name = pack.place_by_id[blocker.place].name
    if blocker.why is Rating.OUT_OF_SCOPE:
        return _("{name}: out of scope.").format(name=name)
    words = words_of(pack).blocker
    stands = _(words.stands[blocker.why]).format(name=name, rating=names.name(blocker.why).lower())
    parts = ((words.weak, len(blocker.weak)), (words.open, len(blocker.open)))
    told = (counted(forms, count) for forms, count in parts if forms and count)
    return "; ".join([stands, *_of_goals(blocker.goals, pack), *told]) + "."


def _of_goals(goals: tuple[str, ...], pack: Pack) -> list[str]:
    if not goals:
        return []
    named = [_("“{name}”").format(name=pack.text_by_id[goal]) for goal in goals]
    return [ngettext("goal {names}", "goals {names}", len(goals)).format(names=listing(named))]


def left_out(result: ModelResult, pack: Pack) -> str:
    """What is out of scope, in one line: “6 areas of levels 4 and 5 are out of scope”; empty where nothing is."""
    outside = [place.level for place in result.places if place.excluded is Rating.OUT_OF_SCOPE]
    levels = [str(level) for level in sorted(set(outside))]
    count = len(outside) + sum(part.result.blank is BlankReason.OUT_OF_SCOPE for part in result.parts)
    if not count:
        return ""
    told = ngettext("level {levels}", "levels {levels}", len(levels)).format(levels=_listed(levels))
    return _("{places} out of scope").format(places=counted(words_of(pack).outside, count, levels=told))


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])


def step_text(group: GroupResult, level: LevelOutcome) -> str:
    """How a level stands, in a few words: reached, so many areas of all, or not rated.

    Args:
        group: the roll-up of the level.
        level: the outcome.
    """
    if int(group.id) <= level.reached:
        return _("reached")
    return state_text(group)


def state_text(group: GroupResult) -> str:
    """How the areas of a level or category stand, in a few words."""
    if not group.areas:
        rules = {part.rule for part in group.trace.parts}
        if Rule.AREA_OUT_OF_SCOPE in rules:
            return _("out of scope")
        return _("does not apply") if rules else _("nothing to rate")
    if not group.rated:
        return _("not rated")
    return _("{satisfied} of {areas} satisfied").format(satisfied=group.satisfied, areas=group.areas)
