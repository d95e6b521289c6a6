"""How tracks and statements stand, in words."""

from __future__ import annotations

from desktop.language import _, ngettext, pgettext
from desktop.model.maturity.pack import Level, Pack
from desktop.model.scoring.results import StatementResult, TrackLevel, TrackResult
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.wording import names

KEYS: dict[str, Fulfilment | None] = {
    "1": Fulfilment.MET,
    "2": Fulfilment.PARTLY_MET,
    "3": Fulfilment.NOT_MET,
    "4": Fulfilment.NOT_APPLICABLE,
    "5": Fulfilment.DONT_KNOW,
    "0": None,
}
"""What the number keys stand for; 0 opens a statement again."""


def value_name(value: Fulfilment | None) -> str:
    """How far a statement is met, as people read it."""
    if value is None:
        return pgettext("of a statement", "Open")
    return _("Does not apply") if value is Fulfilment.NOT_APPLICABLE else names.name(value)


def level_heading(level: Level, found: TrackLevel) -> str:
    """A level of a track with how its statements stand."""
    applicable = found.met + found.partly_met + found.not_met + found.dont_know + found.not_rated
    told = _("{number} {name} · {met} of {applicable} met").format(
        number=level.number, name=level.name, met=found.met, applicable=applicable
    )
    return _("{told} · reached").format(told=told) if found.held else told


def survey(statement: StatementResult) -> str:
    """What respondents say of a statement, in short; empty without an answer."""
    found = statement.suggestion
    if found is None:
        return ""
    return _("answers: {percent} met, n {n}").format(percent=names.percent(found.met_percent), n=found.n)


def suggestion(statement: StatementResult) -> str:
    """The same with what it suggests."""
    found = statement.suggestion
    if found is None:
        return _("Nobody has answered about this statement.")
    text = ngettext(
        "{n} answer: {percent} met, mean {mean}. This suggests “{value}”.",
        "{n} answers: {percent} met, mean {mean}. This suggests “{value}”.",
        found.n,
    )
    return text.format(
        n=found.n,
        percent=names.percent(found.met_percent),
        mean=names.percent(found.mean_percent),
        value=value_name(found.value),
    )


def stopped(track: TrackResult) -> str:
    """What stands before the next level of a track, ahead of the statements' names."""
    if track.excluded is not None:
        return _("It takes no part in the result.")
    if track.next is None:
        return _("The highest level is reached.")
    if not track.stopping:
        return _("Level {next} cannot be reached: none of its statements applies.").format(next=track.next)
    if track.determined:
        return _("Blocks level {next}:").format(next=track.next)
    return _("Open for level {next}:").format(next=track.next)


def caps(track: TrackResult, pack: Pack) -> str:
    """What holds a track down whatever else is met; empty where nothing does."""
    if not track.caps:
        return ""
    first = pack.cap_by_id[track.caps[0]]
    told = _("Capped at level {level}, though its statements alone would give {uncapped}. {reason}").format(
        level=track.level, uncapped=track.uncapped, reason=first.reason
    )
    more = len(track.caps) - 1
    if not more:
        return told
    return told + " " + ngettext("And {count} more cap.", "And {count} more caps.", more).format(count=more)


def all_caps(track: TrackResult, pack: Pack) -> str:
    """Every cap that holds a track down with its reason, a line each."""
    return "\n".join(_("{id}: {reason}").format(id=id_, reason=pack.cap_by_id[id_].reason) for id_ in track.caps)


def wanted(track: TrackResult) -> str:
    """How far it is to the target, empty where nothing is wanted."""
    if track.target is None:
        return ""
    if not track.gap:
        return _("Target {target}: reached").format(target=track.target)
    needs = ngettext("{count} statement to meet", "{count} statements to meet", len(track.needed)).format(
        count=len(track.needed)
    )
    return _("Target {target}: gap {gap}, weighted {weighted}; {needs}").format(
        target=track.target, gap=track.gap, weighted=track.weighted_gap, needs=needs
    )


def caution(track: TrackResult, pack: Pack) -> str:
    """What the sources say against the target of a track; empty where they say nothing."""
    warnings = pack.guidance.warnings if pack.guidance else ()
    return "\n".join(each.text for each in warnings if each.level == track.target)
