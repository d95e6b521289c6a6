"""Tracks as steps, each beside what stops it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.figures.legend import Entry, draw_legend
from desktop.exchange.figures.paper import BODY, MEDIUM, SEMI_BOLD, SMALL, TINY, Paper, Point
from desktop.exchange.figures.staircase import draw_steps
from desktop.exchange.figures.track_data import TrackData, TracksData
from desktop.exchange.tables.named_parts import Stop
from desktop.language import _, ngettext

_SHARE_OF_STEPS = 0.56
_BETWEEN = 24.0
_LINE = 1.25
_LEGEND = 34.0


def draw_tracks(paper: Paper, data: TracksData) -> None:
    """Draw a row for each track: its levels as steps, and beside them caps and stopping statements."""
    top = paper.heading(data.title, data.subtitle)
    if not data.tracks:
        paper.say(_("The model has no tracks."))
        return
    high = (paper.height - top - _LEGEND) / len(data.tracks)
    for number, track in enumerate(data.tracks):
        at = top + number * high
        if number:
            paper.line([(paper.margin, at), (paper.width - paper.margin, at)], paper.tokens.line)
            at += 10
        _track(paper, track, at, top + (number + 1) * high - 12)
    _legend(paper, data)


def _track(paper: Paper, track: TrackData, top: float, bottom: float) -> None:
    left, right = paper.margin, paper.width - paper.margin
    split = left + (right - left) * _SHARE_OF_STEPS
    title = _("{name}: {standing}").format(name=track.name, standing=track.standing)
    words = paper.shorten(title, split - left, BODY, SEMI_BOLD)
    paper.text((left, top), words, BODY, weight=SEMI_BOLD)
    below = top + paper.size(words, BODY).height + 6
    draw_steps(paper, track.stairs, (left, below), (split, bottom), wanted=track.target)
    _words(paper, track, (split + _BETWEEN, top), right, bottom)


def _legend(paper: Paper, data: TracksData) -> None:
    entries = [
        Entry(_("level reached"), paper.tokens.accent, box=True),
        Entry(_("share of statements met"), paper.tokens.levels[1], box=True),
    ]
    if any(track.target is not None for track in data.tracks):
        entries.append(Entry(_("target"), paper.tokens.text, marker="D"))
    draw_legend(paper, entries, paper.height - _LEGEND / 2)


def _words(paper: Paper, track: TrackData, at: Point, right: float, bottom: float) -> None:
    """What holds the track down and what stops it, as much of it as there is room for."""
    y = at[1]
    if track.caps:
        y = _list(paper, _("Capped, whatever else is met:"), track.caps, (at[0], y), right, bottom) + 8
    if track.stops and track.next is not None:
        heading = ngettext(
            "{count} statement blocks level {next}:", "{count} statements block level {next}:", len(track.stops)
        ).format(count=len(track.stops), next=track.next)
        _list(paper, heading, track.stops, (at[0], y), right, bottom)
    elif not track.caps and not track.excluded:
        told = _("Nothing blocks it.") if track.next is None else _("No statement blocks level {next}.")
        paper.text(at, told.format(next=track.next), SMALL, colour=paper.tokens.mute)


def _list(paper: Paper, heading: str, stops: Sequence[Stop], at: Point, right: float, bottom: float) -> float:
    """A heading with lines below; returns where it ends. The last line says how many have no room."""
    room, y = right - at[0], at[1]
    if y + SMALL * _LINE > bottom:
        return y
    title = paper.wrap(heading, room, SMALL, SEMI_BOLD)
    paper.text((at[0], y), title, SMALL, weight=SEMI_BOLD)
    y += paper.size(title, SMALL).height + 4
    for number, stop in enumerate(stops):
        left_over = len(stops) - number
        words = paper.wrap(f"{stop.id}  {stop.text}", room, TINY)
        state = paper.wrap(stop.state, room, TINY, MEDIUM)
        high = paper.size(words, TINY).height + paper.size(state, TINY).height + 5
        spare = 0.0 if left_over == 1 else TINY * _LINE + 2
        if y + high + spare > bottom:
            more = ngettext("and {count} more", "and {count} more", left_over).format(count=left_over)
            paper.text((at[0], y), more, TINY, colour=paper.tokens.mute)
            return y + TINY * _LINE
        paper.text((at[0], y), words, TINY)
        paper.text((at[0], y + paper.size(words, TINY).height), state, TINY, colour=paper.tokens.mute, weight=MEDIUM)
        y += high
    return y
