"""Results in sentences for a board: no codes, no jargon of the program, each thing by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.language import _, ngettext
from desktop.model.maturity import Pack
from desktop.model.scoring.results import AreaResult, Blocker, ModelResult
from desktop.model.scoring.vocabulary import Agreement, Rating
from desktop.wording import part_results

NAMED = 3
"""At most so many things are named in a sentence; of more, the last are counted."""

_QUOTED = 2


def result_sentence(result: ModelResult, pack: Pack) -> str:
    """Where a model stands, e.g. “Level 1 of 5 (Initial). For level 2 (Repeatable), A and B have to be satisfied.”."""
    if result.parts:
        return part_results.standing(result, pack)
    if result.streams:
        return _of_streams(result, pack)
    if result.tracks:
        return _of_tracks(result, pack)
    return _of_areas(result, pack)


def reason_sentence(
    blocker: Blocker, result: ModelResult, pack: Pack, weaknesses: Sequence[str], *, named: bool = True
) -> str:
    """What keeps an area, stream or track from the next level.

    Args:
        blocker: that area, stream or track.
        result: the model's.
        pack: the model.
        weaknesses: what the team wrote of its unsatisfied goals.
        named: whether the sentence says its name; it need not where that stands before it.
    """
    name = pack.place_by_id[blocker.place].name if named else _("It")
    if blocker.why is Rating.OUT_OF_SCOPE:
        return _("{name} was left out of scope, though the next level asks for it.").format(name=name)
    if result.areas:
        return _reason_of_area(name, blocker, result, pack, weaknesses)
    level = next(place.level for place in result.places if place.id == blocker.place)
    if blocker.why is not Rating.UNSATISFIED:
        return _("{name} stands at level {level}; whether it reaches the next has not been judged yet.").format(
            name=name, level=level
        )
    return _("{name} stands at level {level}. Still to be done: {texts}.").format(
        name=name, level=level, texts=_quoted(pack, (*blocker.weak, *blocker.open))
    )


def left_out(result: ModelResult, pack: Pack, open_statements: int) -> list[str]:
    """What was not assessed, a sentence each.

    Args:
        result: the model's.
        pack: the model.
        open_statements: how many statements nobody judged or could judge.
    """
    areas = [area for area in result.areas if area.excluded is Rating.OUT_OF_SCOPE]
    outside = [place.name for place in result.places if place.excluded is Rating.OUT_OF_SCOPE]
    unfit = [place.name for place in result.places if place.excluded is Rating.NOT_APPLICABLE]
    unrated = [area.name for area in result.areas if area.rating is Rating.NOT_RATED]
    unrated += [stream.name for stream in result.streams if stream.excluded is None and not stream.rated]
    return [
        *([_out_of_scope(areas, outside, len(result.areas))] if outside else []),
        *([_("Not rated yet: {names}.").format(names=listing(unrated))] if unrated else []),
        *([_("Does not apply here: {names}.").format(names=listing(unfit))] if unfit else []),
        *([_statements(open_statements, len(pack.statement_by_id))] if open_statements else []),
    ]


def settled_early(pack: Pack, in_spite: Mapping[str, str]) -> list[str]:
    """Which ratings are final although something was missing, and why, a sentence each."""
    return [
        _("{area} is settled although coverage or agreement is missing: {reason}").format(
            area=pack.place_by_id[area].name, reason=reason
        )
        for area, reason in in_spite.items()
        if area in pack.place_by_id
    ]


def sureness(result: ModelResult, settled: int) -> list[str]:
    """How sure the team is of a model's result, a sentence each.

    Args:
        result: the model's.
        settled: how many areas the whole team stands behind.
    """
    answers = result.answers
    told = []
    if not result.level.determined:
        told.append(_("The level may turn out higher once everything is judged."))
    rated = sum(area.rating in (Rating.SATISFIED, Rating.UNSATISFIED) for area in result.areas)
    if rated:
        told.append(
            _("Rated areas that the team has settled: {settled} of {rated}.").format(settled=settled, rated=rated)
        )
    if not answers.asked:
        told.append(_("Nobody was sent a questionnaire; the team judged by what it read, heard and saw."))
        return told
    asked = [question.answers for question in result.questions if question.answers.asked]
    people = max((each.asked for each in asked), default=0)
    text = ngettext(
        "Answers given: {n} of {asked}; each question went to {people} person at most.",
        "Answers given: {n} of {asked}; each question went to {people} people at most.",
        people,
    )
    told.append(text.format(n=answers.n, asked=answers.asked, people=people))
    split = sum(each.agreement is Agreement.SPLIT for each in asked)
    if split:
        text = _("Questions on which people disagree widely: {count} of {questions}.")
        told.append(text.format(count=split, questions=len(asked)))
    return told


def listing(names: Sequence[str]) -> str:
    """Names in a sentence, e.g. “A, B and C”; of many the first and how many more."""
    if len(names) > NAMED + 1:
        return _("{names} and {count} more").format(names=", ".join(names[:NAMED]), count=len(names) - NAMED)
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def _level(number: int, pack: Pack) -> str:
    return _("level {level} ({name})").format(level=number, name=pack.level(number).name)


def _reached(result: ModelResult, pack: Pack) -> str:
    level, top = result.level.reached, pack.levels[-1].number
    return _("Level {level} of {top} ({name}).").format(level=level, top=top, name=pack.level(level).name)


def _of_areas(result: ModelResult, pack: Pack) -> str:
    level = result.level
    if level.next is None:
        return _("{reached} It is the highest.").format(reached=_reached(result, pack))
    missed = [pack.place_by_id[blocker.place].name for blocker in level.blockers if blocker.why is Rating.UNSATISFIED]
    others = [pack.place_by_id[each.place].name for each in level.blockers if each.why is not Rating.UNSATISFIED]
    if level.determined and missed:
        text = ngettext(
            "{reached} For {next}, {names} still has to be satisfied.",
            "{reached} For {next}, {names} still have to be satisfied.",
            len(missed),
        )
        return text.format(reached=_reached(result, pack), next=_level(level.next, pack), names=listing(missed))
    if not others:
        return _("{reached} Nothing shows yet whether {next} is reached.").format(
            reached=_reached(result, pack), next=_level(level.next, pack)
        )
    return _("{reached} Whether {next} is reached is open: {names} not rated.").format(
        reached=_reached(result, pack), next=_level(level.next, pack), names=listing(others)
    )


def _of_streams(result: ModelResult, pack: Pack) -> str:
    if all(stream.excluded is not None for stream in result.streams):
        return _("No stream is both in scope and applicable.")
    rated = [stream for stream in result.streams if stream.rated and stream.excluded is None]
    if not rated:
        return _("No stream has been rated yet.")
    lowest = min(stream.level for stream in rated)
    low = [stream.name for stream in rated if stream.level == lowest]
    rest = [stream.level for stream in rated if stream.level > lowest]
    told = _("Level {level} of {top} ({name}).").format(
        level=lowest, top=pack.levels[-1].number, name=pack.level(lowest).name
    )
    if not rest:
        text = ngettext(
            "{told} The only stream that was rated stands there.",
            "{told} All {count} streams that were rated stand there.",
            len(rated),
        )
        return text.format(told=told, count=len(rated))
    weakest = ngettext("{low} is the weakest stream", "{low} are the weakest streams", len(low))
    others = ngettext("the other stands at {levels}", "the other {count} stand at {levels}", len(rest))
    return _("{told} {weakest}; {others}.").format(
        told=told,
        weakest=weakest.format(low=listing(low)),
        others=others.format(count=len(rest), levels=_levels(rest)),
    )


def _of_tracks(result: ModelResult, pack: Pack) -> str:
    counted = [track for track in result.tracks if track.excluded is None]
    if not counted:
        return _("No track is both in scope and applicable.")
    lowest = min(track.level for track in counted)
    low = [track.name for track in counted if track.level == lowest]
    high = [
        _("{name} (level {level})").format(name=track.name, level=track.level)
        for track in counted
        if track.level > lowest
    ]
    told = _reached(result, pack)
    if high:
        text = ngettext(
            "{told} {low} is the lowest; ahead: {high}.",
            "{told} {low} are the lowest; ahead: {high}.",
            len(low),
        )
        return text.format(told=told, low=listing(low), high=listing(high))
    if len(low) == 1:
        return told
    if len(low) == 2:
        return _("{told} {names} both stand there.").format(told=told, names=listing(low))
    return _("{told} {names} all stand there.").format(told=told, names=listing(low))


def _levels(levels: Sequence[int]) -> str:
    lowest, highest = min(levels), max(levels)
    if lowest == highest:
        return _("level {level}").format(level=lowest)
    if highest == lowest + 1:
        return _("levels {lowest} and {highest}").format(lowest=lowest, highest=highest)
    return _("levels {lowest} to {highest}").format(lowest=lowest, highest=highest)


def _reason_of_area(name: str, blocker: Blocker, result: ModelResult, pack: Pack, weaknesses: Sequence[str]) -> str:
    area = next(area for area in result.areas if area.id == blocker.place)
    if blocker.why is Rating.NOT_RATED:
        text = ngettext(
            "{name} could not be rated yet: {open} of its practices is open.",
            "{name} could not be rated yet: {open} of its practices are open.",
            len(blocker.open),
        )
        return text.format(name=name, open=len(blocker.open))
    goals = [pack.text_by_id[goal.id] for goal in area.goals if goal.rating is Rating.UNSATISFIED]
    missed = ngettext(
        "{name} does not meet its goal {goals}.", "{name} does not meet its goals {goals}.", len(goals)
    ).format(name=name, goals=listing([_("“{text}”").format(text=goal) for goal in goals]))
    return " ".join([missed, *weaknesses[:_QUOTED]])


def _quoted(pack: Pack, parts: Sequence[str]) -> str:
    texts = [_("“{text}”").format(text=pack.text_by_id[part].rstrip(".")) for part in parts[:_QUOTED]]
    more = len(parts) - len(texts)
    if more:
        return _("{texts} and {count} more").format(texts=", ".join(texts), count=more)
    return listing(texts)


def _out_of_scope(areas: Sequence[AreaResult], outside: Sequence[str], all_: int) -> str:
    """Places by their names; of many areas, which have levels, the levels."""
    if len(areas) <= NAMED:
        return _("Out of scope: {names}.").format(names=listing(outside))
    return _("Out of scope: {count} of {all} areas, all of {levels}.").format(
        count=len(areas), all=all_, levels=_levels([area.level for area in areas])
    )


def _statements(open_: int, all_: int) -> str:
    return _("Statements not judged: {count} of {all}.").format(count=open_, all=all_)
