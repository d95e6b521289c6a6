"""The table of gaps across all models."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.exchange.deliverable import PlannedModel
from desktop.exchange.tables.named_parts import listed
from desktop.exchange.tables.shared_columns import wanted
from desktop.exchange.tables.table import Column, Kind, Table, Value
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.maturity.refs import Ref
from desktop.model.planning.gaps import Gap, largest_first
from desktop.wording import part_results
from desktop.wording.model_words import words_of
from desktop.wording.planning import gap_text, place_name


class GapRow(Struct, frozen=True):
    """A place, or a whole model, with its gap."""

    gap: Gap
    pack: Pack


def gaps(models: Sequence[PlannedModel]) -> Table[GapRow]:
    """A row for each place of each model, the largest weighted gap first."""
    packs = {part.pack.id: part.pack for part in models}
    target, importance, levels, weighted = wanted("gap.")
    return Table(
        _("Gaps"),
        _(
            "Every area, stream and track of all models: where it stands, its target, and what is missing in between. "
            "The largest weighted gap stands first."
        ),
        (
            Column("pack.name", _("Model"), 24, _("The maturity model.")),
            Column("gap.place", _("Id"), 12, _("Short name of the area, stream or track.")),
            Column("name", _("Name"), 30, _("Its name."), Kind.NAME, lambda row: place_name(row.gap.place, row.pack)),
            Column(
                "what",
                _("What"),
                11,
                _("An area, a stream or a track."),
                read=lambda row: _(words_of(row.pack).short),
            ),
            Column(
                "stands",
                _("Now and target"),
                38,
                _("Where it stands and its target, in words."),
                read=lambda row: gap_text(row.gap),
            ),
            Column(
                "level",
                _("Level now"),
                9,
                _("The level of a stream or track. Empty for areas, which are rated instead."),
                Kind.LEVEL,
                _level,
            ),
            replace(
                target,
                meaning=_("The target of a stream or track, its own or that of the model."),
                read=lambda row: row.gap.target if row.gap.rating is None else None,
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
                read=lambda row: listed(row.pack, row.gap.missing),
            ),
        ),
        [GapRow(gap, packs[gap.model]) for gap in largest_first(gap for part in models for gap in part.gaps)],
        lambda row: Ref(row.gap.model, row.gap.place),
        further=(
            Column(
                "today",
                _("Today"),
                16,
                _("Where it stands: a level, a rating, a grade or a number."),
                kind=Kind.STATE,
                read=_today,
            ),
        ),
        key="gaps",
    )


def _level(row: GapRow) -> Value:
    """A track always demonstrates a level; a stream that was not rated has none, and areas are rated."""
    gap, pack = row.gap, row.pack
    if gap.part is not None:
        return None if gap.part.result.value is None else gap.level
    return gap.level if gap.place in pack.track_by_id or (gap.place in pack.stream_by_id and gap.rated) else None


def _today(row: GapRow) -> Value:
    gap = row.gap
    if gap.part is not None:
        return part_results.stands(gap.part.result)
    if gap.rating is not None:
        return gap.rating
    if not gap.rated and gap.place in row.pack.stream_by_id:
        return _("Not rated")
    return _("Level {level}").format(level=gap.level)


def _set_for(row: GapRow) -> str | None:
    if row.gap.target is None:
        return None
    return _("for itself") if row.gap.own else _("for the model")
