"""Gaps, suggested actions, crosswalk and what-if in words."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import _, ngettext
from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.parts_pack import rules_of
from desktop.model.maturity.refs import Ref
from desktop.model.planning.crosswalk import Disagreement, End, Loan
from desktop.model.planning.gaps import Gap
from desktop.model.planning.origins import OriginKind
from desktop.model.planning.proposals import NewMeasure, Proposal
from desktop.model.planning.suggestions import ActionProposal
from desktop.model.scoring.results import LevelOutcome
from desktop.wording import names, part_results


def title(found: ActionProposal, pack: Pack) -> str:
    """What a suggested action is called, e.g. “Raise Contact point to level 3”."""
    match found.kind:
        case OriginKind.GOAL:
            return _("Reach the goal “{goal}”").format(goal=pack.text_by_id[found.part])
        case OriginKind.CELL:
            return _("Raise {stream} to level {level}").format(
                stream=pack.stream_by_id[found.place].name, level=found.level
            )
        case OriginKind.PART:
            return _("Improve: {part}").format(part=pack.place_by_id[found.place].name)
        case OriginKind.STATEMENT:
            return _("Ensure: {statement}").format(statement=pack.text_by_id[found.part])


def description(found: ActionProposal, pack: Pack) -> str:
    """What a suggested action asks to be done, line by line; `why` tells what to expect of it."""
    parts = []
    if found.practices:
        parts += [_("Practices to put in place:"), *(_item(practice, pack) for practice in found.practices)]
    if found.kind is OriginKind.STATEMENT and (detail := pack.statement_by_id[found.part][1].detail):
        parts.append(detail)
    if found.kind is OriginKind.PART:
        known = rules_of(pack).part_by_id[found.place]
        parts += [text for text in (known.text, known.detail) if text and text != pack.place_by_id[found.place].name]
    return "\n".join(parts)


def why(found: ActionProposal, pack: Pack) -> str:
    """What a suggested action is good for, as far as its model says: outcomes of a level, the purpose of an area."""
    if found.outcomes:
        return "\n".join([_("Outcomes to expect:"), *(_item(outcome, pack) for outcome in found.outcomes)])
    return pack.area_by_id[found.place].purpose if found.kind is OriginKind.GOAL else ""


def as_proposal(found: ActionProposal, pack: Pack) -> Proposal:
    """A suggested action as the action item to be, with its measures ready to be read."""
    return Proposal(
        title=title(found, pack),
        description=description(found, pack),
        why=why(found, pack),
        effects=tuple(Ref(found.model, goal) for goal in found.along),
        model=found.model,
        aim=found.part,
        measures=tuple(
            NewMeasure(
                name=measure.name,
                unit=measure.unit,
                direction=measure.direction,
                how=measure.how,
                metric=measure.metric,
            )
            for measure in found.measures
        ),
    )


def gap_text(gap: Gap) -> str:
    """Where a place stands and what is wanted of it, in one line."""
    if gap.part is not None:
        return part_results.gap_text(gap.part)
    if gap.rating is not None:
        rating = names.name(gap.rating)
        return _("{rating}; to be satisfied").format(rating=rating) if gap.gap else rating
    level = str(gap.level) if gap.rated or gap.gap == 0 else _("{level}, not determined").format(level=gap.level)
    if gap.target is None:
        return _("Level {level}; no target set").format(level=level)
    if gap.gap == 0:
        return _("Level {level}; the target of {target} is reached").format(level=level, target=gap.target)
    return _("Level {level}, target {target}: a gap of {gap}").format(level=level, target=gap.target, gap=gap.gap)


def place_name(place: str, pack: Pack) -> str:
    """What an area, stream or track is called; for the whole model, the model."""
    return pack.name if place == WHOLE else pack.place_by_id[place].name


def loan_text(loan: Loan, packs: Mapping[str, Pack]) -> str:
    """Where practices come from that another model offers, and why they fit.

    Args:
        loan: the practices.
        packs: the models in use by id.
    """
    there = packs[loan.proposal.model]
    return _("From {model}: {stream}, level {level}. {why}").format(
        model=there.name,
        stream=there.stream_by_id[loan.proposal.place].name,
        level=loan.proposal.level,
        why=loan.bridge.why,
    )


def disagreement_text(found: Disagreement, packs: Mapping[str, Pack]) -> str:
    """Two linked places that speak differently, with what they have in common.

    Args:
        found: the disagreement.
        packs: the models in use by id.
    """
    return _("{strong}, but {weak}. Both are about the same thing: {why}").format(
        strong=_stands(found.strong, found.strong_level, packs, satisfied=True),
        weak=_stands(found.weak, found.weak_level, packs, satisfied=False),
        why=found.why,
    )


def what_if_text(before: LevelOutcome, after: LevelOutcome) -> str:
    """What some work would do to the level, in one line."""
    if after.reached > before.reached:
        return _("Level {before} would become level {after}").format(before=before.reached, after=after.reached)
    if after.next is not None and not after.determined and before.determined:
        return _("Level {level} would stay; level {next} would no longer be blocked").format(
            level=after.reached, next=after.next
        )
    places = len(before.blockers) - len(after.blockers)
    if places > 0:
        return ngettext(
            "Level {level} would stay, with {count} fewer to block the next",
            "Level {level} would stay, with {count} fewer to block the next",
            places,
        ).format(level=after.reached, count=places)
    return _("Level {level} would stay").format(level=after.reached)


def _item(item: str, pack: Pack) -> str:
    return _("– {text}").format(text=pack.text_by_id[item])


def _stands(end: End, level: int | None, packs: Mapping[str, Pack], *, satisfied: bool) -> str:
    pack = packs[end.model]
    name = _("{place} ({model})").format(place=pack.place_by_id[end.place].name, model=pack.name)
    if level is not None:
        return _("{name} is at level {level}").format(name=name, level=level)
    return (_("{name} is satisfied") if satisfied else _("{name} is unsatisfied")).format(name=name)
