"""The sheet of gaps across all models."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.parts import listed
from desktop.language import _
from desktop.model.maturity import Pack, Scheme
from desktop.model.planning.gaps import Gap, largest_first
from desktop.wording import planning


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Gaps"),
        _("Every area, stream and track of all models: where it stands, its target, and what is missing in between."),
        (
            Column(_("Model"), 24, _("The maturity model.")),
            Column(_("Id"), 12, _("Short name of the area, stream or track.")),
            Column(_("Name"), 30, _("Its name."), Look.STRONG),
            Column(_("What"), 11, _("An area, a stream or a track.")),
            Column(_("Now and target"), 38, _("Where it stands and its target, in words.")),
            Column(
                _("Level now"),
                9,
                _("The level of a stream or track. Empty for areas, which are rated instead."),
                Look.CENTRE,
            ),
            Column(_("Target"), 10, _("The target of a stream or track, its own or that of the model."), Look.CENTRE),
            Column(_("Target set"), 14, _("For this area, stream or track itself, or only for the model as a whole.")),
            Column(_("Importance"), 14, _("From 1, little, to 5, most, as the team sees it."), Look.CENTRE),
            Column(
                _("Gap"),
                8,
                _("Levels from now up to the target; for an area that is to be satisfied and is not, 1."),
                Look.NUMBER,
            ),
            Column(
                _("Weighted gap"),
                12,
                _("The gap times the importance, which counts 1 where none is given. The largest stand first."),
                Look.NUMBER,
            ),
            Column(
                _("What is missing"),
                66,
                _("Goals, practices or statements before the target; without a target, before the next level."),
            ),
        ),
    )


def rows(deliverable: Deliverable) -> Iterator[tuple[Value, ...]]:
    """A row for each place of each model, the largest weighted gap first."""
    packs = {part.pack.id: part.pack for part in deliverable.models}
    for gap in largest_first(gap for part in deliverable.models for gap in part.gaps):
        pack = packs[gap.model]
        levels = gap.rating is None
        yield (
            pack.name,
            gap.place,
            planning.place_name(gap.place, pack),
            kind_of_place(pack),
            planning.gap_text(gap),
            gap.level if _has_level(gap, pack) else None,
            gap.target if levels else None,
            _set_for(gap),
            gap.importance,
            gap.gap,
            gap.weighted_gap,
            listed(pack, gap.missing),
        )


def kind_of_place(pack: Pack) -> str:
    """What the places of a model are called."""
    return {
        Scheme.STAGED: _("Area"),
        Scheme.STREAMS: _("Stream"),
        Scheme.CRITERIA: _("Track"),
        Scheme.PARTS: _("Part"),
    }[pack.scheme]


def _has_level(gap: Gap, pack: Pack) -> bool:
    """A track always demonstrates a level; a stream that was not rated has none, and areas are rated."""
    if gap.part is not None:
        return gap.part.result.value is not None
    return gap.place in pack.track_by_id or (gap.place in pack.stream_by_id and gap.rated)


def _set_for(gap: Gap) -> str | None:
    if gap.target is None:
        return None
    return _("for itself") if gap.own else _("for the model")
