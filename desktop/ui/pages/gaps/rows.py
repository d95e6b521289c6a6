"""What the table of gaps shows."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.tables import gaps
from desktop.language import _, counted
from desktop.model.maturity.parts import WHOLE
from desktop.model.records import Action
from desktop.ui.pages.gaps.reading import Key, Snapshot
from desktop.ui.table_rows import Column
from desktop.ui.told_columns import shown
from desktop.wording.model_words import words_of
from desktop.wording.tones import standing_tone, tone_of


class GapRow(gaps.GapRow, frozen=True):
    """A place with its gap.

    Attributes:
        blocking: whether it stands before the next level of its model.
        actions: the action items about it.
    """

    blocking: bool
    actions: tuple[Action, ...]

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.gap.model, self.gap.place


def rows(snapshot: Snapshot) -> list[GapRow]:
    """Every place and every whole model, the largest weighted gap first."""
    packs = snapshot.packs
    return [
        GapRow(
            gap,
            packs[gap.model],
            (gap.model, gap.place) in snapshot.blocking,
            snapshot.actions.get((gap.model, gap.place), ()),
        )
        for gap in snapshot.gaps
    ]


def columns() -> Sequence[Column[GapRow]]:
    """The columns of the table; what there is most of is sorted first."""
    told = gaps.gaps(()).pick("name", "today", "gap.target", "missing", "gap.importance", "gap.weighted_gap")
    name, today, target, missing, importance, weighted = told.columns
    return (
        shown(name, beneath=_beneath),
        shown(today, sort=lambda row: row.gap.level, tone=_tone, width=104),
        shown(target, text=target_text, sort=lambda row: row.gap.target, tip=_target_tip, width=84, right=False),
        shown(missing, text=missing_text, sort=lambda row: -len(row.gap.missing), width=106, gives_way=1),
        shown(importance, sort=lambda row: -(row.gap.importance or 0), width=90, gives_way=2, right=False),
        shown(weighted, text=_weighted, sort=_weight, width=100, right=False),
        Column(_("Action"), actions_text, tone=_action_tone, tip=_actions_tip, width=78),
    )


def _beneath(row: GapRow) -> str:
    model = _("whole model") if row.gap.place == WHOLE else row.pack.name
    return _("{model} · blocks the next level").format(model=model) if row.blocking else model


def _tone(row: GapRow) -> str:
    gap = row.gap
    return standing_tone(gap.gap, said=gap.rated) if gap.rating is None else tone_of(gap.rating)


def target_text(row: GapRow) -> str:
    """The target in the table; one that is not the place's own in brackets."""
    if row.gap.target is None:
        return "–"
    text = str(row.gap.target)
    if row.gap.rating is not None:
        text = _("Satisfied") if row.gap.target else _("Not required")
    return text if row.gap.own else _("({target})").format(target=text)


def _target_tip(row: GapRow) -> str:
    if row.gap.target is None:
        return _("+ sets a target, or type its number")
    return _("Its own target") if row.gap.own else _("Follows from the target of the whole model")


def missing_text(row: GapRow) -> str:
    """How much is missing, counted."""
    count = len(row.gap.missing)
    if not count:
        return "–" if row.gap.gap == 0 or row.gap.rated else _("rating")
    words = words_of(row.pack)
    return counted(words.counted_short if row.gap.place == WHOLE else words.missing, count)


def _weighted(row: GapRow) -> str:
    gap = row.gap
    if gap.gap is None:
        return "–"
    if not gap.gap or gap.importance is None:
        return str(gap.gap)
    return _("{gap} × {importance} = {weighted}").format(
        gap=gap.gap, importance=gap.importance, weighted=gap.weighted_gap
    )


def _weight(row: GapRow) -> float | None:
    return None if row.gap.weighted_gap is None else -row.gap.weighted_gap


def actions_text(row: GapRow) -> str:
    """The action items about a place, the first by its number."""
    if not row.actions:
        return ""
    first = _("A-{number}").format(number=row.actions[0].number)
    more = len(row.actions) - 1
    return _("{first} +{more}").format(first=first, more=more) if more else first


def _action_tone(row: GapRow) -> str:
    return "accent" if any(action.status.is_open for action in row.actions) else "good"


def _actions_tip(row: GapRow) -> str | None:
    return "\n".join(f"{_('A-{number}').format(number=each.number)} {each.title}" for each in row.actions) or None
