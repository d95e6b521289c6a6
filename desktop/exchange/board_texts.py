"""What a board is told of the results, said once for summary, report and slides: the reasons, and how sure one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, zip_longest

from desktop.exchange.deliverable import ActionLine, Deliverable, ModelPart
from desktop.exchange.tables.actions import in_turn
from desktop.exchange.tables.table import Value
from desktop.language import _, ngettext
from desktop.model.planning.crosswalk import disagreements
from desktop.model.records import ActionStatus
from desktop.model.scoring.results import Blocker, ModelResult
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.wording import board, names, part_results, planning

REASONS, ACTIONS, DISAGREEMENTS = 3, 5, 5
"""At most so many are told."""


def reasons(deliverable: Deliverable) -> list[tuple[str, str]]:
    """What fails, and why, with its next action.

    Each model's heaviest comes before any second, and the models farthest from their target first.
    """
    models = sorted(deliverable.models, key=lambda part: -(part.whole.gap or 0))
    found = [_reasons_of(part, deliverable) for part in models]
    return [each for each in chain.from_iterable(zip_longest(*found)) if each is not None][:REASONS]


def level_now(result: ModelResult) -> Value:
    """The level; of a model with rules of its own its grade or number."""
    if result.whole is not None:
        return part_results.point_text(result.whole.result.point) or None
    return result.level.reached if has_level(result) else None


def has_level(result: ModelResult) -> bool:
    """Whether a model has a level to tell, and no floor alone: some stream is rated, something takes part."""
    if result.streams:
        return any(stream.rated and stream.excluded is None for stream in result.streams)
    return not result.tracks or any(track.excluded is None for track in result.tracks)


def target_sentence(part: ModelPart) -> str:
    """What is wanted of the model as a whole."""
    if part.whole.part is not None:
        return part_results.gap_text(part.whole.part)
    if part.whole.target is None:
        return _("No target is set for the whole of this model.")
    if not part.whole.gap:
        return _("The target, level {target}, is reached.").format(target=part.whole.target)
    return _("The target is level {target}.").format(target=part.whole.target)


def counts_of_actions(deliverable: Deliverable, shown: int = ACTIONS) -> str:
    """Which of the actions are told, and how many there are of each status; `shown` are told at most."""
    standing = Counter(action.status for action in deliverable.actions)
    counts = ", ".join(
        f"{standing[status]} {names.name(status).lower()}" for status in ActionStatus if standing[status]
    )
    overdue = sum(action.overdue for action in deliverable.actions)
    text = ngettext("{counts}; {overdue} is overdue.", "{counts}; {overdue} are overdue.", overdue)
    told = text.format(counts=counts, overdue=overdue)
    open_ = sum(action.status.is_open for action in deliverable.actions)
    if open_ <= shown:
        return told
    return _("The first {count} of {open} open ones: overdue before others, then by priority and day. {told}").format(
        count=shown, open=open_, told=told
    )


def left_out(part: ModelPart) -> list[str]:
    """What of a model was not assessed, a sentence each."""
    counted = {track.id for track in part.result.tracks if track.excluded is None}
    open_ = sum(each.value in (None, Fulfilment.DONT_KNOW) for each in part.result.statements if each.track in counted)
    return board.left_out(part.result, part.pack, open_)


def limits(deliverable: Deliverable) -> Iterator[tuple[str, str]]:
    """What was not assessed of each model, and how sure the team is, by the model's name."""
    for part in deliverable.models:
        yield part.pack.name, " ".join([*left_out(part), *sureness_of(part)])


def sureness_of(part: ModelPart) -> list[str]:
    """How sure the team is of a model's result, a sentence each."""
    return [*board.sureness(part.result, len(part.settled)), *board.settled_early(part.pack, part.in_spite)]


def where_models_disagree(deliverable: Deliverable) -> list[tuple[str, str]]:
    """Places of which linked models say different things, each with what they say."""
    packs = {part.pack.id: part.pack for part in deliverable.models}
    found = disagreements(packs.values(), [part.result for part in deliverable.models])[:DISAGREEMENTS]
    return [
        (packs[each.weak.model].place_by_id[each.weak.place].name, planning.disagreement_text(each, packs))
        for each in found
    ]


def _reasons_of(part: ModelPart, deliverable: Deliverable) -> list[tuple[str, str]]:
    heaviest_first = sorted(part.result.level.blockers, key=lambda blocker: -blocker.work)
    return [
        (
            _called(part, blocker.place, deliverable),
            "\n".join([_reason(blocker, part), _remedy(blocker, part, deliverable)]),
        )
        for blocker in heaviest_first
    ]


def _called(part: ModelPart, place: str, deliverable: Deliverable) -> str:
    """A place by its name, among several models with that of its own."""
    name = part.pack.place_by_id[place].name
    if len(deliverable.models) == 1:
        return name
    return _("{place} ({model})").format(place=name, model=part.pack.name)


def _reason(blocker: Blocker, part: ModelPart) -> str:
    weaknesses = [part.weaknesses[goal] for goal in blocker.goals if goal in part.weaknesses]
    return board.reason_sentence(blocker, part.result, part.pack, weaknesses, named=False)


def _remedy(blocker: Blocker, part: ModelPart, deliverable: Deliverable) -> str:
    """The next of the open actions for what fails, with how many more there are."""
    found = [
        action
        for action in in_turn(deliverable.actions)
        if action.status.is_open and (action.model, action.place) == (part.pack.id, blocker.place)
    ]
    if not found:
        return _("No action yet.")
    first, more = found[0], len(found) - 1
    told = _("Action: {title} ({owner}, {day}).").format(
        title=first.title, owner=first.owner or _("no owner yet"), day=_due(first)
    )
    if not more:
        return told
    return ngettext("{told} {count} more is open.", "{told} {count} more are open.", more).format(told=told, count=more)


def _due(action: ActionLine) -> str:
    if action.due is None:
        return _("no day yet")
    day = names.day(action.due)
    return _("overdue since {day}").format(day=day) if action.overdue else _("due {day}").format(day=day)
