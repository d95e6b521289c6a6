"""The messages of slides: each a sentence that a meeting can take home, spoken as one of those who work here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from desktop.language import N_, _, ngettext
from desktop.model.maturity import Pack
from desktop.model.records import Tone
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import SourceKind
from desktop.wording import names, part_results
from desktop.wording.board import listing

_NAMED = 3
"""Of more parts that are ahead of others none is named."""

_FOUND: Mapping[Tone, str] = {
    Tone.STRENGTH: N_("We can build on what works: {places}"),
    Tone.ALTERNATIVE: N_("In some things we have a way of our own, and it works: {places}"),
    Tone.WEAKNESS: N_("This holds us back: {places}"),
    Tone.NEUTRAL: N_("This, too, was found: {places}"),
}
_FOUND_ANYWHERE: Mapping[Tone, str] = {
    Tone.STRENGTH: N_("We can build on what works"),
    Tone.ALTERNATIVE: N_("In some things we have a way of our own, and it works"),
    Tone.WEAKNESS: N_("This holds us back"),
    Tone.NEUTRAL: N_("This, too, was found"),
}


_WAYS: Mapping[SourceKind, str] = {
    SourceKind.QUESTIONNAIRE: N_("questionnaires"),
    SourceKind.INTERVIEW: N_("interviews"),
    SourceKind.DISCUSSION: N_("discussions"),
    SourceKind.DOCUMENT: N_("documents"),
    SourceKind.DEMONSTRATION: N_("demonstrations"),
    SourceKind.OBSERVATION: N_("what we could watch"),
    SourceKind.PRESENTATION: N_("presentations"),
}


def ways_of_learning(kinds: Collection[SourceKind]) -> list[str]:
    """By what the team learnt what it knows, in the usual order."""
    return [_(words) for kind, words in _WAYS.items() if kind in kinds]


def cover_title(organisation: str) -> str:
    """What the meeting is about."""
    if not organisation:
        return _("What was found, and what we do about it")
    return _("{organisation}: what was found, and what we do about it").format(organisation=organisation)


def taking_part(answered: int, asked: int) -> str:
    """How many answered; without a questionnaire, by what else one knows."""
    if not asked:
        return _("We were looked at in earnest: the team read, heard and saw how we work")
    return ngettext(
        "Thank you: {answered} of {asked} person answered the questionnaires",
        "Thank you: {answered} of {asked} people answered the questionnaires",
        asked,
    ).format(answered=answered, asked=asked)


def standing(result: ModelResult, pack: Pack) -> str:
    """The level of a model, and for which places the next one asks for more."""
    if result.parts:
        return part_results.standing(result, pack)
    level = result.level
    reached = _("{model}: we are at level {level} of {top}").format(
        model=pack.name, level=level.reached, top=pack.levels[-1].number
    )
    if level.next is None:
        return _("{reached}, the highest").format(reached=reached)
    if not level.blockers:
        return _("{reached}; nothing shows yet whether we are at level {next}").format(reached=reached, next=level.next)
    return _("{reached}; level {next} asks for more in {places}").format(
        reached=reached, next=level.next, places=_places(pack, [blocker.place for blocker in level.blockers])
    )


def also_asked(result: ModelResult, pack: Pack, places: Sequence[str]) -> str:
    """The same on a further slide, of those places that it tells of."""
    return _("{model}: level {next} also asks for more in {places}").format(
        model=pack.name, next=result.level.next, places=_places(pack, places)
    )


def profile(model: str, values: Sequence[tuple[str, float | None]]) -> str:
    """What of a model is ahead and what has farthest to go.

    Args:
        model: its name.
        values: names with how far each is; None where nothing is known.
    """
    known = [(name, value) for name, value in values if value is not None]
    if not known:
        return _("{model}: nothing has been rated yet").format(model=model)
    behind = _behind(known)
    most = max(value for _name, value in known)
    high = [name for name, value in known if value == most]
    if not behind:
        return _("{model}: none of these is ahead of another").format(model=model)
    if len(high) > _NAMED:
        return _("{model}: {behind}").format(model=model, behind=behind)
    ahead = ngettext("{high} is ahead", "{high} are ahead", len(high)).format(high=listing(high))
    return _("{model}: {ahead}, {behind}").format(model=model, ahead=ahead, behind=behind)


def areas_of_level(
    pack: Pack, level: int, satisfied: int, areas: int, values: Sequence[tuple[str, float | None]], *, all_shown: bool
) -> str:
    """How many areas of a level are satisfied, and which of those shown has farthest to go.

    Args:
        pack: the model.
        level: its number.
        satisfied: how many are.
        areas: of how many.
        values: names of those shown, with how far each is.
        all_shown: whether there is no further slide with others of the level.
    """
    told = ngettext(
        "{model}, level {level}: {satisfied} of {areas} areas is satisfied",
        "{model}, level {level}: {satisfied} of {areas} areas are satisfied",
        satisfied,
    ).format(model=pack.name, level=level, satisfied=satisfied, areas=areas)
    behind = _behind([(name, value) for name, value in values if value is not None])
    if not behind or satisfied == areas:
        return told
    if all_shown:
        return _("{told}; {behind}").format(told=told, behind=behind)
    return _("{told}; of those here {behind}").format(told=told, behind=behind)


def _behind(known: Sequence[tuple[str, float]]) -> str:
    """What has farthest to go; nothing where all are alike."""
    if len({value for _name, value in known}) < 2:
        return ""
    least = min(value for _name, value in known)
    low = [name for name, value in known if value == least]
    return ngettext("{low} has farthest to go", "{low} have farthest to go", len(low)).format(low=listing(low))


def found(tone: Tone, places: Sequence[str]) -> str:
    """What findings of a tone say together, with the names of what they are about."""
    if not places:
        return _(_FOUND_ANYWHERE[tone])
    return _(_FOUND[tone]).format(places=listing(places))


def first_actions(count: int, open_: int, by: dt.date | None) -> str:
    """What is done first.

    Args:
        count: how many actions a slide shows.
        open_: how many are open in all.
        by: the day by which those are to be done; None where not each has one.
    """
    if by is None:
        return ngettext(
            "We do {open} thing about it; not everything has its day yet",
            "We do {open} things about it; not everything has its day yet",
            open_,
        ).format(open=open_)
    if count == open_:
        text = ngettext("We do {open} thing about it, by {day}", "We do {open} things about it, all by {day}", open_)
    else:
        text = ngettext(
            "We do {open} things about it; {count} of them by {day}",
            "We do {open} things about it; {count} of them by {day}",
            count,
        )
    return text.format(count=count, open=open_, day=names.day(by))


def further_actions(count: int, by: dt.date | None) -> str:
    """What is done then."""
    if by is None:
        text = ngettext(
            "Then comes {count} more, whose day is still open",
            "Then come {count} more; not each has its day yet",
            count,
        )
        return text.format(count=count)
    return ngettext("Then comes {count} more, by {day}", "Then come {count} more, by {day}", count).format(
        count=count, day=names.day(by)
    )


def once_more(number: int) -> str:
    """What stands behind a message that takes another slide."""
    return _(" ({number})").format(number=number)


def not_assessed(*, something: bool, further: bool) -> str:
    """Whether anything was left out; `further` on a slide that goes on."""
    if further:
        return _("This is how sure we are of the other models")
    if something:
        return _("Some things were not assessed, and of them we say nothing")
    return _("Everything in scope was assessed, and we say how sure we are")


def next_steps(open_: int, last: dt.date | None) -> str:
    """Until when actions run, and that one looks again."""
    if not open_:
        return _("What comes next is still to be agreed")
    if last is None:
        return ngettext(
            "{count} action is open, and we look again once it is done",
            "{count} actions are open, and we look again once they are done",
            open_,
        ).format(count=open_)
    return ngettext(
        "By {day} the action is to be done; then we look again, together",
        "By {day} all {count} actions are to be done; then we look again, together",
        open_,
    ).format(day=names.day(last), count=open_)


def _places(pack: Pack, places: Sequence[str]) -> str:
    return listing([pack.place_by_id[place].name for place in places])


def since(last: str, better: int, worse: int) -> str:
    """What has become better and worse since a round, in how many areas, streams, tracks and parts."""
    if better and worse:
        text = _("Since “{last}”: {better} better, {worse} worse, the rest as it was")
    elif better:
        text = _("Since “{last}”: {better} better, nothing worse")
    elif worse:
        text = _("Since “{last}”: {worse} worse, nothing better")
    else:
        text = _("Since “{last}” nothing stands otherwise")
    return text.format(last=last, better=better, worse=worse)
