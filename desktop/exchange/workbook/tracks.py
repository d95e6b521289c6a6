"""The sheet of tracks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.figures.track_data import caps_of, stops_of
from desktop.exchange.workbook.answers import agreement
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.parts import FEW
from desktop.language import _
from desktop.model.maturity import Scheme
from desktop.model.scoring.results import TrackResult
from desktop.wording import outcome


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Tracks"),
        _(
            "Each track with the level it can demonstrate, what blocks the next, what caps it, and what its "
            "target needs."
        ),
        (
            Column(_("Track"), 24, _("The track that the line is about."), Look.STRONG),
            Column(_("Level now"), 9, _("The level it can demonstrate, a whole number."), Look.CENTRE),
            Column(
                _("By statements alone"),
                12,
                _("The level that its statements would give without any cap."),
                Look.CENTRE,
            ),
            Column(
                _("Determined"),
                13,
                _("No when the next level fails only because statements are not judged or not known."),
            ),
            Column(_("Next level"), 9, _("The level after that. Empty at the top."), Look.CENTRE),
            Column(
                _("Blocking statements"),
                42,
                _("Statements to be met for it, and how they stand: first its own, then those that caps ask for."),
            ),
            Column(_("Caps"), 30, _("What caps it, whatever else is met, and at which level.")),
            Column(_("Target"), 10, _("The target, its own or that of the whole model."), Look.CENTRE),
            Column(_("Importance"), 12, _("From 1, little, to 5, most, as the team sees it."), Look.CENTRE),
            Column(_("Gap"), 8, _("Levels from now up to the target; 0 where it is reached."), Look.NUMBER),
            Column(
                _("Weighted gap"),
                12,
                _("The gap times the importance, which counts 1 where none is given."),
                Look.NUMBER,
            ),
            Column(_("What the target needs"), 42, _("Statements still to be met for the target.")),
            Column(_("Answers"), 11, _("Answers to its statements, blanks left out."), Look.NUMBER),
            Column(
                _("Mean of answers"),
                11,
                _("Mean of the answers' percentages. Empty without answers, or where it would show a small group."),
                Look.PERCENT,
            ),
            Column(_("Agreement"), 16, _("How far answers agree, read with the size of the group.")),
        ),
        Scheme.CRITERIA,
    )


def rows(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    """A row for each track, in the model's order."""
    for track in part.result.tracks:
        yield (
            track.name,
            track.level if track.excluded is None else None,
            track.uncapped if track.excluded is None else None,
            _determined(track),
            track.next,
            statements(part, track.stopping),
            "\n".join(
                _("{id} {reason} ({state})").format(id=cap.id, reason=cap.text, state=cap.state)
                for cap in caps_of(part, track)
            )
            or None,
            track.target,
            track.importance,
            track.gap,
            track.weighted_gap,
            statements(part, track.needed) if track.gap else None,
            track.answers.n,
            track.answers.mean_percent,
            agreement(track.answers),
        )


def _determined(track: TrackResult) -> str:
    if track.excluded is not None:
        return outcome.stands(track)
    return _("yes") if track.determined else _("no")


def statements(part: ModelPart, ids: Iterable[str]) -> str | None:
    """Statements with how they stand, a line each, and by ids alone where they are many; None without any."""
    found = stops_of(part, tuple(ids))
    if len(found) > FEW:
        return ", ".join(stop.id for stop in found)
    return (
        "\n".join(
            _("{id} {text} ({state})").format(id=stop.id, text=stop.text, state=stop.state.lower()) for stop in found
        )
        or None
    )
