"""What an action can be about: places of every model in use, and in each what can be reached there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from desktop.language import _
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity.pack import Area, Metric, Pack, Stream, Track
from desktop.model.maturity.part_places import PartPlace
from desktop.model.maturity.parts import cell_id
from desktop.model.planning.aims import aim_of, place_of
from desktop.model.planning.origins import OriginKind, find_cell
from desktop.model.planning.suggestions import ActionProposal
from desktop.model.records import Action
from desktop.wording import planning
from desktop.wording.model_words import AimWords, words_of


def places(models: Sequence[ModelInUse]) -> list[tuple[tuple[str, str], str]]:
    """Areas, streams and tracks of all models by model and id; the model is named where there are several."""
    return [
        ((in_use.id, place.id), place.name if len(models) == 1 else f"{place.name} · {in_use.pack.name}")
        for in_use in models
        for place in in_use.pack.place_by_id.values()
    ]


def parts(pack: Pack, place: str) -> list[tuple[str, str]]:
    """What can be reached in a place, by id: goals, levels or statements; none where it is reached as a whole."""
    found = pack.place_by_id[place]
    match found:
        case Area():
            return [(goal.id, goal.name) for goal in found.goals]
        case Stream():
            return [(cell_id(place, cell.level), f"{cell.level} {pack.level(cell.level).name}") for cell in found.cells]
        case Track():
            return [(item.id, f"{item.id} {item.text}") for item in found.statements]
        case PartPlace():
            return []


def words_for(packs: Collection[Pack]) -> AimWords:
    """How the fields of an action ask what it improves: in the words of these models where all use the same."""
    words = [words_of(pack).aim for pack in packs]
    return words[0] if words and all(each is words[0] for each in words) else AimWords()


def place_text(action: Action, pack: Pack | None) -> str:
    """Where an action belongs, in a few words, e.g. “Contact point · level 3”."""
    return part_text(pack, action.aim) if pack is not None else ""


def part_text(pack: Pack, part: str) -> str:
    """A place, goal, cell or statement of a model in a few words; empty where the model has none such."""
    aim = aim_of(pack, part)
    if aim is None:
        return ""
    place, found = pack.place_by_id[aim.place].name, aim.part
    if found is None:
        return place
    told = {
        OriginKind.GOAL: lambda: pack.text_by_id[found.part],
        OriginKind.CELL: lambda: _("level {number}").format(number=found.level),
        OriginKind.STATEMENT: lambda: found.part,
        OriginKind.PART: lambda: found.part,
    }[found.kind]()
    return _("{area} · {goal}").format(area=place, goal=told)


def origin_of(pack: Pack, part: str) -> ActionProposal | None:
    """The action that reaches a goal, cell or statement, without what a result would add; None for anything else."""
    aim = aim_of(pack, part)
    found = aim.part if aim else None
    if found is None:
        return None
    return ActionProposal(
        origin=str(found), kind=found.kind, model=pack.id, place=found.place, part=found.part, level=found.level
    )


def title_for(pack: Pack, part: str) -> str:
    """The title an action starts with when it is about a goal, cell or statement."""
    found = origin_of(pack, part)
    return planning.title(found, pack) if found else _("New action")


def place_known(models: Iterable[ModelInUse], target: str, model: str = "") -> tuple[ModelInUse, str] | None:
    """The place or part with an id, with its model and its place; the first model that has one unless it is named."""
    for in_use in models:
        if model and in_use.id != model:
            continue
        found = place_of(in_use.pack, target)
        if found:
            return in_use, found
    return None


def metrics(action: Action, pack: Pack | None) -> list[Metric]:
    """The metrics of the level that an action is to reach, or of the whole stream when it names none."""
    stream = None if pack is None else pack.stream_by_id.get(place_of(pack, action.aim))
    if pack is None or stream is None:
        return []
    found = find_cell(pack, action.aim)
    return [metric for cell in ([found[1]] if found else stream.cells) for metric in cell.metrics]
