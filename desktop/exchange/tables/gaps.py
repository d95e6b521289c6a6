"""The table of gaps across all models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from desktop.exchange.deliverable import PlannedModel
from desktop.exchange.tables.named_parts import listed
from desktop.exchange.tables.shared_columns import wanted
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.maturity.refs import Ref
from desktop.model.planning.gaps import Gap, largest_first
from desktop.wording import planning
from desktop.wording.model_words import words_of


def gaps(models: Sequence[PlannedModel]) -> Table[Gap]:
    """A row for each place of each model, the largest weighted gap first."""
    packs = {part.pack.id: part.pack for part in models}
    target, importance, levels, weighted = wanted()
    return Table(
        _("Gaps"),
        _(
            "Every area, stream and track of all models: where it stands, its target, and what is missing in between. "
            "The largest weighted gap stands first."
        ),
        (
            Column("model", _("Model"), 24, _("The maturity model."), read=lambda gap: packs[gap.model].name),
            Column("place", _("Id"), 12, _("Short name of the area, stream or track.")),
            Column(
                "name",
                _("Name"),
                30,
                _("Its name."),
                Kind.NAME,
                lambda gap: planning.place_name(gap.place, packs[gap.model]),
            ),
            Column(
                "what",
                _("What"),
                11,
                _("An area, a stream or a track."),
                read=lambda gap: _(words_of(packs[gap.model]).short),
            ),
            Column(
                "stands",
                _("Now and target"),
                38,
                _("Where it stands and its target, in words."),
                read=planning.gap_text,
            ),
            Column(
                "level",
                _("Level now"),
                9,
                _("The level of a stream or track. Empty for areas, which are rated instead."),
                Kind.LEVEL,
                partial(_level, packs),
            ),
            replace(
                target,
                meaning=_("The target of a stream or track, its own or that of the model."),
                read=lambda gap: gap.target if gap.rating is None else None,
            ),
            Column(
                "set_for",
                _("Target set"),
                14,
                _("For this area, stream or track itself, or only for the model as a whole."),
                read=_set_for,
            ),
            importance,
            replace(
                levels,
                meaning=_("Levels from now up to the target; for an area that is to be satisfied and is not, 1."),
            ),
            weighted,
            Column(
                "missing",
                _("What is missing"),
                66,
                _("Goals, practices or statements before the target; without a target, before the next level."),
                read=lambda gap: listed(packs[gap.model], gap.missing),
            ),
        ),
        largest_first(gap for part in models for gap in part.gaps),
        lambda gap: Ref(gap.model, gap.place),
    )


def _level(packs: Mapping[str, Pack], gap: Gap) -> float | None:
    """A track always demonstrates a level; a stream that was not rated has none, and areas are rated."""
    pack = packs[gap.model]
    if gap.part is not None:
        return None if gap.part.result.value is None else gap.level
    return gap.level if gap.place in pack.track_by_id or (gap.place in pack.stream_by_id and gap.rated) else None


def _set_for(gap: Gap) -> str | None:
    if gap.target is None:
        return None
    return _("for itself") if gap.own else _("for the model")
