"""Why an area, stream or track stands where it does, for readers who know no codes: what is missing stands below."""

from __future__ import annotations

from collections.abc import Callable

from desktop.language import _, ngettext
from desktop.model.maturity import Pack
from desktop.model.scoring.results import AreaResult, StreamResult, TrackResult
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import board


def of_area(area: AreaResult, pack: Pack) -> str:
    """Which goals are met or wait; empty where each goal has something of its own to be told."""
    ratings = {goal.rating for goal in area.goals}
    met = [goal.id for goal in area.goals if goal.rating is Rating.SATISFIED]
    if ratings <= {Rating.SATISFIED, Rating.NOT_APPLICABLE} and met:
        text = ngettext("It meets its goal {goals}.", "It meets its goals {goals}.", len(met))
        return text.format(goals=_goals(met, pack))
    if ratings <= {Rating.NOT_RATED, Rating.NOT_APPLICABLE} and Rating.NOT_RATED in ratings:
        waiting = [goal.id for goal in area.goals if goal.rating is Rating.NOT_RATED]
        text = ngettext(
            "Its goal {goals} has not been rated yet.", "Its goals {goals} have not been rated yet.", len(waiting)
        )
        return text.format(goals=_goals(waiting, pack))
    return ""


def of_stream(stream: StreamResult) -> str:
    """How it came to its level."""
    match stream.trace.rule:
        case Rule.STREAM_CHOSEN:
            return _("The team chose the text of level {level} as the one that fits best.").format(level=stream.level)
        case Rule.STREAM_TICKED:
            return _("All that the model asks for up to level {level} is done.").format(level=stream.level)
        case Rule.STREAM_FLOOR:
            return _("Not all that level {level} asks for is done, but nothing stands lower.").format(
                level=stream.level
            )
        case _:
            return _("The team has not chosen a level yet.")


def of_track(track: TrackResult, pack: Pack) -> str:
    """How it came to its level; empty where only the rule itself can say it."""
    told = _TRACKS.get(track.trace.rule)
    return told(track, pack) if told else ""


def _stopped(track: TrackResult, _pack: Pack) -> str:
    more = len(track.stopping)
    text = ngettext(
        "All that it asks for up to level {level} is met. Level {next} asks for {more} thing more.",
        "All that it asks for up to level {level} is met. Level {next} asks for {more} things more.",
        more,
    )
    return text.format(level=track.level, next=track.next, more=more)


def _open(track: TrackResult, _pack: Pack) -> str:
    return _(
        "All that it asks for up to level {level} is met. Whether level {next} is has not been judged yet."
    ).format(level=track.level, next=track.next)


def _capped(track: TrackResult, pack: Pack) -> str:
    caps = [pack.text_by_id[cap].rstrip(".") for cap in track.caps]
    return _("What it asks for would give level {uncapped}, but it is capped at level {level}: {caps}.").format(
        uncapped=track.uncapped, level=track.level, caps="; ".join(caps)
    )


def _highest(_track: TrackResult, _pack: Pack) -> str:
    return _("All that it asks for is met.")


_TRACKS: dict[str, Callable[[TrackResult, Pack], str]] = {
    Rule.TRACK_HIGHEST: _highest,
    Rule.TRACK_STOPPED: _stopped,
    Rule.TRACK_NOT_DETERMINED: _open,
    Rule.TRACK_CAPPED: _capped,
    Rule.TRACK_CAP_OPEN: _capped,
}


def _goals(goals: list[str], pack: Pack) -> str:
    return board.listing([_("“{text}”").format(text=pack.text_by_id[goal]) for goal in goals])
